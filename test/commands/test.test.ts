import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/a.test.toml': RULE_TESTS });
});
afterEach(() => space.remove());

describe('dragnet test', () => {
  test('passes: exit 0, the file and its count', async () => {
    const { code, out, err } = await space.run(['test']);
    expect(err).toBe('tests: 1 passed\n');
    expect(out).toBe('✓ rules/a.test.toml  1 passed\n');
    expect(code).toBe(0);
  });

  test('fails: exit 1, with the place, what was expected and what came', async () => {
    await space.write({
      'rules/a.test.toml': RULE_TESTS.replace('alerts = 1, matched = ["bad"]', 'alerts = 2, matched = ["good"]'),
    });
    const { code, out } = await space.run(['test']);
    expect(code).toBe(1);
    expect(out).toContain('rules/a.test.toml:5:8');
    expect(out).toContain('Expected 2 alerts, got 1.');
    expect(out).toContain('- good (expected, raised no alert)');
    expect(out).toContain('+ bad (not expected)');
  });

  test('a rule or its test file may be named alone', async () => {
    for (const path of ['rules/a.toml', 'rules/a.test.toml', 'rules']) {
      expect((await space.run(['test', path])).err, path).toBe('tests: 1 passed\n');
    }
  });

  test('--verbose names what passed, --format json says everything', async () => {
    expect((await space.run(['test', '--verbose'])).out).toContain('✓ fires on the program');
    const report = JSON.parse((await space.run(['test', '--format', 'json'])).out) as Record<string, unknown>;
    expect(report).toMatchObject({
      version: 1,
      summary: { passed: 1, failed: 0, todo: 0 },
      tests: [{ file: 'rules/a.test.toml', definition: 'rules/a.toml', line: 5, column: 8, status: 'passed' }],
    });
  });

  test('a broken definition is reported, and the tests of the others run', async () => {
    await space.write({ 'rules/b.toml': RULE.replace('name = ', 'nmae = '), 'rules/b.test.toml': RULE_TESTS });
    const { code, out, err } = await space.run(['test']);
    expect(code).toBe(1);
    expect(out).toContain('✓ rules/a.test.toml');
    expect(err).toContain('rules/b.toml:');
  });

  test('a broken test file alone is reported with an example of what fits, and a summary', async () => {
    await space.write({ 'rules/a.test.toml': RULE_TESTS.replace('[[test]]', '[[test]]\ntodo = true') });
    const { code, err } = await space.run(['test', 'rules/a.toml', 'rules/a.test.toml']);
    expect(code).toBe(1);
    expect(err).toContain('.todo is true, not text.');
    expect(err).toMatch(/Make it text, like ".+"\./u);
    expect(err).toMatch(/\ntests: 0 passed\n$/u);
  });

  test('tests without a definition are reported, not passed over', async () => {
    await space.write({ 'rules/c.test.toml': RULE_TESTS });
    const { code, err } = await space.run(['test']);
    expect(code).toBe(1);
    expect(err).toContain('rules/c.test.toml: there is no rule or hunt rules/c.toml');
  });

  test('an expected id that no document has is said to be one, with the one that may be meant', async () => {
    await space.write({ 'rules/a.test.toml': RULE_TESTS.replace('matched = ["bad"]', 'matched = ["baad", "good"]') });
    const { out } = await space.run(['test']);
    expect(out).toContain(
      '- baad (expected, raised no alert)\n              No document of the test has this id. Did you mean "bad"?\n',
    );
    expect(out).toContain('- good (expected, raised no alert)\n              `process.name` is');
  });

  test('a fixture that is not there is named, with the one that may be meant', async () => {
    await space.write({
      'rules/fixtures/processes.ndjson': '{"@timestamp": "now-5m"}\n',
      'rules/a.test.toml': RULE_TESTS.replace('[[test]]', 'events = ["fixtures/proceses.ndjson"]\n\n[[test]]'),
    });
    expect((await space.run(['test'])).out).toContain(
      'fixtures/proceses.ndjson does not exist. It is looked for beside the test file. Did you mean "processes.ndjson"?\n',
    );
  });

  test('a folder of any name is a path, be it near the name of a subcommand', async () => {
    await space.write({ 'n/b.toml': RULE.replace('0f616aee', '1f616aee'), 'n/b.test.toml': RULE_TESTS });
    expect(await space.run(['test', 'n'])).toMatchObject({ code: 0, err: 'tests: 1 passed\n' });
    expect((await space.run(['test', 'news'])).err).toBe('dragnet: news does not exist.\n');
  });

  test('a now without a zone is UTC wherever the tests run; one that is no time fails', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const timed = (now: string): string =>
        RULE_TESTS.replace('2026-05-01T12:00:00Z', now).replace('now-5m', '2026-05-01T11:55:00Z');
      await space.write({ 'rules/a.test.toml': timed('2026-05-01T12:00:00') });
      expect((await space.run(['test'])).err).toBe('tests: 1 passed\n');
      for (const now of ['"yesterday"', '"now-1d"']) {
        await space.write({ 'rules/a.test.toml': timed(now) });
        const { code, err } = await space.run(['test']);
        expect(code, now).toBe(1);
        expect(err, now).toContain('test/wrong-now');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test.each(['elastic:hunter2@localhost:9200', 'http://elastic:hun/hunter2@localhost:9200'])(
    'a URL that is none is shown without what it hides: %s',
    async (url) => {
      const { code, err } = await space.run(['test', '--cluster', url]);
      expect(code).toBe(2);
      expect(err).toContain('localhost:9200 is not a URL');
      expect(err).not.toContain('hun');
    },
  );

  test('a certificate authority that cannot be read is a mistake of the call', async () => {
    const env = { ELASTICSEARCH_CA: 'none.pem' };
    const { code, err } = await space.run(['test', '--cluster', 'http://127.0.0.1:1'], { env });
    expect(code).toBe(2);
    expect(err).toContain('ELASTICSEARCH_CA names none.pem');
  });

  test.each([
    ['a fixture that is not there', 'events = ["none.ndjson"]', /none\.ndjson does not exist/],
    ['a fixture outside the repository', 'events = ["../../../etc/passwd"]', /lies outside the repository/],
    [
      'an unknown mapping profile',
      'mappings = "aws.cloudtrial"',
      /no mapping profile "aws\.cloudtrial"\. Did you mean "aws\.cloudtrail"/,
    ],
    ['a file of a policy that is not there', 'enrich = { hosts = "hosts.ndjson" }', /hosts\.ndjson does not exist/],
  ])('%s fails the test with a sentence', async (_, line, message) => {
    await space.write({ 'rules/a.test.toml': RULE_TESTS.replace('name = "fires', `${line}\nname = "fires`) });
    const { code, out } = await space.run(['test']);
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });

  test('no tests at all is a usage error: a green run that tested nothing helps nobody', async () => {
    await space.write({ 'rules/a.test.toml': '' });
    expect(await space.run(['test'])).toMatchObject({ code: 2 });
  });

  test('an interrupted run ends with 130 and says so', async () => {
    const interruption = new AbortController();
    interruption.abort();
    for (const command of ['test', 'check']) {
      const { code, err } = await space.run([command], { interrupted: interruption.signal });
      expect(code).toBe(130);
      expect(err).toBe('interrupted: not all tests ran; until then 0 passed\n');
    }
    const { out } = await space.run(['test', '--format', 'json'], { interrupted: interruption.signal });
    expect(JSON.parse(out)).toMatchObject({ interrupted: true });
  });
});

describe('dragnet test --cluster', () => {
  test.each([
    [['--engine', 'both'], {}, /need its URL/],
    [['--cluster', 'localhost:9200'], {}, /is not a URL/],
    [['--cluster', 'http://me:secret@localhost:9200'], {}, /Put no password into the URL/],
  ])('%j is a usage error and shows no secret', async (args, env, message) => {
    const { code, err } = await space.run(['test', ...args], { env });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toContain('secret');
  });

  test.each([
    [{ ELASTICSEARCH_USERNAME: 'ann' }, 'ELASTICSEARCH_USERNAME is set without ELASTICSEARCH_PASSWORD.'],
    [{ ELASTICSEARCH_PASSWORD: 'secret' }, 'ELASTICSEARCH_PASSWORD is set without ELASTICSEARCH_USERNAME.'],
  ])('half of the credentials is a usage error: %j', async (env, message) => {
    const { code, err } = await space.run(['test', '--cluster', 'http://127.0.0.1:9'], { env });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('secret');
  });

  test('a cluster that does not answer: exit 3 and how to mend it', async () => {
    const { code, err } = await space.run(['test', '--cluster', 'http://127.0.0.1:9'], {
      env: { ELASTICSEARCH_API_KEY: 'top-secret' },
    });
    expect(code).toBe(3);
    expect(err).toMatch(/127\.0\.0\.1:9 did not answer/);
    expect(err).not.toContain('top-secret');
  });
});

describe('the reason of a document that raised no alert', () => {
  const failing = (name: string, expected: string): string =>
    RULE_TESTS.replace('mimikatz.exe', name).replace('alerts = 1, matched = ["bad"]', expected);

  test('is the clause that is false, with the real value and type, and its place', async () => {
    await space.write({ 'rules/a.test.toml': failing('Mimikatz.exe', 'matched = ["bad"]') });
    const { out } = await space.run(['test']);
    expect(out).toContain(
      '- bad (expected, raised no alert)\n              `process.name` is `Mimikatz.exe` (keyword)',
    );
    expect(out).toMatch(/> \d+ \|.*process\.name/);
  });

  test('is told where only the number of alerts is expected, and as data', async () => {
    await space.write({ 'rules/a.test.toml': failing('cmd.exe', 'alerts = 1') });
    expect((await space.run(['test'])).out).toContain('bad raised no alert: `process.name` is `cmd.exe` (keyword)');
    const { tests } = JSON.parse((await space.run(['test', '--reporter', 'json'])).out) as {
      tests: readonly { failures: readonly { reasons?: readonly { document: string; stage: string }[] }[] }[];
    };
    expect(tests[0]?.failures[0]?.reasons?.map(({ document, stage }) => [document, stage])).toContainEqual([
      'bad',
      'query',
    ]);
  });

  test('is not looked for where a failure is announced', async () => {
    await space.write({
      'rules/a.test.toml': failing('cmd.exe', 'alerts = 1').replace('expect =', 'todo = "later"\nexpect ='),
    });
    expect((await space.run(['test'])).code).toBe(0);
  });
});
