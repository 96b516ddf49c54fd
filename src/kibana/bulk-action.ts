import { KibanaError } from '../deploy/kibana-error.js';
import type { BulkResult, LiveObject } from '../deploy/kibana.js';
import { isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { textOf } from './object-api.js';
import type { ApiContext } from './object-api.js';
import { messagesOf, refusalOf } from './refusal.js';

/** Rules in one request: Kibana takes no more. */
const MOST_IDS = 100;

/**
 * Enables or disables rules by their saved-object ids. Kibana answers a partial failure with status 500 and names the rules that failed; the others are
 * done. https://www.elastic.co/docs/api/doc/kibana/operation/operation-performrulesbulkaction
 */
export async function setEnabled(
  context: ApiContext,
  rules: readonly LiveObject[],
  enabled: boolean,
): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = [];
  for (let at = 0; at < rules.length; at += MOST_IDS) {
    results.push(...(await oneRequest(context, rules.slice(at, at + MOST_IDS), enabled)));
  }
  return results;
}

async function oneRequest(
  { requests, base }: ApiContext,
  rules: readonly LiveObject[],
  enabled: boolean,
): Promise<readonly BulkResult[]> {
  const action = enabled ? 'enable' : 'disable';
  const ids = rules.map(({ body }) => body['id'] ?? null);
  const doing = `${action} ${rules.length} rules`;
  const path = `${base}/api/detection_engine/rules/_bulk_action`;
  const answer = await requests.send(
    { method: 'POST', path, body: printJson({ action, ids }) },
    { doing, isRepeatable: true, accepts: [500] },
  );
  const attributes = isJsonObject(answer.body) ? answer.body['attributes'] : undefined;
  // A 500 without a report of each rule says nothing of any.
  if (!isJsonObject(attributes)) throw refusalOf({ ...answer, status: 500 }, requests.url, doing);
  const failed = failures(attributes['errors'], requests.url, action);
  const done = updatedIds(attributes);
  return rules.map(({ key, body }): BulkResult => {
    const id = textOf(body['id']);
    const error =
      failed.get(id) ?? (failed.size > 0 && done?.has(id) === false ? unsaid(requests.url, key) : undefined);
    return { key, ...(error === undefined ? {} : { error }) };
  });
}

function failures(errors: JsonValue | undefined, url: string, action: string): ReadonlyMap<string, KibanaError> {
  const failed = new Map<string, KibanaError>();
  for (const error of objectsOf(errors)) {
    const messages = messagesOf(error);
    const status = typeof error['status_code'] === 'number' ? error['status_code'] : 500;
    for (const { id, name } of objectsOf(error['rules'])) {
      const what = `${url} cannot ${action} the rule ${textOf(name) || textOf(id)}: ${messages.join(' ')}`;
      const kind = status === 403 ? 'forbidden' : status === 404 ? 'missing' : status === 409 ? 'moved' : 'failed';
      failed.set(textOf(id), new KibanaError(kind, status, what, messages));
    }
  }
  return failed;
}

/** The rules that Kibana says it has changed or left as they were; undefined where it does not say. */
function updatedIds(attributes: JsonObject): ReadonlySet<string> | undefined {
  const { results } = attributes;
  if (!isJsonObject(results)) return undefined;
  return new Set([...objectsOf(results['updated']), ...objectsOf(results['skipped'])].map(({ id }) => textOf(id)));
}

function unsaid(url: string, key: string): KibanaError {
  return new KibanaError('failed', 500, `${url} does not say what became of ${key}.`);
}
