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

  constructor(store: TextStore) {
    this.#store = store;
  }

  add({ index, id, text }: BacktestDocument): number {
    return this.#store.add(`${JSON.stringify([index, id])}\n${text}`);
  }

  read(at: number): BacktestDocument {
    const kept = this.#store.read(at);
    const end = kept.indexOf('\n');
    const [index = '', id = ''] = JSON.parse(kept.slice(0, end)) as readonly string[];
    return { index, id, text: kept.slice(end + 1) };
  }
}
