import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import { isoTime } from '../build-alert.js';

/**
 * An anomaly record with its influencers (and the value it is split by) as fields of their own, and its `timestamp` as `@timestamp`: alerts then
 * have `host.name` and the like.
 */
export function anomalyAsEcs(anomaly: JsonObject): JsonObject {
  const influencers = isJsonArray(anomaly['influencers']) ? anomaly['influencers'].filter(isJsonObject) : [];
  const fields = influencers.flatMap((influencer): [string, JsonValue][] => {
    const name = influencer['influencer_field_name'];
    return typeof name === 'string' ? [[name, influencer['influencer_field_values'] ?? []]] : [];
  });
  const { by_field_name: split, by_field_value: value } = anomaly;
  if (typeof split === 'string' && split !== '' && value !== undefined && value !== null && value !== '')
    fields.push([split, [value]]);
  const names = new Set(fields.map(([name]) => name));
  const rest = Object.fromEntries(Object.entries(anomaly).filter(([key]) => !names.has(key)));
  const time = isoTime(anomaly['timestamp']);
  const placed = fields.reduce<JsonObject>(
    (document, [name, values]) => place(document, name.split('.'), values),
    rest,
  );
  return { ...placed, ...(time === undefined ? {} : { '@timestamp': time }) };
}

function place(object: JsonObject, [head = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  const inner = Object.hasOwn(object, head) ? object[head] : undefined;
  const set = rest.length === 0 ? value : place(isJsonObject(inner) ? inner : {}, rest, value);
  return Object.fromEntries([...Object.entries(object).filter(([key]) => key !== head), [head, set]]);
}
