import type { FieldMapping } from '../../src/schemas/fields/catalogue.js';
import { afterAll, beforeAll } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';

/** What a query gave on the real node: ids in order of name, or the reasons of the refusal, outermost first. */
export type NodeAnswer = { readonly ids: readonly string[] } | { readonly reasons: readonly string[] };

interface NodeError {
  readonly type?: string;
  readonly reason?: string;
  readonly caused_by?: NodeError;
  readonly failed_shards?: readonly { readonly reason?: NodeError }[];
}

interface NodeResponse {
  readonly error?: NodeError;
  readonly hits?: { readonly hits: readonly { readonly _id: string }[] };
}

/** The node that ORACLE_URL names. */
export function oracleUrl(): string {
  const url = process.env['ORACLE_URL'];
  if (url === undefined) throw new Error('Set ORACLE_URL to the address of an Elasticsearch 8.19 node.');
  return url;
}

async function call(method: string, path: string, body?: string): Promise<unknown> {
  const response = await fetch(`${oracleUrl()}/${path}`, {
    method,
    headers: {
      'content-type': path.includes('_bulk') || path.includes('_msearch') ? 'application/x-ndjson' : 'application/json',
    },
    ...(body === undefined ? {} : { body }),
  });
  return response.json();
}

/** Creates an index with these documents before the tests of the file, and deletes it after them. */
export function useIndex(
  index: string,
  mappings: object,
  documents: ReadonlyMap<string, object>,
  { settings = {}, stringify = JSON.stringify }: { settings?: object; stringify?: (value: JsonObject) => string } = {},
): void {
  beforeAll(async () => {
    await call('DELETE', `${index}?ignore_unavailable=true`);
    await call('PUT', index, JSON.stringify({ mappings, settings: { ...settings, number_of_replicas: 0 } }));
    const lines = [...documents].flatMap(([id, source]) => [
      JSON.stringify({ index: { _id: id } }),
      stringify(source as JsonObject),
    ]);
    const response = (await call('POST', `${index}/_bulk?refresh=true`, `${lines.join('\n')}\n`)) as {
      readonly items?: readonly { readonly index: { readonly error?: NodeError } }[];
    };
    const refused = response.items?.filter((item) => item.index.error !== undefined) ?? [response];
    if (refused.length > 0) throw new Error(`The node refused documents: ${JSON.stringify(refused.slice(0, 5))}`);
  });
  afterAll(async () => {
    await call('DELETE', index);
  });
}

/** Runs queries on the node, in batches. */
export async function searchAll(index: string, queries: readonly object[]): Promise<readonly NodeAnswer[]> {
  const answers: NodeAnswer[] = [];
  for (let start = 0; start < queries.length; start += 100) {
    const lines = queries
      .slice(start, start + 100)
      .flatMap((query) => ['{}', JSON.stringify({ query, size: 10_000, _source: false })]);
    const { responses } = (await call('POST', `${index}/_msearch`, `${lines.join('\n')}\n`)) as {
      readonly responses: readonly NodeResponse[];
    };
    answers.push(...responses.map(toAnswer));
  }
  return answers;
}

function toAnswer({ error, hits }: NodeResponse): NodeAnswer {
  if (error !== undefined) return { reasons: reasonsOf(error) };
  return { ids: (hits?.hits ?? []).map((hit) => hit._id).sort() };
}

function reasonsOf(error: NodeError): readonly string[] {
  const inner = error.failed_shards?.[0]?.reason ?? error.caused_by;
  const own = error.reason === undefined ? [] : [error.reason];
  return inner === undefined ? own : [...own, ...reasonsOf(inner)];
}

/** Types that the test node does not have, and what comes nearest. */
const NEAREST: ReadonlyMap<string, string> = new Map([
  ['scaled_float', 'double'],
  ['constant_keyword', 'keyword'],
  ['match_only_text', 'text'],
  ['unsigned_long', 'long'],
]);

/** The mapping as the test node can have it. */
export function nearest(mapping: FieldMapping): FieldMapping {
  const kept = Object.entries(mapping).filter(([key]) => key !== 'scaling_factor' && key !== 'fields');
  const inner = Object.entries((mapping['fields'] ?? {}) as Readonly<Record<string, FieldMapping>>);
  return {
    ...Object.fromEntries(kept),
    type: NEAREST.get(mapping.type) ?? mapping.type,
    ...(inner.length === 0 ? {} : { fields: Object.fromEntries(inner.map(([name, each]) => [name, nearest(each)])) }),
  };
}
