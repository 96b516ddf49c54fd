import { randomUUID } from 'node:crypto';
import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { siemError } from './fake-request.js';
import type { FakeAnswer } from './fake-request.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

/** Where exceptions of a `namespace_type` are kept: in the space, or in one place for all. */
export type ExceptionStore = Pick<SpaceState, 'exceptionLists' | 'exceptionItems'>;

/** The store of a `namespace_type`; `single` where none is given. */
export function storeOf(state: FakeState, space: string, namespace: JsonValue | undefined | null): ExceptionStore {
  return namespace === 'agnostic' ? state.shared : state.space(space);
}

/** The object of an `id`, or of the identifier that a person gave. */
export function findException(
  objects: ReadonlyMap<string, Stored>,
  id: string | null,
  own: string | null,
): Stored | undefined {
  if (id === null) return own === null ? undefined : objects.get(own);
  for (const object of objects.values()) if (object['id'] === id) return object;
  return undefined;
}

/** A new list of a body. */
export function newList(state: FakeState, user: string, body: JsonObject): Stored {
  return {
    list_id: randomUUID(),
    namespace_type: 'single',
    os_types: [],
    tags: [],
    version: 1,
    ...only(body, ['list_id', 'type', 'name', 'description', 'namespace_type', 'os_types', 'tags', 'meta', 'version']),
    immutable: false,
    ...identity(state, user),
  };
}

/** A new item of a body. */
export function newItem(state: FakeState, user: string, body: JsonObject): Stored {
  return {
    item_id: randomUUID(),
    namespace_type: 'single',
    os_types: [],
    tags: [],
    ...only(body, [...ITEM_KEYS, 'item_id', 'list_id', 'namespace_type']),
    comments: newComments(state, user, body['comments']),
    ...identity(state, user),
  };
}

const ITEM_KEYS = ['type', 'name', 'description', 'entries', 'os_types', 'tags', 'meta', 'expire_time'];

/** An item after `PUT`: the body decides all of it, but comments stay and only grow. */
export function overwrittenItem(state: FakeState, user: string, before: Stored, body: JsonObject): Stored {
  return {
    ...only(before, ['id', 'item_id', 'list_id', 'namespace_type', 'tie_breaker_id', 'created_at', 'created_by']),
    os_types: [],
    tags: [],
    ...only(body, ITEM_KEYS),
    comments: [...((before['comments'] ?? []) as readonly JsonObject[]), ...newComments(state, user, body['comments'])],
    ...touched(state, user),
  };
}

/** A list after `PUT`: what the body has; `version` one on unless it says which. */
export function changedList(state: FakeState, user: string, before: Stored, body: JsonObject): Stored {
  return {
    ...before,
    ...only(body, ['type', 'name', 'description', 'tags', 'meta']),
    version: body['version'] ?? Number(before['version']) + 1,
    ...touched(state, user),
  };
}

/** Who changed an object, and its `_version` after. */
export function touched(state: FakeState, user: string): JsonObject {
  return { updated_at: state.now(), updated_by: user, _version: state.nextVersion() };
}

/** The refusal of a change that was made of an older object: `_version` is another. */
export function staleAnswer(state: FakeState, before: Stored, body: JsonObject): FakeAnswer | undefined {
  const { _version: version } = body;
  if (version === undefined || version === before['_version'] || state.does('exceptions-ignore-version'))
    return undefined;
  const type = before['namespace_type'] === 'agnostic' ? 'exception-list-agnostic' : 'exception-list';
  return siemError(409, `Saved object [${type}/${textOf(before, 'id')}] conflict`);
}

/** A 400 of the platform's words for a body that lacks what it needs. */
export function lacking(body: JsonObject, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => body[key] === undefined || body[key] === null).map((key) => `${key}: Required`);
}

/** The object with some of its keys, where they are there. */
export function only(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => keys.includes(key) && value !== null));
}

function identity(state: FakeState, user: string): JsonObject {
  const now = state.now();
  return { id: randomUUID(), tie_breaker_id: randomUUID(), created_at: now, created_by: user, ...touched(state, user) };
}

/** Comments that have no `id` are new. */
function newComments(state: FakeState, user: string, comments: JsonValue | undefined): readonly JsonObject[] {
  const found = isJsonArray(comments) ? comments.filter(isJsonObject) : [];
  return found
    .filter(({ id }) => id === undefined)
    .map(({ comment = '' }) => ({ comment, created_at: state.now(), created_by: user, id: randomUUID() }));
}
