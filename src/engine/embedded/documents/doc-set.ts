/** A set of document numbers below `size`, as a bitmap: boolean queries are operations on whole words. */
export class DocSet {
  readonly size: number;
  /** Whether the set is none or all whatever the documents hold: such clauses are settled before any other is looked at. */
  readonly isSettled: boolean;
  private readonly words: Uint32Array;

  private constructor(size: number, words: Uint32Array, isSettled = false) {
    this.size = size;
    this.isSettled = isSettled;
    this.words = words;
  }

  /** The empty set of documents below `size`. */
  static empty(size: number): DocSet {
    return new DocSet(size, new Uint32Array((size + 31) >>> 5));
  }

  /** The empty set of a clause that can never match, e.g. on a field that is not mapped. */
  static none(size: number): DocSet {
    return new DocSet(size, new Uint32Array((size + 31) >>> 5), true);
  }

  /** The full set of a clause that always matches. */
  static all(size: number): DocSet {
    return new DocSet(size, DocSet.full(size).words, true);
  }

  /** The set of all documents below `size`. */
  static full(size: number): DocSet {
    const set = DocSet.empty(size);
    set.words.fill(0xffff_ffff);
    set.trim();
    return set;
  }

  /** The same documents as the result of a query that was run. */
  unsettled(): DocSet {
    return this.isSettled ? new DocSet(this.size, this.words) : this;
  }

  has(doc: number): boolean {
    return ((this.words[doc >>> 5] ?? 0) & (1 << (doc & 31))) !== 0;
  }

  add(doc: number): void {
    const word = doc >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (doc & 31));
  }

  /** The documents in both; the sets have one size. */
  and(other: DocSet): DocSet {
    return this.combine(other, (a, b) => a & b);
  }

  /** The documents in either. */
  or(other: DocSet): DocSet {
    return this.combine(other, (a, b) => a | b);
  }

  /** The documents in this set and not in the other. */
  without(other: DocSet): DocSet {
    return this.combine(other, (a, b) => a & ~b);
  }

  /** The documents below `size` that are not in the set. */
  complement(): DocSet {
    const set = new DocSet(
      this.size,
      this.words.map((word) => ~word),
    );
    set.trim();
    return set;
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  count(): number {
    let count = 0;
    for (let word of this.words) {
      word -= (word >>> 1) & 0x5555_5555;
      word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
      count += (((word + (word >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
    }
    return count;
  }

  /** The documents in ascending order. */
  *[Symbol.iterator](): Generator<number, void> {
    for (let index = 0; index < this.words.length; index++) {
      let word = this.words[index] ?? 0;
      while (word !== 0) {
        const lowest = word & -word;
        yield index * 32 + (31 - Math.clz32(lowest));
        word ^= lowest;
      }
    }
  }

  private combine(other: DocSet, operate: (a: number, b: number) => number): DocSet {
    const words = new Uint32Array(this.words.length);
    for (let index = 0; index < words.length; index++) {
      words[index] = operate(this.words[index] ?? 0, other.words[index] ?? 0);
    }
    return new DocSet(this.size, words);
  }

  /** Clears the bits beyond `size`. */
  private trim(): void {
    const rest = this.size & 31;
    const last = this.words.length - 1;
    if (rest !== 0) this.words[last] = (this.words[last] ?? 0) & ((1 << rest) - 1);
  }
}
