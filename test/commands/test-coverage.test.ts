import { afterEach, beforeEach, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

/** A document as RULE_TESTS has them, with an id of its own. */
const event = (id: string, category: string, type: string, name: string): string => `
[[test.event]]
_id = "${id}"
"@timestamp" = "now-5m"
event = { category = ["${category}"], type = ["${type}"] }
process = { name = "${name}" }
`;

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': RULE_TESTS });
});
afterEach(() => space.remove());

interface CoverageReport {
  readonly version: number;
  readonly coverage: {
    readonly summary: { readonly covered: number; readonly total: number; readonly percent: number };
    readonly rules: readonly {
      readonly clauses: readonly {
        readonly text: string;
        readonly line: number;
        readonly column: number;
        readonly endColumn: number;
        readonly status: string;
        readonly witnesses: { readonly true: object | null; readonly false: object | null };
      }[];
    }[];
  };
}

async function report(...args: readonly string[]): Promise<CoverageReport['coverage']> {
  const { out } = await space.run(['test', '--coverage=json', ...args]);
  const { version, coverage } = JSON.parse(out) as CoverageReport;
  expect(version).toBe(1);
  return coverage;
}

test('--coverage says of each clause that is not covered where it stands, why it matters and what would cover it', async () => {
  const { code, out, err } = await space.run(['test', '--coverage']);
  expect(code).toBe(0);
  expect(out).toMatch(/rules\/a\.toml +1\/\d+ +\d+(\.\d)? %/);
  expect(out).toMatch(/rules\/a\.toml:\d+:\d+ {2}warning {2}test\/uncovered-clause/);
  expect(out).toContain('was true of every document of the tests');
  expect(out).toContain('fix  Add an event like bad of the test "fires on the program');
  expect(err).toMatch(/^tests: 1 passed\ncoverage: 1 of \d+ clauses/);
});

test('--coverage=json has the place, the status and the two documents of each clause, and nothing else on stdout', async () => {
  const { rules, summary } = await report();
  expect(summary).toMatchObject({ covered: 1 });
  const lines = RULE.split('\n');
  for (const { text, line, column, endColumn } of rules[0]?.clauses ?? []) {
    expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(text);
  }
  expect(rules[0]?.clauses.find(({ status }) => status === 'covered')?.witnesses).toEqual({
    true: { test: expect.any(String) as string, document: 'bad' },
    false: { test: expect.any(String) as string, document: 'good' },
  });
});

test('one near miss for each clause covers all of them', async () => {
  await space.write({
    'rules/a.test.toml': [
      RULE_TESTS.replace('alerts = 1, matched = ["bad"]', 'matched = ["bad", "tool"]'),
      event('tool', 'process', 'start', 'psexec.exe'),
      event('file', 'file', 'start', 'mimikatz.exe'),
      event('end', 'process', 'end', 'mimikatz.exe'),
    ].join(''),
  });
  const { covered, total, percent } = (await report()).summary;
  expect([covered, percent]).toEqual([total, 100]);
});

test('--min-coverage fails where a rule is below it, and says so in every form', async () => {
  const { code, out, err } = await space.run(['test', '--min-coverage', '100']);
  expect(code).toBe(1);
  expect(out).toContain('error  test/uncovered-clause');
  expect(err).toContain('; 1 rule below 100 %');
  expect((await space.run(['test', '--min-coverage', '10'])).code).toBe(0);
  expect((await space.run(['test', '--min-coverage', '100', '--reporter', 'github'])).out).toContain('::error');
  expect((await space.run(['test', '--min-coverage', '101'])).code).toBe(2);
});

test('min_coverage of dragnet.toml asks for it, unless --filter leaves tests out', async () => {
  await space.write({ 'dragnet.toml': '[test]\nmin_coverage = 100\n' });
  expect((await space.run(['test'])).code).toBe(1);
  expect((await space.run(['test', '--min-coverage', '0'])).code).toBe(0);
  expect((await space.run(['test', '--filter', 'fires'])).code).toBe(0);
});

test('a path may follow --coverage', async () => {
  const { out, code } = await space.run(['test', '--coverage', 'rules']);
  expect(code).toBe(0);
  expect(out).toContain('clauses');
});

test('without the option nothing of it is printed', async () => {
  expect((await space.run(['test'])).err).toBe('tests: 1 passed\n');
  expect((await space.run(['test', '--reporter', 'json'])).out).not.toContain('coverage');
  expect((await space.run(['test', '--reporter', 'json', '--coverage'])).out).toContain('"coverage"');
});

test('a rule without tests counts as 0 %, and fails what asks for more, whatever it has to cover', async () => {
  await space.write({
    'rules/b.toml': RULE.replace(/rule_id = "[^"]+"/, 'rule_id = "5f7a6b0e-8a54-4c41-9f6e-0d1c2f3a4b5c"'),
  });
  const { code, out } = await space.run(['test', '--coverage']);
  expect(code).toBe(0);
  expect(out).toMatch(/rules\/b\.toml +0\/\d+ +0 %/);
  expect(out).toMatch(
    /rules\/b\.toml:\d+:\d+ {2}warning {2}test\/uncovered-clause {2}No test of the rule ran: none of its \d+ clauses is covered/,
  );
  expect((await space.run(['test', '--min-coverage', '10'])).code).toBe(1);
  expect((await space.run(['test', '--min-coverage', '10', 'rules/a.toml'])).code).toBe(0);
  expect((await space.run(['test', '--coverage', '--filter', 'fires'])).out).not.toContain('rules/b.toml');
});

test('a rule that has no clauses says so, and is not called covered', async () => {
  const all = RULE.replace(/^query = '''[^]*?'''$/m, 'query = ""');
  await space.write({
    'rules/a.toml': all,
    'rules/a.test.toml': RULE_TESTS.replace('alerts = 1, matched = ["bad"]', 'alerts = 2'),
  });
  const { code, out, err } = await space.run(['test', '--min-coverage', '100']);
  expect([code, err]).toEqual([0, expect.stringContaining('coverage: 0 of 0 clauses, none') as string]);
  expect(out).toContain('test/no-clauses  The rule has no clause that tests could cover.');
});

test('check keeps to min_coverage of dragnet.toml', async () => {
  expect((await space.run(['check'])).err).not.toContain('coverage:');
  await space.write({ 'dragnet.toml': '[test]\nmin_coverage = 100\n' });
  const { out, err, code } = await space.run(['check']);
  expect(code).toBe(1);
  expect(out).toContain('error  test/uncovered-clause');
  expect(err).toContain('; 1 rule below 100 %');
  const { out: json } = await space.run(['check', '--format', 'json']);
  expect(json).toContain('"coverage"');
  expect(json).toContain('test/uncovered-clause');
});
