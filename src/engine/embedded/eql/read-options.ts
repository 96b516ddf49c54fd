import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../values/json.js';
import type { EqlRequest } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { illegalArgument } from '../query/query-error.js';
import { type FieldRequest, readFieldRequests } from '../search/fields-option.js';

/** The options of an EQL search, with their defaults. */
export interface EqlOptions {
  readonly query: string;
  readonly filter: JsonObject | undefined;
  readonly size: number;
  readonly fetchSize: number;
  readonly samplesPerKey: number;
  readonly position: 'head' | 'tail';
  readonly eventCategoryField: string;
  readonly timestampField: string;
  readonly tiebreakerField: string | undefined;
  /** What the `fields` of each event shall show. */
  readonly fields: readonly FieldRequest[];
}

/** What Elasticsearch returns at most. */
const MAX_SIZE = 10_000;

/** Options of the index expression, which stand in the URL. */
const OF_INDICES: ReadonlySet<string> = new Set([
  ...['index', 'ignore_unavailable', 'allow_no_indices', 'expand_wildcards', 'ccs_minimize_roundtrips'],
]);

/** Accepted, and without effect: no shard of the embedded engine can fail, and its searches end before they answer. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  ...['allow_partial_search_results', 'allow_partial_sequence_results', 'wait_for_completion_timeout', 'keep_alive'],
]);

/** The kinds of JSON value that an option takes, in the words of Elasticsearch's parser. */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    kinds('VALUE_STRING', 'query event_category_field timestamp_field tiebreaker_field result_position'),
    kinds('VALUE_STRING', 'wait_for_completion_timeout keep_alive'),
    kinds('VALUE_NUMBER VALUE_STRING', 'size fetch_size max_samples_per_key'),
    kinds('VALUE_BOOLEAN VALUE_STRING', 'keep_on_completion'),
    kinds('VALUE_BOOLEAN VALUE_STRING', 'allow_partial_search_results allow_partial_sequence_results'),
    kinds('START_OBJECT', 'filter runtime_mappings'),
    kinds('START_ARRAY', 'fields'),
  ].flat(),
);

function kinds(allowed: string, names: string): (readonly [string, readonly string[]])[] {
  return names.split(' ').map((name) => [name, allowed.split(' ')]);
}

/**
 * Reads the options of an EQL search. Throws a `ClusterError` for those that Elasticsearch refuses, an `UnsupportedError` for
 * `runtime_mappings` and for `keep_on_completion`, which would keep the results for later.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html
 */
export function readOptions(request: EqlRequest): EqlOptions {
  // The request may come from outside: its values are of any type.
  const given = new Map(
    Object.entries(request as unknown as Record<string, JsonValue | undefined>).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
  for (const [name, value] of given) checkOption(name, value);
  const text = (name: string): string | undefined => given.get(name) as string | undefined;
  const size = whole(given, 'size') ?? 10;
  const fetchSize = whole(given, 'fetch_size') ?? 1000;
  const samplesPerKey = whole(given, 'max_samples_per_key') ?? 1;
  const filter = given.get('filter') as JsonObject | undefined;
  if (filter !== undefined && Object.keys(filter).length === 0)
    throw illegalArgument('query malformed, empty clause found');
  const position = text('result_position') ?? 'tail';
  if (position !== 'head' && position !== 'tail') {
    throw illegalArgument(`result position needs to be 'head' or 'tail', but was '${position}'`);
  }
  const options: EqlOptions = {
    query: text('query') ?? '',
    filter,
    size: Math.min(size, MAX_SIZE),
    fetchSize,
    samplesPerKey,
    position,
    eventCategoryField: text('event_category_field') ?? 'event.category',
    timestampField: text('timestamp_field') ?? '@timestamp',
    tiebreakerField: text('tiebreaker_field'),
    fields: readFieldRequests((given.get('fields') as readonly JsonValue[] | undefined) ?? []),
  };
  validate(options);
  return options;
}

function checkOption(name: string, value: JsonValue): void {
  if (OF_INDICES.has(name)) return;
  const allowed = KINDS.get(name);
  if (allowed === undefined) throw unreadable(`[eql/search] unknown field [${name}]`);
  const kind = kindOf(value);
  if (!allowed.includes(kind)) throw unreadable(`[eql/search] ${name} doesn't support values of type: ${kind}`);
  if (WITHOUT_EFFECT.has(name)) return;
  if (name === 'runtime_mappings') throw new UnsupportedError('[runtime_mappings] of EQL');
  if (name === 'keep_on_completion' && value !== false && value !== 'false')
    throw new UnsupportedError('[keep_on_completion] of EQL');
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'VALUE_NULL';
  if (isJsonArray(value)) return 'START_ARRAY';
  if (isJsonObject(value)) return 'START_OBJECT';
  if (typeof value === 'string') return 'VALUE_STRING';
  return typeof value === 'boolean' ? 'VALUE_BOOLEAN' : 'VALUE_NUMBER';
}

/** A whole number; fractions are cut off, and texts read. */
function whole(given: ReadonlyMap<string, JsonValue>, name: string): number | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Math.trunc(Number(value));
  if (Math.abs(number) <= 2_147_483_647) return number;
  throw unreadable(`[eql/search] failed to parse field [${name}]`);
}

function validate({ query, size, fetchSize, samplesPerKey, timestampField, eventCategoryField }: EqlOptions): void {
  const problems = [
    ...(query === '' ? ['query is null or empty'] : []),
    ...(timestampField === '' ? ['timestamp field is null or empty'] : []),
    ...(eventCategoryField === '' ? ['event category field is null or empty'] : []),
    ...(size < 0 ? ['size must be greater than or equal to 0'] : []),
    ...(fetchSize < 2 ? ['fetch size must be greater than 1'] : []),
    ...(samplesPerKey < 1 ? ['max_samples_per_key must be greater than 0'] : []),
  ];
  if (problems.length === 0) return;
  const list = problems.map((problem, at) => `${at + 1}: ${problem};`).join('');
  throw new ClusterError(400, { type: 'action_request_validation_exception', reason: `Validation Failed: ${list}` });
}

function unreadable(reason: string): ClusterError {
  return new ClusterError(400, { type: 'x_content_parse_exception', reason });
}
