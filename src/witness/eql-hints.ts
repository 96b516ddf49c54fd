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

/** For any other expression: what it mentions, and texts as long as the numbers in it. */
export function hintsOfScript(node: EqlExpression): ValueHints {
  const constants = constantsOf(node);
  const numbers = constants.filter(isNumeric);
  const texts = constants.filter((value) => typeof value === 'string');
  const lengths = [0n, 1n, ...numbers.filter((number) => typeof number === 'bigint')]
    .flatMap((number) => [number, number + 1n, number - 1n])
    .filter((number) => number > 0n && number <= MAX_LENGTH);
  const fillers = lengths.map((length) => 'x'.repeat(Number(length)));
  const padded = texts.flatMap((text) => lengths.slice(0, 20).map((length) => `${'x'.repeat(Number(length))}${text}`));
  const candidates: readonly EqlValue[] = [
    ...texts.flatMap(plainFormsOf),
    ...numbers.flatMap((number) => [number, ...beside(number)]),
    ...fillers,
    ...padded,
    ...texts.flatMap((text) => texts.map((other) => text + other)),
    true,
    false,
  ];
  return { candidates, neighbours: [...fillers, ...texts.flatMap(textsBeside), ...numbers.flatMap(beside)], machine: () => lengthTest(node) };
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
  if (node.kind !== 'Comparison' || node.left.kind !== 'Call' || node.left.name.toLowerCase() !== 'length') return undefined;
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
