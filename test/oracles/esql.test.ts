import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { Cluster, EsqlResponse } from '../../src/engine/cluster.js';
import { type JsonObject, type JsonValue, parseJson, printJson } from '../../src/values/json.js';
import { closeServed, servedCluster } from './served-cluster.js';

afterAll(closeServed);

const ORACLES = new URL('../../../shared/oracles/', import.meta.url);

interface Case {
  readonly suite: string;
  readonly id: string;
  readonly index: string | null;
  readonly mapping_ref: readonly string[];
  readonly docs_ref: readonly string[];
  readonly query: string;
  readonly opt: { readonly ordered?: boolean; readonly tol?: number; readonly mv_any_order?: boolean };
  readonly expected: {
    readonly error?: number;
    readonly columns?: readonly (readonly [string, string])[];
    readonly values?: readonly (readonly JsonValue[])[];
  };
}

const clusters = new Map<string, Promise<Cluster>>();

/** A cluster with just the indices of a case; cases on the same indices share it. */
function clusterFor(item: Case): Promise<Cluster> {
  const key = item.docs_ref.join(' ');
  let cluster = clusters.get(key);
  if (cluster === undefined) {
    cluster = load(item);
    clusters.set(key, cluster);
  }
  return cluster;
}

async function load(item: Case): Promise<Cluster> {
  const cluster = await servedCluster('2026-03-01T12:00:00Z');
  for (const [at, reference] of item.mapping_ref.entries()) {
    const { index, mappings } = parseJson(readFileSync(new URL(reference, ORACLES), 'utf8')) as JsonObject;
    const name = index as string;
    await cluster.createIndex(name, {
      mappings: mappings as JsonObject,
      settings: { 'index.mapping.total_fields.limit': 20_000 },
    });
    const lines = gunzipSync(readFileSync(new URL(`${item.docs_ref[at] ?? ''}.gz`, ORACLES)))
      .toString('utf8')
      .split('\n');
    const { items } = await cluster.bulk(
      lines
        .filter((line) => line !== '')
        .map((line) => ({
          _index: name,
          _id: (JSON.parse(line) as { _id: string })._id,
          // Cut out as text, so that its numbers keep their digits.
          source: line.slice(line.indexOf('"_source":') + '"_source":'.length, line.lastIndexOf('}')).trim(),
        })),
    );
    expect(items.filter(({ error }) => error !== undefined)).toEqual([]);
  }
  return cluster;
}

function cellText(cell: JsonValue, { tol, mv_any_order: anyOrder }: Case['opt']): string {
  if (Array.isArray(cell)) {
    const texts = cell.map((value: JsonValue) => cellText(value, tol === undefined ? {} : { tol }));
    return `[${(anyOrder === true ? texts.sort() : texts).join(',')}]`;
  }
  // Doubles agree to the tolerance, or to the last but one digit.
  if (typeof cell === 'number' && !Number.isInteger(cell)) return cell.toPrecision(tol === undefined ? 14 : 5);
  return printJson(cell);
}

function comparable(values: readonly (readonly JsonValue[])[], opt: Case['opt']): string[] {
  const rows = values.map((row) => row.map((cell) => cellText(cell, opt)).join(' | '));
  return opt.ordered === true ? rows : rows.sort();
}

async function check(item: Case): Promise<void> {
  const cluster = await clusterFor(item);
  const { columns = [], values = [], error } = item.expected;
  if (error !== undefined) {
    const refusal = await cluster.esql({ query: item.query }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(refusal, 'the query is refused').toBeInstanceOf(ClusterError);
    expect(Math.floor((refusal as ClusterError).status / 100)).toBe(4);
    return;
  }
  const response: EsqlResponse = await cluster.esql({ query: item.query });
  expect(response.columns.map(({ name, type }) => [name, type])).toEqual(columns);
  expect(comparable(response.values, item.opt)).toEqual(comparable(values, item.opt));
}

describe.each(['esql.jsonl', 'csvspec.jsonl'])('%s', (file) => {
  const path = new URL(file, ORACLES);
  if (!existsSync(path)) {
    console.warn(`No ${file} beside the repository: its queries are not run.`);
    test.skip('the oracle file is absent');
    return;
  }
  const cases = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseJson(line) as unknown as Case);
  test.each(cases.map((item) => [`${item.suite} ${item.id}`, item] as const))('%s', async (_, item) => {
    await check(item);
  });
});
