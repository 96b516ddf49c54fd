import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import { ask, ruleBody } from './fake-client.js';
import type { Answer } from './fake-client.js';
import type { Violation } from './state.js';
import { withKibana } from './with-kibana.js';

const RULES = '/api/detection_engine/rules';
const LISTS = '/api/exception_lists';
const LIST = { list_id: 'l', name: 'L', description: 'd', type: 'detection' };
const ONE = ruleBody('query', { rule_id: 'one', enabled: true, version: 7, note: 'n', tags: ['a'] });
const test = withKibana();

const put = (): Promise<Answer> => test.call('PUT', RULES, ruleBody('query', { rule_id: 'one' }));
const find = (query: string): Promise<Answer> => test.call('GET', `${RULES}/_find?${query}`);

async function stale(): Promise<Answer> {
  await test.call('POST', LISTS, LIST);
  return test.call('PUT', LISTS, { ...LIST, _version: 'old' });
}

async function bulk(action: string): Promise<Answer> {
  test.kibana.state.failing.set('two', 'boom');
  return test.call('POST', `${RULES}/_bulk_action`, { action });
}

function again(): Promise<Answer> {
  const file = new FormData();
  file.append('file', new Blob([JSON.stringify(ONE)]), 'rules.ndjson');
  return test.call('POST', `${RULES}/_import`, file);
}

async function gone(): Promise<Answer> {
  await test.call('DELETE', `${RULES}?rule_id=one`);
  return test.call('GET', `${RULES}?rule_id=one`);
}

/** What is asked, and what of the answer is otherwise. */
const CASES: readonly (readonly [Violation, () => Promise<Answer>, (answer: Answer) => unknown, unknown, unknown])[] = [
  ['put-keeps-absent', put, ({ body }) => body['tags'], [], ['a']],
  ['put-resets-enabled', put, ({ body }) => body['enabled'], true, false],
  ['put-resets-version', put, ({ body }) => body['version'], 7, 1],
  ['no-revision', put, ({ body }) => body['revision'], 1, 0],
  [
    'drops-field',
    () => find('filter='),
    ({ body }) => (body['data'] as readonly JsonObject[])[0]?.['note'],
    'n',
    undefined,
  ],
  ['no-conflict', () => test.call('POST', RULES, ONE), ({ status }) => status, 409, 200],
  ['no-defaults', () => test.call('POST', RULES, ruleBody()), ({ body }) => body['interval'], '5m', undefined],
  [
    'find-ignores-page',
    () => find('page=2&per_page=1'),
    ({ body }) => (body['data'] as readonly JsonObject[])[0]?.['rule_id'],
    'two',
    'one',
  ],
  ['find-ignores-filter', () => find('filter=alert.attributes.enabled:true'), ({ body }) => body['total'], 1, 2],
  ['find-misses-last', () => find(''), ({ body }) => (body['data'] as readonly JsonObject[]).length, 2, 1],
  ['find-wrong-total', () => find(''), ({ body }) => body['total'], 2, 3],
  [
    'xsrf-not-asked',
    () => ask(test.kibana.url, 'DELETE', `${RULES}?rule_id=one`, { headers: {} }),
    ({ status }) => status,
    400,
    200,
  ],
  ['import-says-success', again, ({ body }) => body['success'], false, true],
  ['exceptions-ignore-version', stale, ({ status }) => status, 409, 200],
  ['bulk-fails-silently', () => bulk('disable'), ({ status }) => status, 500, 200],
  ['delete-keeps', gone, ({ status }) => status, 404, 200],
  [
    'old-version',
    () => test.call('GET', '/api/status'),
    ({ body }) => (body['version'] as JsonObject)['number'],
    '8.19.4',
    '8.18.0',
  ],
];

describe('what a Kibana can do wrongly here', () => {
  it.each(CASES)('%s', async (violation, request, looked, right, wrong) => {
    for (const [violate, expected] of [
      [[], right],
      [[violation], wrong],
    ] as const) {
      await test.restart({ violate });
      await test.call('POST', RULES, ONE);
      await test.call('POST', RULES, ruleBody('query', { rule_id: 'two' }));
      expect(looked(await request())).toEqual(expected);
    }
  });

  it('writes-disabled', async () => {
    await test.restart({ violate: ['writes-disabled'] });
    await test.call('POST', RULES, { ...ONE, enabled: false });
    await bulk('enable');
    expect((await test.call('GET', `${RULES}?rule_id=one`)).body['enabled']).toBe(false);
  });
});
