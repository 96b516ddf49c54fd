import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const THREAT = (id: string, name: string, reference = id): string => `
[[rule.threat]] # the map
framework = "MITRE ATT&CK"

[rule.threat.tactic]
id = "TA0002"
name = "Execution"
reference = "https://attack.mitre.org/tactics/TA0002/"

[[rule.threat.technique]]
id = "${id}"
name = '${name}'
reference = "https://attack.mitre.org/techniques/${reference}/"
`;

const read = (file: string): Promise<string> => readFile(join(space.root, file), 'utf8');

test('--fix gives times of tests the zone that counts already, and dates stay dates', async () => {
  await space.write({
    'a.toml': RULE,
    'a.test.toml':
      '[defaults]\nnow = 2026-05-01T12:00:00 # noon\n\n[[test]]\nname = "later"\nnow = "2026-05-02 12:00"\nrun_at = ["now", "2026-05-03"]\nexpect = { alerts = 0 }\n',
  });
  expect(await space.run(['validate', '--fix'])).toMatchObject({ code: 0, out: '' });
  expect(await read('a.test.toml')).toBe(
    '[defaults]\nnow = 2026-05-01T12:00:00Z # noon\n\n[[test]]\nname = "later"\nnow = "2026-05-02T12:00Z"\nrun_at = ["now", "2026-05-03T00:00:00Z"]\nexpect = { alerts = 0 }\n',
  );
});

test('--fix mends what is certain, keeps all else byte for byte, and has nothing to do a second time', async () => {
  const text = `${RULE.replace('severity =', 'tags = [\n  "a", # one\n  "b",\n  "a",\n  "a",\n]\nseverity =')}${THREAT('T1059', 'Command-Line', 'T1053')}`;
  await space.write({ 'a.toml': text.replaceAll('\n', '\r\n') });
  const { code, out, err } = await space.run(['validate', '--fix', '--max-warnings', '0']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('4 problems mended in 1 file');
  const expected = text
    .replace('  "b",\n  "a",\n  "a",\n', '  "b",\n')
    .replace("'Command-Line'", "'Command and Scripting Interpreter'")
    .replace('techniques/T1053/', 'techniques/T1059/');
  expect(await read('a.toml')).toBe(expected.replaceAll('\n', '\r\n'));
  expect((await space.run(['validate', '--fix'])).err).toContain('0 problems mended in 0 files');
});

test('a revoked technique becomes its successor, below its technique', async () => {
  await space.write({ 'a.toml': RULE + THREAT('T1086', 'PowerShell') });
  expect((await space.run(['validate', '--fix', '--max-warnings', '0'])).code).toBe(0);
  const text = await read('a.toml');
  expect(text).toContain('id = "T1059"\nname = \'Command and Scripting Interpreter\'');
  expect(text).toContain('id = "T1059.001"\nname = "PowerShell"');
  expect(text).toContain('[[rule.threat]] # the map');
});

test('--unsafe-fixes mends also what may be meant in another way', async () => {
  const text = RULE.replace('risk_score = 47', 'risk_score = 99').replace('license =', 'licence =');
  await space.write({ 'a.toml': text });
  const safe = await space.run(['validate', '--fix']);
  expect(safe.code).toBe(1);
  expect(safe.err).toContain('can be mended: 1 by --unsafe-fixes');
  expect(await read('a.toml')).toBe(text);
  // The misspelt key hides what other checks find.
  expect((await space.run(['validate', '--unsafe-fixes'])).err).toContain('2 problems mended in 1 file');
  const after = await read('a.toml');
  expect(after).toContain('risk_score = 47');
  expect(after).toContain('license = "Apache-2.0"');
  expect(after).not.toContain('licence');
});

test('--diff shows the changes and writes nothing', async () => {
  const text = RULE.replace('severity =', 'tags = ["a", "a"]\nseverity =');
  await space.write({ 'a.toml': text });
  const { out, err } = await space.run(['validate', '--fix', '--diff']);
  expect(out).toMatch(/^--- a\.toml\n\+\+\+ a\.toml\n@@ -\d+,7 \+\d+,7 @@\n/);
  expect(out).toContain('-tags = ["a", "a"]\n+tags = ["a"]\n');
  expect(err).toContain('1 problem to mend in 1 file');
  expect(await read('a.toml')).toBe(text);
  expect((await space.run(['validate', '--diff'])).code).toBe(2);
});

test('known problems of a baseline are left as they are', async () => {
  const text = RULE.replace('severity =', 'tags = ["a", "a"]\nseverity =');
  await space.write({ 'a.toml': text, 'dragnet.toml': 'baseline = "known.json"\n' });
  await space.run(['validate', '--update-baseline']);
  await space.run(['validate', '--fix']);
  expect(await read('a.toml')).toBe(text);
});

test('--fix takes comments away that leave nothing out: those of their own line with it, one of several codes alone', async () => {
  const before = RULE.replace(
    'severity =',
    [
      'tags = ["a", "A"] # dragnet-ignore lint/unique-tags, lint/tag-form -- asked for',
      '# dragnet-ignore lint/unique-tags -- was there once',
      'max_signals = 50 # dragnet-ignore lint/max-signals-within-limit -- was there once',
      'severity =',
    ].join('\n'),
  );
  await space.write({ 'a.toml': `\uFEFF${before.replaceAll('\n', '\r\n')}` });
  const { err } = await space.run(['validate', '--fix']);
  expect(err).toContain('3 problems mended in 1 file');
  const after = RULE.replace(
    'severity =',
    'tags = ["a", "A"] # dragnet-ignore lint/unique-tags -- asked for\nmax_signals = 50\nseverity =',
  );
  expect(await read('a.toml')).toBe(`\uFEFF${after.replaceAll('\n', '\r\n')}`);
});
