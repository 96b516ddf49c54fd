import { parse as parseToml } from '@iarna/toml';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseEsql } from '../../../src/languages/esql/parse.js';

const SHARED = new URL('../../../../shared/', import.meta.url);

/** The queries of Elastic's own rules and hunts, read where they lie; none of them is part of this repository. */
function corpusQueries(): [string, string][] {
  const found: [string, string][] = [];
  for (const folder of ['corpus/rules/', 'corpus/rules_building_block/', 'corpus/hunting/']) {
    const root = new URL(folder, SHARED);
    if (!existsSync(root)) continue;
    for (const name of readdirSync(root, { recursive: true }) as string[]) {
      if (!name.endsWith('.toml')) continue;
      const document = parseToml(readFileSync(new URL(name, root), 'utf8')) as Record<string, Record<string, unknown>>;
      const { rule, hunt } = document;
      if (rule?.['language'] === 'esql') found.push([name, String(rule['query'])]);
      const languages = JSON.stringify(hunt?.['language'] ?? '');
      for (const query of (hunt?.['query'] ?? []) as string[]) {
        if (languages.includes('ES|QL') && /^\s*(?:\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|\s)*from\s/i.test(query))
          found.push([name, query]);
      }
    }
  }
  return found;
}

const corpus = corpusQueries();
if (corpus.length === 0) console.warn('No corpus beside the repository: the corpus queries are not parsed.');

describe.runIf(corpus.length > 0)('queries of rules and hunts', () => {
  test.each(corpus)('%s', (_, query) => {
    expect(
      parseEsql(query).diagnostics.map((item) => [item.what, query.slice(item.range.start, item.range.start + 60)]),
    ).toEqual([]);
  });
});

describe.each(['esql.jsonl', 'csvspec.jsonl'])('%s', (file) => {
  const path = new URL(`oracles/${file}`, SHARED);
  if (!existsSync(path)) {
    console.warn(`No ${file} beside the repository: its queries are not parsed.`);
    test.skip('the oracle file is absent');
    return;
  }
  const cases = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; query: string; expected: { error?: number } });
  test.each(cases.filter((item) => item.expected.error === undefined))('$id', ({ query }) => {
    expect(parseEsql(query).diagnostics.map((item) => item.what)).toEqual([]);
  });
});
