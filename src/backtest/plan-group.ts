import type { FieldReader } from './field-reader.js';
import { IndexPlan, type PlanEntry } from './index-plan.js';
import { Sample } from './sample.js';

/** Documents after which the plan is made anew, by what they were like. */
const LEARNING = [20, 200];
/** Documents between two looks at how many candidates there are. */
const WATCHED = 2000;
/** Candidates of a document, on average, that are too many. */
const TOO_MANY = 4;
/** Times that a plan is made anew because of them. */
const MOST_CHANGES = 6;

/** The plan of indices that have the same mapping and the same rules; it follows what their documents are like. */
export class PlanGroup {
  readonly entries: readonly PlanEntry[];
  readonly #reader: FieldReader;
  #sample = new Sample();
  #plan: IndexPlan;
  #documents = 0;
  #watched = 0;
  #changes = 0;
  #isSampling = true;

  constructor(entries: readonly PlanEntry[], reader: FieldReader) {
    this.entries = entries;
    this.#reader = reader;
    this.#plan = new IndexPlan(entries, this.#sample, reader);
  }

  /** The entries that look at every document. */
  get always(): readonly PlanEntry[] {
    return this.#plan.always;
  }

  /** Collects the entries that the document which was read last could concern. */
  candidates(found: PlanEntry[]): void {
    this.#documents++;
    if (this.#isSampling) this.#learn();
    this.#plan.candidates(found);
    this.#watched += found.length;
    if (this.#documents % WATCHED === 0) this.#look();
  }

  #learn(): void {
    this.#sample.add(this.#reader);
    const { size } = this.#sample;
    if (!LEARNING.includes(size)) return;
    this.#plan = new IndexPlan(this.entries, this.#sample, this.#reader);
    this.#isSampling = size < Math.max(...LEARNING);
  }

  /** Logs change: where many documents have become candidates, a new sample is taken. */
  #look(): void {
    const tooMany = this.#watched > (TOO_MANY + this.always.length) * WATCHED;
    this.#watched = 0;
    if (!tooMany || this.#isSampling || this.#changes >= MOST_CHANGES) return;
    this.#changes++;
    this.#sample = new Sample();
    this.#isSampling = true;
  }
}
