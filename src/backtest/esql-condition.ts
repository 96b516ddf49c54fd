import type { EsqlQuery, Expression, FunctionCall, ProcessingCommand } from '../languages/esql/ast.js';
import { parseKql } from '../languages/kql/parse.js';
import type { JsonObject } from '../values/json.js';
import { allOf, ALWAYS, anyOf, doubt, UNKNOWN, type Condition } from './condition.js';
import { kqlQuery } from './kql-condition.js';
import { queryCondition, type ConditionSetting } from './query-condition.js';

/**
 * What a document must have so that the leading WHERE commands of an ES|QL query can let it pass: necessary, never enough. What stands behind a
 * command that changes rows is not looked at.
 */
export function esqlCondition(query: EsqlQuery, setting: ConditionSetting): Condition {
  const { source, commands } = query;
  if (source.kind !== 'From' || source.indices.some(({ kind }) => kind === 'Subquery')) return UNKNOWN;
  const made = new Set<string>();
  const parts: Condition[] = [];
  for (const command of commands) {
    if (command.kind === 'Where') parts.push(new EsqlConditions(setting, made).of(command.condition));
    else if (!isHarmless(command, made)) break;
  }
  return doubt(allOf(parts));
}

/** Whether a command leaves rows and the columns of the documents as they are; columns that it makes are noted. */
function isHarmless(command: ProcessingCommand, made: Set<string>): boolean {
  if (command.kind === 'Keep' || command.kind === 'Sort') return true;
  if (command.kind !== 'Eval') return false;
  for (const { name } of command.fields) made.add(name);
  return true;
}

/** Functions that give null where an argument is null. */
const STRICT: ReadonlySet<string> = new Set([
  'cidr_match',
  'contains',
  'ends_with',
  'length',
  'locate',
  'match',
  'replace',
  'starts_with',
  'substring',
  'to_lower',
  'to_upper',
  'trim',
]);

class EsqlConditions {
  readonly #setting: ConditionSetting;
  readonly #made: ReadonlySet<string>;

  constructor(setting: ConditionSetting, made: ReadonlySet<string>) {
    this.#setting = setting;
    this.#made = made;
  }

  of(node: Expression): Condition {
    switch (node.kind) {
      case 'Logical': {
        const parts = node.operands.map((operand) => this.of(operand));
        return node.operator === 'and' ? allOf(parts) : anyOf(parts);
      }
      case 'Comparison':
        return node.operator === '==' ? this.#equals(node.left, [node.right]) : this.#both(node.left, node.right);
      case 'In':
        return node.negated ? this.#present(node.operand) : this.#equals(node.operand, node.items);
      case 'IsNull':
        return node.negated ? this.#present(node.operand) : UNKNOWN;
      case 'Like':
        return node.negated ? UNKNOWN : this.#like(node);
      case 'Call':
        return this.#call(node);
      default:
        return this.#simple(node);
    }
  }

  #simple(node: Expression): Condition {
    if (node.kind === 'Match') return this.#present(node.field);
    if (node.kind === 'Column') return this.#present(node);
    return node.kind === 'Boolean' && node.value ? ALWAYS : UNKNOWN;
  }

  #both(left: Expression, right: Expression): Condition {
    return allOf([this.#present(left), this.#present(right)]);
  }

  /** A text equals one of the texts; with other literals, the field must at least be there. */
  #equals(operand: Expression, items: readonly Expression[]): Condition {
    const texts = items.flatMap((item) => (item.kind === 'String' ? [item.value] : []));
    const isKeyword = operand.kind === 'Column' && this.#isKeyword(operand.name);
    if (!isKeyword || texts.length < items.length) {
      return items.length === 1
        ? allOf([this.#present(operand), ...items.map((item) => this.#present(item))])
        : this.#present(operand);
    }
    return this.#leaf({ terms: { [operand.name]: texts } });
  }

  #like(node: Extract<Expression, { kind: 'Like' }>): Condition {
    const { operand, patterns, syntax } = node;
    const texts = patterns.flatMap((pattern) => (pattern.kind === 'String' ? [pattern.value] : []));
    if (
      syntax === 'rlike' ||
      operand.kind !== 'Column' ||
      !this.#isKeyword(operand.name) ||
      texts.length < patterns.length
    )
      return this.#present(operand);
    return anyOf(texts.map((text) => this.#leaf({ wildcard: { [operand.name]: { value: text } } })));
  }

  #call(node: FunctionCall): Condition {
    const name = node.name.toLowerCase();
    const [first] = node.arguments;
    if (name === 'kql' && node.arguments.length === 1 && first?.kind === 'String') {
      const { value } = parseKql(first.value);
      return value === undefined ? UNKNOWN : this.#leaf(kqlQuery(value, this.#setting.schema));
    }
    return STRICT.has(name) ? allOf(node.arguments.map((argument) => this.#present(argument))) : UNKNOWN;
  }

  /** Whatever must be there so that an expression is not null. */
  #present(node: Expression): Condition {
    if (node.kind === 'Column') {
      if (this.#made.has(node.name)) return UNKNOWN;
      return this.#leaf({ exists: { field: node.name } });
    }
    if (node.kind === 'Call' && STRICT.has(node.name.toLowerCase()))
      return allOf(node.arguments.map((argument) => this.#present(argument)));
    if (node.kind === 'String' || node.kind === 'Integer' || node.kind === 'Decimal') return ALWAYS;
    return UNKNOWN;
  }

  #isKeyword(name: string): boolean {
    if (this.#made.has(name)) return false;
    const type = this.#setting.schema.kqlFields.get(name)?.type;
    return type === 'keyword';
  }

  /** ES|QL reads values as they are stored; what it makes of several of them the engine knows. */
  #leaf(query: JsonObject): Condition {
    return doubt(queryCondition(query, this.#setting));
  }
}
