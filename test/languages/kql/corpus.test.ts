import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import TOML from '@iarna/toml';
import { expect, it } from 'vitest';
import { fieldsOfKql } from '../../../src/languages/kql/fields.js';
import { parseKql } from '../../../src/languages/kql/parse.js';
import { printKql } from '../../../src/languages/kql/print.js';
import { shape } from '../shape.js';

/** Rules kept beside the repository, read in place. */
const rules = path.resolve(import.meta.dirname, '../../../../shared/corpus');

function kqlQueries(): readonly { file: string; query: string }[] {
  return readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.toml') && file.startsWith('rules'))
    .flatMap((file) => {
      const { rule } = TOML.parse(readFileSync(path.join(rules, file), 'utf8')) as {
        rule?: { language?: string; query?: string; threat_query?: string };
      };
      if (rule?.language !== 'kuery') return [];
      return [rule.query, rule.threat_query].flatMap((query) => (query === undefined ? [] : [{ file, query }]));
    });
}

it('reads, prints and reads again every KQL query of the rules beside the repository', (context) => {
  if (!existsSync(rules)) return context.skip('no ../shared/corpus beside the repository');
  const queries = kqlQueries();
  expect(queries.length).toBeGreaterThan(0);
  for (const { file, query } of queries) {
    const { value, diagnostics } = parseKql(query);
    expect(diagnostics, file).toEqual([]);
    expect(shape(parseKql(printKql(value!)).value), file).toEqual(shape(value));
    expect(fieldsOfKql(value!).length, file).toBeGreaterThan(0);
  }
});
