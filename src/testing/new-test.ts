import { parseToml } from '../definitions/parse-toml.js';
import { inputIndices } from '../detections/input-indices.js';
import type { Cluster } from '../engine/cluster.js';
import type { EsqlRule, Rule } from '../model/rule.js';
import type { FieldCatalogue, FieldMapping } from '../schemas/fields/catalogue.js';
import { fieldTypes, mergeCatalogues } from '../schemas/fields/catalogue.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { catalogueOfIndex } from '../schemas/fields/profiles.js';
import { toIndexDefinition } from '../schemas/fields/to-index-definition.js';
import type { JsonObject } from '../values/json.js';
import { printJson } from '../values/json.js';
import { esqlAttempts, esqlFieldTypes } from '../witness/esql-sets.js';
import type { RuleCase, RuleWitness } from '../witness/rule-case.js';
import { ruleFields } from '../witness/rule-fields.js';
import { ruleWitness } from '../witness/rule-witness.js';
import { chooseIndex } from './choose-index.js';
import { indexDefinitionFor } from './index-definition.js';
import { runTestFile } from './run-tests.js';
import type { TestResult } from './run-tests.js';
import { toTestFile } from './test-file.js';
import type { NewCase } from './write-test-file.js';
import { relativeTimes, writeTestFile } from './write-test-file.js';

/** What a first test of a rule is made from. */
export interface NewTestOptions {
  /** The rule's file; the test stands beside it. */
  readonly file: string;
  readonly imported: readonly ImportedCatalogue[];
  /** A fresh embedded engine whose clock stands at `now`. */
  readonly embedded: (now: Date) => Promise<Cluster>;
  readonly signal: AbortSignal;
}

/** A first test of a rule, or why there is none. */
export type NewTest =
  | {
      readonly text: string;
      readonly cases: readonly NewCase[];
      /** A mapping beside the test, for fields that no profile has. */
      readonly mapping?: { readonly name: string; readonly text: string };
      /** Cases that were made, but that the engine did not confirm: they are not in the text. */
      readonly dropped: readonly string[];
      readonly none?: never;
    }
  | { readonly none: string };

/** When the tests that are written run. */
const NOW = new Date('2026-01-01T12:00:00Z');

/**
 * Makes a first test file for a rule: the smallest documents on which it fires, and one near miss for each clause of its query. Every case that
 * is returned has run, as it is written, on the embedded engine, and passed.
 */
export async function newTest(rule: Rule, options: NewTestOptions): Promise<NewTest> {
  if (rule.type === 'esql') return esqlTest(rule, options);
  const { catalogue, mapping } = await fieldsFor(rule, options);
  const made = ruleWitness(rule, catalogue, { now: NOW });
  return made.none === undefined ? confirmedTest(made, rule, mapping, options) : { none: made.none };
}

/** Tries the sets of documents for an ES|QL query until the rule fires on one; a mapping has the columns that the index lacks. */
async function esqlTest(rule: EsqlRule, options: NewTestOptions): Promise<NewTest> {
  const { file, imported } = options;
  const own = catalogueOfIndex(chooseIndex({}, await inputIndices(rule)), imported);
  const types = esqlFieldTypes(rule.query, own);
  const mappingOf = (name: string): FieldMapping => {
    const known = own.get(name) ?? { type: types.get(name) ?? 'keyword' };
    return known.type === 'constant_keyword' ? { type: 'keyword' } : known;
  };
  const time = new Date(NOW.getTime() - 60_000);
  const suggested = [...types].map(([name]): [string, FieldMapping] => [name, mappingOf(name)]);
  let attempts = esqlAttempts(rule.query, new Map([...suggested, ...own]), time);
  let mapping: Mapping | undefined;
  const unknown = new Set<string>(['@timestamp', ...types.keys()]);
  // Each run names the columns that are not there; with a mapping of its own an index has only those named before.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const firing = attempts[0]?.cases.slice(0, 1).map((each) => newCase(each, rule));
    if (firing === undefined) return { none: 'No document was found that satisfies the query.' };
    const [result] = await tried(firing, rule, mapping, options);
    const columns = unknownColumns(result);
    if (columns.length === 0) break;
    for (const name of columns) unknown.add(name);
    const catalogue = new Map([...unknown].map((name): [string, FieldMapping] => [name, mappingOf(name)]));
    mapping = mappingFile(file, catalogue);
    attempts = esqlAttempts(rule.query, catalogue, time);
  }
  let none = '';
  for (const attempt of attempts) {
    const made = await confirmedTest(attempt, rule, mapping, options);
    if (made.none === undefined) return made;
    none = made.none;
  }
  return { none };
}

const MOST_ROUNDS = 4;

function unknownColumns(result: TestResult | undefined): readonly string[] {
  const text = (result?.failures ?? []).map(({ what }) => what).join('\n');
  return [...text.matchAll(/Unknown column \[([^\]]+)\]/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** Runs the cases, and keeps what passes. */
async function confirmedTest(
  made: RuleWitness,
  rule: Rule,
  mapping: Mapping | undefined,
  options: NewTestOptions,
): Promise<NewTest> {
  const cases = made.cases.map((each) => newCase(each, rule));
  const first = await tried(cases, rule, mapping, options);
  // A sequence raises more alerts than one: for each of its events, and for all together.
  const loose = cases.map((each, at) =>
    first[at]?.status === 'passed' || !isFiring(each) ? each : { ...each, expect: { alerts: { min: 1 } } },
  );
  const second = loose.some((each, at) => each !== cases[at]) ? await tried(loose, rule, mapping, options) : first;
  const confirmed = loose.filter((_, at) => second[at]?.status === 'passed');
  if (!confirmed.some(isFiring)) {
    const failure = second[cases.findIndex(isFiring)]?.failures[0];
    return { none: `The rule does not fire on the documents that were made for it. ${failure?.what ?? ''}`.trim() };
  }
  return {
    text: writeTestFile(confirmed, NOW, mapping?.name),
    cases: confirmed,
    ...(mapping === undefined ? {} : { mapping }),
    dropped: loose.filter((each) => !confirmed.includes(each)).map(({ name }) => name),
  };
}

function isFiring({ expect }: NewCase): boolean {
  return expect['alerts'] !== 0;
}

function newCase({ name, fires, events, history, indicators, anomalies }: RuleCase, rule: Rule): NewCase {
  const index = rule.type === 'threat_match' ? chooseIndex({}, rule.threatIndex) : '';
  const others = indicators.map((document, at): JsonObject => ({
    _id: `indicator-${at + 1}`,
    _index: index,
    ...document,
  }));
  return { name, expect: { alerts: fires ? 1 : 0 }, events: [...events, ...others], history, anomalies };
}

/** Runs the cases as a file would have them. */
async function tried(
  cases: readonly NewCase[],
  rule: Rule,
  mapping: Mapping | undefined,
  { file, embedded, signal, imported }: NewTestOptions,
): Promise<readonly TestResult[]> {
  const name = file.replace(/\.toml$/, '.test.toml');
  const { table } = parseToml(name, writeTestFile(cases, NOW, mapping?.name));
  if (table === undefined) throw new Error(`The test written for ${file} is not TOML.`);
  const results: TestResult[] = [];
  const definitions = new Map<string, ReturnType<typeof indexDefinitionFor>>();
  const definitionOf = (index: string, mappings: readonly string[]): ReturnType<typeof indexDefinitionFor> => {
    const known =
      definitions.get(index) ??
      indexDefinitionFor(index, mappings, () => Promise.resolve(mapping?.text ?? '{}'), imported);
    definitions.set(index, known);
    return known;
  };
  const runs = runTestFile(
    toTestFile(name, table),
    { kind: 'rule', file, rule },
    {
      engine: 'embedded',
      embedded,
      prefix: 'new-test-',
      inputs: () => ({
        readFixture: () => Promise.resolve([]),
        readLists: () => Promise.resolve({ exceptions: [], valueLists: [] }),
        indexDefinition: definitionOf,
      }),
      signal,
    },
  );
  for await (const result of runs) results.push(result);
  return results;
}

interface Mapping {
  readonly name: string;
  readonly text: string;
}

/** The fields that the documents can have: those of the index, or if it lacks one that the rule names, a mapping with those of the rule. */
async function fieldsFor(
  rule: Rule,
  { file, imported }: NewTestOptions,
): Promise<{ readonly catalogue: FieldCatalogue; readonly mapping?: Mapping }> {
  const patterns = (await inputIndices(rule)).filter((pattern) => !pattern.startsWith('-'));
  const own = catalogueOfIndex(chooseIndex({}, patterns), imported);
  const all = patterns.map((pattern) => catalogueOfIndex(chooseIndex({}, [pattern]), imported));
  const used = ruleFields(rule, mergeCatalogues([...all.reverse(), own]));
  const types = fieldTypes(own);
  const lacking = [...used].filter(([name]) => !types.has(name));
  if (lacking.length === 0) return { catalogue: own };
  // Where a document brings a field, an index maps it by itself; EQL refuses a field that no document brings.
  if (rule.type !== 'eql') return { catalogue: new Map([...own, ...lacking]) };
  const catalogue = new Map<string, FieldMapping>([
    ['@timestamp', { type: 'date' }],
    // Documents of several datasets may share the index of a test.
    ...[...used].map(([name, mapping]): [string, FieldMapping] => [
      name,
      mapping.type === 'constant_keyword' ? { type: 'keyword' } : mapping,
    ]),
  ]);
  return { catalogue, mapping: mappingFile(file, catalogue) };
}

function mappingFile(file: string, catalogue: FieldCatalogue): Mapping {
  const name = file.replace(/^.*\//, '').replace(/\.toml$/, '.mapping.json');
  const { mappings } = toIndexDefinition(catalogue);
  return { name, text: `${JSON.stringify({ mappings }, null, 2)}\n` };
}

/** The documents of the cases as NDJSON; the ids say which case they are of, its history too. */
export function fixtureLines(cases: readonly NewCase[]): string {
  const lines = cases.flatMap(({ name, events, history, anomalies }) => {
    const id = name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const numbered = (documents: readonly JsonObject[], suffix: string): readonly JsonObject[] =>
      documents.map((document, at) => ({
        _id: `${id}${suffix}${documents.length === 1 ? '' : `-${at + 1}`}`,
        ...relativeTimes(document, NOW),
      }));
    return [...numbered(history, '-history'), ...numbered([...events, ...anomalies], '')];
  });
  return lines.map((document) => `${printJson(document)}\n`).join('');
}
