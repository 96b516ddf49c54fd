import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { expect, it } from 'vitest';
import { fieldsOfEql } from '../../../src/languages/eql/fields.js';
import { parseEql } from '../../../src/languages/eql/parse.js';
import { printEql } from '../../../src/languages/eql/print.js';
import { shape } from '../shape.js';

/** Rules kept beside the repository, read in place. */
const rules = path.resolve(import.meta.dirname, '../../../../shared/corpus');

function eqlQueries(): readonly { file: string; query: string }[] {
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.toml') && file.startsWith('rules'))
    .flatMap((file) => {
      const { rule } = TOML.parse(readFileSync(path.join(rules, file), 'utf8')) as {
        rule?: { language?: string; query?: string };
      };
      return rule?.language === 'eql' && rule.query !== undefined ? [{ file, query: rule.query }] : [];
    });
}

it('reads, prints and reads again every EQL query of the rules beside the repository', (context) => {
  if (!existsSync(rules)) return context.skip('no ../shared/corpus beside the repository');
  const queries = eqlQueries();
  expect(queries.length).toBeGreaterThan(0);
  for (const { file, query } of queries) {
    const { value, diagnostics } = parseEql(query);
    expect(diagnostics, file).toEqual([]);
    expect(shape(parseEql(printEql(value!)).value), file).toEqual(shape(value));
    expect(fieldsOfEql(value!).length, file).toBeGreaterThan(0);
  }
});
