import { DocSet } from './doc-set.js';
import type { DocumentValue } from './document-number.js';
import { GrowableInts } from './growable-ints.js';

/** What a column can hold: one kind a column, integers beyond 2^53 as bigints. */
export type ColumnValue = string | number | bigint | boolean;

/** The documents that a column's documents are counted in; it grows while documents are added. */
export interface DocumentSpace {
  readonly size: number;
  /** What the source of a document has for a field, for fields whose values are held nowhere else. */
  sourceValues?(doc: number, field: SourceField): readonly DocumentValue[];
}

/** The names by which the source of a document knows a field. */
export interface SourceField {
  readonly name: string;
  readonly sourceName: string;
}

/** Longer strings are rarely equal, and hashing them costs more than holding each of them. */
const LONGEST_SHARED = 128;

/** Strings of a column that are remembered by a few of their characters; a power of two. */
const RECENT = 128;

/**
 * The values of one field, in the order in which they were added: each distinct value once, long strings excepted
 * (its ordinal is its place in `values`), and an entry (document, ordinal) for every occurrence. A document without a value takes no room,
 * and where every document has exactly one value, the documents are not listed either.
 */
export class Column<V extends ColumnValue = ColumnValue> {
  /** The distinct values; some may be left without a document, when a document was taken back. */
  readonly values: V[] = [];
  readonly space: DocumentSpace;
  private readonly ordinals = new Map<V, number>();
  private recent: (V | undefined)[] | undefined;
  private recentOrdinals: Int32Array | undefined;
  /** The document of each entry; undefined while the entry `n` is the only one of the document `n`. */
  private docs: GrowableInts | undefined;
  private readonly ords = new GrowableInts();

  constructor(space: DocumentSpace) {
    this.space = space;
  }

  /** Number of entries. */
  get length(): number {
    return this.ords.length;
  }

  /** Adds a value to the document with the highest number so far; returns whether the value is new to the column. */
  add(doc: number, value: V): boolean {
    const known = this.values.length;
    const ordinal = typeof value === 'string' ? this.ordinalOfString(value) : this.ordinalFor(value);
    if (this.docs !== undefined) this.docs.push(doc);
    else if (doc !== this.ords.length) this.listDocuments().push(doc);
    this.ords.push(ordinal);
    return ordinal === known;
  }

  private listDocuments(): GrowableInts {
    const docs = new GrowableInts();
    for (let doc = 0; doc < this.ords.length; doc++) docs.push(doc);
    return (this.docs = docs);
  }

  /** Documents often agree with one shortly before, and comparing is cheaper than hashing. */
  private ordinalOfString(value: V & string): number {
    const { length } = value;
    const recent = (this.recent ??= new Array<V | undefined>(RECENT).fill(undefined));
    const ordinals = (this.recentOrdinals ??= new Int32Array(RECENT));
    const slot =
      (length ^
        (length === 0
          ? 0
          : value.charCodeAt(length - 1) * 3 +
            value.charCodeAt(length >>> 1) * 17 +
            value.charCodeAt(length >>> 2) * 7)) &
      (RECENT - 1);
    if (recent[slot] === value) return ordinals[slot] ?? 0;
    const ordinal = length > LONGEST_SHARED ? this.values.push(value) - 1 : this.ordinalFor(value);
    recent[slot] = this.values[ordinal];
    return (ordinals[slot] = ordinal);
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
    const { docs, ords } = this;
    if (docs === undefined) {
      ords.length = Math.min(ords.length, doc);
      return;
    }
    while (docs.length > 0 && docs.at(docs.length - 1) >= doc) {
      docs.length--;
      ords.length--;
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
    const docs = this.docs?.view();
    const ords = this.ords.view();
    for (let entry = 0; entry < ords.length; entry++) {
      if (accepted[ords[entry] ?? 0] === 1) set.add(docs === undefined ? entry : (docs[entry] ?? 0));
    }
    return set;
  }

  /** The documents that have the ordinal. */
  selectOne(ordinal: number): DocSet {
    const set = DocSet.empty(this.space.size);
    const docs = this.docs?.view();
    const ords = this.ords.view();
    for (let entry = 0; entry < ords.length; entry++) {
      if (ords[entry] === ordinal) set.add(docs === undefined ? entry : (docs[entry] ?? 0));
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

  /** Whether a test holds for all entries, in the order in which they were added; it is not asked again after one that fails. */
  everyEntry(test: (doc: number, ordinal: number) => boolean): boolean {
    const docs = this.docs?.view();
    const ords = this.ords.view();
    for (let entry = 0; entry < ords.length; entry++) {
      if (!test(docs === undefined ? entry : (docs[entry] ?? 0), ords[entry] ?? 0)) return false;
    }
    return true;
  }

  /** The ordinals of a document in the order in which its values were added, duplicates included. */
  ordinalsOf(doc: number): number[] {
    const { docs } = this;
    if (docs === undefined) return doc < this.ords.length ? [this.ords.at(doc)] : [];
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
