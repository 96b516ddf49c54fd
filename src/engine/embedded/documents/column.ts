import { DocSet } from './doc-set.js';
import { GrowableInts } from './growable-ints.js';

/** What a column can hold: one kind a column, integers beyond 2^53 as bigints. */
export type ColumnValue = string | number | bigint | boolean;

/** The documents that a column's documents are counted in; it grows while documents are added. */
export interface DocumentSpace {
  readonly size: number;
}

/** Longer strings are rarely equal, and hashing them costs more than holding each of them. */
const LONGEST_SHARED = 128;

/**
 * The values of one field, in the order in which they were added: each distinct value once, long strings excepted
 * (its ordinal is its place in `values`), and an entry (document, ordinal) for every occurrence. A document without a value takes no room.
 */
export class Column<V extends ColumnValue = ColumnValue> {
  /** The distinct values; some may be left without a document, when a document was taken back. */
  readonly values: V[] = [];
  readonly space: DocumentSpace;
  private readonly ordinals = new Map<V, number>();
  private last: V | undefined;
  private lastOrdinal = 0;
  private readonly docs = new GrowableInts();
  private readonly ords = new GrowableInts();

  constructor(space: DocumentSpace) {
    this.space = space;
  }

  /** Number of entries. */
  get length(): number {
    return this.docs.length;
  }

  /** Adds a value to the document with the highest number so far; returns whether the value is new to the column. */
  add(doc: number, value: V): boolean {
    const known = this.values.length;
    const ordinal = typeof value === 'string' ? this.ordinalOfString(value) : this.ordinalFor(value);
    this.docs.push(doc);
    this.ords.push(ordinal);
    return ordinal === known;
  }

  private ordinalOfString(value: V & string): number {
    if (value.length > LONGEST_SHARED) return this.values.push(value) - 1;
    // Neighbouring documents often agree, and comparing is cheaper than hashing.
    if (value === this.last) return this.lastOrdinal;
    this.last = value;
    return (this.lastOrdinal = this.ordinalFor(value));
  }

  private ordinalFor(value: V): number {
    const known = this.ordinals.get(value);
    if (known !== undefined) return known;
    const ordinal = this.values.length;
    this.values.push(value);
    this.ordinals.set(value, ordinal);
    return ordinal;
  }

  /** Takes back the entries of all documents from `doc` on. */
  truncate(doc: number): void {
    while (this.docs.length > 0 && this.docs.at(this.docs.length - 1) >= doc) {
      this.docs.length--;
      this.ords.length--;
    }
  }

  /** The documents that have exactly this value. */
  selectValue(value: V): DocSet {
    if (typeof value === 'string' && value.length > LONGEST_SHARED) return this.selectWhere((other) => other === value);
    const ordinal = this.ordinals.get(value);
    return ordinal === undefined ? DocSet.empty(this.space.size) : this.selectOne(ordinal);
  }

  /** The ordinal of a value that is no long string, if the column has it. */
  ordinalOf(value: V): number | undefined {
    return this.ordinals.get(value);
  }

  /** The documents that have one of the ordinals; `accepted[ordinal]` is 1 for those. */
  select(accepted: Uint8Array): DocSet {
    const set = DocSet.empty(this.space.size);
    const docs = this.docs.view();
    const ords = this.ords.view();
    for (let entry = 0; entry < ords.length; entry++) {
      if (accepted[ords[entry] ?? 0] === 1) set.add(docs[entry] ?? 0);
    }
    return set;
  }

  /** The documents that have the ordinal. */
  selectOne(ordinal: number): DocSet {
    const set = DocSet.empty(this.space.size);
    const docs = this.docs.view();
    const ords = this.ords.view();
    for (let entry = 0; entry < ords.length; entry++) {
      if (ords[entry] === ordinal) set.add(docs[entry] ?? 0);
    }
    return set;
  }

  /** The documents with a value that passes the test; each distinct value is tested once. */
  selectWhere(test: (value: V, ordinal: number) => boolean): DocSet {
    const accepted = new Uint8Array(this.values.length);
    let matches = 0;
    this.values.forEach((value, ordinal) => {
      if (!test(value, ordinal)) return;
      accepted[ordinal] = 1;
      matches++;
    });
    return matches > 0 ? this.select(accepted) : DocSet.empty(this.space.size);
  }

  /** The ordinals of a document in the order in which its values were added, duplicates included. */
  ordinalsOf(doc: number): number[] {
    const { docs } = this;
    let low = 0;
    let high = docs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (docs.at(middle) < doc) low = middle + 1;
      else high = middle;
    }
    const ordinals: number[] = [];
    for (; low < docs.length && docs.at(low) === doc; low++) ordinals.push(this.ords.at(low));
    return ordinals;
  }

  /** The values of a document in the order in which they were added, duplicates included. */
  valuesOf(doc: number): V[] {
    return this.ordinalsOf(doc).flatMap((ordinal) => {
      const value = this.values[ordinal];
      return value === undefined ? [] : [value];
    });
  }
}
