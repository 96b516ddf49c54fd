import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { withoutField } from './document-fields.js';
import { ecsCompliant } from './ecs-compliance.js';

/** Top-level fields that an alert does not take over from its source. */
const BANNED = new Set(['kibana', 'signal', 'threshold_result']);

/** Fields that the alert's own would cover: their originals are kept beside. */
const KEPT_BESIDE: ReadonlyMap<string, string> = new Map([
  ['event', 'kibana.alert.original_event'],
  ['data_stream', 'kibana.alert.original_data_stream'],
]);

/**
 * What an alert takes over from its source document: all but another alert's fields and what breaks ECS; `event.*` and `data_stream.*` also as
 * `kibana.alert.original_event.*` and `kibana.alert.original_data_stream.*`. The alert's own `event.kind` replaces the source's.
 */
export function sourceFields(source: JsonObject): JsonObject {
  const kept = ecsCompliant(
    Object.fromEntries(Object.entries(source).filter(([key]) => !BANNED.has(key.split('.', 1)[0] ?? key))),
  );
  const originals = Object.entries(kept).flatMap(([key, value]) => {
    const [head = key] = key.split('.', 1);
    const target = KEPT_BESIDE.get(head);
    return target === undefined ? [] : leaves(`${target}${key.slice(head.length)}`, value);
  });
  return { ...withoutField(kept, 'event.kind'), ...Object.fromEntries(originals) };
}

function leaves(name: string, value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (!isJsonObject(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${name}.${key}`, inner));
}
