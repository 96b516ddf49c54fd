import type { IndexDefinition } from '../engine/cluster.js';
import { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { resolveIndices } from '../engine/embedded/resolve-indices.js';
import type { BacktestDocument } from './backtest-document.js';

/** What is known of one index. */
interface KnownIndex {
  /** The documents that brought fields, and the fields. */
  readonly first: BacktestDocument[];
  readonly brought: string[];
}

/** The indices of the log, and the documents that decided what fields are in them which no mapping names. */
export class KnownIndices {
  readonly #definitionOf: (index: string) => IndexDefinition;
  readonly #known = new Map<string, KnownIndex>();

  constructor(definitionOf: (index: string) => IndexDefinition) {
    this.#definitionOf = definitionOf;
  }

  /** Notes the index of a document, and the fields of which the document is the first. */
  note(document: BacktestDocument, brings: readonly string[]): void {
    let known = this.#known.get(document.index);
    if (known === undefined) this.#known.set(document.index, (known = { first: [], brought: [] }));
    if (brings.length === 0) return;
    const { index, id, text } = document;
    known.first.push({ index, id, text });
    known.brought.push(...brings);
  }

  /** A new index of a name with its fields, and no document. */
  open(name: string): EmbeddedIndex {
    const index = new EmbeddedIndex(name, this.#definitionOf(name));
    this.#learn(index);
    return index;
  }

  /**
   * A cluster without documents, with those indices that patterns mean: those that are wanted, and of the others one of each kind, since what
   * a query means depends on the fields of all indices that it reads.
   */
  async cluster(patterns: readonly string[], wanted: ReadonlySet<string>, clock: () => Date): Promise<EmbeddedCluster> {
    const cluster = new EmbeddedCluster({ clock });
    const names = [...this.#known.keys()].sort();
    const options = { ignore_unavailable: true, allow_no_indices: true };
    const read = patterns.length === 0 ? [] : resolveIndices(patterns.join(','), names, options);
    const kinds = new Set(read.filter((name) => wanted.has(name)).map((name) => this.#kindOf(name)));
    for (const name of read) {
      const kind = this.#kindOf(name);
      if (!wanted.has(name) && kinds.has(kind)) continue;
      kinds.add(kind);
      await cluster.createIndex(name, this.#definitionOf(name));
      for (const index of cluster.indices(name)) this.#learn(index);
    }
    return cluster;
  }

  /** Indices of one kind have the same mapping, and documents brought the same fields into them. */
  #kindOf(name: string): string {
    const brought = this.#known.get(name)?.brought ?? [];
    return JSON.stringify([numberOf(this.#definitionOf(name)), brought.toSorted()]);
  }

  /** What a document brings into a mapping stays when the document goes. */
  #learn(index: EmbeddedIndex): void {
    for (const { id, text } of this.#known.get(index.name)?.first ?? []) {
      index.add(id, text);
      index.delete(id);
    }
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** A number for each mapping. */
function numberOf({ mappings = {} }: IndexDefinition): number {
  let number = numbers.get(mappings);
  if (number === undefined) numbers.set(mappings, (number = ++last));
  return number;
}
