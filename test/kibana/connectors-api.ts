import { randomUUID } from 'node:crypto';
import { isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { ok, platformError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = '/api/actions/connector';

/** Connector types whose connectors have secrets. */
const WITH_SECRETS: ReadonlySet<string> = new Set([
  '.slack',
  '.slack_api',
  '.webhook',
  '.email',
  '.pagerduty',
  '.jira',
  '.teams',
  '.servicenow',
  '.opsgenie',
]);

/** `/api/actions/connector(s)`: making, listing, reading, changing and deleting connectors; secrets go in and never come out. */
export function connectorsApi(state: FakeState): FakeHandler {
  return (request) => {
    const { method, path } = request;
    const space = state.space(request.space);
    if (path === `${PATH}s` && method === 'GET')
      return ok(
        [...space.connectors.values()].map((one) => ({
          ...connectorAnswer(state, one),
          referenced_by_count: usesOf(space, one),
        })),
      );
    if (path === PATH && method === 'POST') return create(space, request, randomUUID(), state);
    const id = path.startsWith(`${PATH}/`) ? decodeURIComponent(path.slice(PATH.length + 1)) : undefined;
    if (id === undefined || id.includes('/')) return undefined;
    if (method === 'POST') return create(space, request, id, state);
    const connector = space.connectors.get(id);
    if (connector === undefined) return platformError(404, `Saved object [action/${id}] not found`);
    if (method === 'GET') return ok(connectorAnswer(state, connector));
    if (method === 'PUT') return change(space, request, connector, state);
    return method === 'DELETE' ? remove(space, connector) : undefined;
  };
}

/** A connector that Kibana's configuration has: nobody can change it. */
export function preconfigured(id: string, type: string): Stored {
  return {
    id,
    name: id,
    connector_type_id: type,
    is_preconfigured: true,
    is_deprecated: false,
    is_system_action: false,
  };
}

/** A connector as the API answers it: without secrets, and a preconfigured one also without configuration. */
function connectorAnswer(state: FakeState, connector: Stored): JsonObject {
  const { secrets, ...rest } = connector;
  return state.does('returns-secrets') && secrets !== undefined ? { ...rest, secrets } : rest;
}

function usesOf(space: SpaceState, { id }: Stored): number {
  return [...space.rules.values()].filter(({ actions }) =>
    JSON.stringify(actions ?? []).includes(JSON.stringify({ id }).slice(1, -1)),
  ).length;
}

function create(space: SpaceState, { body }: FakeRequest, id: string, state: FakeState): FakeAnswer {
  const sent = body as JsonObject;
  for (const key of ['name', 'connector_type_id']) {
    if (typeof sent[key] !== 'string')
      return platformError(400, `[request body.${key}]: expected value of type [string] but got [undefined]`);
  }
  if (space.connectors.get(id)?.['is_preconfigured'] === true)
    return platformError(400, `This ${id} already exists in a preconfigured action.`);
  if (space.connectors.has(id)) return platformError(409, `Saved object [action/${id}] conflict`);
  const type = textOf(sent, 'connector_type_id');
  const missing = missingSecrets(type, sent);
  if (missing !== undefined) return missing;
  const connector: Stored = {
    id,
    name: sent['name'] ?? '',
    connector_type_id: type,
    config: sent['config'] ?? {},
    is_preconfigured: false,
    is_deprecated: false,
    is_missing_secrets: false,
    is_system_action: false,
    secrets: sent['secrets'] ?? {},
  };
  space.connectors.set(id, connector);
  return ok(connectorAnswer(state, connector));
}

function missingSecrets(type: string, { secrets }: JsonObject): FakeAnswer | undefined {
  const isGiven = isJsonObject(secrets) && Object.keys(secrets).length > 0;
  if (isGiven || !WITH_SECRETS.has(type)) return undefined;
  return platformError(
    400,
    'error validating action type secrets: [secrets]: expected value of type [string] but got [undefined]',
  );
}

function change(space: SpaceState, { body }: FakeRequest, before: Stored, state: FakeState): FakeAnswer {
  const id = textOf(before, 'id');
  if (before['is_preconfigured'] === true) return platformError(400, `Preconfigured action ${id} can not be updated.`);
  const sent = body as JsonObject;
  if (typeof sent['name'] !== 'string')
    return platformError(400, '[request body.name]: expected value of type [string] but got [undefined]');
  if (sent['connector_type_id'] !== undefined)
    return platformError(400, '[request body.connector_type_id]: definition for this key is missing');
  const missing = missingSecrets(textOf(before, 'connector_type_id'), sent);
  if (missing !== undefined) return missing;
  const connector: Stored = {
    ...before,
    name: sent['name'],
    config: sent['config'] ?? {},
    secrets: sent['secrets'] ?? {},
    is_missing_secrets: false,
  };
  space.connectors.set(id, connector);
  return ok(connectorAnswer(state, connector));
}

function remove(space: SpaceState, connector: Stored): FakeAnswer {
  const id = textOf(connector, 'id');
  if (connector['is_preconfigured'] === true)
    return platformError(400, `Preconfigured action ${id} is not allowed to delete.`);
  space.connectors.delete(id);
  return { status: 204 };
}
