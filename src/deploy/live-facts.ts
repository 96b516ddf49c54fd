import { isJsonArray, isJsonObject, type JsonObject } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import type { LiveObject } from './kibana.js';
import { objectKey } from './object-key.js';

/** Whether a rule is Elastic's: it is changed through overlays only, and never deleted. */
export function isPrebuilt({ kind, body }: LiveObject): boolean {
  const { immutable, rule_source: source } = body;
  return kind === 'rule' && (immutable === true || (isJsonObject(source) && source['type'] === 'external'));
}

/** Whether a connector stands in Kibana's configuration or is its own: nobody can change it. */
export function isPreconfigured({ kind, body }: LiveObject): boolean {
  return kind === 'connector' && (body['is_preconfigured'] === true || body['is_system_action'] === true);
}

/** Whether a rule carries a tag. */
export function hasTag({ kind, body }: LiveObject, tag: string): boolean {
  return kind === 'rule' && tag !== '' && isJsonArray(body['tags']) && body['tags'].includes(tag);
}

/** The keys of what an object in Kibana's form names: of a rule lists and connectors, of an exception item its list and value lists. */
export function keysNamed(kind: LiveObject['kind'], body: JsonObject): readonly string[] {
  if (kind === 'rule') {
    return [
      ...objectsOf(body['exceptions_list']).map((list) => objectKey('exception-list', list)),
      ...objectsOf(body['actions']).map((action) => objectKey('connector', action)),
    ];
  }
  return kind === 'exception-item' ? [objectKey('exception-list', body), ...valueLists(body)] : [];
}

function valueLists({ entries }: JsonObject): readonly string[] {
  return objectsOf(entries).flatMap((entry) => {
    const { list } = entry;
    return [...(isJsonObject(list) ? [objectKey('value-list', list)] : []), ...valueLists(entry)];
  });
}
