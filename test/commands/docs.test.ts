import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const PAGE = 'docs/rules/forbidden-program-started.md';
/** What tells of all rules together. */
const INDEXES = [
  'docs/attack/coverage.md',
  'docs/attack/coverage.svg',
  'docs/attack/layer-all.json',
  'docs/attack/layer-other.json',
  'docs/indexes/by-data-source.md',
  'docs/indexes/by-platform.md',
  'docs/indexes/by-severity.md',
  'docs/indexes/by-tactic.md',
  'docs/indexes/by-type.md',
  'docs/indexes/index.md',
];
const listOf = (...paths: readonly string[]): string =>
  [...paths]
    .sort()
    .map((path) => `${path}\n`)
    .join('');
const missing = (...paths: readonly string[]): string =>
  [...paths]
    .sort()
    .map((path) => `✗ ${path} is missing\n`)
    .join('');
const OTHER_PAGE = 'docs/rules/other-program-started.md';
const HUNT = `[hunt]
author = "The team"
description = "Finds programs."
integration = ["endpoint"]
uuid = "f9c0c4a5-2d4f-4a53-8c37-31d1a9a3d6b2"
name = "Hunt"
language = ["EQL"]
license = "Apache-2.0"
query = ["process where true"]
`;
let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE });
});
afterEach(() => space.remove());

describe('dragnet docs', () => {
  test('build writes the page, names it on stdout, and leaves what is up to date', async () => {
    expect(await space.run(['docs', 'build'])).toEqual({
      code: 0,
      out: listOf(...INDEXES, PAGE),
      err: '1 page written, 0 up to date, 10 indexes written\n',
    });
    expect(await readFile(join(space.root, PAGE), 'utf8')).toContain('# Forbidden Program Started');
    expect(await space.run(['docs', 'build'])).toEqual({ code: 0, out: '', err: '0 pages written, 1 up to date\n' });
  });

  test('check fails on a missing page, passes after build, and shows what makes a page stale', async () => {
    expect(await space.run(['docs', 'check'])).toMatchObject({ code: 1, out: missing(...INDEXES, PAGE) });
    await space.run(['docs', 'build']);
    expect(await space.run(['docs', 'check'])).toMatchObject({ code: 0, out: '', err: 'docs: 1 page up to date\n' });
    await space.write({ 'rules/a.toml': RULE.replace('risk_score = 47', 'risk_score = 46') });
    const { code, out, err } = await space.run(['docs', 'check']);
    expect(code).toBe(1);
    expect(out).toContain('is stale');
    expect(out).toContain('    -- **Risk score:** 47\n    +- **Risk score:** 46\n');
    expect(err).toContain('Run dragnet docs build.');
  });

  test('CRLF line ends of a checkout are no difference', async () => {
    await space.run(['docs', 'build']);
    const text = await readFile(join(space.root, PAGE), 'utf8');
    await writeFile(join(space.root, PAGE), text.replaceAll('\n', '\r\n'));
    expect((await space.run(['docs', 'check'])).code).toBe(0);
  });

  test('a page whose rule is gone is found', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('Forbidden', 'Other').replace('0f616aee', '1f616aee') });
    await space.run(['docs', 'build']);
    await rm(join(space.root, 'rules/b.toml'));
    const { code, out, err } = await space.run(['docs', 'check']);
    expect(code).toBe(1);
    expect(out).toContain(`✗ ${OTHER_PAGE} belongs to no definition any more\n`);
    expect(out).toContain('✗ docs/indexes/by-type.md is stale\n');
    expect(err).toMatch(
      /^docs: 1 page up to date, \d of 10 indexes differ, 1 page without a definition\. Run dragnet docs build\.\n$/,
    );
    expect(await space.run(['docs', 'build', 'rules'])).toMatchObject({
      err: expect.stringMatching(/^0 pages written, 1 up to date, \d indexes written\n$/) as string,
    });
    const built = await space.run(['docs', 'build']);
    expect(built.code).toBe(0);
    expect(built.err).toContain(`${OTHER_PAGE} belonged to no definition any more and was removed\n`);
    expect(built.err).toMatch(/0 pages written, 1 up to date, 1 removed\n$/);
    expect((await space.run(['docs', 'check'])).code).toBe(0);
  });

  test('the page of the last rule is found and removed too', async () => {
    await space.run(['docs', 'build']);
    await rm(join(space.root, 'rules/a.toml'));
    await space.write({ 'queries/h.toml': HUNT });
    expect((await space.run(['docs', 'build'])).err).toContain(`${PAGE} belonged to no definition`);
  });

  test('a page in the form of a hunt is deleted only if dragnet noted that it wrote it', async () => {
    await space.write({ 'queries/h.toml': HUNT, 'queries/gone.toml': HUNT.replace('f9c0', 'e9c0') });
    await space.run(['docs', 'build']);
    const notes = join(space.root, 'docs/.dragnet-pages');
    const noted = await readFile(notes, 'utf8');
    expect(noted).toContain('\ndocs/gone.md\n');
    await rm(join(space.root, 'queries/gone.toml'));
    await space.run(['docs', 'build', 'queries/h.toml']);
    await writeFile(notes, noted.replace('docs/gone.md\n', ''));
    const said = '✗ docs/gone.md belongs to no definition any more; delete it if that is right\n';
    expect(await space.run(['docs', 'build'])).toMatchObject({ code: 0, err: expect.stringContaining(said) as string });
    expect(await space.run(['docs', 'check'])).toMatchObject({
      code: 1,
      out: said,
      err: expect.stringContaining('1 page without a definition. Mend 1 page by hand.\n') as string,
    });
    await writeFile(notes, noted);
    expect((await space.run(['docs', 'build'])).err).toContain('docs/gone.md belonged to no definition any more');
    expect(await readFile(notes, 'utf8')).not.toContain('docs/gone.md');
    expect((await space.run(['docs', 'check'])).code).toBe(0);
  });

  test('a file that dragnet did not write is not overwritten; the other pages are written', async () => {
    const byHand = '# Architecture\n\nWritten by hand.\n';
    await space.write({ 'queries/architecture.toml': HUNT, 'docs/architecture.md': byHand });
    const said =
      "✗ docs/architecture.md is not a page of dragnet's, but stands where the page of queries/architecture.toml belongs; move one of the two\n";
    expect(await space.run(['docs', 'check'])).toMatchObject({
      out: said + missing(...INDEXES, PAGE, 'docs/hunts.md'),
      err: 'docs: 2 of 2 pages differ, 11 of 11 indexes differ. Run dragnet docs build. Mend 1 page by hand.\n',
    });
    expect(await space.run(['docs', 'build'])).toEqual({
      code: 1,
      out: listOf(...INDEXES, PAGE, 'docs/hunts.md'),
      err: `${said}1 page written, 0 up to date, 11 indexes written, 1 not written\n`,
    });
    expect(await readFile(join(space.root, 'docs/architecture.md'), 'utf8')).toBe(byHand);
    expect(await space.run(['docs', 'check'])).toEqual({
      code: 1,
      out: said,
      err: 'docs: 1 of 2 pages differs. Mend 1 page by hand.\n',
    });
  });

  test('the page of a rule that does not load is not taken for an orphan', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('Forbidden', 'Other').replace('0f616aee', '1f616aee') });
    await space.run(['docs', 'build']);
    await space.write({ 'rules/b.toml': RULE.replace('Forbidden', 'Other').replace('severity = "medium"', '') });
    const { code, out, err } = await space.run(['docs', 'check']);
    expect(code).toBe(1);
    expect(err).toContain('rules/b.toml:');
    expect(out).toBe('');
  });

  test('--out puts the pages below another folder', async () => {
    expect((await space.run(['docs', 'build', '--out', 'site'])).code).toBe(0);
    expect(await readFile(join(space.root, 'site', PAGE), 'utf8')).toContain('# Forbidden');
    await rm(join(space.root, 'site', PAGE));
    expect((await space.run(['docs', 'check', '--out', 'site'])).err).toBe(
      'docs: 1 of 1 page differs. Run dragnet docs build --out site.\n',
    );
  });

  test('with --out the pages still link to their definitions; without, a hunt is the same to the byte', async () => {
    await space.write({ 'queries/h.toml': HUNT });
    await space.run(['docs', 'build']);
    await space.run(['docs', 'build', '--out', 'site/en']);
    const read = (path: string): Promise<string> => readFile(join(space.root, path), 'utf8');
    const [, link = ''] = /\*\*Source file:\*\* \[[^\]]*\]\((.*)\)/.exec(await read(`site/en/${PAGE}`)) ?? [];
    expect(await readFile(join(space.root, 'site/en', PAGE, '..', link), 'utf8')).toBe(RULE);
    const hunt = await read('docs/h.md');
    expect(hunt).toContain('- **Source File:** [Hunt](../queries/h.toml)\n');
    expect(await read('site/en/docs/h.md')).toBe(hunt.replace('../queries', '../../../queries'));
  });

  test.each([[['--out']], [['--out=']], [['--out', 'a', '--out', 'b']], [['--no-out']]])(
    '%j is a usage error',
    async (out) => {
      const { code, err } = await space.run(['docs', 'build', ...out]);
      expect(code).toBe(2);
      expect(err).toMatch(/--out (?:needs (?:one folder|a value)|is given 2 times)\./);
    },
  );

  test('check --format json holds what keeps definitions from loading, and the docs part', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('severity = "medium"', '') });
    const { code, out } = await space.run(['docs', 'check', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      validation: { summary: { errors: 1, files: 1, checked: 2 } },
      docs: {
        pages: 1,
        differences: [{ path: PAGE, kind: 'missing', mend: 'build', diff: '', files: ['rules/a.toml'] }],
      },
    });
  });

  test('colour only where it is wanted', async () => {
    const [escape, red, green] = ['\u001b[', '\u001b[31m', '\u001b[32m'];
    await space.run(['docs', 'build']);
    await space.write({ 'rules/a.toml': RULE.replace('risk_score = 47', 'risk_score = 46') });
    expect((await space.run(['docs', 'check'])).out).not.toContain(escape);
    const { out } = await space.run(['docs', 'check'], { colour: true });
    expect(out).toContain(`${red}✗`);
    expect(out).toContain(`${red}-- **Risk score:** 47`);
    expect(out).toContain(`${green}+- **Risk score:** 46`);
    expect((await space.run(['docs', 'check', '--format', 'json'], { colour: true })).out).not.toContain(escape);
  });

  test('two rules with one page are a mistake, not a lost page', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('0f616aee', '1f616aee') });
    await space.write({ 'queries/h.toml': HUNT });
    const said = `✗ ${PAGE} would be written by rules/a.toml and rules/b.toml; give them different names\n`;
    expect(await space.run(['docs', 'build'])).toEqual({
      code: 1,
      out: listOf(...INDEXES, 'docs/h.md', 'docs/hunts.md'),
      err: `${said}1 page written, 0 up to date, 11 indexes written, 1 not written\n`,
    });
    expect(await space.run(['docs', 'check'])).toEqual({
      code: 1,
      out: said,
      err: 'docs: 1 of 2 pages differs. Mend 1 page by hand.\n',
    });
  });

  test('what definitions say cannot run in a browser, on no page', async () => {
    const evil = 'Evil <script>alert(1)</script> {{ constructor }} [x](javascript:alert(1))';
    const hostile = RULE.replace('Forbidden Program Started', evil)
      .replace('description = "', `description = "${evil} `)
      .replace('severity = ', `tags = ["OS: ${evil}", "Data Source: ${evil}"]\nnote = "${evil}"\nseverity = `)
      .replace("'''\nevent.category", "'''\n// ```\nevent.category");
    const threat = `
[[rule.threat]]
framework = "MITRE ATT&CK"
tactic = { id = "TA0002", name = "${evil}", reference = "https://attack.mitre.org/tactics/TA0002/" }
[[rule.threat.technique]]
id = "T1059"
name = "${evil}"
reference = "https://attack.mitre.org/techniques/T1059/"
`;
    const hunt = HUNT.replace('"Hunt"', `"${evil}"`);
    await space.write({ 'rules/a.toml': hostile + threat, 'queries/h.toml': hunt });
    const { code, out } = await space.run(['docs', 'build']);
    expect(code).toBe(0);
    const written = out.trim().split('\n');
    expect(written.length).toBeGreaterThan(12);
    for (const path of written.filter((name) => !name.endsWith('.json'))) {
      const text = await readFile(join(space.root, path), 'utf8');
      const seen = text.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
      expect(seen, path).not.toMatch(/<script|(?<!\\)\]\(javascript:|\{\{/);
    }
  });
});
