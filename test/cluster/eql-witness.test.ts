import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { expect, it } from 'vitest';
import type { EqlFields } from '../../src/languages/eql/field-info.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { eqlToQueryDsl } from '../../src/languages/eql/to-query-dsl.js';
import { fieldTypes } from '../../src/schemas/fields/catalogue.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { printJson } from '../../src/values/json.js';
import { eqlWitnesses } from '../../src/witness/eql-witnesses.js';
import { catalogueFor, EVENT_QUERIES } from '../witness/eql-queries.js';
import { nearest, searchAll, useIndex } from './node-under-oracle-url.js';

const index = 'eql-witness';

/** Event queries of the rules beside the repository, where there are any, and our own. */
function queries(): readonly string[] {
  const own = EVENT_QUERIES.map(([text]) => text);
  const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');
  if (!existsSync(folder)) {
    console.info('No ../shared/corpus beside the repository: only the queries of this test are run.');
    return own;
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [
    ...own,
    ...files.sort().flatMap((file) => {
      if (!file.startsWith('rules') || !file.endsWith('.toml')) return [];
      const { rule } = TOML.parse(readFileSync(path.join(folder, file), 'utf8')) as {
        rule?: { language?: string; query?: string };
      };
      return rule?.language === 'eql' && rule.query !== undefined ? [rule.query] : [];
    }),
  ];
}

/** Event queries that Query DSL can express; the others need scripts, which the node does not have. */
const trees = queries().flatMap((text) => {
  const tree = parseEql(text).value!;
  return tree.source.kind === 'EventFilter' ? [{ text, tree, filter: tree.source }] : [];
});
const catalogue = catalogueFor(
  trees.map(({ tree }) => tree),
  nearest,
);
const fields: EqlFields = new Map([...fieldTypes(catalogue)].map(([name, type]) => [name, { type }]));
const made = trees.flatMap(({ text, tree, filter }) => {
  const dsl = eqlToQueryDsl(filter, { fields });
  return JSON.stringify(dsl).includes('eql_script') ? [] : [{ text, dsl, sets: eqlWitnesses(tree, catalogue) }];
});
const documents = new Map(
  made.flatMap(({ sets }, query) => sets.map(({ documents: [only] }, set) => [`${query}.${set}`, only!] as const)),
);
const { mappings, settings } = toIndexDefinition(catalogue);
useIndex(index, mappings, documents, { settings, stringify: (value) => printJson(value) });

it('makes documents of which the node says the same of the Query DSL of each EQL query', async () => {
  const answers = await searchAll(
    index,
    made.map(({ dsl, sets }, query) => ({
      bool: { filter: [{ ids: { values: sets.map((_, set) => `${query}.${set}`) } }, dsl] },
    })),
  );
  const odd = answers.flatMap((answer, query): readonly unknown[] => {
    const { text, sets } = made[query]!;
    if (!('ids' in answer)) return [[text, answer.reasons]];
    return sets
      .filter(({ matches }, set) => matches !== answer.ids.includes(`${query}.${set}`))
      .map((set) => [text, set]);
  });
  expect(odd).toEqual([]);
  expect(documents.size).toBeGreaterThan(300);
});
