import type { Atom } from './condition.js';
import { OPAQUE, type FieldScalar } from './field-reader.js';
import { NO } from './truth.js';

/** Values of a field whose rules are remembered. */
const MOST_VALUES = 20_000;
/** Longer texts rarely repeat. */
const LONGEST = 256;

/** The rules that one field can lead to: by the texts that they look for, and by tests that each value must be put to. */
export class AnchorField {
  readonly slot: number;
  /** Rules by text. */
  readonly #texts = new Map<string, number[]>();
  readonly #tests: { readonly atom: Atom; readonly rules: number[] }[] = [];
  readonly #all = new Set<number>();
  readonly #together: number[] = [];
  #remembered = new Map<FieldScalar, readonly number[]>();
  /** Tests of values that were made: what a value costs that is not remembered. */
  tests = 0;

  constructor(slot: number) {
    this.slot = slot;
  }

  add(atom: Atom, rule: number): void {
    this.#all.add(rule);
    if (atom.joinsValues === true) this.#together.push(rule);
    if (atom.texts !== undefined) {
      for (const text of atom.texts) this.#texts.set(text, [...(this.#texts.get(text) ?? []), rule]);
      return;
    }
    const known = this.#tests.find((test) => test.atom === atom);
    if (known) known.rules.push(rule);
    else this.#tests.push({ atom, rules: [rule] });
  }

  /** The rules that a value may lead to; some may come twice. */
  rulesOf(value: FieldScalar): readonly number[] {
    const known = this.#remembered.get(value);
    if (known !== undefined) return known;
    const rules = this.#find(value);
    if (typeof value !== 'string' || value.length <= LONGEST) {
      if (this.#remembered.size >= MOST_VALUES) this.#remembered = new Map();
      this.#remembered.set(value, rules);
    }
    return rules;
  }

  /** The rules whose tests look at several values together. */
  get together(): readonly number[] {
    return this.#together;
  }

  #find(value: FieldScalar): readonly number[] {
    // What only the engine can read may be any text.
    const isText = typeof value === 'string' || typeof value === 'boolean';
    if (value === OPAQUE) return [...this.#all];
    const found = isText ? [...(this.#texts.get(String(value)) ?? [])] : [...this.#texts.values()].flat();
    for (const { atom, rules } of this.#tests) {
      this.tests++;
      if (atom.test(value) !== NO) found.push(...rules);
    }
    return found;
  }
}
