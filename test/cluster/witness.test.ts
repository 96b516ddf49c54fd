import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { expect, it } from 'vitest';
import { fieldsOfKql } from '../../src/languages/kql/fields.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import { kqlToQueryDsl } from '../../src/languages/kql/to-query-dsl.js';
import type { FieldCatalogue } from '../../src/schemas/fields/catalogue.js';
import { fieldTypes } from '../../src/schemas/fields/catalogue.js';
import { catalogueOf, PROFILE_NAMES } from '../../src/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { printJson } from '../../src/values/json.js';
import type { Witness } from '../../src/witness/kql-witnesses.js';
import { kqlWitnesses } from '../../src/witness/kql-witnesses.js';
import { nearest, searchAll, useIndex } from './node-under-oracle-url.js';

const index = 'kql-witness';

const OWN_QUERIES = [
  'process.name: (cmd.exe or *shell*) and not process.args: ("-a" or b*)',
  'process.pid > 4 and process.pid <= 70 and event.outcome: (success and not failure)',
  'source.ip: (10.0.0.0/8 or "::1") and not destination.ip >= 192.168.0.0',
  '@timestamp > 2024-01-01 and event.created <= "2024-06-15||/d"',
  'message: "quick brown" or message: fo* or host.name: *',
  'process.parent.na*: x and host.os: *',
  'not (file.size: 5 or file.name: a*b*c) and process.thread.id: 9223372036854775807',
];

/** Queries of the rules beside the repository, where there are any. */
function queries(): readonly string[] {
  const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');
  if (!existsSync(folder)) {
    console.info('No ../shared/corpus beside the repository: only the queries of this test are run.');
    return OWN_QUERIES;
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [
    ...OWN_QUERIES,
    ...files.flatMap((file) => {
      if (!file.startsWith('rules') || !file.endsWith('.toml')) return [];
      const { rule } = TOML.parse(readFileSync(path.join(folder, file), 'utf8')) as {
        rule?: { language?: string; query?: string };
      };
      return rule?.language === 'kuery' && rule.query !== undefined ? [rule.query] : [];
    }),
  ];
}

/** The catalogue, and as keywords the other fields that the queries name. */
function catalogueFor(texts: readonly string[]): FieldCatalogue {
  const catalogue = new Map([...catalogueOf(PROFILE_NAMES)].map(([name, mapping]) => [name, nearest(mapping)]));
  const known = fieldTypes(catalogue);
  const isObject = (name: string): boolean => [...catalogue.keys()].some((each) => each.startsWith(`${name}.`));
  for (const name of texts.flatMap((text) => fieldsOfKql(parseKql(text).value!))) {
    if (!name.includes('*') && !known.has(name) && !isObject(name)) catalogue.set(name, { type: 'keyword' });
  }
  return catalogue;
}

const texts = queries();
const catalogue = catalogueFor(texts);
const made = texts.map((text): readonly Witness[] => kqlWitnesses(parseKql(text).value!, catalogue));
const documents = new Map(
  made.flatMap((witnesses, query) =>
    witnesses.map(({ document }, number) => [`${query}.${number}`, document] as const),
  ),
);
const { mappings, settings } = toIndexDefinition(catalogue);
useIndex(index, mappings, documents, { settings, stringify: (value) => printJson(value) });

it('makes documents of which the node says the same as they do', async () => {
  const fields = new Map([...fieldTypes(catalogue)].map(([name, type]) => [name, { type }]));
  const answers = await searchAll(
    index,
    texts.map((text, query) => ({
      bool: {
        filter: [
          { ids: { values: made[query]!.map((_, number) => `${query}.${number}`) } },
          kqlToQueryDsl(parseKql(text).value!, { fields }),
        ],
      },
    })),
  );
  const odd = answers.flatMap((answer, query): readonly unknown[] => {
    if (!('ids' in answer)) return [[texts[query], answer.reasons]];
    const isOdd = ({ matches }: Witness, number: number): boolean =>
      matches !== answer.ids.includes(`${query}.${number}`);
    return made[query]!.filter(isOdd).map((witness) => [texts[query], witness]);
  });
  expect(odd).toEqual([]);
  expect(documents.size).toBeGreaterThan(100);
  expect(made.every((witnesses) => witnesses.some(({ matches }) => matches))).toBe(true);
});
