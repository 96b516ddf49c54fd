import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { findException, storeOf } from './exceptions-store.js';
import { siemError } from './fake-request.js';
import type { FakeHandler } from './fake-request.js';
import { textOf } from './state.js';
import type { FakeState } from './state.js';

const PATH = '/api/exception_lists/_export';

/** `POST exception_lists/_export`: a list, its items, and how many there were. */
export function exportExceptionsApi(state: FakeState): FakeHandler {
  return ({ method, path, query, space }) => {
    if (method !== 'POST' || path !== PATH) return undefined;
    const store = storeOf(state, space, query.get('namespace_type'));
    const [id, listId] = [query.get('id'), query.get('list_id')];
    const list = findException(store.exceptionLists, id, listId);
    if (list === undefined)
      return siemError(400, `exception list with list_id: ${String(listId)} or id: ${String(id)} does not exist`);
    const now = state.now();
    const items = [...store.exceptionItems.values()].filter(
      (item) =>
        item['list_id'] === list['list_id'] &&
        (query.get('include_expired_exceptions') !== 'false' ||
          item['expire_time'] === undefined ||
          textOf(item, 'expire_time') > now),
    );
    const lines: readonly JsonObject[] = [list, ...items, exceptionCounts(1, items.length)];
    const text = lines.map((line) => `${printJson(line)}\n`).join('');
    const headers = {
      'content-type': 'application/ndjson',
      'content-disposition': `attachment; filename="${String(listId)}"`,
    };
    return { status: 200, text, headers };
  };
}

/** The counts at the end of an export, as far as they are about exceptions. */
export function exceptionCounts(lists: number, items: number, missing: readonly string[] = []): JsonObject {
  return {
    exported_exception_list_count: lists,
    exported_exception_list_item_count: items,
    missing_exception_list_item_count: 0,
    missing_exception_list_items: [],
    missing_exception_lists: missing.map((id) => ({ list_id: id })),
    missing_exception_lists_count: missing.length,
  };
}
