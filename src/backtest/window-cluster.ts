import type { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import type { BulkDocument } from '../engine/cluster.js';
import type { ExecutionInputs } from './execution-inputs.js';
import type { KeptDocuments } from './kept-documents.js';

/** Documents that are given to the engine at a time. */
const BATCH = 1000;
/** Documents of the past that are kept before the engine is emptied. */
const MOST_PAST = 2000;

/** The engine with the documents that a window needs, moved along the log: documents come in as the window does, and the past is dropped at times. */
export class WindowCluster {
  readonly #inputs: ExecutionInputs;
  #cluster: EmbeddedCluster | undefined;
  #now = new Date(0);
  #indices: ReadonlySet<string> | undefined;
  /** The documents that the engine has: from the first to before the next one. */
  #first = 0;
  #next = 0;

  constructor(inputs: ExecutionInputs) {
    this.#inputs = inputs;
  }

  /** The engine with all documents from `start` to `end`, both included, and its clock at `now`. */
  async at(now: Date, start: number, end: number): Promise<EmbeddedCluster> {
    this.#now = now;
    const { events, plan, known, indicators } = this.#inputs;
    const [first, next] = [events.firstFrom(start), events.firstFrom(end + 1)];
    const past = Math.min(first, this.#next) - this.#first;
    let cluster = this.#cluster;
    if (cluster === undefined || first < this.#first || past > Math.max(MOST_PAST, next - first)) {
      const patterns = [...plan.events.patterns, ...(plan.indicators?.patterns ?? [])];
      cluster = await known.cluster(patterns, this.#wanted(), () => this.#now);
      this.#cluster = cluster;
      await this.#load(cluster, indicators, 0, indicators.length);
      [this.#first, this.#next] = [first, first];
    }
    if (next > this.#next) await this.#load(cluster, events, this.#next, next);
    this.#next = Math.max(next, this.#next);
    return cluster;
  }

  /** The indices of all documents that the rule may read. */
  #wanted(): ReadonlySet<string> {
    if (this.#indices === undefined) {
      const { events, indicators, store } = this.#inputs;
      const names = new Set<string>();
      for (const documents of [events, indicators]) {
        for (let at = 0; at < documents.length; at++) names.add(store.indexOf(documents.place(at)));
      }
      this.#indices = names;
    }
    return this.#indices;
  }

  async #load(cluster: EmbeddedCluster, documents: KeptDocuments, from: number, to: number): Promise<void> {
    const { store } = this.#inputs;
    for (let at = from; at < to; at += BATCH) {
      const batch: BulkDocument[] = [];
      for (let each = at; each < Math.min(to, at + BATCH); each++) {
        const { index, id, text } = store.read(documents.place(each));
        batch.push({ _index: index, _id: id, source: text });
      }
      await cluster.bulk(batch);
    }
  }
}
