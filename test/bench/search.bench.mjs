// Documents and search on the embedded engine: 100,000 CloudTrail documents (the fixtures, with varied ids and times), rule queries in KQL.
// Goals: loading ≤ 3 × JSON.parse of the same lines; a median rule query ≤ 50 ms; memory ≤ 4 × the file. BENCH_DOCUMENTS changes the number,
// ORACLE_URL adds the same work on a real node.
import { EmbeddedCluster } from '../../dist/engine/embedded/embedded-cluster.js';
import { ElasticsearchCluster } from '../../dist/engine/elasticsearch.js';
import { kql } from '../../dist/languages/kql/kql.js';
import { kqlToQueryDsl } from '../../dist/languages/kql/to-query-dsl.js';
import { catalogueOf } from '../../dist/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../dist/schemas/fields/to-index-definition.js';
import { withoutType } from '../../dist/testing/nearest-types.js';
import { cloudTrailLines, COUNT } from './cloudtrail-documents.mjs';

const INDEX = 'bench-cloudtrail';
const QUERIES = [
  'event.action: SendCommand',
  'event.provider: "ssm.amazonaws.com" and event.action: (SendCommand or StartSession)',
  'event.dataset: aws.cloudtrail and event.outcome: success and not user.name: *stratus*',
  'event.provider: iam.amazonaws.com and event.action: (CreateUser or CreateAccessKey or AttachUserPolicy) and event.outcome: success',
  'aws.cloudtrail.user_identity.type: AssumedRole and source.ip: 10.0.0.0/8',
  'user_agent.original: *aws-cli* and not aws.cloudtrail.error_code: *',
  'aws.cloudtrail.request_parameters: *documentName=AWS-Run*',
  '@timestamp >= "2024-07-31" and @timestamp < "2024-08-01" and cloud.region: us-east-1',
  'event.action: (DeleteTrail or StopLogging or PutEventSelectors or UpdateTrail)',
];

const lines = cloudTrailLines(COUNT);
const bytes = lines.reduce((sum, line) => sum + line.length, 0);
const seconds = (run) => {
  const start = process.hrtime.bigint();
  const result = run();
  return [Number(process.hrtime.bigint() - start) / 1e9, result];
};
const timed = async (run) => {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e9;
};
const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const parses = Array.from(
  { length: 3 },
  () => seconds(() => lines.reduce((sum, line) => sum + Object.keys(JSON.parse(line)).length, 0))[0],
);
const parse = Math.min(...parses);
const definition = toIndexDefinition(catalogueOf(['aws.cloudtrail']));
const documents = lines.map((source, at) => ({ _index: INDEX, _id: String(at), source }));

const before = memory();
const cluster = new EmbeddedCluster({ clock: () => new Date() });
await cluster.createIndex(INDEX, definition);
const load = await timed(() => cluster.bulk(documents));
const used = memory() - before;
const dsl = QUERIES.map((query) => kqlToQueryDsl(kql.parse(query).value));
const run = (target, query) => timed(() => target.search({ index: INDEX, query, size: 100, track_total_hits: true }));
for (const query of dsl) await run(cluster, query);
const times = [];
for (const query of dsl)
  times.push(median([await run(cluster, query), await run(cluster, query), await run(cluster, query)]));

console.log(`${COUNT} documents, ${(bytes / 1e6).toFixed(0)} MB`);
console.log(
  `JSON.parse ${parse.toFixed(2)} s (best of 3: ${parses.map((value) => value.toFixed(2)).join(', ')}); load ${load.toFixed(2)} s`,
);
console.log(`load ÷ JSON.parse = ${(load / parse).toFixed(2)} (goal: at most 3)`);
console.log(
  `query: median ${(median([...times]) * 1000).toFixed(1)} ms, slowest ${(Math.max(...times) * 1000).toFixed(1)} ms (goal: median at most 50)`,
);
console.log(
  `memory ÷ file = ${(used / bytes).toFixed(2)} (goal: at most 4${globalThis.gc ? '' : '; run node with --expose-gc for a true figure'})`,
);

const node = process.env['ORACLE_URL'];
if (node) {
  const real = new ElasticsearchCluster({ node });
  await real.deleteIndex(INDEX).catch(() => {});
  const fitting = ['scaled_float', 'constant_keyword', 'unsigned_long'].reduce(withoutType, definition.mappings);
  await real.createIndex(INDEX, { ...definition, mappings: fitting });
  try {
    console.log(`real node: load ${(await timed(() => real.bulk(documents))).toFixed(2)} s`);
    for (const query of dsl) await run(real, query);
    const theirs = [];
    for (const query of dsl) theirs.push(await run(real, query));
    console.log(`real node: query median ${(median([...theirs]) * 1000).toFixed(1)} ms`);
  } finally {
    await real.deleteIndex(INDEX);
    await real.close();
  }
}
