import { flatten } from '../testing/flatten.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { compareTexts } from '../values/text-order.js';
import type { HuntRows } from './hunt-query.js';

/**
 * The rows of an EQL search: one for each event, by dotted fields; of sequences and samples one for each of their events, with the number of the
 * sequence and its join keys before them.
 */
export function eqlRows(answer: JsonObject, limit: number): HuntRows {
  const hits = isJsonObject(answer['hits']) ? answer['hits'] : {};
  const isPartial = answer['is_partial'] === true || answer['timed_out'] === true;
  const { sequences } = hits;
  if (!isJsonArray(sequences)) {
    const events = objectsOf(hits['events']);
    return {
      ...table(events.map((event) => [event, []])),
      isFull: events.length >= limit,
      isPartial,
      ...texts(answer),
    };
  }
  const rows = objectsOf(sequences).flatMap((sequence, at) =>
    objectsOf(sequence['events']).map((event): Row => [event, [at + 1, sequence['join_keys'] ?? null]]),
  );
  return { ...table(rows, ['sequence', 'join_keys']), isFull: sequences.length >= limit, isPartial, ...texts(answer) };
}

/** The rows of a search: one for each document, by dotted fields. */
export function hitRows(answer: JsonObject, limit: number): HuntRows {
  const { hits: outer, timed_out: timedOut, _shards: shards } = answer;
  const hits = objectsOf(isJsonObject(outer) ? outer['hits'] : undefined);
  const failed = isJsonObject(shards) ? shards['failed'] : undefined;
  const isPartial = timedOut === true || (typeof failed === 'number' && failed > 0);
  return { ...table(hits.map((hit) => [hit, []])), isFull: hits.length >= limit, isPartial, ...texts(answer) };
}

/** A document as Elasticsearch gives it, and what stands before it. */
type Row = readonly [JsonObject, readonly JsonValue[]];

function table(rows: readonly Row[], before: readonly string[] = []): Pick<HuntRows, 'columns' | 'rows'> {
  const fields = rows.map(([{ _source: source }]) =>
    isJsonObject(source) ? flatten(source) : new Map<string, never>(),
  );
  const names = new Set(fields.flatMap((values) => [...values.keys()]));
  const hasTime = names.delete('@timestamp');
  const columns = [...(hasTime ? ['@timestamp'] : []), ...[...names].sort(compareTexts)];
  return {
    columns: [...before, '_index', '_id', ...columns],
    rows: rows.map(([{ _index: index = null, _id: id = null }, cells], at) => [
      ...cells,
      index,
      id,
      ...columns.map((name) => fields[at]?.get(name) ?? null),
    ]),
  };
}

function texts({ warnings }: JsonObject): Pick<HuntRows, 'warnings' | 'replaced'> {
  const list = isJsonArray(warnings) ? warnings : [];
  return { warnings: list.filter((text) => typeof text === 'string'), replaced: [] };
}
