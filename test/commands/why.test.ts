import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const QUERY = 'process.name: (aws or gcloud) and\n  not user.name: root and process.pid >= 5';

const HUNT = `[hunt]
author = "The team"
description = "Finds programs."
integration = ["endpoint"]
uuid = "f9c0c4a5-2d4f-4a53-8c37-31d1a9a3d6b2"
name = "Long lines"
language = ["ES|QL"]
license = "Apache-2.0"
query = ["FROM logs-* | WHERE process.name == \\"aws\\" | STATS n = COUNT(*) BY user.name | WHERE n > 1"]
`;

const event = (id: string, fields: object): string =>
  `${JSON.stringify({ _id: id, '@timestamp': '2026-01-01T00:00:00Z', ...fields })}\n`;

let space: Workspace;
beforeAll(async () => {
  const rule = RULE.replace(/'''[^']*'''/, `'''\n${QUERY}\n'''`);
  space = await workspace({
    'rules/a.toml': rule,
    'queries/h.toml': HUNT,
    'events.ndjson':
      event('one', { process: { name: 'aws', pid: 7 } }) +
      event('two', { process: { name: 'aws.exe', pid: 7 } }) +
      event('three', { process: { name: 'gcloud', pid: 7 }, user: { name: 'root' } }),
    'many.ndjson': Array.from({ length: 40 }, (_, at) =>
      event(`e${at}`, { process: { name: at % 4 === 0 ? 'aws' : 'zsh', pid: at } }),
    ).join(''),
  });
});
afterAll(() => space.remove());

describe('dragnet why', () => {
  test('says clause by clause what is true, with the values, and shows the clause in the file', async () => {
    const { code, out, err } = await space.run(['why', 'rules/a.toml', 'events.ndjson']);
    expect(code).toBe(0);
    expect(err).toContain('now is 2026-01-01T00:00:01.000Z, a second after the latest event');
    expect(out).toMatch(/^.* \(rules\/a\.toml\): 3 documents, 1 fired, 2 silent\n✓ one fired\n/);
    expect(out).toContain(
      '✗ two\n    `process.name` is `aws.exe` (keyword), wanted `aws` or `gcloud`. It has an extension',
    );
    expect(out).toMatch(/ {4}--> rules\/a\.toml:\d+:1\n/);
    expect(out).toContain('| process.name: (aws or gcloud) and');
    expect(out).toContain('    false    process.name: (aws or gcloud)   ← process.name: `aws.exe`');
    expect(out).toContain('    true     process.pid >= 5   ← process.pid: `7`');
    expect(out).toContain('✗ three\n    `user.name` is `root` (keyword), which `not user.name: root` excludes.');
    expect(out).not.toContain('\u001b');
  });

  test('colours the outcome on a terminal', async () => {
    const { out } = await space.run(['why', 'rules/a.toml', 'events.ndjson', '--id', 'one'], { colour: true });
    expect(out).toContain('\u001b[32m✓ one fired\u001b[0m');
  });

  test('finds the rule by id and by name, and says what was meant', async () => {
    const id = /rule_id = "([^"]+)"/.exec(RULE)?.[1] ?? '';
    const name = /^name = "([^"]+)"/m.exec(RULE)?.[1] ?? '';
    for (const rule of [id, name]) expect((await space.run(['why', rule, 'events.ndjson'])).out).toContain('1 fired');
    const wrong = await space.run(['why', `${name}x`, 'events.ndjson']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain(`Did you mean ${JSON.stringify(name)}?`);
  });

  test('summarises many documents by their first false clause, and shows a few of each, rare ones first', async () => {
    const { out } = await space.run(['why', 'rules/a.toml', 'many.ndjson']);
    expect(out).toContain('40 documents, 8 fired, 32 silent');
    expect(out).toMatch(
      / {2}30 silent: `process\.name: \(aws or gcloud\)` is false {2}rules\/a\.toml:\d+:1\n {3}2 silent: `process\.pid >= 5` is false/,
    );
    const shown = [...out.matchAll(/^[✓✗] \S+\n +`(?<field>\S+)`|^(?<fired>✓)/gmu)].map(
      ({ groups = {} }) => groups['field'] ?? groups['fired'],
    );
    expect(shown.join(' ')).toBe('process.pid process.pid ✓ ✓ ✓ process.name process.name process.name');
    const all = await space.run(['why', 'rules/a.toml', 'many.ndjson', '-v']);
    expect(all.out.match(/^[✓✗] /gmu)).toHaveLength(40);
  });

  test('reads standard input, arrays, and one document of many', async () => {
    const stdin = `[${event('x', { process: { name: 'aws', pid: 1 } })},${event('y', {})}]`;
    const { out } = await space.run(['why', 'rules/a.toml', '-', '--id', 'x'], { stdin });
    expect(out).toContain('1 document, 0 fired, 1 silent');
    expect(out).toContain('`process.pid` is `1` (long), wanted `>= 5`.');
    const unknown = await space.run(['why', 'rules/a.toml', '-', '--id', 'z'], { stdin });
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('No document has the id "z".');
  });

  test('gives JSON with a version, and places in the file', async () => {
    const { out } = await space.run(['why', 'rules/a.toml', 'events.ndjson', '--format', 'json']);
    const answer = JSON.parse(out) as { documents: { reason?: object }[] };
    expect(answer).toMatchObject({ version: 1, file: 'rules/a.toml', fired: 1, silent: 2, alerts: 1 });
    expect(answer.documents[1]?.reason).toMatchObject({
      stage: 'query',
      what: '`process.name: (aws or gcloud)` is false',
      column: 1,
    });
  });

  test('answers for a time of its own: what lies outside of the window', async () => {
    const { out } = await space.run([
      'why',
      'rules/a.toml',
      'events.ndjson',
      '--id',
      'one',
      '--now',
      '2026-02-01T00:00:00Z',
    ]);
    expect(out).toContain("`@timestamp` is outside of the run's window.");
    const wrong = await space.run(['why', 'rules/a.toml', 'events.ndjson', '--now', 'soon']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--now soon is not a time.');
  });

  test('answers for a query of a hunt', async () => {
    const { code, out } = await space.run(['why', 'queries/h.toml', 'events.ndjson']);
    expect(code).toBe(0);
    expect(out).toContain('`n` is `1` (long), wanted `> 1`.');
    expect(out).toContain('`process.name` is `aws.exe` (keyword), wanted `aws`.');
    expect(out).toMatch(/--> queries\/h\.toml:9:\d+/);
    const none = await space.run(['why', 'queries/h.toml', 'events.ndjson', '--query', '2']);
    expect(none.code).toBe(2);
    expect(none.err).toContain('there is no query 2');
  });

  test('keeps hostile values from the terminal', async () => {
    const stdin = event('\u001b[31m', { process: { name: `\u001b]0;x\u0007${'y'.repeat(5000)}` } });
    const { out } = await space.run(['why', 'rules/a.toml'], { stdin });
    expect(out).not.toContain('\u001b');
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(500);
  });
});
