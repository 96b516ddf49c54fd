import { AnchorField } from './anchor-field.js';
import { anchorsOf } from './anchors.js';
import type { Condition } from './condition.js';
import type { FieldReader } from './field-reader.js';
import type { OPAQUE } from './field-reader.js';
import type { Sample } from './sample.js';

/** A side of a rule as one kind of index sees it. */
export interface PlanEntry {
  /** Place of the rule. */
  readonly rule: number;
  readonly isIndicator: boolean;
  readonly condition: Condition;
  readonly decides: boolean;
  /** Conditions of the steps of a sequence, of which the condition is any. */
  readonly steps: readonly Condition[];
}

/** Finds, for each document of one kind of index, the few rules that it could concern. */
export class IndexPlan {
  readonly entries: readonly PlanEntry[];
  readonly #reader: FieldReader;
  readonly #always: readonly number[];
  readonly #fields: (AnchorField | undefined)[] = [];
  readonly #seen: Int32Array;
  #document = 0;

  constructor(entries: readonly PlanEntry[], sample: Sample, reader: FieldReader) {
    this.entries = entries;
    this.#reader = reader;
    this.#seen = new Int32Array(entries.length);
    const always: number[] = [];
    for (const [at, { condition }] of entries.entries()) {
      const anchors = anchorsOf(condition, (atom) => sample.share(atom));
      if (anchors === undefined) always.push(at);
      else for (const atom of anchors.atoms) (this.#fields[atom.slot] ??= new AnchorField(atom.slot)).add(atom, at);
    }
    this.#always = always;
  }

  /** The entries that have to look at every document. */
  get always(): readonly PlanEntry[] {
    return this.#always.flatMap((at) => this.entries[at] ?? []);
  }

  /** Collects the entries that the document which was read last could concern. */
  candidates(found: PlanEntry[]): void {
    const document = ++this.#document;
    found.length = 0;
    for (const at of this.#always) this.#add(at, document, found);
    const { present, values } = this.#reader;
    for (const slot of present) {
      const field = this.#fields[slot];
      if (field === undefined) continue;
      const value = values[slot];
      if (Array.isArray(value)) this.#several(field, value as readonly (string | number | boolean)[], document, found);
      else for (const at of field.rulesOf(value as string | number | boolean)) this.#add(at, document, found);
    }
  }

  #several(
    field: AnchorField,
    values: readonly (string | number | boolean | typeof OPAQUE)[],
    document: number,
    found: PlanEntry[],
  ): void {
    for (const value of values) for (const at of field.rulesOf(value)) this.#add(at, document, found);
    for (const at of field.together) this.#add(at, document, found);
  }

  #add(at: number, document: number, found: PlanEntry[]): void {
    if (this.#seen[at] === document) return;
    this.#seen[at] = document;
    const entry = this.entries[at];
    if (entry) found.push(entry);
  }
}
