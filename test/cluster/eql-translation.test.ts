import { expect, it } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';
import { documentsForEql } from './documents-for-eql.js';
import { searchAll, useIndex } from './node-under-oracle-url.js';

/**
 * Conditions of EQL beside the Query DSL that Elasticsearch makes of them, both written here and nowhere else: what the embedded engine
 * finds with the one, the node must find with the other.
 */
const index = 'eql-translation';

const mappings = {
  properties: {
    '@timestamp': { type: 'date' },
    event: { properties: { category: { type: 'keyword' } } },
    k: { type: 'keyword' },
    short_only: { type: 'keyword', ignore_above: 8 },
    w: { type: 'wildcard' },
    t: { type: 'text', fields: { raw: { type: 'keyword' } } },
    v: { type: 'version' },
    long: { type: 'long', ignore_malformed: true },
    int: { type: 'integer', ignore_malformed: true },
    small: { type: 'short', ignore_malformed: true },
    byte: { type: 'byte', ignore_malformed: true },
    double: { type: 'double', ignore_malformed: true },
    float: { type: 'float', ignore_malformed: true },
    half: { type: 'half_float', ignore_malformed: true },
    b: { type: 'boolean' },
    d: { type: 'date', ignore_malformed: true },
    nanos: { type: 'date_nanos' },
    ip: { type: 'ip', ignore_malformed: true },
    never: { type: 'keyword' },
  },
} as const;

const TEXTS = ['alpha', 'ALPHA', 'Alpha', 'beta', 'a.b', '', 'a*b', 'C:\\Win\\a.exe', 'c:\\win\\A.EXE', 'École', 'ÉCOLE', 'Straße', '😀 x', 'a\nb']; // prettier-ignore
const WHOLE = [0, 1, -1, 42, 100, '7', 'no number'];
const FRACTIONS = [0, 0.5, -1.5, 2.25, 1024, '2.5', 'no number'];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  k: TEXTS,
  short_only: [...TEXTS, 'much too long to be kept'],
  w: TEXTS,
  t: [...TEXTS, 'Net User'],
  v: ['1.2.3', '1.10.0', '1.2.3-rc1', 'no version'],
  long: [...WHOLE, 9_007_199_254_740_991, 2_147_483_648],
  int: [...WHOLE, 2_147_483_647],
  small: [...WHOLE, 32_767],
  byte: [...WHOLE, 127],
  double: [...FRACTIONS, 1e20],
  float: FRACTIONS,
  half: FRACTIONS,
  b: [true, false, 'true', 'false'],
  d: ['2024-01-01T00:00:00Z', '2024-06-30', 1_704_067_200_000, 'no date'],
  nanos: ['2024-01-01T00:00:00.000000001Z', '2024-01-01T00:00:00Z'],
  ip: ['10.0.0.1', '192.168.1.1', '::1', 'fe80::1', 'no address'],
};

const documents = documentsForEql(8_19_21, 100, VALUES);
useIndex(index, mappings, documents);

/** A query, what is known without looking at an event, or null: neither true nor false. */
type Meaning = JsonObject | boolean | null;

/** A condition in both languages. */
interface Condition {
  readonly eql: string;
  readonly dsl: Meaning;
}

/** Words for {@link Meaning}: `must_not` holds for events without the field, too. */
function not(meaning: Meaning): Meaning {
  if (meaning === null) return null;
  return typeof meaning === 'boolean' ? !meaning : { bool: { must_not: [meaning] } };
}

function all(meanings: readonly Meaning[]): Meaning {
  if (meanings.includes(false)) return false;
  if (meanings.includes(null)) return null;
  const queries = meanings.filter((meaning) => typeof meaning === 'object');
  return queries.length === 0 ? true : { bool: { must: queries } };
}

function any(meanings: readonly Meaning[]): Meaning {
  if (meanings.includes(true)) return true;
  const queries = meanings.filter((meaning) => typeof meaning === 'object' && meaning !== null);
  if (queries.length > 0) return { bool: { should: queries, minimum_should_match: 1 } };
  return meanings.includes(null) ? null : false;
}

const exact = (field: string): string => (field === 't' ? 't.raw' : field);
const bare = (field: string): string => field.replace('?', '');
const term = (field: string, value: JsonValue): Meaning => ({ term: { [exact(bare(field))]: { value } } });
const folded = (field: string, value: string): Meaning => ({
  term: { [exact(bare(field))]: { value, case_insensitive: true } },
});
const exists = (field: string): Meaning => ({ exists: { field: bare(field) } });
const between = (field: string, bound: string, value: JsonValue): Meaning => ({
  range: { [bare(field)]: { [bound]: value } },
});

/** `*` and `?` are wildcards, a backslash is a backslash; all text, or one text only, is asked for more simply. */
function like(field: string, pattern: string, insensitive: boolean): Meaning {
  if (/^\*+$/.test(pattern)) return exists(field);
  if (!/[*?]/.test(pattern)) return insensitive ? folded(field, pattern) : term(field, pattern);
  const value = pattern.replaceAll('\\', '\\\\');
  return { wildcard: { [exact(bare(field))]: { value, ...(insensitive ? { case_insensitive: true } : {}) } } };
}

/** Several patterns are one with bars between; plain text, with its escapes undone, is compared. */
function regex(field: string, patterns: readonly string[], insensitive: boolean): Meaning {
  const value = patterns.join('|');
  if (value === '.*') return exists(field);
  if (/^[\w ]*$/.test(value)) return insensitive ? folded(field, value) : term(field, value);
  return { regexp: { [exact(bare(field))]: { value, ...(insensitive ? { case_insensitive: true } : {}) } } };
}

const BOUNDS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;
const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
const ORDERS = ['<', '<=', '>', '>='] as const;

function conditions(count: number): readonly Condition[] {
  const random = seededRandom(31);
  const of = <T>(items: readonly T[]): T => pick(random, items);
  const quoted = (text: string): string => JSON.stringify(text);
  const several = <T>(make: () => T): readonly T[] => Array.from({ length: 1 + Math.floor(random() * 3) }, make);
  const text = (): string => of([...TEXTS, 'nothing']);
  const pattern = (): string => of(['al*', 'AL*', '*a', '?lpha', '*', '**', 'c:\\win\\*', '*école', 'STRAßE', 'a?b', 'a*b', '😀*', 'alpha', 'ALPHA', '']); // prettier-ignore
  const expression = (): string => of(['al.*', 'AL.*', '[a-z]+', '.*', 'a.b', 'c:\\\\win.*', 'alpha', 'ALPHA', '', 'a|b', '[^a]+', '(al|be).*']); // prettier-ignore
  const string = (): string => of(['k', 'w', 't', 'short_only', 'never', '?k']);
  const whole = (): string => of(['long', 'int', 'small', 'byte', '?long']);
  const numeric = (): string => of([whole(), 'double', 'float', 'half', '?double']);
  const number = (): number => of([0, 1, -1, 42, 0.5, 7, 100]);
  const field = (): string => of(['k', 'long', 'double', 'b', 'd', 'nanos', 'ip', 't', 'w', 'v', 'never', '?k']);
  const date = (): string => of(['2024-01-01', '2024-01-01T00:00:00Z', '2024-06-30', '2024-06-30T23:59:59.999Z']);

  const leaves: readonly (() => Condition)[] = [
    () => {
      const [name, value] = [string(), text()];
      const [operator, turn] = of([['==', false], ['!=', true]] as const); // prettier-ignore
      const meaning = term(name, value);
      const sides = of([`${name} ${operator} ${quoted(value)}`, `${quoted(value)} ${operator} ${name}`]);
      return { eql: sides, dsl: turn ? not(meaning) : meaning };
    },
    () => {
      const [name, patterns] = [string(), several(pattern)];
      const [operator, insensitive] = of([[':', true], ['like', false], ['like~', true]] as const); // prettier-ignore
      const meanings = patterns.map((one) => like(name, one, insensitive));
      return { eql: `${name} ${operator} (${patterns.map(quoted).join(', ')})`, dsl: any(meanings) };
    },
    () => {
      const [name, patterns] = [string(), several(expression)];
      const [operator, insensitive] = of([['regex', false], ['regex~', true]] as const); // prettier-ignore
      return {
        eql: `${name} ${operator} (${patterns.map(quoted).join(', ')})`,
        dsl: regex(name, patterns, insensitive),
      };
    },
    () => {
      const [name, values, negated] = [string(), several(text), random() < 0.4];
      const meaning: Meaning = { terms: { [exact(bare(name))]: [...values] } };
      return {
        eql: `${name} ${negated ? 'not in' : 'in'} (${values.map(quoted).join(', ')})`,
        dsl: negated ? not(meaning) : meaning,
      };
    },
    () => {
      const [name, values, negated] = [string(), several(text), random() < 0.4];
      const meaning = any(values.map((value) => folded(name, value)));
      return {
        eql: `${name} ${negated ? 'not in~' : 'in~'} (${values.map(quoted).join(', ')})`,
        dsl: negated ? not(meaning) : meaning,
      };
    },
    () => {
      const [name, part, insensitive] = [string(), of(['al', 'AL', 'É', '.exe', '']), random() < 0.5];
      const folding = insensitive ? { case_insensitive: true } : {};
      const tilde = insensitive ? '~' : '';
      const target = exact(bare(name));
      return of<Condition>([
        {
          eql: `startsWith${tilde}(${name}, ${quoted(part)})`,
          dsl: { prefix: { [target]: { value: part, ...folding } } },
        },
        {
          eql: `ENDSWITH${tilde}(${name}, ${quoted(part)})`,
          dsl: { wildcard: { [target]: { value: `*${part}`, ...folding } } },
        },
        {
          eql: `stringContains${tilde}(${name}, ${quoted(part)})`,
          dsl: { wildcard: { [target]: { value: `*${part}*`, ...folding } } },
        },
      ]);
    },
    () => {
      const [name, value] = [numeric(), number()];
      const [operator, turn] = of([['==', false], ['!=', true]] as const); // prettier-ignore
      const meaning = term(name, value);
      return {
        eql: of([`${name} ${operator} ${value}`, `${value} ${operator} ${name}`]),
        dsl: turn ? not(meaning) : meaning,
      };
    },
    () => {
      const [name, value, operator] = [numeric(), number(), of(ORDERS)];
      return {
        eql: of([`${name} ${operator} ${value}`, `${value} ${MIRRORED[operator]} ${name}`]),
        dsl: between(name, BOUNDS[operator], value),
      };
    },
    () => {
      const [name, values, negated] = [numeric(), several(number), random() < 0.4];
      const meaning: Meaning = { terms: { [bare(name)]: [...values] } };
      return {
        eql: `${name} ${negated ? 'not in' : 'in'} (${values.join(', ')})`,
        dsl: negated ? not(meaning) : meaning,
      };
    },
    // Whole constants move to the other side.
    () => {
      const [name, constant, value] = [whole(), of([1, 2, -3]), of([0, 2, 41])];
      const [operator, turn] = of([['==', false], ['!=', true]] as const); // prettier-ignore
      const [eql, moved] = of<[string, number]>([
        [`${name} + ${constant}`, value - constant],
        [`add(${constant}, ${name})`, value - constant],
        [`${name} - ${constant}`, value + constant],
        [`${constant} - ${name}`, constant - value],
        [`-${name}`, -value],
      ]);
      const meaning = term(name, moved);
      return { eql: `${eql} ${operator} ${value}`, dsl: turn ? not(meaning) : meaning };
    },
    () => {
      const [name, operator, value] = [whole(), of(ORDERS), of([0, 2, 41])];
      return of<Condition>([
        { eql: `${name} + 1 ${operator} ${value}`, dsl: between(name, BOUNDS[operator], value - 1) },
        { eql: `1 - ${name} ${operator} ${value}`, dsl: between(name, BOUNDS[MIRRORED[operator]], 1 - value) },
        { eql: `${name} * 2 ${operator} ${value * 2}`, dsl: between(name, BOUNDS[operator], value) },
        { eql: `${name} * -2 ${operator} ${value * 2}`, dsl: between(name, BOUNDS[MIRRORED[operator]], -value) },
        { eql: `-${name} ${operator} ${value}`, dsl: between(name, BOUNDS[MIRRORED[operator]], -value) },
      ]);
    },
    () =>
      of<Condition>([
        { eql: 'b', dsl: term('b', true) },
        { eql: '?b', dsl: term('b', true) },
        { eql: 'not b', dsl: not(term('b', true)) },
        { eql: 'b == true', dsl: term('b', true) },
        { eql: 'b != true', dsl: not(term('b', true)) },
        { eql: 'false == b', dsl: term('b', false) },
        { eql: 'b in (true, false)', dsl: { terms: { b: [true, false] } } },
      ]),
    () => {
      const [name, value, operator] = [of(['d', 'nanos', '@timestamp']), date(), of([...ORDERS, '==', '!='] as const)];
      const meaning =
        operator === '==' || operator === '!=' ? term(name, value) : between(name, BOUNDS[operator], value);
      return { eql: `${name} ${operator} ${quoted(value)}`, dsl: operator === '!=' ? not(meaning) : meaning };
    },
    () => {
      const [value, turn] = [of(['10.0.0.1', '::1', '10.0.0.0/8', 'fe80::/10']), random() < 0.5];
      const meaning = term('ip', value);
      return { eql: `ip ${turn ? '!=' : '=='} "${value}"`, dsl: turn ? not(meaning) : meaning };
    },
    () => {
      const blocks = several(() => of(['10.0.0.0/8', 'fe80::/10', '0.0.0.0/0', '::/0', '192.168.1.1/32']));
      return { eql: `cidrMatch(ip, ${blocks.map(quoted).join(', ')})`, dsl: { terms: { ip: [...blocks] } } };
    },
    () => {
      const [value, operator] = [of(['1.2.3', '1.9', '2.0.0']), of([...ORDERS, '=='] as const)];
      const meaning = operator === '==' ? term('v', value) : between('v', BOUNDS[operator], value);
      return { eql: `v ${operator} "${value}"`, dsl: meaning };
    },
    () => {
      const [name, operator, value] = [of(['k', 'w']), of(ORDERS), text()];
      return { eql: `${name} ${operator} ${quoted(value)}`, dsl: between(name, BOUNDS[operator], value) };
    },
    () => {
      const name = field();
      return of<Condition>([
        { eql: `${name} == null`, dsl: not(exists(name)) },
        { eql: `null == ${name}`, dsl: not(exists(name)) },
        { eql: `${name} != null`, dsl: exists(name) },
      ]);
    },
    // What depends on no event is known before.
    () =>
      of<Condition>([
        { eql: '1 == 1.0', dsl: true },
        { eql: '"a" == "A"', dsl: false },
        { eql: '"a" : "A"', dsl: true },
        { eql: 'length("abc") + 1 == 4', dsl: true },
        { eql: '5 / 2 == 2', dsl: true },
        { eql: 'substring("hello", 1, -1) : "ELL"', dsl: true },
        { eql: '"x" in ("y", "z")', dsl: false },
        { eql: 'cidrMatch(null, "10.0.0.0/8")', dsl: null },
        { eql: 'null == null', dsl: true },
        { eql: 'length(null) > 1', dsl: null },
      ]),
    // A field that is not mapped is null: equality with it asks whether there is a value, all else is null.
    () =>
      of<Condition>([
        { eql: '?gone == null', dsl: true },
        { eql: '?gone != null', dsl: false },
        { eql: '?gone == "x"', dsl: false },
        { eql: '?gone != "x"', dsl: true },
        { eql: '?gone : "x"', dsl: null },
        { eql: '?gone like "x*"', dsl: null },
        { eql: '?gone > 1', dsl: null },
        { eql: '?gone in ("x", "y")', dsl: null },
        { eql: '?gone in~ ("x", "y")', dsl: null },
        { eql: 'startsWith~(?gone, "x")', dsl: null },
        { eql: 'not ?gone : ("x", "y*")', dsl: null },
      ]),
  ];
  const leaf = (): Condition => of(leaves)();
  const nested = (depth: number): Condition => {
    if (depth === 0 || random() < 0.3) return leaf();
    const [left, right] = [nested(depth - 1), nested(depth - 1)];
    return of<Condition>([
      { eql: `not (${left.eql})`, dsl: not(left.dsl) },
      { eql: `(${left.eql} and ${right.eql})`, dsl: all([left.dsl, right.dsl]) },
      { eql: `(${left.eql} or ${right.eql})`, dsl: any([left.dsl, right.dsl]) },
      { eql: `not (${left.eql} and not (${right.eql}))`, dsl: not(all([left.dsl, not(right.dsl)])) },
    ]);
  };
  // Every kind alone and negated, several times, then all mixed.
  const alone = leaves.flatMap((make) =>
    Array.from({ length: 20 }, (_, at): Condition => {
      const { eql, dsl } = make();
      return at % 2 === 0 ? { eql, dsl } : { eql: `not (${eql})`, dsl: not(dsl) };
    }),
  );
  return [...alone, ...Array.from({ length: count }, () => nested(3))];
}

it('finds the events that the node finds with the Query DSL of each condition, written down beside it', async () => {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });
  await cluster.createIndex(index, { mappings });
  await cluster.bulk([...documents].map(([_id, source]) => ({ _index: index, _id, source: JSON.stringify(source) })));
  const random = seededRandom(4);
  const cases = conditions(800).map(({ eql, dsl }) => {
    const category = pick(random, ['any', 'process', 'file']);
    const own: Meaning = category === 'any' ? true : { term: { 'event.category': { value: category } } };
    const whole = all([own, dsl]);
    return {
      query: `${category} where ${eql}`,
      dsl: whole === true ? { match_all: {} } : whole === false || whole === null ? { match_none: {} } : whole,
    };
  });
  expect(cases.length * documents.size).toBeGreaterThan(100_000);
  const answers = await searchAll(
    index,
    cases.map(({ dsl }) => dsl),
  );
  const differences = [];
  let found = 0;
  for (const [at, { query, dsl }] of cases.entries()) {
    const answer = answers[at]!;
    const node = 'ids' in answer ? answer.ids : 'refused';
    const own = await cluster.eql({ index, query, size: 1000 }).then(
      ({ hits }) => hits.events!.map(({ _id }) => _id).sort(),
      (error: unknown) => {
        if (error instanceof ClusterError) return 'refused';
        throw error;
      },
    );
    if (JSON.stringify(own) !== JSON.stringify(node)) differences.push({ query, dsl, own, node: answer });
    found += own.length;
  }
  expect(differences).toEqual([]);
  expect(found).toBeGreaterThan(20_000);
});
