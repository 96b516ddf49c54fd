import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles } from '../../src/definitions/find.js';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { SourceText } from '../../src/diagnostics/source-text.js';

const RULE = `[metadata]
creation_date = "2026/05/01"
updated_date = "2026/05/02"

[rule]
author = ["Team"]
description = "Finds a thing."
language = "kuery"
name = "A rule"
query = "process.name: x"
risk_score = 47
rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"
severity = "medium"
type = "query"
`;
const HUNT = `[hunt]
author = "Team"
description = "Looks for a thing."
integration = ["aws.cloudtrail"]
language = ["ES|QL"]
license = "Apache-2.0"
name = "A hunt"
query = ["from logs-*\\n"]
uuid = "0f616aee-8161-4120-857e-742366f5eeb4"
`;
const TEST = '[[test]]\nname = "fires"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 1 }\n';

let root = '';

function write(file: string, content: string | Buffer): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dragnet-'));
  write('b/rule.toml', RULE);
  write('b/rule.test.toml', TEST);
  write('a [1] (x)/hunt ü.toml', `\uFEFF${HUNT.replaceAll('\n', '\r\n')}`);
  write('Z/upper.toml', RULE);
  write('drafts/broken.toml', '[rule');
  write('node_modules/x/rule.toml', RULE);
  write('dist/rule.toml', RULE);
  write('.hidden/rule.toml', RULE);
  write('notes.md', '[rule]');
  write('Cargo.toml', '[package]\nname = "x"\n');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('finding', () => {
  test('TOML files of all folders but other people’s, sorted by code unit, with forward slashes', async () => {
    expect(await findFiles(['.'], root, root)).toEqual({
      files: [
        'Cargo.toml',
        'Z/upper.toml',
        'a [1] (x)/hunt ü.toml',
        'b/rule.test.toml',
        'b/rule.toml',
        'drafts/broken.toml',
      ],
      missing: [],
    });
  });
  test('a folder or file named with special characters, from another working directory', async () => {
    expect((await findFiles(['a [1] (x)'], root, root)).files).toEqual(['a [1] (x)/hunt ü.toml']);
    expect((await findFiles(['rule.toml', '../a [1] (x)'], join(root, 'b'), root)).files).toEqual([
      'a [1] (x)/hunt ü.toml',
      'b/rule.toml',
    ]);
  });
  test('a folder outside the root', async () => {
    expect((await findFiles(['.'], root, join(root, 'b'))).files).toContain('../Z/upper.toml');
  });
  test('excluded files are left out, unless they are named themselves; what is missing is said', async () => {
    const { files, missing } = await findFiles(['.', 'nowhere'], root, root, ['drafts/**', '**/*.test.toml', 'Z']);
    expect(files).toEqual(['Cargo.toml', 'a [1] (x)/hunt ü.toml', 'b/rule.toml']);
    expect(missing).toEqual(['nowhere']);
    expect((await findFiles(['drafts/broken.toml'], root, root, ['drafts/**'])).files).toEqual(['drafts/broken.toml']);
  });
});

describe('loading', () => {
  test('what a file defines is decided by its content; a broken file hides no other', async () => {
    const { files } = await findFiles(['.'], root, root);
    const loaded = await loadDefinitions(files, root);
    expect(loaded.rules.map(({ file }) => file)).toEqual(['Z/upper.toml', 'b/rule.toml']);
    expect(loaded.rules[0]?.value).toMatchObject({ type: 'query', riskScore: 47, metadata: { integration: [] } });
    expect(loaded.hunts.map(({ value }) => value.name)).toEqual(['A hunt']);
    expect(loaded.tests.map(({ file }) => file)).toEqual(['b/rule.test.toml']);
    expect(loaded.diagnostics.map(({ code, span }) => [span.file, code])).toEqual([
      ['drafts/broken.toml', 'toml/syntax'],
    ]);
    expect([...loaded.texts.keys()]).not.toContain('Cargo.toml');
  });

  async function problemsOf(name: string, content: string | Buffer, maxFileSize?: number): Promise<string[]> {
    write(name, content);
    const { diagnostics, texts, rules } = await loadDefinitions([name, 'b/rule.toml'], root, maxFileSize);
    expect(rules.map(({ file }) => file)).toContain('b/rule.toml');
    const source = new SourceText(texts.get(name) ?? '');
    return diagnostics.map(({ code, span }) => {
      const { line, column } = source.position(span.start);
      return `${line}:${column} ${code}`;
    });
  }

  test('all mistakes of a file in one run', async () => {
    const five = RULE.replace('severity = "medium"', 'severity = "hgh"')
      .replace('risk_score = 47', 'risk_score = -1')
      .replace('author = ["Team"]', 'author = ["Tëam"]\nautor = 1')
      .replace('language = "kuery"', 'language = 7')
      .replace('name = "A rule"\n', '');
    const expected = [
      '13:14 schema/out-of-range',
      '15:12 schema/wrong-value',
      '5:2 schema/missing-key',
      '7:1 schema/unknown-key',
      '9:12 schema/wrong-type',
    ];
    const shifted = expected.map((line) => line.replace('13:', '11:').replace('15:', '13:'));
    expect((await problemsOf('x/five.toml', five)).sort()).toEqual(shifted.sort());
    expect((await problemsOf('x/five.toml', `\uFEFF${five.replaceAll('\n', '\r\n')}`)).sort()).toEqual(shifted.sort());
  });

  test.each([
    ['a byte that is not UTF-8', Buffer.from([...Buffer.from('# ü\r\na = "x'), 0xe9, 0x22, 0x0a]), '2:7 toml/encoding'],
    ['UTF-16', Buffer.from('\uFEFF[rule]\n', 'utf16le'), '1:1 toml/encoding'],
    ['two definitions in one', `${RULE}\n${TEST}`, '1:1 schema/mixed-file'],
    [
      'a rule that is no table',
      'rule = 3\n[metadata]\ncreation_date = "2026/05/01"\nupdated_date = "2026/05/01"',
      '1:8 schema/wrong-type',
    ],
    ['no tests', 'test = []', '1:8 test/too-few'],
    ['an impossible date', '[rule]\nx = 2026-13-01', '2:14 toml/syntax'],
  ])('%s', async (_, content, expected) => {
    expect(await problemsOf('x/one.toml', content)).toEqual([expected]);
  });

  test('files above the limit are refused unread', async () => {
    expect(await problemsOf('x/large.toml', `# ${'x'.repeat(2_000)}\n[rule]`, 1_000)).toEqual(['1:1 toml/too-large']);
    expect(await problemsOf('x/large.toml', `# ${'x'.repeat(1_100_000)}`)).toEqual(['1:1 toml/too-large']);
  });

  test('a list with a million mistakes gives a bounded number of messages', async () => {
    const problems = await problemsOf(
      'x/many.toml',
      RULE.replace('[rule]', `[rule]\ntags = [${'1,'.repeat(200_000)}]`),
    );
    expect(problems.length).toBeGreaterThan(100);
    expect(problems.length).toBeLessThan(1_000);
  });

  test('a deprecated rule that follows an older schema is none of the rules, and no mistake', async () => {
    write('x/old.toml', '[metadata]\nmaturity = "deprecated"\n[rule]\nname = 5\nrule_id = "x"\n');
    const { diagnostics, rules } = await loadDefinitions(['x/old.toml'], root);
    expect([diagnostics, rules]).toEqual([[], []]);
  });

  test('a file that is gone is a diagnostic', async () => {
    const { diagnostics } = await loadDefinitions(['gone.toml'], root);
    expect(diagnostics.map(({ code, what }) => [code, what])).toEqual([
      ['toml/unreadable', 'The file cannot be read (ENOENT).'],
    ]);
  });
});

test('a link may lead to another file of the repository, and never out of it', async () => {
  const inside = mkdtempSync(join(tmpdir(), 'dragnet-'));
  try {
    mkdirSync(join(inside, 'rules'));
    writeFileSync(join(inside, 'rule.toml'), RULE);
    symlinkSync(join('..', 'rule.toml'), join(inside, 'rules/linked.toml'));
    symlinkSync(join(root, 'b/rule.toml'), join(inside, 'rules/outside.toml'));
    symlinkSync('nowhere', join(inside, 'rules/dangling.toml'));
    mkdirSync(join(inside, '..dots'));
    writeFileSync(join(inside, '..dots/rule.toml'), RULE);
    symlinkSync(join('..', '..dots', 'rule.toml'), join(inside, 'rules/to-dots.toml'));
    const files = ['rules/linked.toml', 'rules/outside.toml', 'rules/dangling.toml', 'rules/to-dots.toml'];
    const { rules, diagnostics } = await loadDefinitions(files, inside);
    expect(rules.map(({ file }) => file)).toEqual(['rules/linked.toml', 'rules/to-dots.toml']);
    expect(diagnostics.map(({ span, code, what }) => [span.file, code, what])).toEqual([
      ['rules/outside.toml', 'toml/unreadable', 'The file is a link that leads out of the repository.'],
      ['rules/dangling.toml', 'toml/unreadable', 'The file cannot be read (ENOENT).'],
    ]);
  } finally {
    rmSync(inside, { recursive: true });
  }
});
