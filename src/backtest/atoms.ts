import type { Field } from '../engine/embedded/fields/field.js';
import { KeywordField, WildcardField } from '../engine/embedded/fields/keyword-field.js';
import { TextField } from '../engine/embedded/fields/text-field.js';
import type { JsonObject } from '../values/json.js';
import type { Atom, Condition } from './condition.js';
import { NEVER, UNKNOWN } from './condition.js';
import { OPAQUE, type FieldReader, type FieldScalar, type FieldValues } from './field-reader.js';
import { keywordTest, type KeywordTest } from './keyword-test.js';
import { Probe } from './probe.js';
import { ASSUMED, type Schema } from './schema.js';
import { MAYBE, NO, YES, type Truth } from './truth.js';

/** Longest text that a keyword may have in UTF-16 units, whatever they are: longer ones may make the engine reject the document. */
const LONGEST_TERM = 10_922;

/** Answers that a test remembers. */
const MOST_ANSWERS = 5000;

type Scalar = Exclude<FieldScalar, typeof OPAQUE>;

/** Makes the atoms of all rules: what two rules ask of the same field in the same way is one atom. */
export class Atoms {
  /** All atoms by their id. */
  readonly list: Atom[] = [];
  readonly reader: FieldReader;
  readonly #byKey = new Map<string, Atom>();
  readonly #probes = new Map<string, Probe>();

  constructor(reader: FieldReader) {
    this.reader = reader;
  }

  /**
   * What a query (`name` and `body` of Query DSL) asks of a field. `refused` is called where the field cannot be asked that: the engine then
   * refuses the whole search, and the rule with it.
   */
  leaf(schema: Schema, field: string, name: string, body: JsonObject, refused: () => void): Condition {
    if (field.startsWith('_') || field.includes('*')) return UNKNOWN;
    const known = schema.field(field);
    if (known === undefined) return schema.isObject(field) ? this.presence(field) : NEVER;
    if (known === ASSUMED) return this.#assumed(field, name, body);
    const { definition, source } = known;
    // Outside of a nested query the fields of nested objects find nothing.
    if (known.isNested) return NEVER;
    if (known.isSpecial) return UNKNOWN;
    if (known.isObjectReading) return this.presence(source);
    const test = isPlainKeyword(known.field) ? keywordTest(name, body) : undefined;
    if (test) {
      const limit = Number(known.field.definition['ignore_above'] ?? Infinity);
      return this.#keyword(source, `${known.field.type} ${limit}`, limit, test, name, body);
    }
    return this.#probed(source, known.field, definition, name, body, refused);
  }

  /** Whether a document has anything at a name; more only the engine can tell. */
  presence(name: string): Atom {
    return this.#atom(name, 'presence', () => ({ test: (values) => (values === undefined ? NO : MAYBE) }));
  }

  /** A field that no mapping names: the first document that has it decides its type, as a rule that of a keyword. */
  #assumed(field: string, name: string, body: JsonObject): Condition {
    const test = keywordTest(name, body);
    if (test === undefined) return this.presence(field);
    const one = (value: FieldScalar): Truth => {
      if (typeof value !== 'string' || isOtherwise(value)) return MAYBE;
      return value.length > 1024 || !test.holds(value) ? NO : MAYBE;
    };
    return this.#atom(field, `assumed ${name} ${JSON.stringify(body)}`, () => ({ test: anyValue(one) }));
  }

  #keyword(source: string, kind: string, limit: number, test: KeywordTest, name: string, body: JsonObject): Condition {
    const { holds, texts } = test;
    const one = (value: FieldScalar): Truth => {
      if (typeof value === 'string') {
        if (value.length > limit) return NO;
        return value.length > LONGEST_TERM ? MAYBE : holds(value) ? YES : NO;
      }
      // The text of a number may be another than JavaScript prints.
      if (typeof value === 'number') return name === 'exists' ? YES : MAYBE;
      return value === OPAQUE ? MAYBE : holds(String(value)) ? YES : NO;
    };
    const certain = texts?.every((text) => text.length <= LONGEST_TERM && text.length <= limit) === true;
    const key = `${kind} ${name} ${JSON.stringify(body)}`;
    return this.#atom(source, key, () => ({ test: anyValue(one), ...(certain ? { texts } : {}) }));
  }

  #probed(
    source: string,
    field: Field,
    definition: JsonObject,
    name: string,
    body: JsonObject,
    refused: () => void,
  ): Condition {
    const type = JSON.stringify(definition);
    // What now is changes from run to run.
    if (field.family.startsWith('date') && name === 'range' && JSON.stringify(body).includes('now'))
      return this.presence(source);
    const probeKey = `${source} ${type}`;
    let probe = this.#probes.get(probeKey);
    if (probe === undefined) this.#probes.set(probeKey, (probe = new Probe(source, definition)));
    const ask = probe.compile({ [name]: body });
    if (ask === undefined) {
      refused();
      return UNKNOWN;
    }
    const isNumber = field.type !== 'ip' && field.type !== 'boolean' && field.type !== 'date';
    const isText = field instanceof TextField;
    const isDelicate = (value: Scalar): boolean =>
      typeof value === 'number' && (isText || field.family === 'keyword' || (isNumber && !isExact(value)));
    const key = `probe ${type} ${field.name} ${name} ${JSON.stringify(body)}`;
    return this.#atom(source, key, () => {
      const isCertain = name === 'exists' ? certainValue(field) : () => false;
      const asked = remembering((value) => (isDelicate(value) ? MAYBE : ask([value])));
      const single = (value: Scalar): Truth => (isCertain(value) ? YES : asked(value));
      const one = (value: FieldScalar): Truth => (value === OPAQUE ? MAYBE : single(value));
      if (!isText) return { test: anyValue(one) };
      // Words of one query may stand in several values.
      return {
        joinsValues: true,
        test: (values) =>
          Array.isArray(values) ? severalTexts(values as readonly FieldScalar[], ask) : anyValue(one)(values),
      };
    });
  }

  #atom(field: string, question: string, make: () => Omit<Atom, 'id' | 'field' | 'slot' | 'ofMissing'>): Atom {
    const key = `${field} ${question}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = make();
    const atom: Atom = {
      ...made,
      id: this.list.length,
      field,
      slot: this.reader.slot(field),
      ofMissing: made.test(undefined),
    };
    this.#byKey.set(key, atom);
    this.list.push(atom);
    return atom;
  }
}

function isPlainKeyword(field: Field): boolean {
  const isWhole = field instanceof KeywordField || field instanceof WildcardField;
  return isWhole && field.definition['normalizer'] === undefined;
}

/** Texts that fields of other types than keywords take, too. */
function isOtherwise(text: string): boolean {
  if (text === '' || text === 'true' || text === 'false') return true;
  const first = text.charCodeAt(0);
  // A digit, a sign, a point, a blank: it may be a number. Dates are not detected.
  return (first <= 57 && first >= 43) || first <= 32 || text === 'NaN' || text.endsWith('Infinity');
}

/** Values that a field takes for sure, so that it exists. */
function certainValue({ type }: Field): (value: Scalar) => boolean {
  if (type === 'date') return (value) => typeof value === 'string' && DATE.test(value);
  if (type === 'long' || type === 'double') return (value) => typeof value === 'number' && isExact(value);
  return () => false;
}

/** The usual form of times; what is none after all the engine rejects. */
const DATE = /^[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

function isExact(value: number): boolean {
  return !Number.isInteger(value) || Number.isSafeInteger(value);
}

function anyValue(one: (value: FieldScalar) => Truth): (values: FieldValues) => Truth {
  return (values) => {
    if (values === undefined) return NO;
    if (!Array.isArray(values)) return one(values as FieldScalar);
    let found: Truth = NO;
    for (const value of values as readonly FieldScalar[]) {
      const truth = one(value);
      if (truth === YES) return YES;
      if (truth === MAYBE) found = MAYBE;
    }
    return found;
  };
}

function severalTexts(values: readonly FieldScalar[], ask: (values: readonly Scalar[]) => Truth): Truth {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === values.length ? ask(texts) : MAYBE;
}

/** The test with its last answers kept: values of logs repeat. */
function remembering(test: (value: Scalar) => Truth): (value: Scalar) => Truth {
  const known = new Map<Scalar, Truth>();
  return (value) => {
    let truth = known.get(value);
    if (truth === undefined) {
      truth = test(value);
      if (known.size >= MOST_ANSWERS) known.clear();
      if (typeof value !== 'string' || value.length <= 1024) known.set(value, truth);
    }
    return truth;
  };
}
