import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { expect, it } from 'vitest';
import { ClusterError } from '../../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../../../src/values/json.js';

/** Rules, and a mapping with the fields of Elastic's integrations, kept beside the repository and read in place. */
const shared = path.resolve(import.meta.dirname, '../../../../../shared');
const rules = path.join(shared, 'corpus');
const mapping = path.join(shared, 'oracles', 'hx-real.mapping.json');

function eqlQueries(): readonly { file: string; query: string }[] {
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.toml') && file.startsWith('rules'))
    .flatMap((file) => {
      const { rule } = TOML.parse(readFileSync(path.join(rules, file), 'utf8')) as {
        rule?: { language?: string; query?: string };
      };
      return rule?.language === 'eql' && rule.query !== undefined ? [{ file, query: rule.query }] : [];
    });
}

it('runs every EQL rule beside the repository; only fields that the mapping lacks are refused', async (context) => {
  if (!existsSync(rules) || !existsSync(mapping))
    return context.skip('no ../shared/corpus or ../shared/oracles beside the repository');
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });
  const { mappings } = JSON.parse(readFileSync(mapping, 'utf8')) as { mappings: JsonObject };
  await cluster.createIndex('x', { mappings, settings: { 'index.mapping.total_fields.limit': 20_000 } });
  await cluster.bulk([{ _index: 'x', source: '{"@timestamp":"2026-01-01T00:00:00Z","event":{"category":"zz"}}' }]);
  const queries = eqlQueries();
  let ran = 0;
  for (const { file, query } of queries) {
    try {
      await cluster.eql({ index: 'x', query });
      ran++;
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      const [, ...problems] = error.error.reason.split('\n');
      const others = problems.filter((problem) => !/Unknown column \[|only its subfields/.test(problem));
      expect([error.error.type, others], file).toEqual(['verification_exception', []]);
    }
  }
  expect(ran).toBeGreaterThan(queries.length * 0.75);
});
