import type { BacktestDocument } from './backtest-document.js';

/** Keeps texts that are needed later, in memory or elsewhere. */
export interface TextStore {
  /** Keeps a text and gives the number by which it is read again. */
  add(text: string): number;
  read(at: number): string;
}

/** Keeps texts in memory, without a bound. */
export class MemoryStore implements TextStore {
  readonly #texts: string[] = [];

  add(text: string): number {
    return this.#texts.push(text) - 1;
  }

  read(at: number): string {
    return this.#texts[at] ?? '';
  }
}

/** Documents that some rule may read, each kept once. */
export class DocumentStore {
  readonly #store: TextStore;
  /** Names of indices, and for each document that of its own. */
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #indices = new Map<number, number>();

  constructor(store: TextStore) {
    this.#store = store;
  }

  add({ index, id, text }: BacktestDocument): number {
    let number = this.#numbers.get(index);
    if (number === undefined) {
      number = this.#names.push(index) - 1;
      this.#numbers.set(index, number);
    }
    const place = this.#store.add(`${JSON.stringify([index, id])}\n${text}`);
    this.#indices.set(place, number);
    return place;
  }

  /** The index of a document. */
  indexOf(at: number): string {
    return this.#names[this.#indices.get(at) ?? 0] ?? '';
  }

  read(at: number): BacktestDocument {
    const kept = this.#store.read(at);
    const end = kept.indexOf('\n');
    const [index = '', id = ''] = JSON.parse(kept.slice(0, end)) as readonly string[];
    return { index, id, text: kept.slice(end + 1) };
  }
}
