import type { Cluster, IndexDefinition } from '../engine/cluster.js';
import { printJson } from '../values/json.js';
import { chooseIndex } from './choose-index.js';
import { FixtureError } from './fixtures.js';
import type { FixtureLine } from './fixtures.js';
import { loadEnrichTable, tableMappings } from './local-tables.js';
import type { TestCase } from './test-case.js';
import { toRow } from './test-documents.js';
import type { PlacedDocument } from './test-documents.js';

/** How the indices of a test come to be. */
export interface SeedInputs {
  readonly readFixture: (path: string) => Promise<readonly FixtureLine[]>;
  readonly indexDefinition: (index: string, mappings: readonly string[]) => Promise<IndexDefinition>;
}

/** Creates the indices of a test and puts its documents into them; what the mapping rejects is an error of the test. */
export async function seed(
  cluster: Cluster,
  documents: readonly PlacedDocument[],
  patterns: readonly string[],
  test: TestCase,
  inputs: SeedInputs,
): Promise<void> {
  // Even a test without documents has an index, so that the query meets a mapping.
  const indices = new Set(documents.map(({ index }) => index));
  if (indices.size === 0) indices.add(test.index ?? chooseIndex({}, patterns));
  for (const index of indices) await cluster.createIndex(index, await inputs.indexDefinition(index, test.mappings));
  await index(cluster, documents);
  for (const [name, path] of test.lookup) {
    const lines = await inputs.readFixture(path);
    const rows = lines.map((line) => ({ id: line.id, index: name, source: toRow(line) }));
    const mappings = tableMappings(rows.map(({ source }) => source));
    await cluster.createIndex(name, { settings: { index: { mode: 'lookup' } }, mappings });
    await index(cluster, rows);
  }
  for (const table of test.enrich) {
    const rows = (await inputs.readFixture(table.file)).map(({ value }) => ({ value, text: printJson(value) }));
    await loadEnrichTable(cluster, table, rows);
  }
}

async function index(cluster: Cluster, documents: readonly PlacedDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const { items } = await cluster.bulk(
    documents.map(({ id, index: name, source }) => ({ _id: id, _index: name, source: printJson(source) })),
  );
  const rejected = items.find(({ error }) => error !== undefined);
  if (!rejected?.error) return;
  const { _id, _index, error } = rejected;
  throw new FixtureError(
    `${_index} rejects the document ${_id}: ${error.type}: ${error.reason}. Mend the fixture, or name other mappings.`,
  );
}
