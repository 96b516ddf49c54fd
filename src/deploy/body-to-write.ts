import { without } from '../kibana-form/server-fields.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { objectKey } from './object-key.js';
import type { PlannedAction } from './plan.js';
import { variableOf } from './secrets.js';

/** What the body of a plan lacks until it is written. */
export interface MissingParts {
  /** Kibana's id of the saved object of an exception list, by the list's key. */
  readonly listId: (key: string) => Promise<string>;
  /** The value of a variable of the environment. */
  readonly secret: (variable: string) => string;
}

/**
 * The body of an action as it is sent: references to exception lists with their saved objects, secrets with their values. A rule is never enabled by the
 * write itself: many that start at once are a load; `isEnabled` is what Kibana has.
 */
export async function bodyToWrite(
  { kind, body = {} }: PlannedAction,
  isEnabled: boolean,
  parts: MissingParts,
): Promise<JsonObject> {
  if (kind === 'connector') return withSecrets(body, parts.secret);
  if (kind !== 'rule') return body;
  const lists = isJsonArray(body['exceptions_list']) ? await withListIds(body['exceptions_list'], parts) : undefined;
  return {
    ...without(body, new Set(['enabled'])),
    enabled: isEnabled && body['enabled'] !== false,
    ...(lists === undefined ? {} : { exceptions_list: lists }),
  };
}

function withSecrets(body: JsonObject, secret: MissingParts['secret']): JsonObject {
  const { secrets } = body;
  if (!isJsonObject(secrets)) return body;
  const values = Object.entries(secrets).map(([name, value]): [string, JsonValue] => [name, valueOf(value, secret)]);
  return { ...body, secrets: Object.fromEntries(values) };
}

function valueOf(reference: JsonValue, secret: MissingParts['secret']): JsonValue {
  const variable = variableOf(reference);
  return variable === undefined ? reference : secret(variable);
}

async function withListIds(lists: readonly JsonValue[], { listId }: MissingParts): Promise<readonly JsonValue[]> {
  const filled: JsonValue[] = [];
  for (const list of lists) {
    const isWhole = !isJsonObject(list) || typeof list['id'] === 'string';
    filled.push(isWhole ? list : { id: await listId(objectKey('exception-list', list)), ...list });
  }
  return filled;
}
