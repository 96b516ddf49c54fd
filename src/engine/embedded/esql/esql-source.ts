import type { Cell } from '../../../languages/esql/cells.js';
import type { JsonObject } from '../../../values/json.js';
import type { DocSet } from '../documents/doc-set.js';
import type { Dictionary } from './dictionary.js';

/** One index as ES|QL reads it. */
export interface EsqlTable {
  readonly name: string;
  /** `index.mode`: `standard`, `lookup` … */
  readonly mode: string;
  /** Mapping types by full names: leaf fields with their multi-fields, and objects (`object`), since another index may have a field there. */
  readonly fields: ReadonlyMap<string, string>;
  /** The numbers of the documents, ascending. */
  documents(): DocSet;
  /** The different cells of a field of which no document has several values; undefined for any other. */
  dictionary(name: string): Dictionary | undefined;
  /** Reads a field's values in the form of doc values, as cells of the field's ES|QL type; undefined if it is not mapped. */
  column(name: string): ((doc: number) => Cell) | undefined;
  id(doc: number): string;
  version(doc: number): number;
  source(doc: number): JsonObject;
  /** Finds documents by Query DSL. */
  search(query: JsonObject, now: Date): DocSet;
}

/** An enrich policy with its rows: what it matches on, and what it adds. */
export interface EsqlPolicy {
  readonly matchField: string;
  readonly type: 'match' | 'range';
  /** Mapping types of the fields that it adds. */
  readonly fields: ReadonlyMap<string, string>;
  readonly table: EsqlTable;
}

/** What the engine reads from. */
export interface EsqlSource {
  /** The indices behind the patterns of FROM; undefined if there is none. */
  tables(patterns: readonly string[]): readonly EsqlTable[] | undefined;
  /** The lookup index of a name. */
  lookup?(index: string): EsqlTable | undefined;
  /** The enrich policy of a name. */
  policy?(name: string): EsqlPolicy | undefined;
}
