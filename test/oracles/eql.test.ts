import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Cluster, EqlEvent } from '../../src/engine/cluster.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { type JsonObject, type JsonValue, parseJson } from '../../src/values/json.js';
import { closeServed, servedCluster } from './served-cluster.js';

afterAll(closeServed);

/** The oracle cases lie beside the repository (or beside the folder of its worktrees). */
const root = path.resolve(import.meta.dirname, '../../../shared/oracles');

interface Expected {
  readonly eventIds?: readonly JsonValue[];
  readonly sequences?: readonly (readonly JsonValue[])[];
  readonly anyOf?: readonly (readonly (readonly JsonValue[])[])[];
  readonly keys?: readonly JsonValue[];
  readonly any_order?: boolean;
  readonly error?: JsonValue;
}

interface Case {
  readonly suite: string;
  readonly id: string;
  readonly index: string;
  readonly mapping_ref: readonly string[];
  readonly docs_ref: readonly string[];
  readonly query: string;
  readonly body: JsonObject;
  readonly expected: Expected;
}

/** Documents by index, as text, so that their numbers keep their digits. */
type Corpus = ReadonlyMap<
  string,
  { readonly mappings: JsonObject; readonly documents: readonly { readonly _id: string; readonly source: string }[] }
>;

const files = new Map<string, Corpus>();
const clusters = new Map<string, Promise<Cluster>>();

function corpus(mappingFile: string, docsFile: string): Corpus {
  const known = files.get(mappingFile);
  if (known !== undefined) return known;
  const mapping = JSON.parse(readFileSync(path.join(root, mappingFile), 'utf8')) as JsonObject;
  const single = typeof mapping['index'] === 'string' ? mapping['index'] : undefined;
  const indices = single === undefined ? mapping : { [single]: mapping };
  const documents = new Map<string, { _id: string; source: string }[]>();
  const lines = gunzipSync(readFileSync(path.join(root, `${docsFile}.gz`)))
    .toString('utf8')
    .split('\n');
  for (const line of lines) {
    if (line === '') continue;
    const { _id, _index = single! } = JSON.parse(line) as { _id: string; _index?: string };
    const start = line.indexOf('"_source":') + '"_source":'.length;
    const source = line.slice(start, line.lastIndexOf('}')).trim();
    const others = documents.get(_index) ?? [];
    // One suite has documents of several tests under the same ids in one index; a second one must not replace the first.
    const isTaken = others.some((other) => other._id === _id);
    documents.set(_index, [...others, { _id: isTaken ? `${_id}#${others.length}` : _id, source }]);
  }
  const read = new Map(
    Object.entries(indices).map(([name, body]) => {
      const { mappings } = body as { mappings: JsonObject };
      return [name, { mappings, documents: documents.get(name) ?? [] }] as const;
    }),
  );
  files.set(mappingFile, read);
  return read;
}

function clusterFor(oracle: Case): Promise<Cluster> {
  let cluster = clusters.get(oracle.index);
  if (cluster === undefined) clusters.set(oracle.index, (cluster = load(oracle)));
  return cluster;
}

async function load({ index, mapping_ref: mappings, docs_ref: docs }: Case): Promise<Cluster> {
  const cluster = await servedCluster('2026-01-01T00:00:00Z');
  const all = new Map(mappings.flatMap((file, at) => [...corpus(file, docs[at]!)]));
  for (const name of index.split(',')) {
    const { mappings: properties, documents } = all.get(name)!;
    await cluster.createIndex(name, { mappings: properties, settings: { 'index.mapping.total_fields.limit': 20_000 } });
    const { items } = await cluster.bulk(documents.map((document) => ({ _index: name, ...document })));
    expect(items.filter(({ error }) => error !== undefined)).toEqual([]);
  }
  return cluster;
}

interface Answer {
  readonly eventIds?: readonly string[];
  readonly sequences?: readonly (readonly string[])[];
  readonly keys?: readonly JsonValue[];
}

const ids = (events: readonly EqlEvent[]): readonly string[] =>
  events.map(({ _id, missing }) => (missing === true ? '-1' : _id.replace(/#\d+$/, '')));

async function answer(cluster: Cluster, { index, query, body }: Case): Promise<Answer> {
  const { hits } = await cluster.eql({ index, query, ...body });
  if (hits.events !== undefined) return { eventIds: ids(hits.events) };
  const sequences = hits.sequences ?? [];
  return {
    sequences: sequences.map(({ events }) => ids(events)),
    keys: sequences.flatMap((found) => found.join_keys ?? []),
  };
}

const texts = (list: readonly JsonValue[]): readonly string[] => list.map(String);
const sorted = (lists: readonly (readonly JsonValue[])[]): readonly string[] =>
  lists.map((list) => texts(list).join()).sort();

function check(found: Answer, expected: Expected): void {
  if (expected.eventIds !== undefined) {
    // Some suites tell the events of all sequences in one list.
    const flat = found.eventIds ?? (found.sequences ?? []).flat();
    expect(flat).toEqual(texts(expected.eventIds));
    return;
  }
  const sequences = found.sequences ?? [];
  const wanted = [expected.sequences!, ...(expected.anyOf ?? [])];
  if (expected.any_order === true) expect(wanted.map(sorted)).toContainEqual(sorted(sequences));
  else expect(wanted.map((lists) => lists.map(texts))).toContainEqual(sequences);
  if (expected.keys !== undefined) expect(found.keys).toEqual(expected.keys);
}

function isUnmapped({ error }: ClusterError): boolean {
  const [, ...problems] = error.reason.split('\n');
  return error.type === 'verification_exception' && problems.every((problem) => problem.includes('Unknown column ['));
}

describe.each(['eql', 'eqlrules', 'eqldsl'])('%s oracles', (name) => {
  const file = path.join(root, `${name}.jsonl`);
  const cases = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => parseJson(line) as unknown as Case)
    : [];
  test.skipIf(cases.length > 0)('the oracle cases are not on this machine', (context) => {
    context.skip(`no file ${file}`);
  });
  test.each(cases.map((oracle) => [`${oracle.suite} ${oracle.id}`, oracle] as const))('%s', async (_, oracle) => {
    const cluster = await clusterFor(oracle);
    if (oracle.expected.error !== undefined) {
      const refusal: unknown = await answer(cluster, oracle).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(ClusterError);
      expect((refusal as ClusterError).status).toBe(400);
      return;
    }
    const found = await answer(cluster, oracle).catch((error: unknown) => {
      // The judge of these cases knows no mapping; Elasticsearch refuses fields that no index has.
      if (name === 'eqlrules' && error instanceof ClusterError && isUnmapped(error)) return undefined;
      throw error;
    });
    if (found !== undefined) check(found, oracle.expected);
  });
});
