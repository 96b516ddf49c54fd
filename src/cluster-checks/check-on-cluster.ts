import type { Definition } from '../definitions/load-definitions.js';
import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import { inputIndices } from '../detections/input-indices.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import type { LintInput } from '../lint/check.js';
import { exceptionFieldsKnown } from '../lint/checks/exception-fields-known.js';
import { exceptionValuesFit } from '../lint/checks/exception-values-fit.js';
import { queryFieldsKnown } from '../lint/checks/query-fields-known.js';
import { queryTypes } from '../lint/checks/query-types.js';
import { ruleFieldsKnown } from '../lint/checks/rule-fields-known.js';
import { queriesOfHunt, queriesOfRule } from '../lint/queries.js';
import { lint } from '../lint/run.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { atOnce } from './at-once.js';
import { CLUSTER_FACTS } from './facts.js';
import type { Found } from './found.js';
import { emptyFields, indexFacts } from './index-facts.js';
import type { IndexFacts } from './index-facts.js';
import { fieldsOfQueries } from './query-fields.js';
import type { QueryField } from './query-fields.js';
import { jobsOf, tablesOf } from './resources.js';
import type { RuleCluster } from './rule-cluster.js';

/** How far back documents count, and what the time is. */
export interface ClusterCheckOptions {
  readonly now: Date;
  readonly days: number;
}

/** Requests at a time. */
const AT_ONCE = 4;

const DAY_MS = 86_400_000;

/**
 * Why rules cannot fire on a cluster: no index, fields that it does not map or that do not fit the query (in the words of the languages), no
 * documents or no values in the last days, machine learning jobs that do not run, missing enrich policies and lookup indices. What the cluster refuses
 * to say is an info. Exceptions are checked against the fields of the rules that use them, and of hunts the queries in ES|QL, which name their
 * indices. One request for the fields of each list of patterns, at most four at a time; rejects with a `ClusterError` where the
 * cluster does not answer at all. Deprecated rules are left out.
 */
export async function checkOnCluster(
  input: LintInput,
  cluster: RuleCluster,
  options: ClusterCheckOptions,
): Promise<readonly Diagnostic[]> {
  const rules = input.rules.filter(({ value }) => value.metadata.maturity !== 'deprecated');
  const known = new Map<string, Promise<IndexFacts>>();
  const factsOf = (patterns: readonly string[]): Promise<IndexFacts> => {
    const key = patterns.join(',');
    const asked = known.get(key) ?? indexFacts(patterns, cluster);
    known.set(key, asked);
    return asked;
  };
  const perRule = await atOnce(rules, AT_ONCE, async (rule) => {
    const found = [
      ...(await sourcesOf(rule.value, { factsOf, cluster, options })),
      ...(await jobsOf(rule.value, cluster)),
      ...(await tablesOf(rule.value, cluster)),
    ];
    // Copies, since what is found about a definition is kept by it.
    const own = { rules: [{ file: rule.file, value: { ...rule.value } }] };
    return [...placed(rule, found, input), ...(await misfits(await patternsOf(rule.value), own, input, factsOf))];
  });
  const perHunt = await atOnce(input.hunts, AT_ONCE, async (hunt) => [
    ...placed(
      hunt,
      await aboutSources(sourcesOfHunt(hunt.value), fieldsOfQueries(queriesOfHunt({ ...hunt.value })), {
        factsOf,
        cluster,
        options,
      }),
      input,
    ),
    ...(await misfits(
      sourcesOfHunt(hunt.value),
      { hunts: [{ file: hunt.file, value: { ...hunt.value } }] },
      input,
      factsOf,
    )),
  ]);
  // A list of exceptions may be one of several rules.
  const all = [...perRule, ...perHunt].flat();
  return [
    ...new Map(
      all.map((found) => [`${found.code} ${found.span.file} ${found.span.start} ${found.what}`, found]),
    ).values(),
  ];
}

type FactsOf = (patterns: readonly string[]) => Promise<IndexFacts>;

interface Scene {
  readonly factsOf: FactsOf;
  readonly cluster: RuleCluster;
  readonly options: ClusterCheckOptions;
}

/** The lists of patterns that a rule reads, with the key that names them. */
async function patternsOf(
  rule: Rule,
): Promise<readonly { readonly key: string; readonly patterns: readonly string[] }[]> {
  const own = await inputIndices(rule);
  return [
    { key: rule.type === 'esql' ? 'query' : 'index', patterns: own },
    ...(rule.type === 'threat_match' ? [{ key: 'threat_index', patterns: rule.threatIndex }] : []),
  ].filter(({ patterns }) => patterns.length > 0);
}

async function sourcesOf(rule: Rule, scene: Scene): Promise<readonly Found[]> {
  if (rule.type === 'machine_learning') return [];
  const sources = await patternsOf(rule);
  if (sources.length === 0) {
    const what = 'The rule reads a data view, which only Kibana knows: its indices are not checked.';
    return [{ fact: CLUSTER_FACTS.notChecked, path: ['rule', 'data_view_id'], what }];
  }
  // A copy, since what is found is kept by rule.
  const fields = fieldsOfQueries(queriesOfRule({ ...rule }));
  return aboutSources(
    sources.map(({ key, patterns }) => ({ path: ['rule', key], patterns })),
    fields,
    scene,
  );
}

/** The queries of a hunt that name their indices. */
function sourcesOfHunt(hunt: Hunt): readonly Asked[] {
  return queriesOfHunt(hunt).flatMap(({ path, indices }) => (indices.length > 0 ? [{ path, patterns: indices }] : []));
}

/** Patterns of indices, and what names them. */
interface Asked {
  readonly path: KeyPath;
  readonly patterns: readonly string[];
}

async function aboutSources(
  sources: readonly Asked[],
  fields: readonly QueryField[],
  scene: Scene,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { path, patterns } of sources) {
    const facts = await scene.factsOf(patterns);
    const names = patterns.join(', ');
    if (facts.refusal !== undefined)
      found.push({ fact: CLUSTER_FACTS.notChecked, path, what: `${names} is not checked: ${facts.refusal}.` });
    else if (facts.indices.length === 0)
      found.push({ fact: CLUSTER_FACTS.noIndices, path, what: `The cluster has no index ${names}.` });
    else found.push(...(await valuesOf(fields, { path, patterns, facts }, scene)));
  }
  return found;
}

interface Source {
  readonly path: KeyPath;
  readonly patterns: readonly string[];
  readonly facts: Exclude<IndexFacts, { readonly refusal: string }>;
}

/** Whether there are documents, and values in the fields that the query names. */
async function valuesOf(
  fields: readonly QueryField[],
  { path, patterns, facts }: Source,
  { cluster, options }: Scene,
): Promise<readonly Found[]> {
  const named = fields.filter(
    ({ name, indices }) => indices.join(',') === patterns.join(',') && facts.fields.has(name),
  );
  const from = new Date(options.now.getTime() - options.days * DAY_MS).toISOString();
  const hasTime = facts.fields.has('@timestamp');
  const names = [...new Set(named.map(({ name }) => name))];
  const values = await emptyFields(patterns, names, { cluster, from, hasTime });
  const list = patterns.join(', ');
  if (typeof values === 'string')
    return [{ fact: CLUSTER_FACTS.notChecked, path, what: `The documents of ${list} are not checked: ${values}.` }];
  const span = `the last ${options.days} days`;
  if (values.documents === 0)
    return [{ fact: CLUSTER_FACTS.noDocuments, path, what: `${list} has no document of ${span}.` }];
  return named
    .filter(({ name }) => values.empty.has(name))
    .map(({ name, path: place, range }) => ({
      fact: CLUSTER_FACTS.emptyField,
      path: place,
      range,
      what: `No document of ${span} in ${list} has ${name}.`,
    }));
}

/** What the languages say of the queries of one definition, and the checks of the exceptions of a rule, with the fields that the cluster has. */
async function misfits(
  sources: readonly (Pick<Asked, 'patterns'> & Partial<Pick<Asked, 'path'>>)[],
  own: Partial<Pick<LintInput, 'rules' | 'hunts'>>,
  input: LintInput,
  factsOf: FactsOf,
): Promise<readonly Diagnostic[]> {
  const catalogues: ImportedCatalogue[] = [];
  const unknown: KeyPath[] = [];
  for (const { path, patterns } of sources) {
    const facts = await factsOf(patterns);
    if (facts.refusal !== undefined || facts.indices.length === 0) {
      // What a rule reads belongs together; the queries of a hunt stand alone.
      if (path === undefined) return [];
      unknown.push(path);
      continue;
    }
    catalogues.push({ name: patterns.join(','), indices: patterns, addsEcs: false, fields: facts.fields });
  }
  if (catalogues.length === 0) return [];
  const { rules = [], hunts = [] } = own;
  const checks = [queryFieldsKnown, queryTypes, ruleFieldsKnown, exceptionFieldsKnown, exceptionValuesFit];
  const exceptions = (input.exceptions ?? []).filter(({ value }) =>
    value.every(({ listId }) =>
      rules.some((rule) => rule.value.exceptionsList?.some((list) => list['list_id'] === listId)),
    ),
  );
  const files = new Set([...rules, ...hunts, ...exceptions].map(({ file }) => file));
  return lint({ ...input, rules, hunts, tests: [], exceptions, catalogues, isWhole: false }, checks).filter(
    ({ code, span }) =>
      files.has(span.file) &&
      !code.startsWith('config/') &&
      !code.startsWith('lint/ignore') &&
      !isWithin(span, unknown, input),
  );
}

/** Whether a place is in one of the values that the keys lead to. */
function isWithin({ file, start, end }: Span, paths: readonly KeyPath[], { texts }: LintInput): boolean {
  if (paths.length === 0) return false;
  const positions = new KeyPositions({ file, text: texts.get(file) ?? '' });
  return paths.some((path) => {
    const value = positions.value(path);
    return value.start <= start && end <= value.end;
  });
}

function placed({ file }: Definition<object>, found: readonly Found[], { texts }: LintInput): readonly Diagnostic[] {
  if (found.length === 0) return [];
  const positions = new KeyPositions({ file, text: texts.get(file) ?? '' });
  return found.map(({ fact: { code, severity, why, fix }, path, range, what }) => ({
    code,
    severity,
    span: range === undefined ? positions.value(path) : positions.inside(path, range),
    what,
    why,
    fix,
  }));
}
