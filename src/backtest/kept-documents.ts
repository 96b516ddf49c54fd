/** The documents that one rule may read, by their numbers in the store, with their times. */
export class KeptDocuments {
  readonly #places: number[] = [];
  readonly #times: number[] = [];
  readonly #marks: number[] = [];
  #isSorted = true;

  get length(): number {
    return this.#places.length;
  }

  /** `time` in milliseconds since 1970; `mark`: what is known of the document beside. */
  add(place: number, time: number, mark = 0): void {
    if (time < (this.#times.at(-1) ?? -Infinity)) this.#isSorted = false;
    this.#places.push(place);
    this.#times.push(time);
    this.#marks.push(mark);
  }

  /** Orders the documents by time, those of one time as they came. */
  sort(): void {
    if (this.#isSorted) return;
    const order = this.#times.map((_, at) => at);
    order.sort((a, b) => (this.#times[a] ?? 0) - (this.#times[b] ?? 0) || a - b);
    for (const list of [this.#places, this.#times, this.#marks]) {
      const sorted = order.map((at) => list[at] ?? 0);
      for (const [at, value] of sorted.entries()) list[at] = value;
    }
    this.#isSorted = true;
  }

  place(at: number): number {
    return this.#places[at] ?? 0;
  }

  mark(at: number): number {
    return this.#marks[at] ?? 0;
  }

  /** Infinity behind the last document. */
  time(at: number): number {
    return this.#times[at] ?? Infinity;
  }

  /** The first document whose time is not below; the documents must be sorted. */
  firstFrom(time: number): number {
    let [low, high] = [0, this.#times.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
