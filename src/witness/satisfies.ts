import type { Condition, FieldTest, Relation } from './condition.js';
import type { Scalar } from './scalar.js';
import type { Draft } from './draft.js';
import type { Fields } from './field-index.js';

/** Whether a draft satisfies a condition: what its author claims, for real engines to confirm. */
export function satisfies(draft: Draft, condition: Condition, fields: Fields): boolean {
  switch (condition.kind) {
    case 'All':
      return condition.parts.every((part) => satisfies(draft, part, fields));
    case 'Any':
      return condition.parts.some((part) => satisfies(draft, part, fields));
    case 'Not':
      return !satisfies(draft, condition.part, fields);
    case 'Clause':
      return satisfies(draft, condition.part, fields);
    case 'Within':
      return (draft.nested.get(condition.path) ?? []).some((object) => satisfies(object, condition.part, fields));
    case 'Field':
      return hasValue(draft, condition.field, condition.test, fields);
    case 'Relation':
      return isRelated(draft, condition, fields);
    case 'Anywhere':
      return [...draft.values.keys()].some((field) => hasValue(draft, field, condition.test, fields));
    case 'Constant':
      return condition.value;
  }
}

/** Whether some choice of one value for each field passes; not if a field has none. */
export function isRelated(draft: Draft, { fields: names, holds }: Relation, fields: Fields): boolean {
  const choices = names.map((name) => draft.values.get(fields.get(name)?.base ?? name) ?? []);
  const choose = (chosen: readonly Scalar[]): boolean => {
    const values = choices[chosen.length];
    return values === undefined ? holds(chosen) : values.some((value) => choose([...chosen, value]));
  };
  return choose([]);
}

function hasValue(draft: Draft, name: string, test: FieldTest, fields: Fields): boolean {
  const field = fields.get(name);
  if (field === undefined) return false;
  const passes = (values: readonly Scalar[]): boolean => values.some((value) => field.domain.holds(test, value));
  if (passes(draft.values.get(field.base) ?? [])) return true;
  // Outside a nested group Kibana reaches into nested objects only by patterns, and then one by one.
  const nested = field.nested === undefined ? [] : (draft.nested.get(field.nested) ?? []);
  return nested.some((object) => passes(object.values.get(field.base) ?? []));
}
