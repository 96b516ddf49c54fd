import { KibanaError } from '../deploy/kibana-error.js';
import type { JsonObject } from '../values/json.js';
import { equalJson } from '../values/equal-json.js';
import { isUnanswered } from './requests.js';
import type { Retry } from './retry.js';

/** Time after which a write can be searched for, in milliseconds: Elasticsearch shows it after its next refresh. */
const VISIBLE_MS = 1000;

/**
 * Makes an object once, though answers get lost: what may have been done is looked for before it is tried again. An object that stood before the first
 * try rejects (`conflict`).
 */
export async function writeOnce(
  write: () => Promise<JsonObject>,
  readBack: () => Promise<JsonObject | undefined>,
  retry: Retry,
): Promise<JsonObject> {
  let isUncertain = false;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof KibanaError)) throw error;
      if (error.kind === 'conflict' && isUncertain) return (await readBack()) ?? fail(error);
      if (!isUnanswered(error) && error.kind !== 'failed') throw error;
      isUncertain = true;
      const isLeft = await retry.again(undefined, VISIBLE_MS);
      const found = await readBack();
      if (found !== undefined) return found;
      if (!isLeft || error.kind === 'failed') throw error;
    }
  }
}

function fail(error: KibanaError): never {
  throw error;
}
/** Whether an object has everything that was to be written; what Kibana adds does not count. */
export function holds(live: JsonObject, body: JsonObject): boolean {
  return Object.entries(body).every(([key, value]) => key === '_version' || equalJson(live[key] ?? null, value));
}
