/** A list of 32-bit integers that grows at its end. */
export class GrowableInts {
  length = 0;
  private items: Int32Array = new Int32Array(4);

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.length + (this.length >>> 1) + 4);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  /** The item at an index below `length`. */
  at(index: number): number {
    return this.items[index] ?? 0;
  }

  /** The items, without a copy; valid until the next `push`. */
  view(): Int32Array {
    return this.items.subarray(0, this.length);
  }
}
