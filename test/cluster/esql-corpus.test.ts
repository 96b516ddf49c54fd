import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { afterAll, describe, expect, test } from 'vitest';
import { esqlIndices } from '../../src/detections/esql-indices.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { Cluster, EsqlResponse } from '../../src/engine/cluster.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { EsqlQuery } from '../../src/languages/esql/ast.js';
import { parseEsql } from '../../src/languages/esql/parse.js';
import { printExpression } from '../../src/languages/esql/print-expression.js';
import { stackFindings } from '../../src/languages/esql/versions.js';
import { mapEsql } from '../../src/languages/esql/visit.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { chooseIndex } from '../../src/testing/choose-index.js';
import { IsolatedCluster } from '../../src/testing/isolated-cluster.js';
import type { FieldCatalogue } from '../../src/schemas/fields/catalogue.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { printJson } from '../../src/values/json.js';
import { documentsForEsql, fieldsOfEsql, witnessesForEsql } from './documents-for-esql.js';

/** What 8.19 refuses, by the name of the definition, with why. */
const REFUSED_BY_8_19: ReadonlyMap<string, string> = new Map([
  ['command_and_control_wget_activity_llm_triage', 'INLINE STATS and the options of COMPLETION came with 9.2'],
  ['multiple_alerts_llm_attack_chain_triage_by_host', 'the options of COMPLETION came with 9.2'],
  ['multiple_alerts_llm_by_user_entity', 'the options of COMPLETION came with 9.2'],
  ['credential_access_kubernetes_pod_exec_sensitive_file_access', 'URL_DECODE came with 9.2'],
  [
    'privilege_escalation_gcp_gke_sensitive_rbac_change_followed_by_workload_modification',
    'KQL() reads lists of values since 9.1.4',
  ],
]);

/** Beginnings of the queries of hunts that no ES|QL parser takes: SQL of osquery, and queries behind a stray word. */
const OTHER_LANGUAGE = /^\s*(?:sql|select)\b/iu;

const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');
const url = process.env['ORACLE_URL'];
const NOW = new Date('2026-01-15T12:00:00Z');

/** The ES|QL of rules and hunts beside the repository, read where it lies. */
function corpus(): readonly (readonly [name: string, query: string])[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file): readonly (readonly [string, string])[] => {
    if (!/^(?:rules|hunting)/u.test(file) || !file.endsWith('.toml')) return [];
    const { rule, hunt } = TOML.parse(readFileSync(path.join(folder, file), 'utf8')) as {
      rule?: { language?: string; query?: string };
      hunt?: { language?: readonly string[]; query?: readonly string[] };
    };
    const name = path.basename(file, '.toml');
    if (rule?.language === 'esql' && rule.query !== undefined) return [[name, rule.query]];
    if (hunt?.language?.includes('ES|QL') !== true) return [];
    return (hunt.query ?? []).map((query, at) => [`${name} ${at + 1}`, query]);
  });
}

/** What a query gave: columns and rows, or that it was refused. */
type Answer = { readonly found: EsqlResponse } | { readonly refused: string };

async function answer(cluster: Cluster, query: string): Promise<Answer> {
  try {
    return { found: await cluster.esql({ query }) };
  } catch (error) {
    if (!(error instanceof ClusterError) || error.isUnavailable) throw error;
    return { refused: error.message };
  }
}

/** Doubles agree to 12 digits; VALUES gives its values in no order. */
function comparable(cell: JsonValue, sorted: boolean): JsonValue {
  if (Array.isArray(cell)) {
    const items = (cell as readonly JsonValue[]).map((item) => comparable(item, sorted));
    return sorted ? items.sort((a, b) => (printJson(a) < printJson(b) ? -1 : 1)) : items;
  }
  return typeof cell === 'number' && !Number.isSafeInteger(cell) ? Number(cell.toPrecision(12)) : cell;
}

/** Columns that depend on the order of the values of another one. */
function chosenByOrder(tree: EsqlQuery): ReadonlySet<string> {
  const found = new Set<string>();
  mapEsql(tree, {
    field: (field) => {
      if (/\bmv_(?:first|last|slice|concat)\s*\(/iu.test(printExpression(field.expression))) found.add(field.name);
      return field;
    },
  });
  return found;
}

/** Rows in an order of their own; and what the last SORT put in order, as far as it is still there. */
function rowsOf({ columns, values }: EsqlResponse, tree: EsqlQuery): { rows: string[]; order: string[] } {
  const sorted = /\bvalues\s*\(/iu.test(tree.text);
  const unordered = sorted ? chosenByOrder(tree) : new Set<string>();
  const rows = values.map((row) =>
    row.map((cell, at) => (unordered.has(columns[at]!.name) ? 'one of several' : comparable(cell, sorted))),
  );
  const last = tree.commands.findLast(({ kind }) => kind === 'Sort' || kind === 'Stats' || kind === 'Fork');
  const keys = last?.kind === 'Sort' ? last.keys.map(({ expression }) => expression) : [];
  const places = keys.map((key) => (key.kind === 'Column' ? columns.findIndex(({ name }) => name === key.name) : -1));
  const kept = places.slice(0, places.includes(-1) ? places.indexOf(-1) : places.length);
  return {
    rows: rows.map((row) => printJson(row)).sort(),
    order: kept.length === 0 ? [] : rows.map((row) => printJson(kept.map((place) => row[place] ?? null))),
  };
}

/** What a query gives on documents in indices of its own. */
async function run(
  cluster: Cluster,
  query: string,
  fields: FieldCatalogue,
  documents: readonly JsonObject[],
): Promise<Answer> {
  const isolated = new IsolatedCluster(cluster, { prefix: 'esql-corpus-', now: NOW });
  const { mappings, settings } = toIndexDefinition(fields);
  const indices = [...new Set(esqlIndices(query).map((pattern) => chooseIndex({}, [pattern])))];
  try {
    for (const index of indices) {
      await isolated.createIndex(index, { mappings, settings: { ...settings, number_of_replicas: 0 } });
    }
    const { items } = await isolated.bulk(
      documents.map((document, at) => ({
        _index: indices[at % indices.length]!,
        _id: String(at + 1),
        source: printJson(document),
      })),
    );
    expect(items.flatMap(({ error }) => (error === undefined ? [] : [error]))).toEqual([]);
    return await answer(isolated, query);
  } finally {
    await isolated.cleanUp();
  }
}

const embedded = (stacks: readonly string[]): Cluster => new EmbeddedCluster({ clock: () => NOW, stacks });
/** The first set of documents in which the query finds something. */
async function firstThatFinds(
  query: string,
  fields: FieldCatalogue,
  sets: readonly (readonly JsonObject[])[],
): Promise<readonly (readonly JsonObject[])[]> {
  for (const documents of sets) {
    const tried = await run(embedded([]), query, fields, documents);
    if ('found' in tried && tried.found.values.length > 0) return [documents];
  }
  return [];
}

const refusal = { refused: expect.any(String) as string };

const queries = corpus();
const reason = url === undefined ? 'ORACLE_URL is not set' : 'no ../shared/corpus beside the repository';

describe.runIf(url !== undefined && queries.length > 0)('ES|QL of rules and hunts', () => {
  const real = new ElasticsearchCluster({ node: url ?? '' });
  afterAll(() => real.close());
  const fruitful = new Set<string>();

  test.each(queries.map(([name, query], seed) => ({ name, query, seed })))('$name', async ({ name, query, seed }) => {
    const { value: tree, diagnostics } = parseEsql(query);
    if (tree === undefined || diagnostics.some(({ severity }) => severity === 'error')) {
      expect(query).toMatch(OTHER_LANGUAGE);
      expect(await answer(real, query)).toEqual({ refused: expect.stringContaining('parsing_exception') as string });
      return;
    }
    const fields = fieldsOfEsql(tree);
    const random = documentsForEsql(tree, fields, { seed: seed + 1, count: 60, now: NOW });
    const found = await firstThatFinds(query, fields, witnessesForEsql(tree, fields, NOW));
    for (const documents of [random, ...found]) {
      const ours = await run(embedded(['8.19']), query, fields, documents);
      const theirs = await run(real, query, fields, documents);
      if (REFUSED_BY_8_19.has(name)) {
        expect({ ours, theirs }).toEqual({ ours: refusal, theirs: refusal });
        expect(stackFindings(tree, ['8.19'])).not.toEqual([]);
        const newest = await run(embedded([]), query, fields, documents);
        if ('refused' in newest) expect(newest.refused).toMatch(/dragnet_unsupported.*COMPLETION/u);
        continue;
      }
      if (!('found' in theirs) || !('found' in ours))
        throw new Error(printJson({ ours, theirs } as unknown as JsonObject));
      expect(ours.found.columns).toEqual(theirs.found.columns);
      expect(rowsOf(ours.found, tree)).toEqual(rowsOf(theirs.found, tree));
      if (theirs.found.values.length > 0) fruitful.add(name);
    }
  });

  test('most queries find something', () => {
    expect(fruitful.size).toBeGreaterThan(queries.length / 2);
  });
});

test.runIf(url === undefined || queries.length === 0)('there is nothing to compare', (context) => {
  context.skip(reason);
});
