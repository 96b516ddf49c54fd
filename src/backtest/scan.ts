import { resolveIndices } from '../engine/embedded/resolve-indices.js';
import type { IndexDefinition } from '../engine/cluster.js';
import { Atoms } from './atoms.js';
import { type Atom, type Condition, truthOf } from './condition.js';
import { FieldReader } from './field-reader.js';
import type { PlanEntry } from './index-plan.js';
import { PlanGroup } from './plan-group.js';
import type { PlannedRule, RuleSide } from './planned-rule.js';
import { Schema } from './schema.js';
import { NO, type Truth, YES } from './truth.js';

/** A rule that a document may concern. */
export interface ScanHit {
  /** Place of the rule. */
  readonly rule: number;
  /** Whether the document is an indicator of the rule, not an event. */
  readonly isIndicator: boolean;
  /** Whether the rule's filter certainly lets the document pass; else the engine has the last word. */
  readonly isCertain: boolean;
  /** The steps of a sequence that the document may be, as bits. */
  readonly steps: number;
}

const NOTHING: readonly string[] = [];

/** Steps of a sequence that are told apart. */
const MOST_STEPS = 30;

/** What a pass cost, in numbers that do not depend on the machine. */
export interface ScanCounts {
  readonly documents: number;
  /** Rules whose condition was looked at, summed over the documents. */
  readonly candidates: number;
  /** Rules that a document may concern, summed over the documents. */
  readonly hits: number;
  /** Tests that all rules share. */
  readonly atoms: number;
}

/** What the scan knows of one index. */
interface IndexState {
  readonly group: PlanGroup;
  /** Fields by their slot that no mapping names, and no document of the index had yet. */
  readonly unseen: Map<number, string>;
}

/** Looks at documents one by one and tells which rules each may concern: never too few. */
export class Scan {
  readonly reader: FieldReader = new FieldReader();
  readonly #rules: readonly PlannedRule[];
  readonly #atoms = new Atoms(this.reader);
  readonly #definitionOf: (index: string) => IndexDefinition;
  readonly #indices = new Map<string, IndexState>();
  readonly #schemas = new Map<unknown, Schema>();
  readonly #groups = new Map<string, PlanGroup>();
  /** Rules whose condition was looked at, by place: what each costs. */
  readonly looks: number[];
  readonly #candidates: PlanEntry[] = [];
  #truths = new Uint8Array(1024);
  #asked = new Int32Array(1024);
  #documents = 0;
  #looked = 0;
  #hits = 0;
  readonly #ask = (atom: Atom): Truth => this.#truthOf(atom);

  constructor(rules: readonly PlannedRule[], definitionOf: (index: string) => IndexDefinition) {
    this.#rules = rules;
    this.#definitionOf = definitionOf;
    this.looks = rules.map(() => 0);
  }

  get counts(): ScanCounts {
    return {
      documents: this.#documents,
      candidates: this.#looked,
      hits: this.#hits,
      atoms: this.#atoms.list.length,
    };
  }

  /**
   * The rules that a document of an index may concern. `brings` names fields of which it is the first document of its index: it decides what they
   * are in that index.
   */
  look(document: object, index: string): { readonly hits: readonly ScanHit[]; readonly brings: readonly string[] } {
    const { group, unseen } = this.#stateOf(index);
    this.reader.read(document);
    this.#documents++;
    group.candidates(this.#candidates);
    const hits: ScanHit[] = [];
    for (const { rule, isIndicator, condition, decides, steps } of this.#candidates) {
      this.#looked++;
      this.looks[rule] = (this.looks[rule] ?? 0) + 1;
      const truth = truthOf(condition, this.#ask);
      if (truth === NO) continue;
      hits.push({ rule, isIndicator, isCertain: truth === YES && decides, steps: this.#stepsOf(steps) });
    }
    this.#hits += hits.length;
    return { hits, brings: unseen.size === 0 ? NOTHING : this.#unseenIn(unseen) };
  }

  #stepsOf(steps: readonly Condition[]): number {
    let found = 0;
    for (let at = 0; at < steps.length && at < MOST_STEPS; at++) {
      const step = steps[at];
      if (step !== undefined && truthOf(step, this.#ask) !== NO) found |= 1 << at;
    }
    return found;
  }

  #unseenIn(unseen: Map<number, string>): readonly string[] {
    const found: string[] = [];
    for (const slot of this.reader.present) {
      const name = unseen.get(slot);
      if (name === undefined) continue;
      unseen.delete(slot);
      found.push(name);
    }
    return found;
  }

  #truthOf(atom: Atom): Truth {
    const { id } = atom;
    if (id >= this.#asked.length) this.#grow();
    if (this.#asked[id] === this.#documents) return (this.#truths[id] ?? 0) as Truth;
    const truth = atom.test(this.reader.values[atom.slot]);
    this.#asked[id] = this.#documents;
    this.#truths[id] = truth;
    return truth;
  }

  #grow(): void {
    const size = Math.max(this.#atoms.list.length, this.#asked.length * 2);
    const [asked, truths] = [new Int32Array(size), new Uint8Array(size)];
    asked.set(this.#asked);
    truths.set(this.#truths);
    this.#asked = asked;
    this.#truths = truths;
  }

  #stateOf(index: string): IndexState {
    const known = this.#indices.get(index);
    if (known) return known;
    const definition = this.#definitionOf(index);
    let schema = this.#schemas.get(definition.mappings);
    if (schema === undefined) this.#schemas.set(definition.mappings, (schema = new Schema(index, definition)));
    // Many rules have the same patterns.
    const answers = new Map<string, boolean>();
    const isRead = ({ patterns }: RuleSide): boolean => {
      const list = patterns.join(',');
      let answer = answers.get(list);
      if (answer === undefined) answers.set(list, (answer = reads(patterns, index)));
      return answer;
    };
    const sides = this.#rules.flatMap(({ events, indicators }, rule) => [
      ...(isRead(events) ? [{ rule, side: events, isIndicator: false }] : []),
      ...(indicators && isRead(indicators) ? [{ rule, side: indicators, isIndicator: true }] : []),
    ]);
    const key = `${[...this.#schemas.values()].indexOf(schema)}:${sides.map(({ rule, isIndicator }) => `${rule}${isIndicator ? 'i' : ''}`).join()}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      const from = schema;
      const entries = sides.map(({ rule, side, isIndicator }): PlanEntry => {
        const { condition, decides, steps } = side.conditionIn(from, this.#atoms);
        for (const field of this.#rules[rule]?.groupFields ?? []) from.field(field);
        return { rule, isIndicator, condition, decides, steps };
      });
      this.#groups.set(key, (group = new PlanGroup(entries, this.reader)));
    }
    const unseen = new Map([...schema.assumed].map((name) => [this.reader.slot(name), name]));
    const state = { group, unseen };
    this.#indices.set(index, state);
    return state;
  }
}

/** Whether patterns mean an index. */
function reads(patterns: readonly string[], index: string): boolean {
  if (patterns.length === 0) return false;
  return resolveIndices(patterns.join(','), [index], { ignore_unavailable: true, allow_no_indices: true }).length > 0;
}
