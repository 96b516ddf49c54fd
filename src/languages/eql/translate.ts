import type { JsonObject, JsonValue } from '../../values/json.js';
import type {
  EqlComparison,
  EqlComparisonOperator,
  EqlEventFilter,
  EqlExpression,
  EqlField,
  EqlIn,
  EqlMatch,
} from './ast.js';
import { constantValue } from './evaluate.js';
import type { EqlFields } from './field-info.js';
import { exactField } from './field-info.js';
import type { EqlFilter } from './filter.js';
import type { Translated } from './combine.js';
import { ALL, conjunction, disjunction, negation, NONE } from './combine.js';
import { MIRRORED, moveConstants } from './move-constants.js';
import { patternTest } from './pattern-test.js';
import { replaceFields } from './replace-fields.js';
import { translateCall } from './translate-call.js';
import type { Translation } from './translation.js';
import type { EqlValue } from './value.js';

/** Where the events are: the fields that the indices have, and the one that holds the category. */
export interface EqlTranslateOptions {
  readonly fields: EqlFields;
  /** Default `event.category`. */
  readonly eventCategoryField?: string;
}

/**
 * Translates an event filter as Elasticsearch 8.19 does.
 *
 * - Optional fields that are not mapped become null; what depends on no field is folded. `x == null` and `x != null` ask whether there is
 *   a value; so does a comparison of a constant with an unmapped field. Every other condition on null is null: `not` leaves it, `and` with
 *   it is null, `or` drops it, and a whole filter that is null finds nothing.
 * - Comparisons, `in`, patterns and functions of a field and constants become `term`, `terms`, `range`, `wildcard`, `regexp`, `prefix`,
 *   `exists`; any of several values may satisfy them. `not`, `!=` and `not in` are `must_not`: true for events without the field.
 * - Everything else (other functions, arithmetic, fields on both sides) is a script.
 *
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html
 */
export function translateEventFilter(filter: EqlEventFilter, options: EqlTranslateOptions): EqlFilter {
  const { fields, eventCategoryField = 'event.category' } = options;
  const condition = translateCondition(filter.condition, fields);
  if (filter.category === null) return condition;
  const category: EqlFilter = {
    kind: 'Dsl',
    query: { term: { [exactField(eventCategoryField, fields)]: { value: filter.category } } },
  };
  return conjunction([category, condition]) ?? NONE;
}

/** Translates a condition on its own, as {@link translateEventFilter} does within a filter. */
export function translateCondition(condition: EqlExpression, fields: EqlFields): EqlFilter {
  const resolved = replaceFields(condition, (field) =>
    field.optional && !fields.has(field.name) ? { kind: 'Null', range: field.range } : field,
  );
  return new Translator(fields).condition(resolved) ?? NONE;
}

/** Translates the parts of one condition. */
class Translator implements Translation {
  private readonly fields: EqlFields;

  constructor(fields: EqlFields) {
    this.fields = fields;
  }

  condition(node: EqlExpression): Translated {
    switch (node.kind) {
      case 'And':
        return conjunction(node.clauses.map((clause) => this.condition(clause)));
      case 'Or':
        return disjunction(node.clauses.map((clause) => this.condition(clause)));
      case 'Not':
        return negation(this.condition(node.clause));
      case 'Comparison':
        return this.comparison(node);
      case 'In':
        return this.membership(node);
      case 'Match':
        return this.match(node);
      case 'Call':
        return translateCall(node, this) ?? this.constantOrScript(node);
      case 'Field':
        return this.dsl({ term: { [this.exact(node)]: { value: true } } });
      case 'Boolean':
        return node.value ? ALL : NONE;
      default:
        return this.constantOrScript(node);
    }
  }

  private isNull(value: EqlExpression): Translated {
    const constant = constantValue(value);
    if (constant !== undefined) return constant === null ? ALL : NONE;
    if (value.kind === 'Field') return { kind: 'Not', clause: this.dsl({ exists: { field: value.name } }) };
    return this.script(nullTest('==', value));
  }

  /** Unlike the negation of {@link isNull}, one value of several is enough for a script. */
  isNotNull(value: EqlExpression): Translated {
    const constant = constantValue(value);
    if (constant !== undefined) return constant === null ? NONE : ALL;
    if (value.kind === 'Field') return this.dsl({ exists: { field: value.name } });
    return this.script(nullTest('!=', value));
  }

  equals(value: EqlExpression, text: EqlExpression, insensitive: boolean): Translated {
    const constant = constantValue(text);
    if (!insensitive)
      return this.comparison({ kind: 'Comparison', operator: '==', left: value, right: text, range: value.range });
    const node: EqlIn = { kind: 'In', value, items: [text], insensitive: true, negated: false, range: value.range };
    if (value.kind !== 'Field' || constant === undefined) return this.constantOrScript(node);
    if (constant === null) return null;
    return this.dsl({ term: { [this.exact(value)]: { value: jsonOf(constant), case_insensitive: true } } });
  }

  exact(field: EqlField): string {
    return exactField(field.name, this.fields);
  }

  isAddress({ name }: EqlField): boolean {
    return this.fields.get(name)?.type === 'ip';
  }

  dsl(query: JsonObject): EqlFilter {
    return { kind: 'Dsl', query };
  }

  /** Scripts read the values of fields where they are stored whole. */
  private script(condition: EqlExpression): EqlFilter {
    return { kind: 'Script', condition: replaceFields(condition, (field) => ({ ...field, name: this.exact(field) })) };
  }

  constantOrScript(node: EqlExpression): Translated {
    const constant = constantValue(node);
    if (constant === undefined) return this.script(node);
    return constant === null ? null : constant === true ? ALL : NONE;
  }

  private comparison(node: EqlComparison): Translated {
    const { operator, left, right } = node;
    const [one, two] = [constantValue(left), constantValue(right)];
    if (operator === '==' || operator === '!=') {
      const tested = two === null ? left : one === null ? right : undefined;
      if (tested !== undefined) return operator === '==' ? this.isNull(tested) : negation(this.isNull(tested));
    }
    if (one !== undefined && two !== undefined) return this.constantOrScript(node);
    if (one !== undefined)
      return this.withConstant({ ...node, operator: MIRRORED[operator], left: right, right: left }, one);
    return two === undefined ? this.script(node) : this.withConstant(node, two);
  }

  /** The right side is a constant. */
  private withConstant(node: EqlComparison, value: EqlValue): Translated {
    const { operator, left } = node;
    if (value === null) return null;
    const isEquality = operator === '==' || operator === '!=';
    if (left.kind !== 'Field') {
      // Only what is true or false can be compared with true, so that the comparison says nothing more.
      if (isEquality && typeof value === 'boolean') {
        const inner = this.condition(left);
        return (operator === '==') === value ? inner : negation(inner);
      }
      const moved = moveConstants({ left, operator, value }, this.fields);
      return moved.left.kind === 'Field'
        ? this.compareField(moved.left, moved.operator, moved.value)
        : this.script(node);
    }
    return this.compareField(left, operator, value);
  }

  private compareField(left: EqlField, operator: EqlComparisonOperator, value: EqlValue): EqlFilter {
    if (operator === '==' || operator === '!=') {
      const term = this.dsl({ term: { [this.exact(left)]: { value: jsonOf(value) } } });
      return operator === '==' ? term : { kind: 'Not', clause: term };
    }
    return this.dsl({ range: { [left.name]: { [BOUNDS[operator]]: jsonOf(value) } } });
  }

  private membership(node: EqlIn): Translated {
    const { value, items, insensitive, negated } = node;
    if (insensitive) {
      const found = disjunction(items.map((item) => this.equals(value, item, true)));
      return negated ? negation(found) : found;
    }
    const positive = negated ? this.membership({ ...node, negated: false }) : undefined;
    if (positive !== undefined) return negation(positive);
    const constants = items.map(constantValue);
    const terms = constants.filter((item) => item !== undefined && item !== null);
    if (terms.length === 0 && !constants.includes(undefined)) return null;
    if (value.kind !== 'Field' || constants.includes(undefined)) return this.constantOrScript(node);
    return this.dsl({ terms: { [this.exact(value)]: terms.map(jsonOf) } });
  }

  private match(node: EqlMatch): Translated {
    const { operator, patterns, value } = node;
    if (operator === 'regex' || operator === 'regex~') {
      const texts = patterns.map((item) => (item.kind === 'Null' ? '' : String(item.value)));
      return patternTest(this, value, { kind: 'regexp', text: texts.join('|'), insensitive: operator === 'regex~' });
    }
    const insensitive = operator !== 'like';
    const clauses = patterns.map((item) => {
      if (operator === ':' && !(item.kind === 'String' && hasWildcard(item.value)))
        return this.equals(value, item, true);
      return patternTest(this, value, {
        kind: 'like',
        text: item.kind === 'Null' ? '' : String(item.value),
        insensitive,
      });
    });
    return disjunction(clauses);
  }
}

function nullTest(operator: '==' | '!=', left: EqlExpression): EqlComparison {
  const { range } = left;
  return { kind: 'Comparison', operator, left, right: { kind: 'Null', range }, range };
}

const BOUNDS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Whole numbers that a double can hold are plain JSON numbers. */
function jsonOf(value: EqlValue): JsonValue {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
