import { describe, expect, test } from 'vitest';
import type { Hunt } from '../../src/model/hunt.js';
import { isGeneratedPage } from '../../src/render/generated-page.js';
import { pagePathOf, renderPages } from '../../src/render/pages.js';
import { slugOf } from '../../src/render/slug.js';
import { QUERY } from './sample-rules.js';

const HUNT: Hunt = {
  uuid: 'f9c0c4a5-2d4f-4a53-8c37-31d1a9a3d6b2',
  name: 'Hunt',
  author: 'Us',
  description: 'Finds.',
  integration: ['okta'],
  language: ['EQL'],
  license: 'Apache-2.0',
  query: ['any where true\n'],
};

describe('slugs', () => {
  test.each([
    [
      'AWS SSM `SendCommand` with Run Shell Command Parameters',
      'aws-ssm-sendcommand-with-run-shell-command-parameters',
    ],
    ['  A_b--C.d/e  ', 'a-b-c-d-e'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Zugriff über Tor', 'zugriff-über-tor'],
    ['...', ''],
  ])('%j → %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('are cut at 200 bytes of UTF-8', () => {
    expect(slugOf('x'.repeat(300))).toBe('x'.repeat(200));
    expect(slugOf('ü'.repeat(300))).toBe('ü'.repeat(100));
  });
});

describe('where pages stand', () => {
  test.each([
    ['queries/a.toml', 'docs/a.md'],
    ['aws/queries/a.toml', 'aws/docs/a.md'],
    ['queries/old/queries/sub/a.toml', 'queries/old/docs/sub/a.md'],
    ['hunts/a.toml', 'docs/a.md'],
  ])('the page of the hunt %s is %s', (file, path) => {
    expect(pagePathOf({ kind: 'hunt', file, hunt: HUNT })).toBe(path);
  });

  test('links lead back to the file', () => {
    const { pages } = renderPages([
      { kind: 'hunt', file: 'aws/queries/a.toml', hunt: HUNT },
      { kind: 'hunt', file: 'hunts/b.toml', hunt: HUNT },
      { kind: 'rule', file: 'rules/idp/c d.toml', rule: QUERY, version: 4 },
    ]);
    expect(pages.get('aws/docs/a.md')).toContain('[Hunt](../queries/a.toml)');
    expect(pages.get('docs/b.md')).toContain('[Hunt](../hunts/b.toml)');
    const rule = pages.get('docs/rules/sign-in-from-tor.md');
    expect(rule).toContain('[`c d.toml`](../../rules/idp/c%20d.toml)');
    expect(rule).toContain('- **Version:** 4\n');
  });

  test.each([
    ['/home/team/repo', '/home/team/repo/site', '../../../rules/a.toml', '../../queries/a.toml'],
    ['/home/team/repo', '/home/team/wiki', '../../../repo/rules/a.toml', '../../repo/queries/a.toml'],
    ['/home/team/repo', '/home/team', '../../repo/rules/a.toml', '../repo/queries/a.toml'],
    ['/home/team/repo', '/home/team/repo', '../../rules/a.toml', '../queries/a.toml'],
  ])('links from pages lead back across folders: %s, pages in %s', (definitions, folder, toRule, toHunt) => {
    const { pages } = renderPages(
      [
        { kind: 'rule', file: 'rules/a.toml', rule: QUERY },
        { kind: 'hunt', file: 'queries/a.toml', hunt: HUNT },
      ],
      { definitions, pages: folder },
    );
    expect(pages.get('docs/rules/sign-in-from-tor.md')).toContain(`[\`a.toml\`](${toRule})`);
    expect(pages.get('docs/a.md')).toContain(`[Hunt](${toHunt})`);
  });

  test('a rule whose name has no letter takes its id', () => {
    expect(pagePathOf({ kind: 'rule', file: 'a.toml', rule: { ...QUERY, name: '..' } })).toBe(
      `docs/rules/${QUERY.ruleId}.md`,
    );
  });
});

test('two rules with one slug collide; the first keeps the page', () => {
  const { pages, collisions } = renderPages([
    { kind: 'rule', file: 'rules/a.toml', rule: { ...QUERY, name: 'Same name' } },
    { kind: 'rule', file: 'rules/b.toml', rule: { ...QUERY, name: 'Same: Name', severity: 'high' } },
  ]);
  expect(collisions).toEqual([{ path: 'docs/rules/same-name.md', files: ['rules/a.toml', 'rules/b.toml'] }]);
  expect(pages.get('docs/rules/same-name.md')).toContain('- **Severity:** low\n');
});

test('pages of rules and hunts are known as ours, others are not', () => {
  const { pages } = renderPages([
    { kind: 'rule', file: 'rules/a.toml', rule: QUERY },
    { kind: 'hunt', file: 'queries/a.toml', hunt: HUNT },
  ]);
  expect([...pages.values()].map(isGeneratedPage)).toEqual([true, true]);
  expect(isGeneratedPage('# Title\n\n---\n\n## Metadata\n\nmine\n')).toBe(false);
});
