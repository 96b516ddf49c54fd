import { gzipSync } from 'node:zlib';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const rule = (name: string, id: string, rest: string): string => `[metadata]
creation_date = "2026/01/01"
updated_date = "2026/01/01"
maturity = "production"

[rule]
rule_id = "${id}"
name = "${name}"
description = "For the test."
author = ["Somebody"]
severity = "low"
risk_score = 21
tags = ["Tag of ${name}"]
${rest}
`;

const SHELL = '0b5a4f0e-5a0c-4f1e-8a59-3f3a0f7f1a01';
const MANY = '0b5a4f0e-5a0c-4f1e-8a59-3f3a0f7f1a02';

const event = (minute: number, name: string, user: string): string =>
  JSON.stringify({
    '@timestamp': `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
    process: { name },
    user: { name: user },
    host: { name: 'web-1' },
    event: { category: ['process'], dataset: 'endpoint.events.process' },
  });

const LOG = [event(0, 'sh', 'ann'), event(1, 'curl', 'ann'), event(2, 'sh', 'bob'), event(3, 'sh', 'bob')];

let space: Workspace;
beforeAll(async () => {
  space = await workspace({
    'rules/shell.toml': rule(
      'Shell',
      SHELL,
      'type = "eql"\nlanguage = "eql"\nindex = ["logs-endpoint.events.*"]\nquery = \'process where process.name == "sh"\'',
    ),
    'rules/many.toml': rule(
      'Many shells',
      MANY,
      'type = "threshold"\nlanguage = "kuery"\nindex = ["logs-endpoint.events.*"]\nquery = "process.name: sh"\n\n[rule.threshold]\nfield = ["user.name"]\nvalue = 2',
    ),
    'log.ndjson': `${LOG.join('\n')}\n`,
    'array.json': `[\n${LOG.join(',\n')}\n]\n`,
    'bulk.ndjson': LOG.map(
      (line, at) => `{"index":{"_index":"logs-endpoint.events.process-x","_id":"b${at}"}}\n${line}\n`,
    ).join(''),
    'hits.ndjson': `{"_index":"logs-endpoint.events.process-x","_id":"h1","_source":${LOG[0] ?? ''}}\n`,
    'pretty.json': `${JSON.stringify(JSON.parse(LOG[0] ?? ''), null, 2)}\n`,
    'broken.ndjson': `${LOG[0] ?? ''}\n{"a":\n\n[1]\n${LOG[2] ?? ''}`,
    'trail.json': JSON.stringify({
      Records: [
        {
          eventVersion: '1.08',
          eventSource: 's3.amazonaws.com',
          eventName: 'GetObject',
          eventTime: '2026-03-01T10:00:00Z',
          awsRegion: 'eu-west-1',
          userIdentity: { type: 'Root', arn: 'arn:aws:iam::123456789012:root' },
        },
      ],
    }),
  });
  const packed = gzipSync(`${LOG.join('\n')}\n`);
  await writeFile(join(space.root, 'log.ndjson.gz'), packed);
  await writeFile(join(space.root, 'cut.ndjson.gz'), gzipSync(`${LOG.join('\n')}\n`.repeat(2000)).subarray(0, -2000));
});
afterAll(() => space.remove());

const alertsIn = (json: string): readonly (readonly [string, number])[] =>
  (JSON.parse(json) as { rules: readonly { name: string; alerts: number }[] }).rules.map(({ name, alerts }) => [
    name,
    alerts,
  ]);

const BOTH = [
  ['Many shells', 1],
  ['Shell', 3],
];

describe('dragnet backtest', () => {
  test('shows what each rule would have caught, and when', async () => {
    const { code, out, err } = await space.run(['backtest', '--data', 'log.ndjson']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Shell +low +3 +1 +2 +2026-03-01T10:00:00Z +2026-03-01T10:03:00Z/mu);
    expect(out).toContain('2026-03-01 10:00  █');
    expect(err).toContain('4 alerts of 2 of 2 rules on 4 documents');
  });

  test.each(['log.ndjson', 'array.json', 'bulk.ndjson', 'log.ndjson.gz'])('reads %s by its content', async (file) => {
    const { out } = await space.run(['backtest', '--data', file, '--format', 'json']);
    expect(alertsIn(out)).toEqual(BOTH);
  });

  test('reads folders, standard input, hits, and values over several lines', async () => {
    const stdin = `${LOG.join('\n')}\n`;
    expect(alertsIn((await space.run(['backtest', '--data', '-', '--format', 'json'], { stdin })).out)).toEqual(BOTH);
    expect(alertsIn((await space.run(['backtest', '--data', 'hits.ndjson', '--format', 'json'])).out)[1]).toEqual([
      'Shell',
      1,
    ]);
    expect(alertsIn((await space.run(['backtest', '--data', 'pretty.json', '--format', 'json'])).out)[1]).toEqual([
      'Shell',
      1,
    ]);
  });

  test('converts raw CloudTrail on the way', async () => {
    const { err } = await space.run(['backtest', '--data', 'trail.json']);
    expect(err).toContain('0 alerts of 0 of 2 rules on 1 document\n');
  });

  test('gives alerts one a line, or whole', async () => {
    const lines = (await space.run(['backtest', '--rule', 'Shell', '--data', 'log.ndjson', '--format', 'ndjson'])).out;
    expect(lines.trim().split('\n')).toHaveLength(3);
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({
      rule: { id: SHELL },
      '@timestamp': '2026-03-01T10:00:00.000Z',
      sources: [{ _index: 'logs-endpoint.events.process-default', _id: 'log.ndjson:1' }],
    });
    const whole = (
      await space.run(['backtest', '--tag', 'Tag of Many shells', '--data', 'log.ndjson', '--format', 'alerts'])
    ).out;
    expect(JSON.parse(whole)).toMatchObject({
      _source: { 'kibana.alert.rule.name': 'Many shells', 'kibana.alert.threshold_result': { count: 2 } },
    });
  });

  test('keeps to a time; what lies before is history', async () => {
    const { out } = await space.run([
      'backtest',
      '--data',
      'log.ndjson',
      '--from',
      '2026-03-01T10:03:00Z',
      '--format',
      'json',
    ]);
    expect(alertsIn(out)[1]).toEqual(['Shell', 1]);
    const { out: early } = await space.run([
      'backtest',
      '--data',
      'log.ndjson',
      '--to',
      '2026-03-01T10:01:00Z',
      '--format',
      'json',
    ]);
    expect(alertsIn(early)).toEqual([
      ['Many shells', 0],
      ['Shell', 1],
    ]);
  });

  test('names broken lines and goes on; --strict stops', async () => {
    const run = await space.run(['backtest', '--data', 'broken.ndjson', '--format', 'json']);
    expect(run.err).toContain('broken.ndjson:2 This is not JSON ({"a":)');
    expect(run.err).toContain('broken.ndjson:4 An item of this list is not a JSON object.');
    expect(alertsIn(run.out)[1]).toEqual(['Shell', 2]);
    const strict = await space.run(['backtest', '--data', 'broken.ndjson', '--strict']);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('error: broken.ndjson:2');
  });

  test('keeps what it found in a gzip that is cut off', async () => {
    const { code, err } = await space.run(['backtest', '--data', 'cut.ndjson.gz']);
    expect(code).toBe(1);
    expect(err).toContain('cut.ndjson.gz is gzip that ends too early');
    expect(err).toMatch(/\d+ alerts of [12] of 2 rules on \d{3,} documents/u);
  });

  test('writes a page that needs nothing else', async () => {
    await space.write({
      'markup.ndjson': `${(LOG[0] ?? '').replace('"ann"', '"<script>alert(1)</script>"')}\n`,
    });
    const { code } = await space.run(['backtest', '--data', 'markup.ndjson', '--report', 'report.html']);
    const page = await readFile(join(space.root, 'report.html'), 'utf8');
    expect(code).toBe(0);
    expect(page).toContain('<td>Shell<br><small>eql</small></td>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/https?:/u);
    expect(page).toContain('prefers-color-scheme: dark');
  });

  test('fails on a condition', async () => {
    expect((await space.run(['backtest', '--data', 'log.ndjson', '--fail-on', 'alerts > 3'])).code).toBe(1);
    expect((await space.run(['backtest', '--data', 'log.ndjson', '--fail-on', 'rule.alerts>3'])).code).toBe(0);
    expect((await space.run(['backtest', '--data', 'log.ndjson', '--fail-on', 'noise > 3'])).err).toContain(
      "Write it like 'alerts > 100'",
    );
  });

  test('spills documents that are needed again', async () => {
    const { out } = await space.run(['backtest', '--data', 'log.ndjson', '--max-memory', '10b', '--format', 'json']);
    expect(alertsIn(out)).toEqual(BOTH);
  });

  test('tells what is known when it is interrupted', async () => {
    const { code, err } = await space.run(['backtest', '--data', 'log.ndjson'], { interrupted: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(err).toContain('interrupted: the report covers what was read before');
  });

  test('runs on the schedule', async () => {
    const { out } = await space.run(['backtest', '--data', 'log.ndjson', '--schedule', '--format', 'json']);
    expect(alertsIn(out)).toEqual(BOTH);
  });

  test('says what is not there', async () => {
    expect((await space.run(['backtest', '--data', 'nowhere'])).err).toContain('nowhere does not exist.');
    expect((await space.run(['backtest', '--data', 'log.ndjson', '--rule', 'nobody'])).err).toContain(
      'No rule is meant by --rule nobody.',
    );
  });
});
