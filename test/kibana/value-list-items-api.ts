import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../src/values/json.js';
import { lacking, only, touched } from './exceptions-store.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { fileOf } from './multipart.js';
import { pageOf } from './paging.js';
import { problemMessage } from './rule-fields.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';
import { newValueList, withCursor } from './value-lists-api.js';

const PATH = '/api/lists/items';

/** `/api/lists/items`: the values of value lists, one by one, as a text file, and a page at a time. */
export function valueListItemsApi(state: FakeState): FakeHandler {
  return (request) => {
    const { method, path } = request;
    const space = state.space(request.space);
    if (path === `${PATH}/_find` && method === 'GET') return find(state, space, request);
    if (path === `${PATH}/_export` && method === 'POST') return exportValues(space, request);
    if (path === `${PATH}/_import` && method === 'POST') return importValues(state, space, request);
    if (path !== PATH) return undefined;
    if (method === 'POST') return create(state, space, request);
    if (method === 'PUT' || method === 'PATCH') return change(state, space, request);
    if (method === 'GET') return onFound(space, request, ok);
    return method === 'DELETE' ? onFound(space, request, (found) => remove(space, found)) : undefined;
  };
}

function valuesOf(space: SpaceState, listId: string): readonly Stored[] {
  return [...space.valueListItems.values()].filter((item) => item['list_id'] === listId);
}

function find(state: FakeState, space: SpaceState, { query }: FakeRequest): FakeAnswer {
  const id = query.get('list_id') ?? '';
  if (space.valueLists?.has(id) !== true) return siemError(404, `list id: "${id}" does not exist`);
  return withCursor(pageOf(state, valuesOf(space, id), query, (item) => item, { perPage: 'per_page' }));
}

function exportValues(space: SpaceState, { query }: FakeRequest): FakeAnswer {
  const id = query.get('list_id') ?? '';
  if (space.valueLists?.has(id) !== true) return siemError(400, `list_id: ${id} does not exist`);
  const text = valuesOf(space, id)
    .map((item) => `${textOf(item, 'value')}\n`)
    .join('');
  const headers = { 'content-type': 'application/ndjson', 'content-disposition': `attachment; filename="${id}"` };
  return { status: 200, text, headers };
}

function importValues(
  state: FakeState,
  space: SpaceState,
  { query, headers, bytes, user, space: name }: FakeRequest,
): FakeAnswer {
  const file = fileOf(headers['content-type'], bytes);
  if (file === undefined || file.fileName === '')
    return siemError(400, 'To import a list item, the file name must be specified');
  if (!/\.(?:csv|txt)$/i.test(file.fileName))
    return siemError(415, 'Unsupported media type. File must be one of the following types: [.csv, .txt]');
  if (space.valueLists === undefined)
    return siemError(
      400,
      `To import a list item, the data steam must exist first. Data stream ".lists-${name}" does not exist`,
    );
  const [listId, type] = [query.get('list_id'), query.get('type')];
  if (listId === null && type === null) return siemError(400, 'Either type or list_id need to be defined in the query');
  let list = space.valueLists.get(listId ?? file.fileName);
  if (list === undefined) {
    if (listId !== null) return siemError(409, `list id: "${listId}" does not exist`);
    const about = `File uploaded from file system of ${file.fileName}`;
    list = newValueList(state, user, {
      id: file.fileName,
      name: file.fileName,
      description: about,
      type: type ?? 'keyword',
    });
    space.valueLists.set(file.fileName, list);
  }
  // Values are added, also those that are there already: nothing is taken away, nothing compared.
  for (const value of file.text.split(/\r?\n/).filter((line) => line !== ''))
    store(state, space, user, list, { value });
  return ok(list);
}

function store(state: FakeState, space: SpaceState, user: string, list: Stored, body: JsonObject): Stored {
  const now = state.now();
  const item: Stored = {
    id: randomUUID(),
    ...only(body, ['id', 'value', 'meta']),
    list_id: list['id'] ?? '',
    type: list['type'] ?? '',
    tie_breaker_id: randomUUID(),
    '@timestamp': now,
    created_at: now,
    created_by: user,
    ...touched(state, user),
  };
  space.valueListItems.set(textOf(item, 'id'), item);
  return item;
}

function create(state: FakeState, space: SpaceState, { body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const problems = lacking(sent, ['list_id', 'value']);
  if (problems.length > 0) return platformError(400, problemMessage(problems));
  const list = space.valueLists?.get(textOf(sent, 'list_id'));
  if (list === undefined) return siemError(404, `list id: "${textOf(sent, 'list_id')}" does not exist`);
  const id = textOf(sent, 'id');
  if (space.valueListItems.has(id)) return siemError(409, `list item id: "${id}" already exists`);
  return ok(store(state, space, user, list, sent));
}

function change(state: FakeState, space: SpaceState, { body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const id = textOf(sent, 'id');
  const before = space.valueListItems.get(id);
  if (before === undefined) return siemError(404, `list item id: "${id}" not found`);
  const item: Stored = { ...before, ...only(sent, ['value', 'meta']), ...touched(state, user) };
  space.valueListItems.set(id, item);
  return ok(item);
}

function onFound(
  space: SpaceState,
  { query }: FakeRequest,
  then: (found: Stored | readonly Stored[]) => FakeAnswer,
): FakeAnswer {
  const [id, listId, value] = [query.get('id'), query.get('list_id'), query.get('value')];
  if (id !== null) {
    const item = space.valueListItems.get(id);
    return item === undefined ? siemError(404, `list item id: "${id}" does not exist`) : then(item);
  }
  if (listId === null || value === null)
    return siemError(400, 'Either "list_id" or "id" needs to be defined in the request');
  if (space.valueLists?.has(listId) !== true) return siemError(404, `list id: "${listId}" does not exist`);
  const found = valuesOf(space, listId).filter((item) => item['value'] === value);
  return found.length === 0 ? siemError(404, `list_id: "${listId}" with ${value} was not found`) : then(found);
}

function remove(space: SpaceState, found: Stored | readonly Stored[]): FakeAnswer {
  for (const item of Array.isArray(found) ? (found as readonly Stored[]) : [found as Stored])
    space.valueListItems.delete(textOf(item, 'id'));
  return ok(found);
}
