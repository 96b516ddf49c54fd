import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/definitions/load.js';
import { toRule } from '../../src/definitions/to-model.js';
import { rulePageAsciidoc } from '../../src/render/rule-page-asciidoc.js';
import { BASE, MACHINE_LEARNING, QUERY } from './sample-rules.js';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

interface Expected {
  readonly path: string;
  readonly version: number;
  readonly asciidoc: string;
}

describe.skipIf(!existsSync(CORPUS))(
  'pages of elastic/detection-rules (skipped where ../shared/corpus is absent)',
  () => {
    const expected = existsSync(CORPUS)
      ? readFileSync(new URL('expected.jsonl', CORPUS), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Expected)
      : [];

    test.each(expected.map(({ path, version, asciidoc }) => [path, version, asciidoc] as const))(
      '%s is rendered byte for byte',
      async (path, version, asciidoc) => {
        const { table = {} } = await loadFile(path, fileURLToPath(CORPUS));
        const page = readFileSync(new URL(asciidoc, CORPUS), 'utf8');
        expect(rulePageAsciidoc(toRule(table), version)).toBe(page);
      },
    );

    test('there are pages', () => {
      expect(expected.length).toBeGreaterThanOrEqual(237);
    });
  },
);

test('a rule with everything', async () => {
  await expect(rulePageAsciidoc(QUERY, 3)).toMatchFileSnapshot('../golden/rules/query.asciidoc');
});

test('a rule with nothing that is optional', () => {
  const page = rulePageAsciidoc({ ...MACHINE_LEARNING, riskScore: 0 });
  for (const label of ['Rule indices', 'Risk score', 'References', 'Tags', 'Version', 'Rule license']) {
    expect(page).toContain(`*${label}*: None\n`);
  }
  expect(page).toContain('*Searches indices from*: now-6m (');
  expect(page).not.toContain('====');
  expect(page.endsWith('*Rule license*: None\n')).toBe(true);
});

describe('guides', () => {
  const noted = (note: string): string => {
    const page = rulePageAsciidoc({ ...BASE, type: 'query', language: 'kuery', query: '', note });
    return page.slice(page.indexOf('==== Investigation guide'), page.indexOf('==== Rule query'));
  };

  test('headings become bold lines, links AsciiDoc links, also over lines', () => {
    expect(noted('## Triage\n#none\nsee [the\ndocs](https://example.org/a) and [x]() or [] (y)')).toBe(
      '==== Investigation guide\n\n\n\n*Triage*\n\n\n*none*\n\nsee https://example.org/a[the\ndocs] and [x]() or [] (y)\n\n',
    );
  });

  test('placeholders stay', () => {
    expect(noted('- $osquery_0')).toContain('\n- $osquery_0\n');
  });

  test('a hundred thousand brackets take no longer than other text', () => {
    const brackets = '['.repeat(100_000);
    expect(noted(brackets)).toContain(brackets);
    expect(noted('[a]('.repeat(25_000))).toContain('[a]([a](');
  });
});
