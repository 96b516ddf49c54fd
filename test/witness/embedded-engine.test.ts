import { expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import { kqlToQueryDsl } from '../../src/languages/kql/to-query-dsl.js';
import { fieldTypes } from '../../src/schemas/fields/catalogue.js';
import { catalogueOf, PROFILE_NAMES } from '../../src/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { printJson } from '../../src/values/json.js';
import { kqlWitnesses } from '../../src/witness/kql-witnesses.js';

const QUERIES = [
  'process.name: (cmd.exe or *shell*) and not process.args: ("-a" or b*)',
  'process.pid > 4 and process.pid <= 70 and event.outcome: (success and not failure)',
  'source.ip: (10.0.0.0/8 or "::1") and not destination.ip >= 192.168.0.0',
  '@timestamp > 2024-01-01 and event.created <= "2024-06-15||/d"',
  'message: "quick brown" or message: fo* or host.name: *',
  'process.parent.na*: x and host.os: *',
  'not (file.size: 5 or file.name: a*b*c) and process.thread.id: 9223372036854775807',
  'process.name.caseless: CMD.EXE and process.command_line.text: "who am i"',
  'event.category: (file and not (process or *net*)) or rule.name: "a\\"b" and dll.path: C\\:\\\\*',
  'aws.cloudtrail.read_only: true or aws.cloudtrail.flattened.request_parameters.*: x',
  'quick fox and not event.kind: *',
];

const catalogue = catalogueOf(PROFILE_NAMES);
const fields = new Map([...fieldTypes(catalogue)].map(([name, type]) => [name, { type }]));

it('makes documents of which the embedded engine says the same as they do', async () => {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2024-01-01T00:00:00Z') });
  await cluster.createIndex('events', toIndexDefinition(catalogue));
  const made = QUERIES.map((text) => kqlWitnesses(parseKql(text).value!, catalogue));
  const { items } = await cluster.bulk(
    made.flatMap((witnesses, query) =>
      witnesses.map(({ document }, number) => ({
        _index: 'events',
        _id: `${query}.${number}`,
        source: printJson(document),
      })),
    ),
  );
  expect(items.filter(({ error }) => error !== undefined)).toEqual([]);
  for (const [query, text] of QUERIES.entries()) {
    const witnesses = made[query]!;
    const ids = witnesses.map((_, number) => `${query}.${number}`);
    const { hits } = await cluster.search({
      index: 'events',
      size: 1000,
      query: { bool: { filter: [{ ids: { values: ids } }, kqlToQueryDsl(parseKql(text).value!, { fields })] } },
    });
    const found = hits.hits.map(({ _id }) => _id).sort();
    const claimed = ids.filter((_, number) => witnesses[number]!.matches).sort();
    expect(found, text).toEqual(claimed);
    expect(claimed.length, text).toBeGreaterThan(0);
  }
});
