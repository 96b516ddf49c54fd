import { expect, test } from 'vitest';
import { collectDocuments } from '../../src/testing/test-documents.js';
import type { Subject } from '../../src/testing/subject.js';
import { toTestFile } from '../../src/testing/test-file.js';
import type { JsonObject } from '../../src/values/json.js';

const SUBJECT = { kind: 'hunt', file: 'a.toml', hunt: { query: [], language: [] } } as unknown as Subject;

async function collect(more: JsonObject): Promise<readonly JsonObject[]> {
  const [first] = toTestFile('a.test.toml', {
    test: [{ name: 'a', now: '2026-05-01T12:00:00.000Z', expect: { alerts: 0 }, ...more }],
  }).tests;
  if (!first) throw new Error('no test');
  const documents = await collectDocuments(first, SUBJECT, ['logs-*'], () => Promise.resolve([]));
  return documents.map(({ source }) => source);
}

test('patches change documents that are written in the test, by their number', async () => {
  expect(
    await collect({
      event: [{ process: { args: ['a', 'b'], parent: { name: 'x' } } }, { n: 1 }],
      patch: [
        { id: 'event-1', set: { 'process.args': ['c'], 'process.parent': { pid: 7 }, labels: { team: 'red' } } },
        { id: 'event-2', set: { '@timestamp': 'now-1h' }, unset: ['n'] },
      ],
    }),
  ).toEqual([
    { process: { args: ['c'], parent: { pid: 7 } }, labels: { team: 'red' } },
    { '@timestamp': '2026-05-01T11:00:00.000Z' },
  ]);
});

test('a patch that takes away what the event lacks fails the test, and says what may be meant', async () => {
  const patch = [{ id: 'event-1', unset: ['process.parnet'] }];
  await expect(collect({ event: [{ process: { parent: { name: 'x' } } }], patch })).rejects.toThrow(
    'A patch takes process.parnet away (unset), which the event event-1 lacks. Did you mean "process.parent"?',
  );
});

test('a patch for no document says which is meant', async () => {
  const patch = [{ id: 'evnet-1', set: { n: 2 } }];
  await expect(collect({ event: [{ n: 1 }], patch })).rejects.toThrow(
    'The patch for evnet-1 has no such document. Did you mean "event-1"? The ids are event-1.',
  );
  await expect(collect({ patch })).rejects.toThrow('The patch for evnet-1 has no such document. This test has none.');
});
