import type { Cluster } from '../../src/engine/cluster.js';
import type { RuleCluster } from '../../src/cluster-checks/rule-cluster.js';
import { checkOnCluster } from '../../src/cluster-checks/check-on-cluster.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toRule } from '../../src/definitions/to-model.js';

/** The present of the cases. */
export const NOW: Date = new Date('2026-06-15T12:00:00Z');

const MAPPINGS = {
  properties: {
    '@timestamp': { type: 'date' },
    event: { properties: { category: { type: 'keyword' }, type: { type: 'keyword' } } },
    process: { properties: { name: { type: 'keyword' }, pid: { type: 'long' } } },
  },
};

/** Makes `<prefix>-new`, with one document of yesterday, and `<prefix>-old`, with one of two months ago. */
export async function seed(cluster: Cluster, prefix: string): Promise<void> {
  for (const name of ['new', 'old']) await cluster.createIndex(`${prefix}-${name}`, { mappings: MAPPINGS });
  await cluster.bulk([
    {
      _index: `${prefix}-new`,
      _id: '1',
      source: '{"@timestamp":"2026-06-14T12:00:00Z","event":{"category":"process"},"process":{"name":"x"}}',
    },
    {
      _index: `${prefix}-old`,
      _id: '1',
      source: '{"@timestamp":"2026-04-14T12:00:00Z","event":{"type":"start"},"process":{"name":"x"}}',
    },
  ]);
}

/** A rule of a type, in TOML; `keys` are those of `[rule]`. */
export function ruleText(keys: string): string {
  return `[metadata]\ncreation_date = "2026/06/01"\nupdated_date = "2026/06/01"\n\n[rule]\nname = "A"\n${keys}\n`;
}

/** The codes that a cluster yields for a rule, each with the text that it points at. */
export async function codesOf(keys: string, cluster: RuleCluster, days = 30): Promise<readonly string[]> {
  const text = ruleText(keys);
  const file = 'a.toml';
  const rules = [{ file, value: toRule(parseToml(file, text).table ?? {}) }];
  const input = { rules, hunts: [], tests: [], texts: new Map([[file, text]]) };
  const found = await checkOnCluster(input, cluster, { now: NOW, days });
  return found.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

const kuery = (index: string, query: string): string =>
  `type = "query"\nlanguage = "kuery"\nindex = ["${index}"]\nquery = '${query}'`;
const eql = (index: string, query: string): string =>
  `type = "eql"\nlanguage = "eql"\nindex = ["${index}"]\nquery = '${query}'`;
const esql = (query: string): string => `type = "esql"\nlanguage = "esql"\nquery = '${query}'`;

/** Keys of a rule, and what a cluster says of it. */
export const CASES = (prefix: string): readonly (readonly [string, readonly string[]])[] => [
  [kuery(`${prefix}-new`, 'process.name: x and event.category: process'), []],
  [kuery(`${prefix}-new`, 'process.name: x and event.type: start'), ['cluster/empty-field event.type']],
  [kuery(`${prefix}-new`, 'process.nmae: x'), ['kql/unknown-field process.nmae']],
  [
    kuery(`${prefix}-new`, 'process.name: x and process.pid: many'),
    ['cluster/empty-field process.pid', 'kql/value-type many'],
  ],
  [kuery(`${prefix}-old`, 'process.name: x'), [`cluster/no-documents ["${prefix}-old"]`]],
  [kuery(`${prefix}-none-*`, 'process.name: x'), [`cluster/no-indices ["${prefix}-none-*"]`]],
  [kuery(`${prefix}-*`, 'event.type: start'), ['cluster/empty-field event.type']],
  [eql(`${prefix}-new`, 'process where event.type == "start"'), ['cluster/empty-field event.type']],
  [eql(`${prefix}-new`, 'process where process.nope == "start"'), ['eql/unknown-field process.nope']],
  [
    esql(`FROM ${prefix}-new METADATA _id | WHERE event.type == "start" | KEEP _id, event.type`),
    ['cluster/empty-field event.type'],
  ],
  [
    esql(`FROM ${prefix}-new METADATA _id | LOOKUP JOIN ${prefix}-table ON process.name | KEEP _id`),
    [`cluster/lookup-index-missing LOOKUP JOIN ${prefix}-table ON process.name`],
  ],
];
