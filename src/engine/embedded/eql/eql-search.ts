import type { Finding } from '../../../diagnostics/diagnostic.js';
import type { EqlQuery } from '../../../languages/eql/ast.js';
import { checkEql, TOLERABLE } from '../../../languages/eql/check.js';
import { parseEql } from '../../../languages/eql/parse.js';
import type { EqlEvent, EqlRequest, EqlResponse } from '../../cluster.js';
import { ClusterError } from '../../cluster-error.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { MemoryLimit } from '../memory-limit.js';
import { noSuchIndex } from '../resolve-indices.js';
import { fetchFields, type FieldRequest } from '../search/fields-option.js';
import { eqlFields } from './eql-fields.js';
import { type Event, MISSING_EVENT, presentEvent } from './event.js';
import { limitOf, pageOf, viewOf } from './limit.js';
import { readOptions } from './read-options.js';
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

/**
 * Runs an EQL search; throws a `ClusterError` of type `parsing_exception` or `verification_exception` for a query that Elasticsearch
 * refuses. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html
 */
export function eqlSearch(
  indices: readonly EmbeddedIndex[],
  request: EqlRequest,
  now: Date,
  maxMemory?: number,
): EmbeddedEqlResponse {
  const options = readOptions(request);
  const { query: text, filter, timestampField, tiebreakerField, eventCategoryField, size } = options;
  const query = read(text);
  if (indices.length === 0) throw unknownIndex(request.index);
  const fields = eqlFields(indices);
  const problems = checkEql(query, { text, fields, eventCategoryField, timestampField, tiebreakerField }).filter(
    ({ severity, code }) => severity === 'error' && !TOLERABLE.has(code),
  );
  if (problems.length > 0) throw verificationError(text, problems);
  const clock = { timestampField, tiebreakerField };
  const space: SearchSpace = {
    indices,
    fields,
    clock,
    eventCategoryField,
    filter,
    now,
    memory: new MemoryLimit(maxMemory, 'eql_sequence'),
  };
  const { source, pipes } = query;
  const limit = limitOf(pipes, size, options.position);
  const show = presenter(options.fields);
  switch (source.kind) {
    case 'EventFilter': {
      const events = pageOf(runEvents(space, source), limit).map(show);
      return around({ total: total(events.length), events });
    }
    case 'Sequence':
      return aroundSequences(viewOf(runSequence(space, source), limit), show);
    case 'Sample':
      if (options.fetchSize > SAMPLE_PAGE) throw tooLargePage();
      return aroundSequences(runSample(space, source, options.samplesPerKey).slice(0, size), show);
  }
}

/** What Elasticsearch looks at in one go for samples. */
const SAMPLE_PAGE = 1000;

type Present = (event: Event) => EqlEvent;

/** Shows events as the response does, with the `fields` that were asked for. */
function presenter(requests: readonly FieldRequest[]): Present {
  if (requests.length === 0) return presentEvent;
  return (event) => {
    const fields = fetchFields(event.index, event.doc, requests);
    return { ...presentEvent(event), ...(Object.keys(fields).length === 0 ? {} : { fields }) };
  };
}

function aroundSequences(found: readonly FoundSequence[], show: Present): EmbeddedEqlResponse {
  const sequences = found.map(({ key, events }) => ({
    ...(key.values.length > 0 ? { join_keys: key.values } : {}),
    events: events.map((event) => (event === null ? MISSING_EVENT : show(event))),
  }));
  return around({ total: total(sequences.length), sequences });
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

/** An expression that means no index is refused like an index that is not there, with the words of EQL below. */
function unknownIndex(expression: string): ClusterError {
  const { status, error } = noSuchIndex(expression);
  const cause = {
    type: 'verification_exception',
    reason: `Found 1 problem\nline -1:-1: Unknown index [${expression}]`,
  };
  return new ClusterError(status, { ...error, caused_by: cause });
}

function tooLargePage(): ClusterError {
  const reason = `Fetch size cannot be greater than [${SAMPLE_PAGE}]`;
  return new ClusterError(500, { type: 'eql_illegal_argument_exception', reason });
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
