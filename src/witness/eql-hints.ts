import type { EqlExpression } from '../languages/eql/ast.js';
import { constantValue } from '../languages/eql/evaluate.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import type { EqlValue } from '../languages/eql/value.js';
import { compareValues, isNumeric } from '../languages/eql/value.js';
import { luceneAutomaton } from '../values/patterns/regexp.js';
import { plainFormsOf, textsBeside } from './check-test.js';
import { scalarOf } from './eql-values.js';
import type { Scalar } from './scalar.js';
import { shortestText } from './shortest-text.js';
import type { TextMachine } from './text-machine.js';
import { automatonMachine, lengthMachine, wildcardMachine } from './text-machine.js';

/** Where to look for values that pass a test, and for such that nearly do. */
export interface ValueHints {
  readonly candidates: readonly EqlValue[];
  readonly neighbours: readonly EqlValue[];
  readonly machine?: () => TextMachine | undefined;
}

/** Texts longer than this are not made. */
const MAX_LENGTH = 10_000n;

/** For comparisons with a constant. */
export function hintsOfConstant(value: EqlValue, insensitive: boolean): ValueHints {
  if (isNumeric(value)) return { candidates: [value, ...beside(value)], neighbours: beside(value) };
  if (typeof value !== 'string') {
    return { candidates: [value], neighbours: typeof value === 'boolean' ? [!value] : [] };
  }
  const machine = (): TextMachine => wildcardMachine(value, insensitive, 'literal');
  return { candidates: [value], neighbours: textsBeside(value), machine };
}

/** For `<`, `<=`, `>` and `>=` with a constant: what it is and what lies beside it; no one text says what passes. */
export function hintsOfOrder(value: EqlValue): ValueHints {
  const { candidates, neighbours } = hintsOfConstant(value, false);
  return {
    candidates: [...candidates, ...neighbours, ...(typeof value === 'string' ? textBefore(value) : [])],
    neighbours,
  };
}

/** A text of the same length that comes before a text of ASCII. */
function textBefore(text: string): readonly string[] {
  const last = text.charCodeAt(text.length - 1);
  return last > 0x21 && last < 0x7f ? [`${text.slice(0, -1)}${String.fromCharCode(last - 1)}`] : [];
}

/** For a wildcard pattern. */
export function hintsOfLike(pattern: string, insensitive: boolean): ValueHints {
  const candidates = plainFormsOf(pattern);
  const machine = (): TextMachine => wildcardMachine(pattern, insensitive, 'wildcards');
  return { candidates, neighbours: candidates.slice(0, 1).flatMap(textsBeside), machine };
}

/** For a regular expression of Lucene's dialect. */
export function hintsOfRegexp(pattern: string, insensitive: boolean): ValueHints {
  const automaton = luceneAutomaton(pattern, { caseInsensitive: insensitive });
  if (automaton === undefined) return { candidates: [], neighbours: [] };
  const machine = automatonMachine(automaton);
  const text = shortestText([machine]);
  const candidates = text === undefined ? [] : [text];
  return { candidates, neighbours: candidates.flatMap(textsBeside), machine: () => machine };
}

/** For any other expression: what it mentions, put together and taken apart, and texts as long as the numbers in it. */
export function hintsOfScript(node: EqlExpression): ValueHints {
  const constants = constantsOf(node);
  const numbers = constants.filter(isNumeric);
  const texts = constants.filter((value) => typeof value === 'string').slice(0, MOST_PARTS);
  const lengths = [0n, 1n, ...numbers.filter((number) => typeof number === 'bigint')]
    .flatMap((number) => [number, number + 1n, number - 1n])
    .filter((number) => number > 0n && number <= MAX_LENGTH)
    .slice(0, 20)
    .map(Number);
  const fillers = lengths.map((length) => 'x'.repeat(length));
  const candidates: readonly EqlValue[] = [
    ...texts.flatMap(plainFormsOf),
    ...numbers.flatMap((number) => [number, ...beside(number)]),
    // Numbers of so many digits.
    ...lengths.filter((length) => length < 16).map((length) => 10 ** (length - 1)),
    ...combined(numbers.slice(0, MOST_PARTS)),
    ...fillers,
    ...lengths.flatMap((length) => texts.map((text) => `${'-'.repeat(length)}${text}`)),
    ...lengths.flatMap((length) => texts.map((text) => `${text}${'-'.repeat(length)}`)),
    ...joined(texts),
    ...texts.flatMap((text) => texts.flatMap((other) => without(text, other))),
    true,
    false,
  ];
  const neighbours = [...fillers, ...texts.flatMap(textsBeside), ...numbers.flatMap(beside)];
  return { candidates, neighbours, machine: () => lengthTest(node) };
}

/** Of more constants than this only the first are put together. */
const MOST_PARTS = 8;

/** Results of simple arithmetic. */
function combined(numbers: readonly (bigint | number)[]): readonly (bigint | number)[] {
  return numbers.flatMap((left) =>
    numbers.flatMap((right) =>
      typeof left === 'bigint' && typeof right === 'bigint'
        ? [left * right, left * right * 2n, left + right, left - right].flatMap((value) => [value, ...beside(value)])
        : [Number(left) * Number(right), Number(left) + Number(right), Number(left) - Number(right)],
    ),
  );
}

/** Two or three of the texts in any order. */
function joined(texts: readonly string[]): readonly string[] {
  const pairs = texts.flatMap((text) => texts.map((other) => text + other));
  return texts.length > 4 ? pairs : [...pairs, ...pairs.flatMap((pair) => texts.map((text) => pair + text))];
}

/** A text without another that it starts or ends with. */
function without(text: string, other: string): readonly string[] {
  if (other === '' || text === other) return [];
  return [
    ...(text.startsWith(other) ? [text.slice(other.length)] : []),
    ...(text.endsWith(other) ? [text.slice(0, -other.length)] : []),
  ];
}

/** The hints as a document of a field writes them. */
export function hintsFor(
  { candidates, neighbours }: ValueHints,
  field: string,
  fields: EqlFields,
): { readonly candidates: readonly Scalar[]; readonly neighbours: readonly Scalar[] } {
  const write = (values: readonly EqlValue[]): readonly Scalar[] =>
    values.flatMap((value) => {
      const scalar = value === null ? undefined : scalarOf(value, field, fields);
      return scalar === undefined ? [] : [scalar];
    });
  return { candidates: write(candidates), neighbours: write(neighbours) };
}

function beside(value: bigint | number): readonly (bigint | number)[] {
  return typeof value === 'bigint' ? [value + 1n, value - 1n] : [value + 1, value - 1];
}

/** The machine of `length(field) > 3` and its kin. */
function lengthTest(node: EqlExpression): TextMachine | undefined {
  if (node.kind !== 'Comparison' || node.left.kind !== 'Call' || node.left.name.toLowerCase() !== 'length')
    return undefined;
  const limit = constantValue(node.right);
  if (node.left.arguments[0]?.kind !== 'Field' || typeof limit !== 'bigint' || limit > MAX_LENGTH) return undefined;
  const order = (length: number): number => compareValues(BigInt(length), limit) ?? 0;
  const tests = {
    '==': (length: number) => order(length) === 0,
    '!=': (length: number) => order(length) !== 0,
    '<': (length: number) => order(length) < 0,
    '<=': (length: number) => order(length) <= 0,
    '>': (length: number) => order(length) > 0,
    '>=': (length: number) => order(length) >= 0,
  };
  return lengthMachine(tests[node.operator], Math.max(0, Number(limit)) + 1);
}

function constantsOf(node: EqlExpression): readonly EqlValue[] {
  const constant = constantValue(node);
  if (constant !== undefined) return [constant];
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(constantsOf);
    case 'Not':
      return constantsOf(node.clause);
    case 'Comparison':
    case 'Arithmetic':
      return [node.left, node.right].flatMap(constantsOf);
    case 'In':
      return [node.value, ...node.items].flatMap(constantsOf);
    case 'Match':
      return [...constantsOf(node.value), ...node.patterns.flatMap(constantsOf)];
    case 'Negation':
      return constantsOf(node.value);
    case 'Call':
      return node.arguments.flatMap(constantsOf);
    default:
      return [];
  }
}
