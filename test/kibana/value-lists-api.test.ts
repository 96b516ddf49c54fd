import { describe, expect, it } from 'vitest';
import { withKibana } from './with-kibana.js';

const LISTS = '/api/lists';
const ITEMS = `${LISTS}/items`;
const test = withKibana();
const LIST = { id: 'ips', name: 'IPs', description: 'd', type: 'ip' };

function form(text: string, name: string): FormData {
  const made = new FormData();
  made.append('file', new Blob([text]), name);
  return made;
}

describe('value lists', () => {
  it('ask for their indices first', async () => {
    expect((await test.call('GET', `${LISTS}/index`)).status).toBe(404);
    const early = await test.call('POST', LISTS, LIST);
    expect([early.status, early.body['message']]).toEqual([
      400,
      expect.stringContaining('the data stream must exist first'),
    ]);
    expect((await test.call('POST', `${LISTS}/index`)).body).toEqual({ acknowledged: true });
    expect((await test.call('GET', `${LISTS}/index`)).body).toEqual({ list_index: true, list_item_index: true });
  });

  it('are made once, changed, found and deleted', async () => {
    await test.call('POST', `${LISTS}/index`);
    expect((await test.call('POST', LISTS, LIST)).body).toMatchObject({ ...LIST, version: 1, immutable: false });
    expect((await test.call('POST', LISTS, LIST)).body['message']).toBe('list id: "ips" already exists');
    expect((await test.call('PUT', LISTS, { ...LIST, name: 'N' })).body).toMatchObject({ name: 'N', version: 2 });
    expect((await test.call('PATCH', LISTS, { id: 'ips', name: 'M' })).body).toMatchObject({
      name: 'M',
      description: 'd',
    });
    expect((await test.call('PATCH', LISTS, { id: 'ips', name: 'M', _version: 'old' })).status).toBe(409);
    expect((await test.call('GET', `${LISTS}/_find`)).body).toMatchObject({
      total: 1,
      page: 1,
      per_page: 20,
      cursor: expect.any(String) as string,
    });
    expect((await test.call('GET', `${LISTS}?id=none`)).status).toBe(404);
    expect((await test.call('DELETE', `${LISTS}?id=ips`)).body).toMatchObject({ id: 'ips' });
    expect((await test.call('DELETE', `${LISTS}?id=ips`)).body['message']).toBe('list id: "ips" was not found');
  });

  it('are not deleted while exceptions name them', async () => {
    await test.call('POST', `${LISTS}/index`);
    await test.call('POST', LISTS, LIST);
    await test.call('POST', '/api/exception_lists', { list_id: 'l', name: 'L', description: 'd', type: 'detection' });
    const entries = [{ field: 'ip', operator: 'included', type: 'list', list: { id: 'ips', type: 'ip' } }];
    await test.call('POST', '/api/exception_lists/items', {
      list_id: 'l',
      item_id: 'i',
      name: 'I',
      description: 'd',
      type: 'simple',
      entries,
    });
    expect((await test.call('DELETE', `${LISTS}?id=ips`)).body).toMatchObject({
      status_code: 409,
      message: { error: { value_list_id: 'ips', references: [{ exception_item: { item_id: 'i' } }] } },
    });
    expect((await test.call('DELETE', `${LISTS}?id=ips&deleteReferences=true`)).status).toBe(200);
    expect(test.kibana.state.space('default').exceptionItems.size).toBe(0);
  });

  it('hold values: one by one, of a file, a page at a time', async () => {
    await test.call('POST', `${LISTS}/index`);
    await test.call('POST', LISTS, LIST);
    expect((await test.call('POST', ITEMS, { list_id: 'none', value: '1' })).status).toBe(404);
    expect((await test.call('POST', ITEMS, { list_id: 'ips', id: 'v', value: '10.0.0.1' })).body).toMatchObject({
      type: 'ip',
      value: '10.0.0.1',
    });
    expect((await test.call('POST', ITEMS, { list_id: 'ips', id: 'v', value: '10.0.0.1' })).status).toBe(409);
    const imported = await test.call('POST', `${ITEMS}/_import?list_id=ips`, form('10.0.0.1\n10.0.0.2\n', 'ips.txt'));
    expect(imported.body).toMatchObject({ id: 'ips' });
    // What was there is there twice: an import only adds.
    expect((await test.call('GET', `${ITEMS}/_find?list_id=ips`)).body).toMatchObject({ total: 3, per_page: 20 });
    expect((await test.call('POST', `${ITEMS}/_export?list_id=ips`)).text).toBe('10.0.0.1\n10.0.0.1\n10.0.0.2\n');
    expect((await test.call('DELETE', `${ITEMS}?list_id=ips&value=10.0.0.1`)).body).toHaveLength(2);
    expect((await test.call('DELETE', `${ITEMS}?list_id=ips&value=10.0.0.1`)).status).toBe(404);
    expect((await test.call('GET', `${ITEMS}/_find?list_id=none`)).status).toBe(404);
  });

  it('are made by a file that names a type', async () => {
    await test.call('POST', `${LISTS}/index`);
    expect((await test.call('POST', `${ITEMS}/_import?type=keyword`, form('a\n', 'names.txt'))).body).toMatchObject({
      id: 'names.txt',
      type: 'keyword',
    });
    expect((await test.call('POST', `${ITEMS}/_import?list_id=none`, form('a\n', 'a.txt'))).status).toBe(409);
    expect((await test.call('POST', `${ITEMS}/_import?type=keyword`, form('a\n', 'a.json'))).status).toBe(415);
    expect((await test.call('POST', `${ITEMS}/_import`, form('a\n', 'a.txt'))).status).toBe(400);
  });
});
