import { type Cell, Failure, Refusal, type Scalar, argumentFailure, cellOf } from '../cells.js';
import { parseRegex } from '../regex/parse-regex.js';
import { Regex, RegexBudgetError, type RegexMatch } from '../regex/match-regex.js';
import { RegexSyntaxError } from '../regex/regex-syntax.js';
import { TYPES } from '../types.js';
import { codePointLength, sliceCodePoints, utf8Length } from './code-points.js';
import type { CheckedCall, Evaluate, Parameter, ScalarFunction } from './function.js';

const STRING: Parameter = { name: 'string', type: TYPES.string };

/** A function of one text. */
function text(
  name: string,
  summary: string,
  returns: ScalarFunction['returns'],
  apply: (value: string) => Cell | Failure,
  example: readonly [string, unknown],
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [STRING],
    returns,
    examples: [{ query: `ROW s = ${example[0]} | EVAL y = ${name}(s)`, result: example[1] }],
    evaluate: () => (value) => apply(value as string),
  };
}

/** Text stays text, and an untyped null stays one. */
const keptNull: ScalarFunction['returns'] = ([type]) => (type === 'null' ? 'null' : 'keyword');

/** Java's idea of white space: what TRIM and its kin take away. */
const LEADING = /^[\s\u001c-\u001f]+/u;
const TRAILING = /[\s\u001c-\u001f]+$/u;

function trimEnd(value: string): string {
  // A regular expression anchored at the end would be quadratic on long runs of blanks.
  let end = value.length;
  while (end > 0 && TRAILING.test(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}

const SIMPLE: readonly ScalarFunction[] = [
  text('LENGTH', 'Return the number of code points of a text.', 'integer', codePointLength, ['"abc"', 3]),
  text('BYTE_LENGTH', 'Return the number of bytes of a text in UTF-8.', 'integer', utf8Length, ['"é"', 2]),
  text('BIT_LENGTH', 'Return the number of bits of a text in UTF-8.', 'integer', (value) => 8 * utf8Length(value), [
    '"é"',
    16,
  ]),
  text('LTRIM', 'Remove white space at the start.', keptNull, (value) => value.replace(LEADING, ''), ['"  x "', 'x ']),
  text('RTRIM', 'Remove white space at the end.', keptNull, trimEnd, ['"  x "', '  x']),
  text('TRIM', 'Remove white space at both ends.', keptNull, (value) => trimEnd(value.replace(LEADING, '')), [
    '"  x "',
    'x',
  ]),
  text('REVERSE', 'Reverse a text.', keptNull, (value) => Array.from(value).reverse().join(''), ['"abc"', 'cba']),
];

/** TO_LOWER and TO_UPPER: for each value of a multi-value. */
function caseChange(
  name: 'TO_LOWER' | 'TO_UPPER',
  summary: string,
  change: (value: string) => string,
  result: string,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [STRING],
    returns: 'keyword',
    examples: [{ query: `ROW s = "Some Text" | EVAL y = ${name}(s)`, result }],
    convert: () => (value) => change(value as string),
  };
}

const concat: ScalarFunction = {
  kind: 'scalar',
  name: 'CONCAT',
  summary: 'Join two texts or more.',
  parameters: [
    { name: 'string1', type: TYPES.string },
    { name: 'string2', type: TYPES.string, variadic: true },
  ],
  returns: 'keyword',
  examples: [{ query: 'ROW a = "x", b = "y" | EVAL c = CONCAT(a, "-", b)', result: 'x-y' }],
  evaluate:
    () =>
    (...parts) => {
      const joined = parts.join('');
      return joined.length > 1_048_576
        ? argumentFailure(`concatenating more than [1048576] bytes is not supported`)
        : joined;
    },
};

function affix(
  name: 'STARTS_WITH' | 'ENDS_WITH' | 'CONTAINS',
  parameter: string,
  summary: string,
  test: (value: string, part: string) => boolean,
  example: string,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    ...(name === 'CONTAINS' && { since: '9.2' }),
    summary,
    parameters: [
      { name: 'str', type: TYPES.string },
      { name: parameter, type: TYPES.string },
    ],
    returns: 'boolean',
    examples: [{ query: `ROW s = "abcdef" | EVAL y = ${name}(s, "${example}")`, result: true }],
    evaluate: () => (value, part) => test(value as string, part as string),
  };
}

const left: ScalarFunction = {
  kind: 'scalar',
  name: 'LEFT',
  summary: 'Return the first code points of a text.',
  parameters: [STRING, { name: 'length', type: TYPES.integer }],
  returns: 'keyword',
  examples: [{ query: 'ROW s = "abcdef" | EVAL y = LEFT(s, 3)', result: 'abc' }],
  evaluate: () => (value, length) => sliceCodePoints(value as string, 0, Math.max(Number(length), 0)),
};

const right: ScalarFunction = {
  kind: 'scalar',
  name: 'RIGHT',
  summary: 'Return the last code points of a text.',
  parameters: [STRING, { name: 'length', type: TYPES.integer }],
  returns: 'keyword',
  examples: [{ query: 'ROW s = "abcdef" | EVAL y = RIGHT(s, 3)', result: 'def' }],
  evaluate: () => (value, length) => {
    // The least integer overflows in Java, and leaves the text as it is.
    if (length === -2_147_483_648) return value;
    const total = codePointLength(value as string);
    return sliceCodePoints(value as string, total - Math.min(Math.max(Number(length), 0), total), total);
  },
};

const substring: ScalarFunction = {
  kind: 'scalar',
  name: 'SUBSTRING',
  summary: 'Return a part of a text: from a position (1-based, negative from the end), and of a length if given.',
  parameters: [STRING, { name: 'start', type: TYPES.integer }, { name: 'length', type: TYPES.integer, optional: true }],
  returns: 'keyword',
  examples: [{ query: 'ROW s = "abcdef" | EVAL y = SUBSTRING(s, -3, 2)', result: 'de' }],
  evaluate: () => (value, start, length?: Scalar) => {
    if (length !== undefined && Number(length) < 0) {
      return new Refusal(
        'illegal_argument_exception',
        `Length parameter cannot be negative, found [${String(length)}]`,
      );
    }
    const total = codePointLength(value as string);
    const from = Number(start);
    const first = from > 0 ? Math.min(from - 1, total) : from < 0 ? Math.max(total + from, 0) : 0;
    return sliceCodePoints(value as string, first, length === undefined ? total : first + Number(length));
  },
};

const locate: ScalarFunction = {
  kind: 'scalar',
  name: 'LOCATE',
  summary:
    'Return the 1-based position of a text within another, 0 if it is not there; the search starts at a position if given.',
  parameters: [
    STRING,
    { name: 'substring', type: TYPES.string },
    { name: 'start', type: TYPES.integer, optional: true },
  ],
  returns: 'integer',
  examples: [{ query: 'ROW s = "abcabc" | EVAL y = LOCATE(s, "c", 4)', result: 6 }],
  evaluate:
    () =>
    (value, part, start = 0) => {
      const whole = value as string;
      const total = codePointLength(whole);
      // A negative start counts from the end, and what begins after the end finds the empty text there.
      const from = Number(start) > 0 ? Number(start) - 1 : Number(start) < 0 ? Math.max(total + Number(start), 0) : 0;
      if (from > total) return part === '' ? total + 1 : 0;
      const offset = sliceCodePoints(whole, 0, from).length;
      const found = whole.indexOf(part as string, offset);
      return found < 0 ? 0 : codePointLength(whole.slice(0, found)) + 1;
    },
};

const MAX_TEXT = 1_048_576;

function repeated(value: string, times: number): Cell | Failure {
  if (times < 0) return argumentFailure(`Number parameter cannot be negative, found [${times}]`);
  if (utf8Length(value) * times > MAX_TEXT) {
    return argumentFailure(`Creating repeated strings with more than [${MAX_TEXT}] bytes is not supported`);
  }
  return value.repeat(times);
}

function checkNotNegative({ constants }: CheckedCall, at: number): string | undefined {
  const value = constants[at];
  return typeof value === 'number' && value < 0 ? `Number parameter cannot be negative, found [${value}]` : undefined;
}

const repeat: ScalarFunction = {
  kind: 'scalar',
  name: 'REPEAT',
  summary: 'Repeat a text.',
  parameters: [STRING, { name: 'number', type: TYPES.integer }],
  returns: 'keyword',
  examples: [{ query: 'ROW s = "ab" | EVAL y = REPEAT(s, 3)', result: 'ababab' }],
  check: (call) => checkNotNegative(call, 1),
  evaluate: () => (value, times) => repeated(value as string, Number(times)),
};

const space: ScalarFunction = {
  kind: 'scalar',
  name: 'SPACE',
  summary: 'Return a text of that many blanks.',
  parameters: [{ name: 'number', type: TYPES.integer }],
  returns: 'keyword',
  examples: [{ query: 'ROW n = 2 | EVAL y = CONCAT("a", SPACE(n), "b")', result: 'a  b' }],
  check: (call) => checkNotNegative(call, 0),
  evaluate: () => (times) => repeated(' ', Number(times)),
};

const split: ScalarFunction = {
  kind: 'scalar',
  name: 'SPLIT',
  summary: 'Split a text at a delimiter of one byte into a multi-value.',
  parameters: [STRING, { name: 'delim', type: TYPES.string }],
  returns: 'keyword',
  examples: [{ query: 'ROW s = "a;b" | EVAL y = SPLIT(s, ";")', result: ['a', 'b'] }],
  check: ({ constants, argumentTexts }) =>
    typeof constants[1] === 'string' && utf8Length(constants[1]) !== 1
      ? `delimiter must be single byte for now, found [${argumentTexts[1] ?? ''}]`
      : undefined,
  evaluate: () => (value, delimiter) => {
    if (utf8Length(delimiter as string) !== 1)
      return new Refusal('invalid_argument_exception', 'delimiter must be single byte for now');
    return cellOf((value as string).split(delimiter as string));
  },
};

/** Compiles a pattern of REPLACE; a pattern that is none is a failure in Java's words. */
function compileJava(pattern: string): Regex | Failure {
  try {
    return new Regex(parseRegex(pattern));
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    return new Failure('java.util.regex.PatternSyntaxException', `${error.message}\n${pattern}`);
  }
}

function replaceAll(value: string, regex: Regex, replacement: string): string | Failure {
  let result = '';
  let from = 0;
  let at = 0;
  while (at <= value.length) {
    const match = regex.search(value, at);
    if (match === undefined) break;
    const inserted = expand(value, match, replacement, regex);
    if (inserted instanceof Failure) return inserted;
    result += value.slice(from, match.start) + inserted;
    from = match.end;
    at = match.end === match.start ? match.end + 1 : match.end;
  }
  return result + value.slice(from);
}

/** `$1`, `${name}` and escapes of Java's replacement texts. */
function expand(value: string, match: RegexMatch, replacement: string, regex: Regex): string | Failure {
  if (!/[\\$]/.test(replacement)) return replacement;
  let result = '';
  for (let at = 0; at < replacement.length; at += 1) {
    const char = replacement.charAt(at);
    if (char === '\\') {
      at += 1;
      if (at >= replacement.length) return argumentFailure('character to be escaped is missing');
      result += replacement.charAt(at);
    } else if (char === '$') {
      const reference = groupReference(replacement.slice(at + 1), regex);
      if (reference instanceof Failure) return reference;
      result += value.slice(match.groups[2 * reference.index], match.groups[2 * reference.index + 1]);
      at += reference.length;
    } else result += char;
  }
  return result;
}

function groupReference(text: string, regex: Regex): { index: number; length: number } | Failure {
  const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text);
  if (named) {
    const found = regex.parsed.names.find((item) => item.name === named[1]);
    if (!found) return argumentFailure(`No group with name {${named[1] ?? ''}}`);
    return { index: found.index, length: named[0].length };
  }
  if (!/^[0-9]/.test(text)) return argumentFailure('Illegal group reference');
  let index = Number(text.charAt(0));
  if (index > regex.parsed.groups) return new Failure('java.lang.IndexOutOfBoundsException', `No group ${index}`);
  let length = 1;
  while (/[0-9]/.test(text.charAt(length)) && index * 10 + Number(text.charAt(length)) <= regex.parsed.groups) {
    index = index * 10 + Number(text.charAt(length));
    length += 1;
  }
  return { index, length };
}

function replaceWith(value: string, regex: Regex | Failure, replacement: string): Cell | Failure {
  if (regex instanceof Failure) return regex;
  try {
    return replaceAll(value, regex, replacement);
  } catch (error) {
    if (error instanceof RegexBudgetError) return argumentFailure(error.message);
    throw error;
  }
}

const replace: ScalarFunction = {
  kind: 'scalar',
  name: 'REPLACE',
  summary: 'Replace every match of a regular expression of Java; `$1` in the replacement is the first group.',
  parameters: [STRING, { name: 'regex', type: TYPES.string }, { name: 'newString', type: TYPES.string }],
  returns: 'keyword',
  examples: [{ query: 'ROW s = "Hello World" | EVAL y = REPLACE(s, "W(o)", "[$1]")', result: 'Hello [o]rld' }],
  check: ({ constants: [, pattern] }) => {
    const compiled = typeof pattern === 'string' ? compileJava(pattern) : undefined;
    return compiled instanceof Failure ? compiled.message : undefined;
  },
  evaluate: ({ constants: [, pattern] }): Evaluate => {
    const compiled = typeof pattern === 'string' ? compileJava(pattern) : undefined;
    return (value, regex, replacement) =>
      replaceWith(value as string, compiled ?? compileJava(regex as string), replacement as string);
  },
};

/** Functions of text. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/string-functions */
export const STRING_FUNCTIONS: readonly ScalarFunction[] = [
  ...SIMPLE,
  caseChange('TO_LOWER', 'Change a text to lower case.', (value) => value.toLowerCase(), 'some text'),
  caseChange('TO_UPPER', 'Change a text to upper case.', (value) => value.toUpperCase(), 'SOME TEXT'),
  concat,
  affix(
    'STARTS_WITH',
    'prefix',
    'Tell whether a text starts with another.',
    (value, part) => value.startsWith(part),
    'abc',
  ),
  affix('ENDS_WITH', 'suffix', 'Tell whether a text ends with another.', (value, part) => value.endsWith(part), 'def'),
  affix('CONTAINS', 'substring', 'Tell whether a text contains another.', (value, part) => value.includes(part), 'cd'),
  left,
  right,
  substring,
  locate,
  repeat,
  space,
  split,
  replace,
];
