import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { EqlQuery } from '../../src/languages/eql/ast.js';
import { checkEql } from '../../src/languages/eql/check.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { printEql } from '../../src/languages/eql/print.js';
import { fieldTypes } from '../../src/schemas/fields/catalogue.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { printJson } from '../../src/values/json.js';
import { eqlWitnesses } from '../../src/witness/eql-witnesses.js';
import { shape } from '../languages/shape.js';
import { catalogueFor } from './eql-queries.js';

/** Rules kept beside the repository, read in place. */
const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');

interface Case {
  readonly file: string;
  readonly text: string;
  readonly query: EqlQuery;
}

function cases(): readonly Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.toml') && file.startsWith('rules'))
    .sort()
    .flatMap((file) => {
      const { rule } = TOML.parse(readFileSync(path.join(folder, file), 'utf8')) as {
        rule?: { language?: string; query?: string };
      };
      if (rule?.language !== 'eql' || rule.query === undefined) return [];
      const { value, diagnostics } = parseEql(rule.query);
      expect(diagnostics, file).toEqual([]);
      return [{ file: path.basename(file), text: rule.query, query: value! }];
    });
}

/** Rules for which nothing is made, and why. */
const NONE: ReadonlyMap<string, string> = new Map();

describe.skipIf(!existsSync(folder))('the EQL rules beside the repository', () => {
  const all = existsSync(folder) ? cases() : [];
  const catalogue = catalogueFor(all.map(({ query }) => query));
  const fields = new Map([...fieldTypes(catalogue)].map(([name, type]) => [name, { type }]));

  it('are printed as they are read, and checked without a false error', () => {
    for (const { file, text, query } of all) {
      expect(shape(parseEql(printEql(query)).value), file).toEqual(shape(query));
      expect(checkEql(query, { text, fields }), file).toEqual([]);
    }
  });

  it('find the documents made to satisfy them, and none of the near misses', async () => {
    const cluster = new EmbeddedCluster({ clock: () => new Date('2024-01-01T00:00:00Z') });
    await cluster.createIndex('events', toIndexDefinition(catalogue));
    const made = all.map(({ query }) => eqlWitnesses(query, catalogue));
    const { items } = await cluster.bulk(
      made.flatMap((sets, rule) =>
        sets.flatMap(({ documents }, set) =>
          documents.map((document, at) => ({
            _index: 'events',
            _id: `${rule}.${set}.${at}`,
            source: printJson(document),
          })),
        ),
      ),
    );
    expect(items.filter(({ error }) => error !== undefined)).toEqual([]);
    const wrong: unknown[] = [];
    const none: string[] = [];
    for (const [rule, { file, text, query }] of all.entries()) {
      const sets = made[rule]!;
      if (!sets.some(({ matches }) => matches)) none.push(file);
      const find = async (values: readonly string[]): Promise<readonly string[]> => {
        const { hits } = await cluster.eql({ index: 'events', query: text, size: 1000, filter: { ids: { values } } });
        return (hits.events ?? hits.sequences!.flatMap(({ events }) => events)).map(({ _id }) => _id);
      };
      const ids = sets.map(({ documents }, set) => documents.map((_, at) => `${rule}.${set}.${at}`));
      const together = query.source.kind === 'EventFilter' ? await find(ids.flat()) : undefined;
      for (const [set, { documents, matches, ...rest }] of sets.entries()) {
        const own = ids[set]!;
        const found = together?.filter((id) => own.includes(id)) ?? (await find(own));
        if (found.length > 0 !== matches) wrong.push(`${file} ${printJson({ matches, ...rest, documents })}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(none).toEqual([...NONE.keys()]);
    // A near miss for nearly every clause, or the claims above say little.
    const misses = made.flat().filter(({ purpose }) => purpose === 'near-miss').length;
    expect(misses).toBeGreaterThan(all.length * 4);
  });
});
