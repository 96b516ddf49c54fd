import type { JsonObject } from '../../src/values/json.js';
import { findException, lacking, newItem, overwrittenItem, staleAnswer, storeOf } from './exceptions-store.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { problemMessage } from './rule-fields.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

const PATH = '/api/exception_lists/items';

/** `/api/exception_lists/items`: making, reading, changing and deleting the items of lists. */
export function exceptionItemsApi(state: FakeState): FakeHandler {
  return (request) => {
    if (request.path !== PATH) return undefined;
    switch (request.method) {
      case 'POST':
        return create(state, request);
      case 'PUT':
        return change(state, request);
      case 'GET':
        return onFound(state, request, (item) => ok(item));
      case 'DELETE':
        return onFound(state, request, (item) => remove(state, request, item));
      default:
        return undefined;
    }
  };
}

function bodyAnswer(body: JsonObject, keys: readonly string[]): FakeAnswer | undefined {
  const problems = lacking(body, keys);
  return problems.length === 0 ? undefined : platformError(400, problemMessage(problems));
}

function create(state: FakeState, { space, body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const refused = bodyAnswer(sent, ['list_id', 'type', 'name', 'description', 'entries']);
  if (refused !== undefined) return refused;
  const { exceptionLists, exceptionItems } = storeOf(state, space, sent['namespace_type']);
  const [listId, itemId] = [textOf(sent, 'list_id'), textOf(sent, 'item_id')];
  if (!exceptionLists.has(listId)) return siemError(404, `exception list id: "${listId}" does not exist`);
  if (itemId !== '' && exceptionItems.has(itemId))
    return siemError(409, `exception list item id: "${itemId}" already exists`);
  const item = newItem(state, user, sent);
  exceptionItems.set(textOf(item, 'item_id'), item);
  return ok(item);
}

function change(state: FakeState, { space, body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const refused = bodyAnswer(sent, ['type', 'name', 'description', 'entries']);
  if (refused !== undefined) return refused;
  const { id, item_id: itemId } = body as { readonly id?: string; readonly item_id?: string };
  if (id === undefined && itemId === undefined) return siemError(404, 'either id or item_id need to be defined');
  const { exceptionItems } = storeOf(state, space, sent['namespace_type']);
  const before = findException(exceptionItems, id ?? null, itemId ?? null);
  if (before === undefined) return notThere(id ?? null, itemId ?? null);
  const stale = staleAnswer(state, before, sent);
  if (stale !== undefined) return stale;
  const item = overwrittenItem(state, user, before, sent);
  exceptionItems.set(textOf(item, 'item_id'), item);
  return ok(item);
}

function remove(state: FakeState, { space, query }: FakeRequest, item: Stored): FakeAnswer {
  storeOf(state, space, query.get('namespace_type')).exceptionItems.delete(textOf(item, 'item_id'));
  return ok(item);
}

function onFound(
  state: FakeState,
  { space, query, method }: FakeRequest,
  then: (item: Stored) => FakeAnswer,
): FakeAnswer {
  const [id, itemId] = [query.get('id'), query.get('item_id')];
  if (id === null && itemId === null)
    return siemError(
      400,
      method === 'GET' ? 'id or item_id required' : 'Either "item_id" or "id" needs to be defined in the request',
    );
  const item = findException(storeOf(state, space, query.get('namespace_type')).exceptionItems, id, itemId);
  return item === undefined ? notThere(id, itemId) : then(item);
}

function notThere(id: string | null, itemId: string | null): FakeAnswer {
  return siemError(
    404,
    id === null
      ? `exception list item item_id: "${String(itemId)}" does not exist`
      : `exception list item id: "${id}" does not exist`,
  );
}
