import type { Scalar } from './scalar.js';
import type { Draft } from './draft.js';
import type { Fields } from './field-index.js';

/** What a variant changes about one field of a document. */
export type VariantKind = 'missing' | 'several-values' | 'other-case' | 'other-type';

/** A changed document. */
export interface Variant {
  readonly kind: VariantKind;
  readonly field: string;
  readonly draft: Draft;
}

/** The same document with one field changed at a time: left out, with a value more, in the other case, with its value in another JSON type. */
export function variantsOf(draft: Draft, fields: Fields): readonly Variant[] {
  return [...draft.values].flatMap(([field, values]) => {
    const domain = fields.get(field)?.domain;
    const change = (kind: VariantKind, changed: readonly Scalar[] | undefined): readonly Variant[] =>
      changed === undefined ? [] : [{ kind, field, draft: withValues(draft, field, changed) }];
    return [
      ...change('missing', []),
      ...change('several-values', withOneMore(values, domain?.fillers ?? [])),
      ...change('other-case', domain?.hasCase === true ? changedAll(values, otherCase) : undefined),
      ...change('other-type', changedAll(values, otherType)),
    ];
  });
}

function withValues(draft: Draft, field: string, values: readonly Scalar[]): Draft {
  const changed = new Map(draft.values);
  if (values.length === 0) changed.delete(field);
  else changed.set(field, values);
  return { ...draft, values: changed };
}

function withOneMore(values: readonly Scalar[], fillers: readonly Scalar[]): readonly Scalar[] | undefined {
  const more = fillers.find((filler) => !values.includes(filler));
  return more === undefined ? undefined : [more, ...values];
}

/** Undefined if nothing changes. */
function changedAll(values: readonly Scalar[], change: (value: Scalar) => Scalar): readonly Scalar[] | undefined {
  const changed = values.map(change);
  return changed.every((value, index) => value === values[index]) ? undefined : changed;
}

function otherCase(value: Scalar): Scalar {
  if (typeof value !== 'string') return value;
  const upper = value.toUpperCase();
  return upper === value ? value.toLowerCase() : upper;
}

/** A number as text, and text that is a plain number as one: Elasticsearch takes both for either type of field. */
function otherType(value: Scalar): Scalar {
  if (typeof value !== 'string') return String(value);
  const number = Number(value);
  return Number.isSafeInteger(number) && String(number) === value ? number : value;
}
