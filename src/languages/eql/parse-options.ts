import { nearest } from '../../diagnostics/did-you-mean.js';
import type { Range } from '../../diagnostics/diagnostic.js';
import type { EqlExpression, EqlPipe, EqlTimeSpan, EqlTimeUnit } from './ast.js';
import { parseExpression } from './parse-expression.js';
import { suggestion } from './suggestion.js';
import { fail } from './syntax-error.js';
import type { TokenStream } from './token-stream.js';

const UNITS: readonly EqlTimeUnit[] = ['ms', 's', 'm', 'h', 'd'];
const MAX_RUNS = 100;
const MAX_INT = 2_147_483_647;

/** Pipes that Elasticsearch knows by name; it runs `head` and `tail` only. */
const PIPES: readonly string[] = ['count', 'filter', 'head', 'sort', 'tail', 'unique', 'unique_count'];

/** `with maxspan=30s`. */
export function parseMaxspan(tokens: TokenStream): EqlTimeSpan {
  tokens.expect('with');
  if (tokens.take('maxspan') === undefined) tokens.unexpected("'maxspan'");
  tokens.expect('=');
  const number = tokens.peek();
  if (number.kind !== 'integer' && number.kind !== 'decimal') tokens.unexpected('a number and a time unit, as in 30s');
  tokens.next();
  if (number.kind === 'decimal') {
    fail(
      'maxspan-decimal',
      number.range,
      `Decimal time interval [${number.text}] not supported; please use a positive integer`,
      'Elasticsearch counts time spans in whole units.',
      'Use a smaller unit: 1500ms instead of 1.5s.',
    );
  }
  const count = Number(number.text);
  if (count <= 0 || count > Number.MAX_SAFE_INTEGER) {
    fail(
      'maxspan-not-positive',
      number.range,
      `A positive maxspan value is required; found [${number.text}]`,
      'No sequence fits into no time.',
      'Write a positive number of time units.',
    );
  }
  const unit = tokens.peek();
  if (unit.kind !== 'identifier') {
    fail(
      'maxspan-without-unit',
      number.range,
      `No time unit specified, did you mean [s] as in [${number.text}s]?`,
      'A number alone could mean milliseconds as well as days.',
      'Add ms, s, m, h or d.',
    );
  }
  tokens.next();
  const known = UNITS.find((candidate) => candidate === unit.value);
  if (known === undefined) {
    return fail(
      'maxspan-unit',
      unit.range,
      `Unrecognized time unit [${unit.value}] in [${number.text}${unit.value}], please specify one of [ms, s, m, h, d]`,
      'Elasticsearch knows these units only, in lower case.',
      'Use ms, s, m, h or d.',
    );
  }
  return { kind: 'TimeSpan', count, unit: known, range: tokens.from(number.range.start) };
}

/** `with runs=3`. */
export function parseRuns(tokens: TokenStream): number {
  tokens.expect('with');
  const key = tokens.peek();
  if (key.kind !== 'identifier' && key.kind !== 'keyword') tokens.unexpected("'runs'");
  tokens.next();
  if (key.text !== 'runs') {
    fail(
      'unknown-option',
      key.range,
      `Unrecognized option [${key.text}], expecting [runs]`,
      'A step of a sequence has one option, runs; maxspan belongs to the whole sequence.',
      key.text === 'maxspan' ? 'Move with maxspan=… after sequence.' : 'Write with runs=…, or remove the option.',
    );
  }
  tokens.expect('=');
  const negative = tokens.take('-') !== undefined;
  const number = tokens.peek();
  if (number.kind !== 'integer' && number.kind !== 'decimal') tokens.unexpected('a positive integer');
  tokens.next();
  const runs = Number(number.text);
  if (negative || number.kind === 'decimal' || runs < 1) {
    badRuns(number.range, `A positive runs value is required; found [${negative ? '-' : ''}${number.text}]`);
  }
  if (runs > MAX_RUNS) {
    badRuns(number.range, `A query cannot be repeated more than ${MAX_RUNS} times; found [${number.text}]`);
  }
  return runs;
}

function badRuns(range: Range, what: string): never {
  fail(
    'bad-runs',
    range,
    what,
    'Runs say how many events in a row the step matches.',
    `Use a whole number from 1 to ${MAX_RUNS}.`,
  );
}

/** `| head 5`. */
export function parsePipe(tokens: TokenStream): EqlPipe {
  const { start } = tokens.expect('|').range;
  const name = tokens.peek();
  if (name.kind !== 'identifier') tokens.unexpected('the name of a pipe: head or tail');
  tokens.next();
  if (!PIPES.includes(name.value)) {
    fail(
      'unknown-pipe',
      name.range,
      `Unrecognized pipe [${name.value}]${suggestion(nearest(name.value, PIPES))}`,
      'Elasticsearch runs the pipes head and tail.',
      'Use head or tail.',
    );
  }
  const values = pipeArguments(tokens);
  if (name.value !== 'head' && name.value !== 'tail') {
    return fail(
      'unsupported-pipe',
      name.range,
      `Pipe [${name.value}] is not supported`,
      'Elasticsearch runs the pipes head and tail only.',
      name.value === 'filter' ? 'Move the condition into the query.' : 'Remove the pipe.',
    );
  }
  const [value] = values;
  const range = tokens.from(start);
  if (value === undefined || values.length > 1) {
    return fail(
      'pipe-arguments',
      range,
      `Pipe [${name.value}] expects exactly one argument but found [${values.length}]`,
      'The pipe keeps so many events, from the one end or the other.',
      `Write | ${name.value} 10.`,
    );
  }
  const count = integerOf(value);
  if (count === undefined || count < 0n || count > BigInt(MAX_INT)) {
    return fail(
      'pipe-arguments',
      value.range,
      `Pipe [${name.value}] expects a positive integer but found [${tokens.text.slice(value.range.start, value.range.end)}]`,
      'The pipe keeps so many events, from the one end or the other.',
      `Write | ${name.value} 10.`,
    );
  }
  return { kind: 'Pipe', name: name.value, count: Number(count), range };
}

function pipeArguments(tokens: TokenStream): readonly EqlExpression[] {
  if (tokens.is('|') || tokens.peek().kind === 'end') return [];
  const values = [parseExpression(tokens)];
  while (tokens.take(',') !== undefined) values.push(parseExpression(tokens));
  return values;
}

/** The value of a constant whole number; undefined for anything else. */
function integerOf(node: EqlExpression): bigint | undefined {
  if (node.kind === 'Integer') return node.value;
  if (node.kind === 'Negation') {
    const value = integerOf(node.value);
    return value === undefined ? undefined : -value;
  }
  if (node.kind !== 'Arithmetic') return undefined;
  const left = integerOf(node.left);
  const right = integerOf(node.right);
  if (left === undefined || right === undefined) return undefined;
  switch (node.operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0n ? undefined : left / right;
    case '%':
      return right === 0n ? undefined : left % right;
  }
}
