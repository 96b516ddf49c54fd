import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const RAW = readFileSync(
  new URL('../fixtures/events/raw-cloudtrail/aws.defense-evasion.cloudtrail-delete.json', import.meta.url),
  'utf8',
);
let space: Workspace;
beforeAll(async () => {
  space = await workspace({ 'raw.json': RAW, 'bad.json': '{"Records":[{"eventTime":5}]}' });
});
afterAll(() => space.remove());

test('records in, one document a line out', async () => {
  const { code, out, err } = await space.run(['convert', 'cloudtrail', 'raw.json']);
  expect(code).toBe(0);
  expect(err).toBe('1 document\n');
  expect(JSON.parse(out)).toMatchObject({ event: { action: 'DeleteTrail', provider: 'cloudtrail.amazonaws.com' } });
});

test('standard input works, a bad record is named and ends with 1', async () => {
  expect((await space.run(['convert', 'cloudtrail'], { stdin: RAW })).err).toBe('1 document\n');
  const { code, out, err } = await space.run(['convert', 'cloudtrail', 'bad.json', 'raw.json']);
  expect(code).toBe(1);
  expect(out.split('\n')).toHaveLength(2);
  expect(err).toMatch(/^bad\.json:1 .*\n1 document, 1 problem\n$/);
});
