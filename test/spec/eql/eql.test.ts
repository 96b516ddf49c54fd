import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import type { Expected, SpecCase, SpecData } from './spec-file.js';
import { readSpec } from './spec-file.js';

const clusters = new Map<SpecData, Promise<EmbeddedCluster>>();

function clusterFor(data: SpecData): Promise<EmbeddedCluster> {
  let cluster = clusters.get(data);
  if (cluster === undefined) clusters.set(data, (cluster = load(data)));
  return cluster;
}

async function load({ properties, documents }: SpecData): Promise<EmbeddedCluster> {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });
  await cluster.createIndex('events', { mappings: { properties } });
  const { errors } = await cluster.bulk(documents.map((document) => ({ _index: 'events', ...document })));
  expect(errors).toBe(false);
  return cluster;
}

async function answer({ data, query, options }: SpecCase): Promise<Expected> {
  const cluster = await clusterFor(data);
  try {
    const { hits } = await cluster.eql({ index: 'events', query, size: 100, ...options });
    if (hits.events !== undefined) return { events: hits.events.map(({ _id }) => _id) };
    return {
      sequences: (hits.sequences ?? []).map(({ events }) =>
        events.map(({ _id, missing }) => (missing === true ? '-' : _id)),
      ),
    };
  } catch (error) {
    if (error instanceof ClusterError) return { refusal: `${error.error.type} ${error.error.reason}` };
    throw error;
  }
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.spec'));

describe.each(files)('%s', (file) => {
  const cases = readSpec(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
  test.each(cases.map((item) => [`${item.line}: ${item.query}`, item] as const))('%s', async (_, item) => {
    expect(item.page).not.toBe('');
    expect(await answer(item)).toEqual(item.expected);
  });
});
