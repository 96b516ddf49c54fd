import type { IndexDefinition } from '../engine/cluster.js';
import { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { resolveIndices } from '../engine/embedded/resolve-indices.js';
import type { BacktestDocument } from './backtest-document.js';

/** The indices of the log, and the documents that decided what fields are in them which no mapping names. */
export class KnownIndices {
  readonly #definitionOf: (index: string) => IndexDefinition;
  readonly #first = new Map<string, BacktestDocument[]>();

  constructor(definitionOf: (index: string) => IndexDefinition) {
    this.#definitionOf = definitionOf;
  }

  /** Notes an index, and a document that is the first with a field. */
  note(index: string, first?: BacktestDocument): void {
    const known = this.#first.get(index);
    if (known === undefined) this.#first.set(index, first === undefined ? [] : [first]);
    else if (first !== undefined) known.push(first);
  }

  /** A new index of a name with its fields, and no document. */
  open(name: string): EmbeddedIndex {
    const index = new EmbeddedIndex(name, this.#definitionOf(name));
    this.#learn(index);
    return index;
  }

  /** A cluster with those of the indices that patterns mean, and no document. */
  async cluster(patterns: readonly string[], clock: () => Date): Promise<EmbeddedCluster> {
    const cluster = new EmbeddedCluster({ clock });
    const names = [...this.#first.keys()].sort();
    const options = { ignore_unavailable: true, allow_no_indices: true };
    for (const name of patterns.length === 0 ? [] : resolveIndices(patterns.join(','), names, options)) {
      await cluster.createIndex(name, this.#definitionOf(name));
      for (const index of cluster.indices(name)) this.#learn(index);
    }
    return cluster;
  }

  /** What a document brings into a mapping stays when the document goes. */
  #learn(index: EmbeddedIndex): void {
    for (const { id, text } of this.#first.get(index.name) ?? []) {
      index.add(id, text);
      index.delete(id);
    }
  }
}
