import type { Checked, Finding } from '../../diagnostics/diagnostic.js';
import type { EqlEventFilter, EqlField, EqlQuery, EqlSample, EqlSequence, EqlSource, EqlStep } from './ast.js';
import { parseExpression } from './parse-expression.js';
import { parseMaxspan, parsePipe, parseRuns } from './parse-options.js';
import { EqlSyntaxError, fail } from './syntax-error.js';
import { TokenStream } from './token-stream.js';

/**
 * Reads EQL as Elasticsearch 8.19 does. Never throws; on a syntax error there is one finding and no value. Whether fields and functions
 * exist and types fit is not asked here. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html
 */
export function parseEql(text: string): Checked<EqlQuery, Finding> {
  try {
    return { value: parseQuery(new TokenStream(text)), diagnostics: [] };
  } catch (error) {
    if (error instanceof EqlSyntaxError) return { diagnostics: [error.finding] };
    throw error;
  }
}

function parseQuery(tokens: TokenStream): EqlQuery {
  const { start } = tokens.peek().range;
  const source = parseSource(tokens);
  const pipes = [];
  if (source.kind === 'Sample' && tokens.is('|')) {
    fail(
      'pipes-in-sample',
      tokens.peek().range,
      'Samples do not support pipes yet',
      'A sample has no order, and so no first and no last.',
      'Remove the pipe; the size of the request limits how many samples are returned.',
    );
  }
  while (tokens.is('|')) pipes.push(parsePipe(tokens));
  if (tokens.peek().kind !== 'end')
    tokens.unexpected(source.kind === 'EventFilter' ? "'and', 'or' or '|'" : "'[' or '|'");
  return { kind: 'Query', source, pipes, range: tokens.from(start) };
}

function parseSource(tokens: TokenStream): EqlSource {
  if (tokens.is('sequence')) return parseSequence(tokens);
  if (tokens.is('sample')) return parseSample(tokens);
  if (tokens.is('join')) {
    return fail(
      'unsupported-join',
      tokens.peek().range,
      'join is not supported',
      'Elasticsearch reads sequences and samples only.',
      'Use sample by … for events in any order, sequence by … for events in this order.',
    );
  }
  return parseEventFilter(tokens);
}

function parseEventFilter(tokens: TokenStream): EqlEventFilter {
  const token = tokens.peek();
  const { start } = token.range;
  if (token.kind !== 'identifier' && token.kind !== 'string' && !tokens.is('any')) {
    tokens.unexpected("an event category, 'any', 'sequence' or 'sample'");
  }
  tokens.next();
  const category = token.kind === 'keyword' ? null : token.value;
  tokens.expect('where');
  const condition = parseExpression(tokens);
  return { kind: 'EventFilter', category, condition, range: tokens.from(start) };
}

function parseSequence(tokens: TokenStream): EqlSequence {
  const { start } = tokens.next().range;
  const by = parseKeys(tokens);
  const maxspan = tokens.is('with') ? parseMaxspan(tokens) : null;
  if (maxspan !== null && tokens.is('by')) {
    fail(
      'by-after-with',
      tokens.peek().range,
      'Please specify sequence [by] before [with] not after',
      'Elasticsearch reads the options of a sequence in this order only.',
      'Move by … before with ….',
    );
  }
  const steps = parseSteps(tokens, by);
  const until = tokens.take('until') === undefined ? null : parseStep(tokens);
  const sequence: EqlSequence = { kind: 'Sequence', by, maxspan, steps, until, range: tokens.from(start) };
  checkSequence(sequence);
  return sequence;
}

function parseSample(tokens: TokenStream): EqlSample {
  const { start } = tokens.next().range;
  const by = parseKeys(tokens);
  const steps = parseSteps(tokens, by);
  const range = tokens.from(start);
  for (const step of steps) {
    if (step.missing) {
      fail(
        'missing-event-in-sample',
        step.range,
        'Missing events are not supported in samples',
        'A sample has no order, and so no gap in which an event could be missing.',
        'Use a sequence, or remove the !.',
      );
    }
    if (step.runs !== null) {
      fail(
        'runs-in-sample',
        step.range,
        'Runs are not supported in samples',
        'Each filter of a sample gives one event.',
        'Write the filter as often as it shall match.',
      );
    }
  }
  if (by.length + (steps[0]?.by.length ?? 0) === 0) {
    fail(
      'sample-without-key',
      { start, end: start + 'sample'.length },
      'A sample must have at least one join key, found none',
      'A sample is events that share the values of join keys.',
      'Add by and a field: sample by host.id.',
    );
  }
  if (steps.length < 2) tooFew('sample', steps.length, range);
  if (steps.length > MAX_SAMPLE_STEPS) tooMany('sample', steps.length, MAX_SAMPLE_STEPS, range);
  return { kind: 'Sample', by, steps, range };
}

function parseSteps(tokens: TokenStream, by: readonly EqlField[]): readonly EqlStep[] {
  const steps: EqlStep[] = [];
  do steps.push(parseStep(tokens));
  while (tokens.is('[') || tokens.is('!['));
  const expected = steps[0]?.by.length ?? 0;
  for (const step of steps) checkKeys(step, expected, by.length);
  return steps;
}

function parseStep(tokens: TokenStream): EqlStep {
  const { start } = tokens.peek().range;
  const missing = tokens.take('![') !== undefined;
  if (!missing && tokens.take('[') === undefined) tokens.unexpected("'[' or '!['");
  const filter = parseEventFilter(tokens);
  tokens.expect(']');
  const by = parseKeys(tokens);
  const runs = tokens.is('with') ? parseRuns(tokens) : null;
  return { kind: 'Step', missing, filter, by, runs, range: tokens.from(start) };
}

function parseKeys(tokens: TokenStream): readonly EqlField[] {
  if (tokens.take('by') === undefined) return [];
  const keys = [parseKey(tokens)];
  while (tokens.take(',') !== undefined) keys.push(parseKey(tokens));
  return keys;
}

function parseKey(tokens: TokenStream): EqlField {
  if (tokens.is('[') || tokens.is('![')) tokens.unexpected('a field name');
  const key = parseExpression(tokens);
  if (key.kind === 'Field') return key;
  return fail(
    'unsupported-join-key',
    key.range,
    `Unsupported join key [${tokens.text.slice(key.range.start, key.range.end)}]`,
    'Elasticsearch joins by the values of fields, not by what is computed of them.',
    'Write the name of a field.',
  );
}

function checkKeys(step: EqlStep, expected: number, shared: number): void {
  if (step.by.length === expected) return;
  fail(
    'join-keys-differ',
    step.range,
    `Inconsistent number of join keys specified; expected [${expected}] but found [${step.by.length}]`,
    'Steps are joined by the values of their keys, first with first, second with second.',
    shared > 0 || expected > 0
      ? `Give this step ${expected === 0 ? 'no key of its own' : `${expected} key${expected === 1 ? '' : 's'}`}.`
      : 'Give every step the same number of keys.',
  );
}

function checkSequence(sequence: EqlSequence): void {
  const { steps, until, maxspan } = sequence;
  if (until !== null) checkUntil(until, steps[0]?.by.length ?? 0, sequence.by.length);
  const count = steps.reduce((sum, step) => sum + (step.runs ?? 1), 0);
  if (count < 2) tooFew('sequence', count, sequence.range);
  if (count > MAX_SEQUENCE_STEPS) tooMany('sequence', count, MAX_SEQUENCE_STEPS, sequence.range);
  const missing = steps.find((step) => step.missing);
  if (missing === undefined) return;
  if (maxspan === null) {
    fail(
      'missing-maxspan',
      missing.range,
      '[maxspan] is required for sequences with missing events queries; found none',
      'An event can only be missing within a time; without one, nobody knows how long to wait for it.',
      'Add with maxspan=… after sequence, for instance: sequence with maxspan=1m.',
    );
  }
  if (steps.every((step) => step.missing)) {
    fail(
      'all-events-missing',
      sequence.range,
      'A sequence requires at least one positive event query; found none',
      'Events that are all missing leave nothing to report.',
      'Remove the ! from at least one step.',
    );
  }
}

function checkUntil(until: EqlStep, keys: number, shared: number): void {
  checkKeys(until, keys, shared);
  if (until.missing) {
    fail(
      'until-missing',
      until.range,
      'Missing events are not supported in [until]',
      'A sequence ends with an event, not with its absence.',
      'Remove the !, or use maxspan to end the sequence.',
    );
  }
  if (until.runs !== null) {
    fail(
      'until-runs',
      until.range,
      'Runs are not supported in [until]',
      'The first event that matches until ends the sequence.',
      'Remove with runs.',
    );
  }
}

const MAX_SEQUENCE_STEPS = 256;
const MAX_SAMPLE_STEPS = 5;

function tooMany(kind: 'sequence' | 'sample', found: number, most: number, range: EqlSource['range']): never {
  return fail(
    'too-many-steps',
    range,
    `A ${kind} cannot contain more than ${most} queries; found [${found}]`,
    'Elasticsearch runs each of them against all others.',
    'Split the query.',
  );
}

function tooFew(kind: 'sequence' | 'sample', found: number, range: EqlSource['range']): never {
  return fail(
    'too-few-steps',
    range,
    `A ${kind} requires a minimum of 2 queries, found [${found}]`,
    `A ${kind} of one event is an event query.`,
    kind === 'sequence'
      ? 'Add a step, add with runs=2, or write an event query.'
      : 'Add a filter, or write an event query.',
  );
}
