import type { EsqlType } from '../types.js';

/** A field of the indices that a query reads. */
export interface EsqlField {
  readonly name: string;
  /** `unsupported` for types that ES|QL cannot read, and for fields of several types. */
  readonly type: EsqlType;
  /** The mapping type, for messages. */
  readonly mappingType: string;
  /** Set where indices disagree: the mapping type and its indices. */
  readonly conflict?: readonly { readonly mappingType: string; readonly indices: readonly string[] }[];
}

/** What a query's index patterns lead to. */
export interface EsqlIndices {
  /** By name, in alphabetical order. */
  readonly fields: readonly EsqlField[];
  /** Of a lookup index: its `index.mode`. */
  readonly mode?: string;
}

/** An enrich policy: what it matches on and which fields it adds. */
export interface EsqlEnrichPolicy {
  readonly type?: 'match' | 'range';
  readonly matchField: string;
  readonly fields: readonly EsqlField[];
}

/** What the checker knows of the world; absent answers mean "not known", and are not checked. */
export interface EsqlCatalogue {
  /** The fields behind the patterns of FROM; undefined if no index matches. */
  indices(patterns: readonly string[]): EsqlIndices | undefined;
  /** The fields of a lookup index; undefined if there is none of that name. */
  lookup?(index: string): EsqlIndices | undefined;
  /** An enrich policy; undefined if there is none of that name. */
  policy?(name: string): EsqlEnrichPolicy | undefined;
}
