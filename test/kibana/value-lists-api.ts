import { randomUUID } from 'node:crypto';
import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { lacking, only, touched } from './exceptions-store.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { pageOf } from './paging.js';
import { problemMessage } from './rule-fields.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

const PATH = '/api/lists';

/** `/api/lists`, its index and `_find`: value lists but for what is in them. */
export function valueListsApi(state: FakeState): FakeHandler {
  return (request) => {
    const { method, path } = request;
    if (path === `${PATH}/index`) return onIndex(state, request);
    if (path === `${PATH}/_find` && method === 'GET') return find(state, request);
    if (path !== PATH) return undefined;
    switch (method) {
      case 'POST':
        return create(state, request);
      case 'PUT':
      case 'PATCH':
        return change(state, request);
      case 'GET':
        return onFound(state, request, (list) => ok(list));
      case 'DELETE':
        return remove(state, request);
      default:
        return undefined;
    }
  };
}

function onIndex(state: FakeState, { method, space: name }: FakeRequest): FakeAnswer | undefined {
  const space = state.space(name);
  const isThere = space.valueLists !== undefined;
  if (method === 'GET') {
    if (isThere) return ok({ list_index: true, list_item_index: true });
    return siemError(404, `data stream .lists-${name} and data stream .items-${name} does not exist`);
  }
  if (method === 'POST') space.valueLists ??= new Map();
  else if (method === 'DELETE') {
    space.valueLists = undefined;
    space.valueListItems.clear();
  } else return undefined;
  return ok({ acknowledged: true });
}

function create(state: FakeState, { space: name, body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const problems = lacking(sent, ['name', 'description', 'type']);
  if (problems.length > 0) return platformError(400, problemMessage(problems));
  const { valueLists } = state.space(name);
  if (valueLists === undefined)
    return siemError(
      400,
      `To create a list, the data stream must exist first. Data stream ".lists-${name}" does not exist`,
    );
  const id = textOf(sent, 'id');
  if (valueLists.has(id)) return siemError(409, `list id: "${id}" already exists`);
  const list = newValueList(state, user, sent);
  valueLists.set(textOf(list, 'id'), list);
  return ok(list);
}

/** A new value list of a body. */
export function newValueList(state: FakeState, user: string, body: JsonObject): Stored {
  const now = state.now();
  return {
    id: randomUUID(),
    version: 1,
    ...only(body, ['id', 'name', 'description', 'type', 'meta', 'version']),
    immutable: false,
    tie_breaker_id: randomUUID(),
    '@timestamp': now,
    created_at: now,
    created_by: user,
    ...touched(state, user),
  };
}

function change(state: FakeState, { space, body, user, method }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const problems = lacking(sent, method === 'PUT' ? ['id', 'name', 'description'] : ['id']);
  if (problems.length > 0) return platformError(400, problemMessage(problems));
  const id = textOf(sent, 'id');
  const before = state.space(space).valueLists?.get(id);
  if (before === undefined) return siemError(404, `list id: "${id}" not found`);
  if (
    sent['_version'] !== undefined &&
    sent['_version'] !== before['_version'] &&
    !state.does('exceptions-ignore-version')
  )
    return siemError(409, 'version conflict, required seqNo differs from that of the current document');
  const list: Stored = {
    ...before,
    ...only(sent, ['name', 'description', 'meta']),
    version: sent['version'] ?? Number(before['version']) + 1,
    ...touched(state, user),
  };
  state.space(space).valueLists?.set(id, list);
  return ok(list);
}

function find(state: FakeState, { space, query }: FakeRequest): FakeAnswer {
  const lists = [...(state.space(space).valueLists?.values() ?? [])];
  return withCursor(pageOf(state, lists, query, (list) => list, { perPage: 'per_page' }));
}

/** Pages of value lists have a `cursor` for the next. */
export function withCursor(answer: FakeAnswer): FakeAnswer {
  if (answer.status !== 200) return answer;
  const { page, per_page: perPage } = answer.body as { readonly page: number; readonly per_page: number };
  return ok({
    ...(answer.body as object),
    cursor: Buffer.from(JSON.stringify([page * perPage, []])).toString('base64'),
  });
}

function onFound(state: FakeState, { space, query }: FakeRequest, then: (list: Stored) => FakeAnswer): FakeAnswer {
  const id = query.get('id') ?? '';
  const list = state.space(space).valueLists?.get(id);
  return list === undefined ? siemError(404, `list id: "${id}" does not exist`) : then(list);
}

function remove(state: FakeState, { space: name, query }: FakeRequest): FakeAnswer {
  const id = query.get('id') ?? '';
  const space = state.space(name);
  const using = [...space.exceptionItems, ...state.shared.exceptionItems].filter(([, item]) => namesList(item, id));
  if (using.length > 0 && query.get('ignoreReferences') !== 'true') {
    if (query.get('deleteReferences') !== 'true') {
      const message = `Value list '${id}' is referenced in existing exception list(s)`;
      const references = using.map(([, item]) => ({
        exception_item: item,
        exception_list: space.exceptionLists.get(textOf(item, 'list_id')) ?? {},
      }));
      return siemError(409, '', { message: { error: { message, references, value_list_id: id } } });
    }
    for (const [itemId] of using) {
      space.exceptionItems.delete(itemId);
      state.shared.exceptionItems.delete(itemId);
    }
  }
  const list = space.valueLists?.get(id);
  if (list === undefined) return siemError(404, `list id: "${id}" was not found`);
  space.valueLists?.delete(id);
  for (const [itemId, item] of space.valueListItems) if (item['list_id'] === id) space.valueListItems.delete(itemId);
  return ok(list);
}

function namesList(item: Stored, id: string): boolean {
  const { entries } = item;
  return (
    isJsonArray(entries) &&
    entries.some((entry) => isJsonObject(entry) && isJsonObject(entry['list']) && entry['list']['id'] === id)
  );
}
