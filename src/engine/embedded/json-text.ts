import type { JsonValue } from '../../values/json.js';

/** The text of a JSON scalar as Elasticsearch takes it where it wants a string; structures print as JSON. */
export function jsonText(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
