import { afterAll, expect, test } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { ESQL_FUNCTIONS } from '../../src/languages/esql/functions/registry.js';

const real = new ElasticsearchCluster({ node: process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200' });
const embedded = new EmbeddedCluster({ clock: () => new Date(), stacks: ['8.19'] });
afterAll(() => real.close());

/** Forms that came after 8.19, or are in it; COMPLETION, CHANGE_POINT and CATEGORIZE need modules that the node does not have. */
const FORMS = [
  'ROW a = "x" | WHERE a RLIKE ("x", "y")',
  'ROW a = "x" | WHERE a RLIKE ("x")',
  'ROW a = "x" | WHERE a LIKE ("x", "y")',
  'ROW a = 1 | INLINESTATS b = MAX(a)',
  'ROW a = 1 | INLINE STATS b = MAX(a)',
  'ROW a = 1 | FORK (WHERE a == 1) (WHERE a == 2)',
  'ROW a = 1 | LIMIT 1 BY a',
  'ROW a = "1 2" | GROK a "%{INT:b} %{INT:c}", "%{INT:b}"',
  'ROW a = "1 2" | GROK a "%{INT:b} %{INT:c}"',
  'ROW a = 1 | RENAME b = a',
  'SET time_zone = "UTC"; ROW a = 1',
  'ROW a = "x" | URI_PARTS p = a',
  'ROW a = "x" | REGISTERED_DOMAIN p = a',
  'ROW a = "x" | USER_AGENT p = a',
  'ROW a = "x" | WHERE KQL("a:x", {"case_insensitive": true})',
  'ROW a = 1 | STATS c = COUNT(*) WHERE a > 1',
  'ROW a = 1, b = 2 | LOOKUP JOIN nope ON a, b',
  'ROW a = 1, b = 2 | LOOKUP JOIN nope ON a == b',
];
/** Each function that has an example: known to the node, or not. */
const EXAMPLES = ESQL_FUNCTIONS.flatMap(({ examples }) => examples.slice(0, 1).map(({ query }) => query));

const accepted = (run: Promise<unknown>): Promise<boolean> =>
  run.then(
    () => true,
    () => false,
  );

test.each([...FORMS, ...EXAMPLES])('8.19 and --stack 8.19 agree whether to take %s', async (query) => {
  expect(await accepted(embedded.esql({ query }))).toBe(await accepted(real.esql({ query })));
});
