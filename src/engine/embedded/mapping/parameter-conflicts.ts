import { jsonText } from '../json-text.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import type { Field } from '../fields/field.js';

/** Parameters that Elasticsearch lets a mapping change; all others stay as they are. */
const UPDATABLE: ReadonlySet<string> = new Set([
  ...['ignore_above', 'ignore_malformed', 'coerce', 'copy_to', 'meta', 'boost', 'eager_global_ordinals', 'fielddata'],
  ...['split_queries_on_whitespace', 'search_analyzer', 'search_quote_analyzer', 'depth_limit'],
]);

/** Of the above, those that change nothing about the values. */
const HARMLESS: ReadonlySet<string> = new Set(['meta', 'boost', 'eager_global_ordinals', 'fielddata']);

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ...['index', 'doc_values', 'coerce', 'norms'].map((name) => [name, 'true'] as const),
  ...['store', 'ignore_malformed', 'eager_global_ordinals', 'fielddata'].map((name) => [name, 'false'] as const),
  ['ignore_above', '2147483647'],
  ['analyzer', 'default'],
]);

/** What a new definition of a field says otherwise that cannot be changed, in Elasticsearch's words. */
export function conflictsOf(existing: Field, next: Field): string[] {
  return differing(existing, next)
    .filter((name) => !UPDATABLE.has(name) && !isFirstValue(existing, name))
    .map((name) => `Cannot update parameter [${name}] from [${shown(existing, name)}] to [${shown(next, name)}]`);
}

/** Whether a new definition of a field says otherwise how values are indexed. */
export function isChanged(existing: Field, next: Field): boolean {
  return differing(existing, next).some((name) => !HARMLESS.has(name));
}

/** The value of a `constant_keyword` may be given later. */
function isFirstValue({ type, definition }: Field, name: string): boolean {
  return type === 'constant_keyword' && name === 'value' && definition['value'] === undefined;
}

function differing(existing: Field, next: Field): string[] {
  const names = new Set([...parameters(existing.definition), ...parameters(next.definition)]);
  return [...names].filter((name) => shown(existing, name) !== shown(next, name));
}

function parameters(definition: JsonObject): string[] {
  return Object.keys(definition).filter((name) => name !== 'type' && name !== 'fields');
}

/** A parameter as Elasticsearch names its value; absent ones have their default. */
function shown({ type, definition }: Field, name: string): string {
  const value: JsonValue | undefined = definition[name];
  if (value !== undefined && value !== null) return jsonText(value);
  if (name !== 'format') return DEFAULTS.get(name) ?? 'null';
  return type === 'date_nanos'
    ? 'strict_date_optional_time_nanos||epoch_millis'
    : 'strict_date_optional_time||epoch_millis';
}
