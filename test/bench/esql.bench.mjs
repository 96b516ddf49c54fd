// ES|QL on the embedded engine: 100,000 CloudTrail documents, a hunt and the ES|QL rules of the corpus beside the repository (each with its
// FROM changed to the bench's index, and fields that the mapping lacks added as keywords). Goals: the hunt and the median rule ≤ 150 ms;
// a million rows through STATS by two keys within 1 GiB. ORACLE_URL adds the same queries on a real node.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import toml from '@iarna/toml';
import { EmbeddedCluster } from '../../dist/engine/embedded/embedded-cluster.js';
import { ElasticsearchCluster } from '../../dist/engine/elasticsearch.js';
import { catalogueOf } from '../../dist/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../dist/schemas/fields/to-index-definition.js';
import { withoutType } from '../../dist/testing/nearest-types.js';
import { cloudTrailLines, COUNT } from './cloudtrail-documents.mjs';
import { best, measure, median } from './measure.mjs';

const INDEX = 'bench-esql';
const NOW = new Date('2024-08-03T00:00:00Z');
const HUNT = `FROM ${INDEX}
| WHERE @timestamp > NOW() - 7 day
| WHERE event.provider == "ssm.amazonaws.com" AND event.action == "SendCommand"
| DISSECT aws.cloudtrail.request_parameters "%{}documentName=%{document_name},%{}"
| DISSECT aws.cloudtrail.response_elements "%{}instanceIds=[%{instance_id}],%{}"
| WHERE document_name IN ("AWS-RunPowerShellScript", "AWS-RunShellScript") AND instance_id != "*"
| STATS user_command_counts = COUNT(*) BY instance_id
| WHERE user_command_counts == 1`;
const OWN = {
  'a hunt': HUNT,
  'count by action': `FROM ${INDEX} | STATS n = COUNT(*) BY event.action | SORT n DESC | LIMIT 10`,
  'distinct users by hour': `FROM ${INDEX} | EVAL hour = DATE_TRUNC(1 hour, @timestamp) | STATS users = COUNT_DISTINCT(user.name) BY hour`,
  'newest errors': `FROM ${INDEX} | WHERE aws.cloudtrail.error_code IS NOT NULL | SORT @timestamp DESC | KEEP @timestamp, event.action, user.name | LIMIT 10`,
};

/** The ES|QL queries of the corpus' rules, reading the bench's index. */
function corpusRules() {
  const folder = new URL('../../../shared/corpus/rules/', import.meta.url);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.toml'));
  return files.sort().flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    if (!/^type = "esql"/mu.test(text)) return [];
    const { rule } = toml.parse(text);
    return [[name, rule.query.replace(/^(\s*from\s+)[^|]*?(?=\s*(?:metadata\b|\||\/\/))/iu, `$1${INDEX} `)]];
  });
}

/** The mapping with each column that a query asks for and the mapping lacks; and the queries that run with it. */
async function runnable(definition, queries) {
  const mappings = structuredClone(definition.mappings);
  const accepted = [];
  for (const [name, query] of queries) {
    for (let tries = 0; tries < 20; tries += 1) {
      const empty = new EmbeddedCluster({ clock: () => NOW });
      await empty.createIndex(INDEX, { ...definition, mappings });
      const refused = await empty.esql({ query }).then(
        () => undefined,
        (error) => error.message,
      );
      const unknown = [...(refused ?? '').matchAll(/Unknown column \[([^\]]+)\]/gu)].map(([, column]) => column);
      if (refused === undefined) accepted.push([name, query]);
      if (unknown.length === 0) break;
      for (const column of unknown) mappings.properties[column] = { type: 'keyword' };
    }
  }
  return { mappings, accepted };
}

const definition = toIndexDefinition(catalogueOf(['aws.cloudtrail']));
const rules = corpusRules();
const { mappings, accepted } = await runnable(definition, [...Object.entries(OWN), ...rules]);
const cluster = new EmbeddedCluster({ clock: () => NOW });
await cluster.createIndex(INDEX, { ...definition, mappings });
const documents = cloudTrailLines(COUNT).map((source, at) => ({ _index: INDEX, _id: String(at), source }));
await cluster.bulk(documents);
console.log(
  `${COUNT} documents; ${accepted.length - Object.keys(OWN).length} of ${rules.length} rules of the corpus run on them`,
);

const times = new Map();
for (const [name, query] of accepted) {
  const first = await measure(() => cluster.esql({ query }));
  const { wall, cpu } = await best(3, () => cluster.esql({ query }));
  times.set(name, { wall, cpu });
  if (name in OWN || process.env['BENCH_VERBOSE'])
    console.log(
      `${name}: ${wall.toFixed(0)} ms (CPU ${cpu.toFixed(0)}; the first run ${first.wall.toFixed(0)}, CPU ${first.cpu.toFixed(0)})`,
    );
}
const ofRules = accepted.filter(([name]) => !(name in OWN)).map(([name]) => times.get(name));
if (ofRules.length > 0) {
  console.log(
    `rules of the corpus: median ${median(ofRules.map(({ wall }) => wall)).toFixed(0)} ms (CPU ${median(ofRules.map(({ cpu }) => cpu)).toFixed(0)}), slowest ${Math.max(...ofRules.map(({ wall }) => wall)).toFixed(0)} ms`,
  );
}
console.log(`(goal: the hunt and the median rule at most 150 ms)`);

const child = spawnSync(process.execPath, [fileURLToPath(new URL('esql-million-rows.mjs', import.meta.url))], {
  encoding: 'utf8',
});
console.log(child.status === 0 ? child.stdout.trim() : `a million rows: ended with ${child.status}\n${child.stderr}`);

const node = process.env['ORACLE_URL'];
if (node) {
  const real = new ElasticsearchCluster({ node });
  await real.deleteIndex(INDEX).catch(() => {});
  const fitting = ['scaled_float', 'constant_keyword', 'unsigned_long'].reduce(withoutType, mappings);
  await real.createIndex(INDEX, { ...definition, mappings: fitting });
  try {
    await real.bulk(documents);
    const theirs = [];
    for (const [name, query] of accepted) {
      try {
        await real.esql({ query });
        const { wall } = await best(3, () => real.esql({ query }));
        if (name in OWN) console.log(`real node: ${name}: ${wall.toFixed(0)} ms`);
        else theirs.push(wall);
      } catch {
        // The node lacks what came after 8.19.
      }
    }
    console.log(`real node: median of ${theirs.length} rules ${median(theirs).toFixed(0)} ms`);
  } finally {
    await real.deleteIndex(INDEX);
    await real.close();
  }
}
