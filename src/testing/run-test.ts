import { runRule } from '../detections/run-rule.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { BulkDocument, Cluster, IndexDefinition } from '../engine/cluster.js';
import { printJson } from '../values/json.js';
import { chooseIndex } from './choose-index.js';
import { patched, toDocument } from './documents.js';
import type { TestDocument } from './documents.js';
import type { FixtureLine } from './fixtures.js';
import { FixtureError } from './fixtures.js';
import type { Subject } from './subject.js';
import { patternsOf } from './subject.js';
import type { Outcome, TestCase } from './test-case.js';

/** What a test takes from outside: fixture files and mappings. */
export interface TestInputs {
  readonly readFixture: (path: string) => Promise<readonly FixtureLine[]>;
  /** Mapping and settings for an index, from the profiles or files that the test names, else by the index's name. */
  readonly indexDefinition: (index: string, mappings: readonly string[]) => Promise<IndexDefinition>;
}

/** Puts the documents of one test into a cluster, runs the rule or the hunt's query, and returns what came out. */
export async function runTest(
  test: TestCase,
  subject: Subject,
  cluster: Cluster,
  inputs: TestInputs,
): Promise<Outcome> {
  const patterns = patternsOf(subject, test.query);
  const documents = await collectDocuments(test, inputs);
  await seed(cluster, documents, patterns, test, inputs);
  try {
    return await (subject.kind === 'rule' ? ruleOutcome(subject, cluster, test) : huntOutcome(subject, cluster, test));
  } catch (error) {
    // What the engine refuses is an outcome, which a test may even expect; a cluster that is not there is not.
    if (error instanceof ClusterError && !error.isUnavailable) return { warnings: [], errors: [error.message] };
    throw error;
  }
}

async function collectDocuments(test: TestCase, inputs: TestInputs): Promise<readonly TestDocument[]> {
  const history = test.history.map((item, at) =>
    typeof item === 'string' ? inputs.readFixture(item) : [{ value: item, id: `history-${at + 1}` }],
  );
  const files = await Promise.all([...history, ...test.events.map((path) => inputs.readFixture(path))]);
  const inline = test.inline.map((value, at) => ({ value, id: `event-${at + 1}` }));
  const documents = [...files.flat(), ...inline].map(({ value, id }) => toDocument(value, id, test.now));
  const ids = new Set<string>();
  for (const { id } of documents) {
    if (ids.has(id)) throw new FixtureError(`Two documents of this test have the id ${id}. Give each its own _id.`);
    ids.add(id);
  }
  const lost = test.patches.find((patch) => !ids.has(patch.id));
  if (lost)
    throw new FixtureError(
      `The patch for ${lost.id} has no such document. The ids are ${[...ids].slice(0, 10).join(', ')}.`,
    );
  return documents.map((document) => patched(document, test.patches, test.now));
}

async function seed(
  cluster: Cluster,
  documents: readonly TestDocument[],
  patterns: readonly string[],
  test: TestCase,
  inputs: TestInputs,
): Promise<void> {
  const bulk: BulkDocument[] = documents.map(({ id, index, source }) => ({
    _id: id,
    _index: index ?? test.index ?? chooseIndex(source, patterns),
    source: printJson(source),
  }));
  // Even a test without documents has an index, so that the query meets a mapping.
  const indices = new Set(
    bulk.length > 0 ? bulk.map(({ _index }) => _index) : [test.index ?? chooseIndex({}, patterns)],
  );
  for (const index of indices) await cluster.createIndex(index, await inputs.indexDefinition(index, test.mappings));
  if (bulk.length === 0) return;
  const { items } = await cluster.bulk(bulk);
  const rejected = items.find(({ error }) => error !== undefined);
  if (rejected?.error) {
    const { _id, _index, error } = rejected;
    throw new FixtureError(
      `${_index} rejects the document ${_id}: ${error.type}: ${error.reason}. Mend the fixture, or name other mappings.`,
    );
  }
}

async function ruleOutcome(subject: Subject & { kind: 'rule' }, cluster: Cluster, test: TestCase): Promise<Outcome> {
  const { alerts, warnings, errors } = await runRule(subject.rule, cluster, { now: test.now });
  return {
    alerts: alerts.map(({ sources, document }) => ({ ids: sources.map(({ id }) => id), document })),
    warnings,
    errors,
  };
}

async function huntOutcome(subject: Subject & { kind: 'hunt' }, cluster: Cluster, test: TestCase): Promise<Outcome> {
  const { hunt } = subject;
  const query = hunt.query[test.query - 1];
  const failed = (error: string): Outcome => ({ warnings: [], errors: [error] });
  if (query === undefined) return failed(`The hunt has ${hunt.query.length} queries; there is no query ${test.query}.`);
  if (!hunt.language.includes('ES|QL')) {
    return failed(`Hunts in ${hunt.language.join(', ')} do not run yet (docs/parity.md); only ES|QL does.`);
  }
  const { columns, values, warnings = [] } = await cluster.esql({ query });
  return { columns: columns.map(({ name }) => name), rows: values, warnings, errors: [] };
}
