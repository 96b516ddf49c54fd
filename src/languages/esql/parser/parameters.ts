import type { JsonValue } from '../../../values/json.js';

/** One parameter of a `_query` request: a value, an identifier or a pattern. */
export type EsqlParameter =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'identifier' | 'pattern'; readonly value: string };

/** The parameters of a query by position, and by name where they have one. */
export interface EsqlParameters {
  readonly positional: readonly EsqlParameter[];
  readonly named: ReadonlyMap<string, EsqlParameter>;
}
