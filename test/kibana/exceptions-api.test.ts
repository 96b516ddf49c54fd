import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import type { Answer } from './fake-client.js';
import { ruleBody } from './fake-client.js';
import { textOf } from './state.js';
import { withKibana } from './with-kibana.js';

const LISTS = '/api/exception_lists';
const ITEMS = `${LISTS}/items`;
const test = withKibana();

const LIST = { list_id: 'l', name: 'L', description: 'd', type: 'detection' };
const ENTRY = { field: 'host.name', operator: 'included', type: 'match', value: 'a' };
const ITEM = { list_id: 'l', item_id: 'i', name: 'I', description: 'd', type: 'simple', entries: [ENTRY] };

const list = (more: JsonObject = {}): Promise<Answer> => test.call('POST', LISTS, { ...LIST, ...more });
const item = (more: JsonObject = {}): Promise<Answer> => test.call('POST', ITEMS, { ...ITEM, ...more });

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function form(lines: readonly JsonObject[], name = 'lists.ndjson'): FormData {
  const made = new FormData();
  made.append('file', new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]), name);
  return made;
}

describe('exception lists', () => {
  it('are made once', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...LIST,
      namespace_type: 'single',
      os_types: [],
      tags: [],
      version: 1,
      immutable: false,
    });
    expect((await list()).body).toEqual({ message: 'exception list id: "l" already exists', status_code: 409 });
    expect((await list({ namespace_type: 'agnostic' })).status).toBe(200);
    expect((await test.call('POST', LISTS, { name: 'x' })).body['message']).toBe(
      '[request body]: description: Required, type: Required',
    );
  });

  it('are changed by what the body has, one version on, and by nobody who saw an older one', async () => {
    const { body } = await list({ tags: ['t'] });
    const changed = await test.call('PUT', LISTS, { ...LIST, name: 'New', _version: body['_version'] });
    expect(changed.body).toMatchObject({ name: 'New', tags: ['t'], version: 2 });
    const stale = await test.call('PUT', LISTS, { ...LIST, _version: body['_version'] });
    expect([stale.status, stale.body['message']]).toEqual([
      409,
      `Saved object [exception-list/${textOf(body, 'id')}] conflict`,
    ]);
    expect((await test.call('PUT', LISTS, { ...LIST, list_id: 'none' })).body).toEqual({
      message: 'exception list list_id: "none" does not exist',
      status_code: 404,
    });
  });

  it('of namespace agnostic are those of all spaces', async () => {
    await list({ namespace_type: 'agnostic' });
    expect((await test.call('GET', `/s/dev${LISTS}?list_id=l&namespace_type=agnostic`)).status).toBe(200);
    expect((await test.call('GET', `/s/dev${LISTS}?list_id=l`)).status).toBe(404);
  });

  it('go with their items', async () => {
    await list();
    await item();
    expect((await test.call('DELETE', `${LISTS}?list_id=l`)).status).toBe(200);
    expect((await test.call('GET', `${ITEMS}?item_id=i`)).status).toBe(404);
    expect((await test.call('GET', LISTS)).body['message']).toBe('id or list_id required');
  });

  it('are found by page, namespace and filter', async () => {
    await list();
    await list({ list_id: 'm', tags: ['dragnet'] });
    await list({ list_id: 'g', namespace_type: 'agnostic' });
    const found = async (query: string): Promise<unknown> => {
      const { body } = await test.call('GET', `${LISTS}/_find?${query}`);
      return (body['data'] as readonly JsonObject[]).map(({ list_id: id }) => id);
    };
    expect(await found('')).toEqual(['l', 'm']);
    expect(await found('namespace_type=single,agnostic&sort_field=list_id&sort_order=asc')).toEqual(['g', 'l', 'm']);
    expect(await found('filter=exception-list.attributes.tags:dragnet')).toEqual(['m']);
    expect((await test.call('GET', `${LISTS}/_find?per_page=1&page=2`)).body).toMatchObject({
      page: 2,
      per_page: 1,
      total: 2,
    });
    expect((await test.call('GET', `${LISTS}/_find?filter=alert.attributes.name:x`)).body['message']).toBe(
      'This type alert is not allowed: Bad Request',
    );
  });
});

describe('exception items', () => {
  it('are made in a list that is there, once', async () => {
    expect((await item()).body).toEqual({ message: 'exception list id: "l" does not exist', status_code: 404 });
    await list();
    expect((await item({ comments: [{ comment: 'c' }] })).body).toMatchObject({
      ...ITEM,
      os_types: [],
      tags: [],
      comments: [{ comment: 'c', created_by: 'elastic' }],
    });
    expect((await item()).status).toBe(409);
  });

  it('are replaced by PUT, but for comments, which only grow', async () => {
    await list();
    const { body } = await item({
      tags: ['t'],
      meta: { a: 1 },
      expire_time: '2027-01-01T00:00:00.000Z',
      comments: [{ comment: 'c' }],
    });
    const sent = without(ITEM, ['list_id']);
    const put = await test.call('PUT', ITEMS, {
      ...sent,
      comments: [{ comment: 'second' }],
      _version: body['_version'],
    });
    expect(put.body).toMatchObject({ list_id: 'l', tags: [], comments: [{ comment: 'c' }, { comment: 'second' }] });
    for (const key of ['meta', 'expire_time']) expect(put.body).not.toHaveProperty(key);
    expect((await test.call('PUT', ITEMS, { ...sent, _version: body['_version'] })).status).toBe(409);
    expect((await test.call('PUT', ITEMS, { ...sent, item_id: 'none' })).body['message']).toBe(
      'exception list item item_id: "none" does not exist',
    );
  });

  it('are found by lists', async () => {
    await list();
    await list({ list_id: 'm', namespace_type: 'agnostic' });
    await item();
    await item({ list_id: 'm', item_id: 'j', namespace_type: 'agnostic' });
    const both = await test.call('GET', `${ITEMS}/_find?list_id=l,m&namespace_type=single,agnostic`);
    expect(both.body).toMatchObject({ total: 2, data: [{ item_id: 'i' }, { item_id: 'j' }] });
    expect((await test.call('GET', `${ITEMS}/_find?list_id=l,m`)).status).toBe(400);
    expect((await test.call('GET', `${ITEMS}/_find?list_id=none`)).body['message']).toBe(
      'exception list id: "none" does not exist',
    );
    const none = await test.call('GET', `${ITEMS}/_find?list_id=l&filter=exception-list.attributes.name:other`);
    expect(none.body['total']).toBe(0);
  });

  it('of a rule make its default list and attach it', async () => {
    const rule = (await test.call('POST', '/api/detection_engine/rules', ruleBody('query', { rule_id: 'r' }))).body;
    const own = without(ITEM, ['list_id', 'item_id']);
    const made = await test.call('POST', `/api/detection_engine/rules/${textOf(rule, 'id')}/exceptions`, {
      items: [own],
    });
    expect(made.status).toBe(200);
    const { body } = await test.call('GET', '/api/detection_engine/rules?rule_id=r');
    expect(body).toMatchObject({ revision: 1, exceptions_list: [{ type: 'rule_default', namespace_type: 'single' }] });
    await test.call('POST', `/api/detection_engine/rules/${textOf(rule, 'id')}/exceptions`, { items: [own] });
    expect(test.kibana.state.space('default').exceptionItems.size).toBe(2);
  });
});

describe('import and export of exceptions', () => {
  it('exports a list, its items and counts', async () => {
    const made = await list();
    await item();
    await item({ item_id: 'old', expire_time: '2020-01-01T00:00:00.000Z' });
    const id = textOf(made.body, 'id');
    const path = `${LISTS}/_export?id=${id}&list_id=l&namespace_type=single&include_expired_exceptions=`;
    const { text, headers } = await test.call('POST', `${path}false`);
    expect(headers.get('content-type')).toBe('application/ndjson');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as JsonObject);
    expect(lines).toMatchObject([
      { list_id: 'l', type: 'detection' },
      { item_id: 'i' },
      { exported_exception_list_count: 1, exported_exception_list_item_count: 1, missing_exception_lists: [] },
    ]);
    expect((await test.call('POST', `${path}true`)).text.trimEnd().split('\n')).toHaveLength(4);
    expect((await test.call('POST', `${LISTS}/_export?id=x&list_id=x&namespace_type=single`)).status).toBe(400);
  });

  it('imports what is not there, and refuses the rest with 409', async () => {
    const first = await test.call('POST', `${LISTS}/_import`, form([LIST, ITEM]));
    expect(first.body).toEqual({
      errors: [],
      success: true,
      success_count: 2,
      success_exception_lists: true,
      success_count_exception_lists: 1,
      success_exception_list_items: true,
      success_count_exception_list_items: 1,
    });
    const again = await test.call('POST', `${LISTS}/_import`, form([LIST, ITEM, { ...ITEM, item_id: 'j' }]));
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        success: false,
        success_count: 1,
        errors: [
          {
            list_id: 'l',
            error: {
              status_code: 409,
              message: 'Found that list_id: "l" already exists. Import of list_id: "l" skipped.',
            },
          },
          { item_id: 'i', list_id: 'l', error: { status_code: 409 } },
        ],
      },
    ]);
    const orphan = await test.call('POST', `${LISTS}/_import`, form([{ ...ITEM, list_id: 'none', item_id: 'k' }]));
    expect(orphan.body['errors']).toMatchObject([
      { error: { message: expect.stringContaining('not found for exception list item') as string } },
    ]);
  });

  it('overwrites, and takes away the items that the file does not have', async () => {
    await list();
    await item();
    const { body } = await test.call(
      'POST',
      `${LISTS}/_import?overwrite=true`,
      form([
        { ...LIST, name: 'N' },
        { ...ITEM, item_id: 'j' },
      ]),
    );
    expect(body['success']).toBe(true);
    expect([...test.kibana.state.space('default').exceptionItems.keys()]).toEqual(['j']);
    expect((await test.call('GET', `${LISTS}?list_id=l`)).body['name']).toBe('N');
  });

  it('makes new lists of old ones', async () => {
    await list();
    await test.call('POST', `${LISTS}/_import?as_new_list=true`, form([LIST, ITEM]));
    expect(test.kibana.state.space('default').exceptionLists.size).toBe(2);
    expect((await test.call('POST', `${LISTS}/_import`, form([LIST], 'a.json'))).status).toBe(400);
  });
});
