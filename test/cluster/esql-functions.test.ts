import { afterAll, describe, expect, test } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { isAvailable } from '../../src/languages/esql/availability.js';
import { ESQL_FUNCTIONS } from '../../src/languages/esql/functions/registry.js';

const real = new ElasticsearchCluster({ node: process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200' });
const embedded = new EmbeddedCluster({ clock: () => new Date(), stacks: ['8.19'] });
afterAll(() => real.close());

/** Functions with examples (full-text search needs documents). What came after 8.19, the version of the node, has only the documentation to be checked against. */
const known = ESQL_FUNCTIONS.filter((item) => isAvailable('8.19', item) && item.examples.length > 0);
/** Random or of the moment: equal in type only. */
const VOLATILE = new Set(['NOW']);

describe.each(known)('$name', ({ name, examples }) => {
  test.each(examples)('$query', async ({ query }) => {
    const [ours, theirs] = [await embedded.esql({ query }), await real.esql({ query })];
    expect(ours.columns).toEqual(theirs.columns);
    if (!VOLATILE.has(name)) expect(ours.values).toEqual(theirs.values);
  });
});
