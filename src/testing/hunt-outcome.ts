import type { Cluster, EqlEvent, EqlSequence } from '../engine/cluster.js';
import { huntLanguage } from '../languages/hunt-language.js';
import type { Hunt } from '../model/hunt.js';
import { flatten } from './flatten.js';
import type { Outcome } from './test-case.js';

/** Most events or sequences that a hunt's query returns in a test; Elasticsearch returns ten unless asked for more. */
const MOST_FOUND = 1000;

/**
 * The rows of one query of a hunt, counted from 1: of ES|QL its rows; of EQL a row for each event, with `_id` and the fields of the event, or
 * for each sequence or sample, with the ids of its `events` in order and its `join_keys`. `indices` is where EQL searches.
 */
export async function huntOutcome(
  hunt: Hunt,
  indices: readonly string[],
  cluster: Cluster,
  number: number,
): Promise<Outcome> {
  const query = hunt.query[number - 1];
  if (query === undefined) return failed(`The hunt has ${hunt.query.length} queries; there is no query ${number}.`);
  const language = huntLanguage(hunt, query);
  if (language === 'esql') {
    const { columns, values, warnings = [] } = await cluster.esql({ query });
    return { columns: columns.map(({ name }) => name), rows: values, warnings, errors: [] };
  }
  if (language !== 'eql') {
    return failed(`Hunts in ${hunt.language.join(', ')} do not run (docs/parity.md); those in ES|QL and EQL do.`);
  }
  const { hits } = await cluster.eql({ index: indices.join(','), query, size: MOST_FOUND });
  return hits.sequences ? ofSequences(hits.sequences) : ofEvents(hits.events ?? []);
}

function failed(error: string): Outcome {
  return { warnings: [], errors: [error] };
}

function ofSequences(sequences: readonly EqlSequence[]): Outcome {
  const rows = sequences.map(({ events, join_keys: keys = [] }) => [
    events.flatMap(({ _id, missing }) => (missing === true ? [] : [_id])),
    keys,
  ]);
  return { columns: ['events', 'join_keys'], rows, warnings: [], errors: [] };
}

function ofEvents(events: readonly EqlEvent[]): Outcome {
  const fields = events.map(({ _source = {} }) => flatten(_source));
  const columns = ['_id', ...new Set(fields.flatMap((values) => [...values.keys()]).sort())];
  const rows = events.map(({ _id }, at) => [_id, ...columns.slice(1).map((name) => fields[at]?.get(name) ?? null)]);
  return { columns, rows, warnings: [], errors: [] };
}
