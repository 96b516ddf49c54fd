import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { keyedDigest } from './keyed-digest.js';
import type { KeyedDigest } from './keyed-digest.js';
import { isNumericOriginal, leaksIn } from './leaks-in.js';
import type { Search } from './leaks-in.js';
import { OriginalFinder } from './occurrences.js';
import { isPersonal, Originals } from './originals.js';
import { constantFor } from './replacement-constant.js';
import { treatmentsOf } from './redaction-rules.js';
import type { FieldTreatment, RedactionRule, Treatments, ValueKind } from './redaction-rules.js';
import { numberStandIn, standIns } from './stand-ins.js';
import { valuesInText } from './text-patterns.js';

/** How documents are redacted. */
export interface RedactionOptions {
  /** Rules after the defaults; the last one that names a field decides. */
  readonly rules?: readonly RedactionRule[];
  /** What the stand-ins depend on: the same key gives the same ones. Keep it secret, or make a new one for each run. */
  readonly key: string;
}

/** Redacted documents. */
export interface Redacted {
  readonly documents: readonly JsonObject[];
  /** Field → how many of its values were changed or left out. */
  readonly counts: ReadonlyMap<string, number>;
  /** Fields of documents that still hold an original; these documents must not be written. Empty unless something is wrong. */
  readonly leaks: readonly string[];
}

/**
 * Redacts documents: values of the fields that the rules name, and values that are known by their form (e-mail and IP addresses, account ids in ARNs,
 * access keys, passwords, security identifiers, names in paths), are changed wherever they stand, also inside of other texts and in keys. Equal values
 * become equal stand-ins, in all documents. A last look at what was made names the fields that still hold an original.
 *
 * A field that is kept stays as it is, even where it repeats a value of another field. Encoded forms (base64, hashes) of a value are not found.
 */
export function redactDocuments(documents: readonly JsonObject[], { rules = [], key }: RedactionOptions): Redacted {
  const treatments = treatmentsOf(rules);
  const originals = new Originals();
  for (const document of documents) collect(document, '', treatments, originals);
  const finder = new OriginalFinder(originals.all);
  const digest = keyedDigest(key);
  const found = standIns(originals.all, finder, digest);
  const search: Search = { treatments, finder, kinds: originals.all };
  const rewriter = new Rewriter(search, found, digest);
  const redacted = documents.map((document) => rewriter.object(document, ''));
  return { documents: redacted, counts: rewriter.counts, leaks: leaksIn(redacted, search) };
}

function collect(value: JsonValue, path: string, treatments: Treatments, originals: Originals): void {
  if (isJsonArray(value)) {
    for (const item of value) collect(item, path, treatments, originals);
    // A secret may be the word behind its option: `["mysql", "--password", "…"]`.
    if (treatments(path)?.action !== 'keep') {
      const words = value.filter((item) => typeof item === 'string').join(' ');
      for (const found of valuesInText(words, path)) originals.add(found);
    }
  } else if (isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      for (const found of valuesInText(name, '')) originals.add(found);
      collect(inner, joined(path, name), treatments, originals);
    }
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    collectLeaf(value, path, treatments, originals);
  }
}

function collectLeaf(
  value: string | number | bigint,
  path: string,
  treatments: Treatments,
  originals: Originals,
): void {
  const treatment = treatments(path);
  const text = String(value);
  if (treatment?.action === 'keep') return;
  // Of numbers only account ids are looked for elsewhere: any other would be found where it means something else.
  if (typeof value !== 'string' && !(treatment?.kind === 'account' && text.length >= 8)) return;
  if (treatment !== undefined && treatment.action !== 'remove') {
    originals.add({ kind: treatment.kind ?? 'text', value: text });
  } else if (treatment?.kind !== undefined) originals.add({ kind: treatment.kind, value: text });
  for (const found of valuesInText(text, path)) originals.add(found);
}

/** Makes new documents, with every original changed. */
class Rewriter {
  readonly #treatments: Treatments;
  readonly #finder: OriginalFinder;
  readonly #standIns: ReadonlyMap<string, string>;
  readonly #kinds: ReadonlyMap<string, ValueKind>;
  readonly #digest: KeyedDigest;
  readonly counts = new Map<string, number>();

  constructor({ treatments, finder, kinds }: Search, found: ReadonlyMap<string, string>, digest: KeyedDigest) {
    this.#digest = digest;
    this.#treatments = treatments;
    this.#finder = finder;
    this.#standIns = found;
    this.#kinds = kinds;
  }

  object(source: JsonObject, path: string): JsonObject {
    const entries = Object.entries(source).flatMap(([name, value]) => {
      const inner = joined(path, name);
      if (this.#treatments(inner)?.action === 'remove') {
        this.#count(inner);
        return [];
      }
      return [[this.#text(name), this.#value(value, inner)] as const];
    });
    return Object.fromEntries(entries);
  }

  #value(value: JsonValue, path: string): JsonValue {
    if (isJsonArray(value)) return value.map((item) => this.#value(item, path));
    if (isJsonObject(value)) return this.object(value, path);
    const treatment = this.#treatments(path);
    if (treatment?.action === 'keep' || value === null) return value;
    const made = treatment?.action === 'replace' ? constantFor(value, treatment.kind) : this.#leaf(value, treatment);
    if (made !== value) this.#count(path);
    return made;
  }

  #leaf(value: string | number | bigint | boolean, treatment: FieldTreatment | undefined): JsonValue {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'boolean') return value;
    const digits = String(value);
    const standIn = this.#standIns.get(digits);
    if (standIn !== undefined && isNumericOriginal(digits, this.#kinds)) return Number(standIn);
    const isHashed = treatment?.action === 'hash' && isPersonal(digits, treatment.kind ?? 'text');
    return isHashed ? numberStandIn(value, this.#digest) : value;
  }

  #text(text: string): string {
    let made = text;
    // What stands beside a stand-in can complete another original; a second round then finds it.
    for (let round = 0; round < 4; round += 1) {
      const occurrences = this.#finder.find(made);
      if (occurrences.length === 0) return made;
      let [next, at] = ['', 0];
      for (const { start, end, original } of occurrences) {
        next += made.slice(at, start) + inCaseOf(made.slice(start, end), this.#standIns.get(original) ?? '');
        at = end;
      }
      made = next + made.slice(at);
    }
    return made;
  }

  #count(path: string): void {
    this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
  }
}

/** Upper case for upper case: names that differ in case alone go on to do so. */
function inCaseOf(original: string, standIn: string): string {
  const letters = original.replace(/[^\p{L}]/gu, '');
  if (letters === '' || letters === letters.toLowerCase()) return standIn;
  if (letters === letters.toUpperCase()) return standIn.toUpperCase();
  const isCapitalised = letters.slice(1) === letters.slice(1).toLowerCase();
  return isCapitalised ? standIn.charAt(0).toUpperCase() + standIn.slice(1) : standIn;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
