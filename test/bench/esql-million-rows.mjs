// A million rows through STATS by two keys, in a process of its own so that its memory can be told. The rows are made by the query, since a
// million documents would be what is measured.
import { existsSync, readFileSync } from 'node:fs';
import { EmbeddedCluster } from '../../dist/engine/embedded/embedded-cluster.js';

const cluster = new EmbeddedCluster({ clock: () => new Date() });
await cluster.createIndex('seeds', {
  mappings: { properties: { a: { type: 'long' }, b: { type: 'long' }, c: { type: 'long' } } },
});
const numbers = (count) => JSON.stringify(Array.from({ length: count }, (_, at) => at));
await cluster.bulk(
  Array.from({ length: 100 }, (_, at) => ({
    _index: 'seeds',
    source: `{"a":${at},"b":${numbers(100)},"c":${numbers(100)}}`,
  })),
);
const query = `FROM seeds
| MV_EXPAND b
| MV_EXPAND c
| EVAL host = CONCAT("host-", TO_STRING(b)), user = CONCAT("user-", TO_STRING(a)), text = CONCAT(user, "@", host, "/", TO_STRING(c))
| STATS n = COUNT(*), distinct = COUNT_DISTINCT(text), all = VALUES(text) BY host, user
| STATS groups = COUNT(*), rows = SUM(n)`;
const start = process.hrtime.bigint();
const { values } = await cluster.esql({ query });
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
// `resourceUsage` would count the process that started this one.
const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
const rss = Number(/^VmHWM:\s*(\d+) kB/mu.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
console.log(
  `${values[0][1]} rows through STATS BY two keys (${values[0][0]} groups): ${seconds.toFixed(2)} s, at most ${rss.toFixed(0)} MiB resident (goal: 1024)`,
);
