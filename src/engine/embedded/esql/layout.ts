import type { CompileContext, Compiled, Row } from '../../../languages/esql/analysis/compile.js';
import type { Attribute, Search } from '../../../languages/esql/analysis/plan.js';
import { type Cell, Refusal } from '../../../languages/esql/cells.js';
import { kindOfField } from '../../../languages/esql/types.js';
import { cellBytes, isLarge } from '../../../languages/esql/cell-size.js';
import { type JsonObject, printJson } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import { MemoryLimit } from '../memory-limit.js';
import { ClusterError } from '../../cluster-error.js';
import type { EsqlTable } from './esql-source.js';
import type { Warnings } from './warnings.js';

/** Places in every row that say which document of which table it was read from. */
export const DOC_SLOT = 0;
export const TABLE_SLOT = 1;
const FIRST_SLOT = 2;

/** What Elasticsearch's circuit breaker calls the values of columns, the tables of hashes and lists, and the rows that a SORT keeps. */
export const BLOCKS = '<esql_block_factory>';
export const TABLES = '<reused_arrays>';
export const TOP_ROWS = 'topn';

/** Gives every column that is used a place in the rows, and reads fields only when they are asked for. */
export class Layout implements CompileContext {
  private readonly slots = new Map<number, number>();
  private readonly tables: readonly EsqlTable[];
  private readonly warnings: Warnings;
  /** The time that `now` means. */
  readonly now: Date;
  /** Counts what the operators hold. */
  readonly memory: MemoryLimit;

  constructor(tables: readonly EsqlTable[], warnings: Warnings, now: Date, memory: MemoryLimit = new MemoryLimit()) {
    this.tables = tables;
    this.warnings = warnings;
    this.now = now;
    this.memory = memory;
  }

  /** Ends the query at a value that does not fit beside what is held. */
  readonly weigh = (cell: Cell): void => {
    if (!isLarge(cell)) return;
    const bytes = cellBytes(cell);
    this.memory.add(bytes, BLOCKS);
    this.memory.release(bytes);
  };

  /** The place of a column; its first use makes one. */
  slot(attribute: Attribute): number {
    let slot = this.slots.get(attribute.id);
    if (slot === undefined) {
      slot = FIRST_SLOT + this.slots.size;
      this.slots.set(attribute.id, slot);
    }
    return slot;
  }

  reference(attribute: Attribute): Compiled {
    const slot = this.slot(attribute);
    if (attribute.field === undefined) return (row) => row[slot] ?? null;
    const loaders = this.tables.map((table) => loader(table, attribute));
    return (row) => {
      const known = row[slot];
      if (known !== undefined) return known;
      const load = loaders[row[TABLE_SLOT] as number];
      return (row[slot] = load?.(row[DOC_SLOT] as number) ?? null);
    };
  }

  converted(...[{ field }, variants]: Parameters<CompileContext['converted']>): Compiled {
    const name = field?.name ?? '';
    const readers = this.tables.map((table) => {
      const evaluate = variants.get(kindOfField(table.fields.get(name) ?? ''));
      const column = table.column(name);
      return evaluate && column && ((doc: number) => evaluate(column(doc)));
    });
    return (row) => readers[row[TABLE_SLOT] as number]?.(row[DOC_SLOT] as number) ?? null;
  }

  search(search: Search): Compiled {
    const query = queryOf(search);
    const found = new Map<number, DocSet>();
    return (row) => {
      const at = row[TABLE_SLOT] as number;
      let docs = found.get(at);
      if (docs === undefined) {
        docs = this.tables[at]?.search(query, this.now) ?? DocSet.empty(0);
        found.set(at, docs);
      }
      return docs.has(row[DOC_SLOT] as number);
    };
  }

  warn(...[node, failure, instead]: Parameters<CompileContext['warn']>): void {
    if (failure instanceof Refusal) {
      throw new ClusterError(400, { type: failure.exception, reason: failure.message });
    }
    this.warnings.failed(node, failure, instead);
  }
}

function loader(table: EsqlTable, attribute: Attribute): (doc: number) => Cell {
  switch (attribute.field?.name) {
    case '_index':
      return () => table.name;
    case '_id':
      return (doc) => table.id(doc);
    case '_version':
      return (doc) => table.version(doc);
    case '_score':
      return () => 0;
    case '_index_mode':
      return () => 'standard';
    case '_source':
      return (doc) => printJson(table.source(doc));
    case undefined:
    case '_tsid':
      return () => null;
    default:
      if (attribute.type === 'unsupported') return () => null;
      return table.column(attribute.field?.name ?? '') ?? (() => null);
  }
}

/** The Query DSL that a search function stands for. */
export function queryOf({ function: entry, field, query, options }: Search): JsonObject {
  const given = Object.fromEntries(options) as JsonObject;
  switch (entry.name) {
    case 'KQL':
      return { kql: { query: String(query), ...given } };
    case 'QSTR':
      return { query_string: { query: String(query), ...given } };
    default: {
      const name = entry.name === 'MATCH' ? 'match' : 'match_phrase';
      const lenient = entry.name === 'MATCH' ? { lenient: true } : {};
      const value = typeof query === 'object' ? '' : query;
      return { [name]: { [field?.field?.name ?? '']: { query: value, ...lenient, ...given } } };
    }
  }
}

/** A fresh row of a document. */
export function rowOf(table: number, doc: number): Row {
  return [doc, table];
}

/** Bytes of a row besides its cells, and of a place in it. */
const ROW_BYTES = 48;
const SLOT_BYTES = 8;

/** Bytes that a row takes while an operator holds it. */
export function rowBytes(row: Row): number {
  let bytes = ROW_BYTES + SLOT_BYTES * row.length;
  for (const cell of row) if (typeof cell === 'string' || typeof cell === 'object') bytes += cellBytes(cell);
  return bytes;
}
