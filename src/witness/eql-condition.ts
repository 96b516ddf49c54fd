import type {
  EqlCall,
  EqlComparison,
  EqlEventFilter,
  EqlExpression,
  EqlField,
  EqlIn,
  EqlMatch,
} from '../languages/eql/ast.js';
import { constantValue } from '../languages/eql/evaluate.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import { exactField } from '../languages/eql/field-info.js';
import { fieldsOfExpression } from '../languages/eql/fields.js';
import { MIRRORED, moveConstants } from '../languages/eql/move-constants.js';
import { replaceFields } from '../languages/eql/replace-fields.js';
import type { EqlValue } from '../languages/eql/value.js';
import type { Clause, Condition, FieldTest } from './condition.js';
import { checkTest } from './check-test.js';
import type { ValueHints } from './eql-hints.js';
import { hintsFor, hintsOfConstant, hintsOfLike, hintsOfOrder, hintsOfRegexp, hintsOfScript } from './eql-hints.js';
import { eqlValueOf, rowTest } from './eql-values.js';

/** What conditions are read with: the fields of the indices, and the one that holds the category (default `event.category`). */
export interface EqlConditionOptions {
  readonly fields: EqlFields;
  readonly eventCategoryField?: string | undefined;
}

/**
 * What an event filter asks, as Elasticsearch means it for fields that are all mapped: `not`, `!=` and `not in` are true for events without the
 * field. Each comparison, list, pattern or function is one clause, the category another.
 */
export function eqlCondition(filter: EqlEventFilter, options: EqlConditionOptions): Condition {
  const { fields, eventCategoryField = 'event.category' } = options;
  const condition = new Reader(fields).condition(filter.condition);
  if (filter.category === null) return condition;
  const { start } = filter.range;
  const category: Clause = {
    kind: 'Clause',
    part: {
      kind: 'Field',
      field: exactField(eventCategoryField, fields),
      test: { kind: 'Equals', value: filter.category, isPhrase: true },
    },
    start,
    end: start + filter.category.length,
  };
  return { kind: 'All', parts: [category, condition] };
}

class Reader {
  private readonly fields: EqlFields;

  constructor(fields: EqlFields) {
    this.fields = fields;
  }

  condition(node: EqlExpression): Condition {
    switch (node.kind) {
      case 'And':
      case 'Or':
        return { kind: node.kind === 'And' ? 'All' : 'Any', parts: node.clauses.map((part) => this.condition(part)) };
      case 'Not':
        return { kind: 'Not', part: this.condition(node.clause) };
      default:
        return { kind: 'Clause', part: this.leaf(node), start: node.range.start, end: node.range.end };
    }
  }

  private leaf(node: EqlExpression): Condition {
    const constant = constantValue(node);
    if (constant !== undefined) return { kind: 'Constant', value: constant === true };
    switch (node.kind) {
      case 'Field':
        return this.compareField(node, '==', true, node);
      case 'Comparison':
        return this.comparison(node);
      case 'In':
        return this.membership(node);
      case 'Match':
        return any(
          node.patterns.map((pattern) =>
            this.pattern({ ...node, patterns: [pattern] }, pattern.kind === 'Null' ? '' : String(pattern.value)),
          ),
        );
      case 'Call':
        return this.call(node);
      default:
        return this.script(node);
    }
  }

  private comparison(node: EqlComparison): Condition {
    const { operator, left, right } = node;
    const [one, two] = [constantValue(left), constantValue(right)];
    if (one !== undefined) return this.leaf({ ...node, operator: MIRRORED[operator], left: right, right: left });
    if (two === null) return this.nullTest(left, operator, node);
    if (two === undefined) return this.script(node);
    if (left.kind === 'Field') return this.compareField(left, operator, two, node);
    if (typeof two === 'boolean' && (operator === '==' || operator === '!=')) {
      const inner = this.condition(left);
      return (operator === '==') === two ? inner : not(inner);
    }
    const moved = moveConstants({ left, operator, value: two }, this.fields);
    if (moved.left.kind !== 'Field') return this.script(node);
    const { range } = node;
    const value: EqlExpression =
      typeof moved.value === 'bigint'
        ? { kind: 'Integer', value: moved.value, range }
        : { kind: 'Decimal', value: Number(moved.value), range };
    const simple: EqlComparison = { ...node, operator: moved.operator, left: moved.left, right: value };
    return this.compareField(moved.left, moved.operator, moved.value, simple);
  }

  private nullTest(left: EqlExpression, operator: EqlComparison['operator'], node: EqlComparison): Condition {
    if (operator !== '==' && operator !== '!=') return { kind: 'Constant', value: false };
    if (left.kind !== 'Field') return this.script(node);
    const exists: Condition = { kind: 'Field', field: left.name, test: { kind: 'Exists' } };
    return operator === '!=' ? exists : not(exists);
  }

  /** `node` is the comparison itself, or the field alone. */
  private compareField(
    field: EqlField,
    operator: EqlComparison['operator'],
    value: EqlValue,
    node: EqlExpression,
  ): Condition {
    if (value === null) return { kind: 'Constant', value: false };
    if (operator === '!=' && node.kind === 'Comparison') {
      return not(this.compareField(field, '==', value, { ...node, operator: '==' }));
    }
    const isEquality = operator === '==' || operator === '!=';
    const type = this.fields.get(field.name)?.type;
    if (type === 'ip' || type === 'date' || type === 'date_nanos') {
      const text = String(value);
      const test: FieldTest = isEquality
        ? { kind: 'Equals', value: text, isPhrase: true }
        : { kind: 'Bound', operator: BOUNDS[operator], value: text };
      return { kind: 'Field', field: field.name, test };
    }
    return this.check(field, node, isEquality ? hintsOfConstant(value, false) : hintsOfOrder(value));
  }

  private membership(node: EqlIn): Condition {
    if (node.negated) return not(this.membership({ ...node, negated: false }));
    const { value, items } = node;
    if (value.kind !== 'Field') return this.script(node);
    return any(
      items.map((item): Condition => {
        const constant = constantValue(item);
        if (constant === undefined) return this.script({ ...node, items: [item] });
        if (constant === null) return { kind: 'Constant', value: false };
        if (node.insensitive) return this.check(value, { ...node, items: [item] }, hintsOfConstant(constant, true));
        const { range } = node;
        const single: EqlComparison = { kind: 'Comparison', operator: '==', left: value, right: item, range };
        return this.compareField(value, '==', constant, single);
      }),
    );
  }

  private pattern(node: EqlMatch | EqlCall, text: string): Condition {
    const value = node.kind === 'Match' ? node.value : node.arguments[0];
    if (value?.kind !== 'Field') return this.script(node);
    const isRegexp = node.kind === 'Match' ? node.operator.startsWith('regex') : node.name.toLowerCase() === 'match';
    const insensitive = node.kind === 'Match' ? node.operator === ':' || node.operator.endsWith('~') : node.insensitive;
    return this.check(value, node, isRegexp ? hintsOfRegexp(text, insensitive) : hintsOfLike(text, insensitive));
  }

  private call(node: EqlCall): Condition {
    const [first, ...rest] = node.arguments;
    const texts = rest.map(constantValue);
    if (first?.kind !== 'Field' || !texts.every((text) => typeof text === 'string')) return this.script(node);
    const only = (text: EqlExpression): EqlCall => ({ ...node, arguments: [first, text] });
    const affix = AFFIXES.get(node.name.toLowerCase());
    const [text = ''] = texts;
    switch (node.name.toLowerCase()) {
      case 'cidrmatch':
        if (this.fields.get(first.name)?.type !== 'ip') return any(rest.map((block) => this.script(only(block))));
        return any(
          texts.map((value) => ({
            kind: 'Field',
            field: first.name,
            test: { kind: 'Equals', value, isPhrase: true },
          })),
        );
      case 'wildcard':
      case 'match':
        return any(rest.map((pattern, at) => this.pattern(only(pattern), texts[at] ?? '')));
      default:
        return affix === undefined || /[*?]/.test(text)
          ? this.script(node)
          : this.check(first, node, hintsOfLike(affix(text), node.insensitive));
    }
  }

  private check(field: EqlField, node: EqlExpression, hints: ValueHints): Condition {
    const name = exactField(field.name, this.fields);
    const holds = rowTest(node, [field.name]);
    const { candidates, neighbours } = hintsFor(hints, name, this.fields);
    return {
      kind: 'Field',
      field: name,
      test: checkTest((value) => holds([eqlValueOf(value, name, this.fields)]), candidates, neighbours, hints.machine),
    };
  }

  /** What only a script can answer: any choice of values may pass; a missing value is null. */
  private script(node: EqlExpression): Condition {
    const exact = replaceFields(node, (field) => ({ ...field, name: exactField(field.name, this.fields) }));
    const names = [...new Set(fieldsOfExpression(exact).map(({ name }) => name))];
    const holds = rowTest(exact, names);
    const [name] = names;
    if (name === undefined) return { kind: 'Constant', value: holds([]) };
    if (names.length > 1) {
      return {
        kind: 'Relation',
        fields: names,
        holds: (values) => holds(values.map((value, at) => eqlValueOf(value, names[at] ?? '', this.fields))),
      };
    }
    const hints = hintsOfScript(exact);
    const { candidates, neighbours } = hintsFor(hints, name, this.fields);
    const present: Condition = {
      kind: 'Field',
      field: name,
      test: checkTest((value) => holds([eqlValueOf(value, name, this.fields)]), candidates, neighbours, hints.machine),
    };
    if (!holds([null])) return present;
    return { kind: 'Any', parts: [present, not({ kind: 'Field', field: name, test: { kind: 'Exists' } })] };
  }
}

const BOUNDS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte', '!=': 'gt' } as const;

const AFFIXES: ReadonlyMap<string, (text: string) => string> = new Map([
  ['startswith', (text: string) => `${text}*`],
  ['endswith', (text: string) => `*${text}`],
  ['stringcontains', (text: string) => `*${text}*`],
]);

function not(part: Condition): Condition {
  return { kind: 'Not', part };
}

function any(parts: readonly Condition[]): Condition {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'Any', parts };
}
