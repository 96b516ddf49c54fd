import type { Atom } from './condition.js';
import type { FieldReader, FieldValues } from './field-reader.js';
import { NO } from './truth.js';

/** What an atom costs beside the documents that it lets through: looking a text up is cheaper than comparing it with patterns. */
const COST_OF_LOOKUP = 0.0001;
const COST_OF_TEST = 0.0005;
/** The share of documents that an atom is taken to let through, as long as nothing is known of them. */
const UNSEEN = 0.01;
/** The same for fields that have few values, of which many documents have the same. */
const COMMON = 0.5;
const COMMON_FIELDS: ReadonlySet<string> = new Set([
  'data_stream.dataset',
  'data_stream.type',
  'event.category',
  'event.dataset',
  'event.kind',
  'event.module',
  'event.outcome',
  'event.provider',
  'event.type',
  'host.os.family',
  'host.os.type',
  '@timestamp',
  'event.ingested',
]);

/** The fields of some documents, by which the share of documents that an atom lets through is told. */
export class Sample {
  readonly #documents: Map<number, FieldValues>[] = [];
  readonly #shares = new Map<Atom, number>();

  get size(): number {
    return this.#documents.length;
  }

  /** Adds the document that was read last. */
  add({ present, values }: FieldReader): void {
    this.#documents.push(new Map(present.map((slot) => [slot, values[slot]])));
    this.#shares.clear();
  }

  share(atom: Atom): number {
    const known = this.#shares.get(atom);
    if (known !== undefined) return known;
    const cost = atom.texts === undefined ? COST_OF_TEST : COST_OF_LOOKUP;
    const found = this.#documents.filter((fields) => {
      const values = fields.get(atom.slot);
      return values !== undefined && atom.test(values) !== NO;
    }).length;
    const share = cost + (this.size === 0 ? prior(atom) : found / this.size);
    this.#shares.set(atom, share);
    return share;
  }
}

function prior({ field }: Atom): number {
  return COMMON_FIELDS.has(field) ? COMMON : UNSEEN;
}
