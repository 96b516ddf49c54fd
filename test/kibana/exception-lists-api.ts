import type { JsonObject } from '../../src/values/json.js';
import { changedList, findException, lacking, newList, staleAnswer, storeOf } from './exceptions-store.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { problemMessage } from './rule-fields.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

const PATH = '/api/exception_lists';
const TYPES = [
  'detection',
  'rule_default',
  'endpoint',
  'endpoint_trusted_apps',
  'endpoint_trusted_devices',
  'endpoint_events',
  'endpoint_host_isolation_exceptions',
  'endpoint_blocklists',
];

/** `/api/exception_lists`: making, reading, changing and deleting lists. */
export function exceptionListsApi(state: FakeState): FakeHandler {
  return (request) => {
    if (request.path !== PATH) return undefined;
    switch (request.method) {
      case 'POST':
        return create(state, request);
      case 'PUT':
        return change(state, request);
      case 'GET':
        return onFound(state, request, (list) => ok(list));
      case 'DELETE':
        return onFound(state, request, (list) => remove(state, request, list));
      default:
        return undefined;
    }
  };
}

function bodyAnswer(body: JsonObject): FakeAnswer | undefined {
  const problems = [...lacking(body, ['name', 'description', 'type'])];
  const { type } = body;
  if (type !== undefined && !TYPES.some((one) => one === type)) problems.push('type: Invalid enum value');
  return problems.length === 0 ? undefined : platformError(400, problemMessage(problems));
}

function create(state: FakeState, { space, body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const refused = bodyAnswer(sent);
  if (refused !== undefined) return refused;
  const { exceptionLists } = storeOf(state, space, sent['namespace_type']);
  const id = textOf(sent, 'list_id');
  if (id !== '' && exceptionLists.has(id)) return siemError(409, `exception list id: "${id}" already exists`);
  const list = newList(state, user, sent);
  exceptionLists.set(textOf(list, 'list_id'), list);
  return ok(list);
}

function change(state: FakeState, { space, body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const refused = bodyAnswer(sent);
  if (refused !== undefined) return refused;
  const { id, list_id: listId } = body as { readonly id?: string; readonly list_id?: string };
  if (id === undefined && listId === undefined) return siemError(404, 'either id or list_id need to be defined');
  const { exceptionLists } = storeOf(state, space, sent['namespace_type']);
  const before = findException(exceptionLists, id ?? null, listId ?? null);
  if (before === undefined) return notThere(id ?? null, listId ?? null);
  const stale = staleAnswer(state, before, sent);
  if (stale !== undefined) return stale;
  const list = changedList(state, user, before, sent);
  exceptionLists.set(textOf(list, 'list_id'), list);
  return ok(list);
}

function remove(state: FakeState, { space, query }: FakeRequest, list: Stored): FakeAnswer {
  const { exceptionLists, exceptionItems } = storeOf(state, space, query.get('namespace_type'));
  exceptionLists.delete(textOf(list, 'list_id'));
  for (const [id, item] of exceptionItems) if (item['list_id'] === list['list_id']) exceptionItems.delete(id);
  return ok(list);
}

function onFound(
  state: FakeState,
  { space, query, method }: FakeRequest,
  then: (list: Stored) => FakeAnswer,
): FakeAnswer {
  const [id, listId] = [query.get('id'), query.get('list_id')];
  if (id === null && listId === null)
    return siemError(
      400,
      method === 'GET' ? 'id or list_id required' : 'Either "list_id" or "id" needs to be defined in the request',
    );
  const list = findException(storeOf(state, space, query.get('namespace_type')).exceptionLists, id, listId);
  return list === undefined ? notThere(id, listId) : then(list);
}

function notThere(id: string | null, listId: string | null): FakeAnswer {
  return siemError(
    404,
    id === null
      ? `exception list list_id: "${String(listId)}" does not exist`
      : `exception list id: "${id}" does not exist`,
  );
}
