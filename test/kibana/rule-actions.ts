import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { siemError } from './fake-request.js';
import type { FakeAnswer } from './fake-request.js';
import { textOf } from './state.js';
import type { SpaceState } from './state.js';

/** The connectors that a rule's actions name and that are not there; those of the system (cases) always are. */
export function missingConnectors(space: SpaceState, { actions }: JsonObject): readonly string[] {
  const ids = (isJsonArray(actions) ? actions : []).filter(isJsonObject).map((action) => textOf(action, 'id'));
  return [...new Set(ids)].filter((id) => !id.startsWith('system-connector-') && !space.connectors.has(id));
}

/** The refusal of a rule whose actions name connectors that are not there, or that lack their secrets. */
export function refusedActions(space: SpaceState, body: JsonObject): FakeAnswer | undefined {
  const [missing] = missingConnectors(space, body);
  if (missing !== undefined)
    return siemError(400, `Failed to load action ${missing} (404): Saved object [action/${missing}] not found`);
  const { actions } = body;
  const used = (isJsonArray(actions) ? actions : [])
    .filter(isJsonObject)
    .map((action) => space.connectors.get(textOf(action, 'id')))
    .filter((connector) => connector !== undefined);
  const without = used
    .filter((connector) => connector['is_missing_secrets'] === true)
    .map((connector) => textOf(connector, 'name'));
  if (without.length === 0) return undefined;
  return siemError(
    400,
    `Failed to validate actions due to the following error: Invalid connectors: ${[...new Set(without)].join(', ')}`,
  );
}
