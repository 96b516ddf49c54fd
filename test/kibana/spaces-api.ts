import { isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { ok, platformError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import type { FakeState } from './state.js';

const PATH = '/api/spaces/space';

/** `/api/spaces/space`: making, listing, reading, changing and deleting spaces. */
export function spacesApi(state: FakeState): FakeHandler {
  return (request) => {
    if (request.path === PATH) return onAll(state, request);
    const id = request.path.startsWith(`${PATH}/`)
      ? decodeURIComponent(request.path.slice(PATH.length + 1))
      : undefined;
    return id === undefined || id.includes('/') ? undefined : onOne(state, request, id);
  };
}

function onAll(state: FakeState, { method, body }: FakeRequest): FakeAnswer | undefined {
  if (method === 'GET') return ok([...state.spaceNames.values()]);
  if (method !== 'POST') return undefined;
  const { id, name } = body;
  if (typeof id !== 'string')
    return platformError(400, '[request body.id]: expected value of type [string] but got [undefined]');
  if (!/^[a-z0-9_-]+$/.test(id))
    return platformError(400, "[request body.id]: must be lower case, a-z, 0-9, '_', and '-' are allowed");
  if (typeof name !== 'string')
    return platformError(400, '[request body.name]: expected value of type [string] but got [undefined]');
  if (state.spaceNames.has(id)) return platformError(409, `A space with the identifier ${id} already exists.`);
  return ok(save(state, id, body as JsonObject));
}

function onOne(state: FakeState, { method, body }: FakeRequest, id: string): FakeAnswer | undefined {
  const space = state.spaceNames.get(id);
  if (space === undefined) return platformError(404, 'Not Found');
  if (method === 'GET') return ok(space);
  if (method === 'PUT') return ok(save(state, id, body as JsonObject));
  if (method !== 'DELETE') return undefined;
  if (id === 'default') return platformError(400, 'The default space cannot be deleted because it is reserved.');
  state.deleteSpace(id);
  return { status: 204 };
}

function save(state: FakeState, id: string, body: JsonObject): JsonObject {
  const space = { disabledFeatures: [], ...(isJsonObject(body) ? body : {}), id };
  state.spaceNames.set(id, space);
  return space;
}
