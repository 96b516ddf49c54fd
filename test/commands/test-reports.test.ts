import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportTests } from '../../src/commands/report-tests.js';
import type { TestResult } from '../../src/testing/run-tests.js';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CASE = RULE_TESTS.slice(RULE_TESTS.indexOf('[[test]]'));
const named = (name: string, more = ''): string => CASE.replace('"fires on the program"', `"${name}"${more}`);
const TESTS = [
  RULE_TESTS,
  named('wants <two> & more, "all"'.replaceAll('"', '\\"')).replace('alerts = 1', 'alerts = 2'),
  named('skipped', '\nskip = "later, maybe"'),
  named('announced', '\ntodo = "not yet"').replace('alerts = 1', 'alerts = 3'),
  named('mended', '\ntodo = "not yet"'),
].join('\n');

let space: Workspace;
beforeEach(async () => {
  space = await workspace({
    'rules/z.toml': RULE.replace('0f616aee', '1f616aee'),
    'rules/z.test.toml': RULE_TESTS,
    'rules/a.toml': RULE,
    'rules/a.test.toml': TESTS,
  });
});
afterEach(() => space.remove());

describe('reports of dragnet test', () => {
  test('concise: a line for each failure, at its place', async () => {
    const { code, out } = await space.run(['test', '--reporter', 'concise']);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'rules/a.test.toml:21:8: failed: wants <two> & more, "all": Expected 2 alerts, got 1.',
        'rules/a.test.toml:71:8: failed: mended: passes now, though marked todo (not yet). Take the mark away.',
        '',
      ].join('\n'),
    );
  });

  test('github: annotations on the lines of the tests', async () => {
    const { out } = await space.run(['test', '--reporter', 'github']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(
      /^::error file=rules\/a\.test\.toml,line=21,endLine=21,col=8,title=failed%3A wants <two> & more%2C "all"::Expected 2 alerts, got 1\.%0A/,
    );
    expect(lines[1]).toBe(
      '::notice file=rules/a.test.toml,line=37,endLine=37,col=8,title=not run%3A skipped::later, maybe',
    );
    expect(lines).toHaveLength(4);
  });

  test('junit: a suite for each file, skips with their reason, times in seconds', async () => {
    const { out } = await space.run(['test', '--reporter', 'junit']);
    const untimed = out.replaceAll(/ time="\d+\.\d+"/g, '');
    expect(out).toMatch(
      /<testsuites name="dragnet test" tests="6" failures="2" errors="0" skipped="2" time="\d+\.\d{3}">/,
    );
    expect(untimed).toContain('<testsuite name="rules/a.test.toml" tests="5" failures="2" errors="0" skipped="2">');
    expect(untimed).toContain('<testsuite name="rules/z.test.toml" tests="1" failures="0" errors="0" skipped="0">');
    expect(untimed).toContain('name="wants &lt;two&gt; &amp; more, &quot;all&quot;" classname="rules/a.toml"');
    expect(untimed).toContain('<skipped message="later, maybe"/>');
    expect(untimed).toContain('<skipped message="todo: not yet"/>');
    expect(out.match(/<testcase /g)).toHaveLength(6);
  });

  test('json: every test in order, with place, time and differences', async () => {
    const { out } = await space.run(['test', '--format', 'json']);
    const report = JSON.parse(out) as { summary: unknown; tests: Record<string, unknown>[] };
    expect(report).toMatchObject({
      version: 1,
      summary: { passed: 2, failed: 2, todo: 1, skipped: 1, notRun: 0 },
      diagnostics: [],
    });
    expect(report.tests.map(({ file, status }) => [file, status])).toEqual([
      ['rules/a.test.toml', 'passed'],
      ['rules/a.test.toml', 'failed'],
      ['rules/a.test.toml', 'skipped'],
      ['rules/a.test.toml', 'todo'],
      ['rules/a.test.toml', 'unexpected'],
      ['rules/z.test.toml', 'passed'],
    ]);
    expect(report.tests[1]).toMatchObject({ definition: 'rules/a.toml', line: 21, column: 8 });
    expect(report.tests.every(({ duration }) => typeof duration === 'number')).toBe(true);
  });

  test('several at once: files, and one on the terminal', async () => {
    const { out } = await space.run([
      ...['test', '--reporter', 'pretty', '--reporter', 'junit'],
      ...['--output', 'junit=out/report.xml', '--output', 'json=out/report.json'],
    ]);
    expect(out).toContain('✗ rules/a.test.toml  1 passed, 2 failed, 1 todo, 1 not run');
    expect(readFileSync(join(space.root, 'out/report.xml'), 'utf8')).toContain('<testsuites');
    expect(JSON.parse(readFileSync(join(space.root, 'out/report.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect((await space.run(['test', '--reporter', 'junit', '--reporter', 'json'])).code).toBe(2);
    expect((await space.run(['test', '--reporter', 'sarif'])).code).toBe(2);
  });

  test('what is wrong beside tests is in every report', async () => {
    await space.write({ 'rules/z.toml': 'broken', 'rules/lost.test.toml': RULE_TESTS });
    const { out } = await space.run([
      'test',
      '--reporter',
      'concise',
      '--output',
      'json=r.json',
      '--output',
      'junit=r.xml',
    ]);
    expect(out).toContain('rules/z.toml:1:7: error toml/syntax');
    expect(out).toContain('rules/lost.test.toml:1:1: error test/no-definition');
    expect(readFileSync(join(space.root, 'r.xml'), 'utf8')).toContain(
      '<testsuite name="dragnet" tests="2" failures="2"',
    );
    expect(JSON.parse(readFileSync(join(space.root, 'r.json'), 'utf8'))).toMatchObject({
      diagnostics: [{ code: 'test/no-definition' }, { code: 'toml/syntax', line: 1 }],
    });
  });
});

test('what is said of the cluster is said once in a run, what is said of a rule in each file', () => {
  const lacks = 'The cluster has no field type flattened; the nearest type stood in for it.';
  const result = (file: string): TestResult => ({
    ...{ file, subject: 'a.toml', name: 'a', position: 0, status: 'passed', failures: [], duration: 1 },
    warnings: [lacks, 'The index is missing.'],
  });
  const told = new Set<string>();
  const options = { colour: false, verbose: false, told };
  const [first, second] = ['a.test.toml', 'b.test.toml'].map((file) =>
    reportTests(file, [result(file)], () => undefined, options),
  );
  expect(first).toContain(`! ${lacks}\n    ! The index is missing.`);
  expect(second).toBe('✓ b.test.toml  1 passed\n    ! The index is missing.\n');
});
