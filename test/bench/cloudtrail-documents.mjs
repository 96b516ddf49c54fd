// The documents of the benches: CloudTrail fixtures over and over, with ids and times of their own.
import { readFileSync } from 'node:fs';

/** How many documents a bench loads; BENCH_DOCUMENTS changes it. */
export const COUNT = Number(process.env['BENCH_DOCUMENTS'] ?? 100_000);

/**
 * Lines of JSON, one a document.
 * @param {number} count how many
 * @returns {string[]}
 */
export function cloudTrailLines(count) {
  const fixture = readFileSync(new URL('../fixtures/events/cloudtrail-stratus.ndjson', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return Array.from({ length: count }, (_, at) => {
    const document = JSON.parse(fixture[at % fixture.length]);
    document.event.id = `bench-${at}`;
    document['@timestamp'] = new Date(Date.parse(document['@timestamp']) + (at % 86_400) * 1000).toISOString();
    return JSON.stringify(document);
  });
}
