import type { Finding } from '../../../diagnostics/diagnostic.js';
import type { EqlQuery } from '../../../languages/eql/ast.js';
import { checkEql, TOLERABLE } from '../../../languages/eql/check.js';
import { parseEql } from '../../../languages/eql/parse.js';
import type { EqlRequest, EqlResponse } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { illegalArgument } from '../query/query-error.js';
import { eqlFields } from './eql-fields.js';
import { MISSING_EVENT, presentEvent } from './event.js';
import { limitOf, pageOf, viewOf } from './limit.js';
import { runEvents } from './run-events.js';
import { runSample } from './run-sample.js';
import { type FoundSequence, runSequence } from './run-sequence.js';
import type { SearchSpace } from './search-space.js';

/** The response of `_eql/search` with everything that Elasticsearch puts around the hits. */
export interface EmbeddedEqlResponse extends EqlResponse {
  readonly is_partial: boolean;
  readonly is_running: boolean;
  readonly took: number;
  readonly timed_out: boolean;
}

const DEFAULT_SIZE = 10;
const MAX_SIZE = 10_000;

const KNOWN: ReadonlySet<string> = new Set([
  'index', 'query', 'filter', 'size', 'fetch_size', 'max_samples_per_key', 'event_category_field', 'timestamp_field', 'tiebreaker_field',
  'result_position', 'allow_partial_search_results', 'allow_partial_sequence_results', 'case_sensitive', 'ignore_unavailable',
  'allow_no_indices', 'expand_wildcards', 'wait_for_completion_timeout', 'keep_on_completion', 'keep_alive',
]); // prettier-ignore

/**
 * Runs an EQL search; throws a `ClusterError` of type `parsing_exception` or `verification_exception` for a query that Elasticsearch
 * refuses. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html
 */
export function eqlSearch(indices: readonly EmbeddedIndex[], request: EqlRequest, now: Date): EmbeddedEqlResponse {
  const options = readOptions(request);
  const query = read(request.query);
  if (indices.length === 0) {
    const reason = `Found 1 problem\nline -1:-1: Unknown index [${request.index}]`;
    throw new ClusterError(400, { type: 'verification_exception', reason });
  }
  const fields = eqlFields(indices);
  const { timestampField, tiebreakerField, eventCategoryField, size, position } = options;
  const problems = checkEql(query, {
    text: request.query,
    fields,
    eventCategoryField,
    timestampField,
    tiebreakerField,
  }).filter(({ severity, code }) => severity === 'error' && !TOLERABLE.has(code));
  if (problems.length > 0) throw verificationError(request.query, problems);
  const space: SearchSpace = {
    indices,
    fields,
    clock: { timestampField, tiebreakerField },
    eventCategoryField,
    filter: request.filter,
    now,
  };
  const { source, pipes } = query;
  const limit = limitOf(pipes, size, position);
  if (source.kind === 'EventFilter') {
    const events = pageOf(runEvents(space, source), limit).map(presentEvent);
    return around({ total: total(events.length), events });
  }
  const sequences =
    source.kind === 'Sequence'
      ? viewOf(runSequence(space, source), limit)
      : runSample(space, source, options.samplesPerKey).slice(0, size);
  return around({ total: total(sequences.length), sequences: sequences.map(presentSequence) });
}

function presentSequence({ key, events }: FoundSequence): NonNullable<EqlResponse['hits']['sequences']>[number] {
  return {
    ...(key.values.length > 0 ? { join_keys: key.values } : {}),
    events: events.map((event) => (event === null ? MISSING_EVENT : presentEvent(event))),
  };
}

function around(hits: EqlResponse['hits']): EmbeddedEqlResponse {
  return { is_partial: false, is_running: false, took: 0, timed_out: false, hits };
}

function total(value: number): { readonly value: number; readonly relation: 'eq' } {
  return { value, relation: 'eq' };
}

function read(text: string): EqlQuery {
  const { value, diagnostics } = parseEql(text);
  if (value !== undefined) return value;
  const [finding] = diagnostics;
  throw new ClusterError(400, {
    type: 'parsing_exception',
    reason: finding === undefined ? 'The query cannot be read.' : placed(text, finding),
  });
}

function verificationError(text: string, problems: readonly Finding[]): ClusterError {
  const lines = problems.map((finding) => placed(text, finding));
  return new ClusterError(400, {
    type: 'verification_exception',
    reason: `Found ${problems.length} problem${problems.length === 1 ? '' : 's'}\n${lines.join('\n')}`,
  });
}

/** `line 1:5: …`, counted from one. */
function placed(text: string, { range, what }: Finding): string {
  const before = text.slice(0, range.start).split('\n');
  return `line ${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${what}`;
}

interface Options {
  readonly size: number;
  readonly samplesPerKey: number;
  readonly position: 'head' | 'tail';
  readonly eventCategoryField: string;
  readonly timestampField: string;
  readonly tiebreakerField: string | undefined;
}

function readOptions(request: EqlRequest): Options {
  for (const key of Object.keys(request)) {
    if (!KNOWN.has(key)) throw new UnsupportedError(`the EQL search option [${key}]`);
  }
  const { size = DEFAULT_SIZE, max_samples_per_key: samplesPerKey = 1 } = request;
  const problems = invalidOptions(request, size, samplesPerKey);
  if (problems.length > 0) throw validationError(problems);
  const position: string = request.result_position ?? 'tail';
  if (position !== 'head' && position !== 'tail') {
    throw illegalArgument(`result position needs to be 'head' or 'tail', but was '${position}'`);
  }
  return {
    size: Math.min(size, MAX_SIZE),
    samplesPerKey,
    position,
    eventCategoryField: request.event_category_field ?? 'event.category',
    timestampField: request.timestamp_field ?? '@timestamp',
    tiebreakerField: request.tiebreaker_field,
  };
}

function invalidOptions(
  { query, fetch_size: fetchSize = 1000 }: EqlRequest,
  size: number,
  samplesPerKey: number,
): string[] {
  return [
    ...(typeof query === 'string' && query !== '' ? [] : ['query is null or empty']),
    ...(size < 0 ? ['size must be greater than or equal to 0'] : []),
    ...(fetchSize < 2 ? ['fetch size must be greater than 1'] : []),
    ...(samplesPerKey < 1 ? ['max_samples_per_key must be greater than 0'] : []),
  ];
}

function validationError(problems: readonly string[]): ClusterError {
  const list = problems.map((problem, at) => `${at + 1}: ${problem};`).join('');
  return new ClusterError(400, { type: 'action_request_validation_exception', reason: `Validation Failed: ${list}` });
}
