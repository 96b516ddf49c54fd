import { type CompiledRegexp, compileLuceneRegexp } from '../../../values/patterns/regexp.js';
import { type TextMatcher, compileWildcard } from '../../../values/patterns/wildcard.js';
import {
  Failure,
  type Operand,
  Refusal,
  type Scalar,
  TimeSpanValue,
  argumentFailure,
  isMultiple,
  longOrFailure,
} from '../cells.js';
import { TYPES, type EsqlType, isDate, isNumeric, isString, isTimeSpan } from '../types.js';
import { compareScalars } from './compare.js';
import { ordinal } from './ordinal.js';
import { addSpan } from './date-values.js';
import type { CheckedCall, Evaluate, ScalarFunction } from './function.js';
import { multiValueFailure } from './multi-value.js';
import { big, commonNumeric, integerOrFailure, numericOperator } from './numbers.js';

const ANY_WORDS = { words: 'any', types: [...TYPES.any.types, 'time_duration', 'date_period'] as const };
const TWO = [
  { name: 'left', type: ANY_WORDS },
  { name: 'right', type: ANY_WORDS },
];

/** The type of `left operator right`; undefined if the two do not go together. */
function arithmeticType(operator: string, left: EsqlType, right: EsqlType): EsqlType | undefined {
  if (left === 'null' || right === 'null') return left === 'null' ? right : left;
  if (isNumeric(left) && isNumeric(right)) return commonNumeric(left, right);
  return operator === '+' || operator === '-' ? spanType(operator, left, right) : undefined;
}

/** The type of a date and a span, or of two spans. */
function spanType(operator: '+' | '-', left: EsqlType, right: EsqlType): EsqlType | undefined {
  if (isTimeSpan(left) && left === right) return left;
  if (isDate(left) && isTimeSpan(right)) return left;
  if (!isTimeSpan(left) || !isDate(right)) return undefined;
  // Elasticsearch takes a span minus nanoseconds, and computes the nanoseconds minus the span.
  return operator === '+' || right === 'date_nanos' ? right : undefined;
}

function acceptsArithmetic(operator: string, type: EsqlType): boolean {
  if (type === 'null' || isNumeric(type)) return true;
  return (operator === '+' || operator === '-') && (isDate(type) || isTimeSpan(type));
}

function checkArithmetic(operator: string, call: CheckedCall): string | undefined {
  const words = operator === '+' || operator === '-' ? 'date_nanos, datetime or numeric' : 'numeric';
  for (const [at, type] of call.types.entries()) {
    if (!acceptsArithmetic(operator, type)) {
      return `${ordinal(at)} argument of [${call.text}] must be [${words}], found value [${call.argumentTexts[at] ?? ''}] type [${type}]`;
    }
  }
  const [left = 'null', right = 'null'] = call.types;
  if (left === 'null' || right === 'null') return nullProblem(operator, call);
  if (arithmeticType(operator, left, right) !== undefined) return undefined;
  return `[${operator}] has arguments with incompatible types [${left}] and [${right}]`;
}

/** What Elasticsearch does not take beside NULL. */
function nullProblem(operator: string, call: CheckedCall): string | undefined {
  const [left = 'null', right = 'null'] = call.types;
  if (operator !== '-' || left !== 'null' || right !== 'datetime') return mixedUnsigned(call);
  return `[-] arguments are in unsupported order: cannot subtract a [DATETIME] value [${call.argumentTexts[1] ?? ''}] from a [NULL] amount [null]`;
}

/** An unsigned_long beside anything else. */
function mixedUnsigned({ types: [left = 'null', right = 'null'], text }: CheckedCall): string | undefined {
  if ((left === 'unsigned_long') === (right === 'unsigned_long')) return undefined;
  return `first argument of [${text}] is [${left}] and second is [${right}]. [unsigned_long] can only be operated on together with another [unsigned_long]`;
}

function dateArithmetic(operator: string, { types, constants }: CheckedLike): Evaluate {
  const [left = 'null', right = 'null'] = types;
  const span = (operand: Operand | undefined): TimeSpanValue =>
    operand instanceof TimeSpanValue ? operand : new TimeSpanValue(0, 0, 0);
  if (isDate(right)) {
    const before = operator === '-' ? span(constants[0]).negate() : span(constants[0]);
    return (_, value = 0) => shifted(value, right, before);
  }
  const shift = operator === '-' ? span(constants[1]).negate() : span(constants[1]);
  return (value = 0) => shifted(value, left, shift);
}

/** A date moved by a span; nanoseconds do not go before 1970, nor beyond 2262. */
function shifted(value: Scalar, type: EsqlType, span: TimeSpanValue): Scalar | Failure {
  const moved = addSpan(value, type, span);
  if (type !== 'date_nanos' || (moved >= 0 && moved < 2n ** 63n)) return moved;
  return new Failure(
    'java.time.DateTimeException',
    'Date nanos out of range.  Must be between 1970-01-01T00:00:00Z and 2262-04-11T23:47:16.854775807',
  );
}

type CheckedLike = Pick<CheckedCall, 'types' | 'constants'>;

function arithmetic(operator: string, summary: string, example: readonly [string, unknown]): ScalarFunction {
  return {
    kind: 'scalar',
    name: operator,
    summary,
    parameters: TWO,
    returns: ([left = 'null', right = 'null']) => arithmeticType(operator, left, right) ?? 'null',
    examples: [{ query: `ROW y = ${example[0]}`, result: example[1] }],
    check: (call) => checkArithmetic(operator, call),
    evaluate: (site) => {
      const [left = 'null', right = 'null'] = site.types;
      if (isTimeSpan(left) || isTimeSpan(right)) return dateArithmetic(operator, site);
      const operate = numericOperator(operator, arithmeticType(operator, left, right) ?? 'double');
      return operate;
    },
  };
}

/** Folds `span + span` and `span - span`, which only constants can be. */
export function foldSpans(operator: string, left: Operand, right: Operand): TimeSpanValue | undefined {
  if (!(left instanceof TimeSpanValue) || !(right instanceof TimeSpanValue)) return undefined;
  const other = operator === '-' ? right.negate() : right;
  return new TimeSpanValue(left.milliseconds + other.milliseconds, left.days + other.days, left.months + other.months);
}

const negate: ScalarFunction = {
  kind: 'scalar',
  name: 'neg',
  summary: 'Negate a number or a time span.',
  parameters: [
    {
      name: 'value',
      type: {
        words: 'numeric, date_period or time_duration',
        types: [...TYPES.numericNotUnsigned.types, 'time_duration', 'date_period'],
      },
    },
  ],
  returns: ([type = 'null']) => type,
  examples: [{ query: 'ROW x = 5 | EVAL y = -x', result: -5 }],
  evaluate:
    ({ types: [type] }) =>
    (value = 0) => {
      if (type === 'double') return -(value as number);
      if (type === 'integer') return integerOrFailure(0 - (value as number));
      return longOrFailure(-big(value));
    },
};

const NUMERIC_WORDS = 'numeric';

function comparisonWord(type: EsqlType): string {
  if (type === 'unsigned_long') return 'unsigned_long';
  return isNumeric(type) ? NUMERIC_WORDS : type;
}

function comparable(left: EsqlType, right: EsqlType): boolean {
  if (left === right) return true;
  if (isString(left) && isString(right)) return true;
  if (isDate(left) && isDate(right)) return true;
  return isNumeric(left) && isNumeric(right) && left !== 'unsigned_long' && right !== 'unsigned_long';
}

const ORDERED_WORDS = 'date_nanos, datetime, double, integer, ip, keyword, long, text, unsigned_long or version';
const EQUAL_WORDS =
  'boolean, cartesian_point, cartesian_shape, date_nanos, datetime, double, geo_point, geo_shape, integer, ip, keyword, long, text, unsigned_long or version';

function checkComparison(operator: string, call: CheckedCall): string | undefined {
  const equality = operator === '==' || operator === '!=';
  for (const [at, type] of call.types.entries()) {
    if (isTimeSpan(type) || (type === 'boolean' && !equality)) {
      const words = equality ? EQUAL_WORDS : ORDERED_WORDS;
      return `${ordinal(at)} argument of [${call.text}] must be [${words}], found value [${call.argumentTexts[at] ?? ''}] type [${type}]`;
    }
  }
  const [left = 'null', right = 'null'] = call.types;
  const mixed = mixedUnsigned(call);
  if (mixed !== undefined) return mixed;
  if (comparable(left, right)) return undefined;
  const word = comparisonWord(left);
  return `first argument of [${call.text}] is [${word}] so second argument must also be [${word}] but was [${right}]`;
}

const TESTS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Compares values of two comparable types. */
function comparator(left: EsqlType, right: EsqlType): (a: Scalar, b: Scalar) => number {
  if (left !== right && isDate(left) && isDate(right)) {
    const nanos = (value: Scalar, type: EsqlType): bigint =>
      type === 'date_nanos' ? big(value) : big(value) * 1_000_000n;
    return (a, b) => {
      const [x, y] = [nanos(a, left), nanos(b, right)];
      return x < y ? -1 : x > y ? 1 : 0;
    };
  }
  if (isNumeric(left) && isNumeric(right)) return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return compareScalars(left);
}

function comparison(operator: string, summary: string): ScalarFunction {
  return {
    kind: 'scalar',
    name: operator,
    summary,
    parameters: TWO,
    returns: 'boolean',
    examples: [{ query: `ROW a = 1, b = 2 | EVAL y = a ${operator} b`, result: ['!=', '<', '<='].includes(operator) }],
    check: (call) => checkComparison(operator, call),
    evaluate: ({ types: [left = 'null', right = 'null'] }) => {
      if (operator === '==' || operator === '!=') {
        const wanted = operator === '==';
        if (left === right || (isString(left) && isString(right)) || (isNumeric(left) && isNumeric(right))) {
          // Numbers beyond 2^53 are bigints: `==` compares them with doubles by value.

          return (a, b) => (a == b) === wanted;
        }
        const compare = comparator(left, right);
        return (a = 0, b = 0) => (compare(a, b) === 0) === wanted;
      }
      const compare = comparator(left, right);
      const test = TESTS[operator];
      return (a = 0, b = 0) => test?.(compare(a, b)) ?? null;
    },
  };
}

/** `IN`: true if one item equals, null if none does and one is null. */
const inList: ScalarFunction = {
  kind: 'scalar',
  name: 'IN',
  summary: 'Tell whether a value equals one of some others.',
  parameters: [
    { name: 'field', type: ANY_WORDS },
    { name: 'inlist', type: ANY_WORDS, variadic: true },
  ],
  returns: 'boolean',
  examples: [{ query: 'ROW a = 1 | EVAL y = a IN (4 - 3, 7)', result: true }],
  check: (call) => {
    const [field = 'null', ...items] = call.types;
    const wrong = items.findIndex((type) => type !== 'null' && field !== 'null' && !comparable(field, type));
    if (wrong < 0) return undefined;
    const counted = ['1st', '2nd', '3rd'][wrong] ?? `${wrong + 1}th`;
    return `${counted} argument of [${call.text}] must be [${field}], found value [${call.argumentTexts[wrong + 1] ?? ''}] type [${items[wrong] ?? ''}]`;
  },
  evaluateCells: ({ types, constants }) => {
    const [field = 'null', ...itemTypes] = types;
    const constantItems = constants.slice(1);
    const simple =
      field !== 'double' && itemTypes.every((type) => type === field || (isString(type) && isString(field)));
    if (simple && constantItems.every((item) => item !== undefined && item !== null && !isMultiple(item))) {
      const set = new Set<unknown>(constantItems);
      return (value = null) => (value === null ? null : isMultiple(value) ? multiValueFailure() : set.has(value));
    }
    // Unlike ==, IN tells -0.0 from 0.0.
    const isDouble = field === 'double' || itemTypes.includes('double');
    const compares = itemTypes.map((type) => (isDouble ? compareScalars('double') : comparator(field, type)));
    return (value = null, ...items) => {
      if (value === null) return null;
      if (isMultiple(value)) return multiValueFailure();
      let unknown = false;
      for (const [at, item] of items.entries()) {
        if (item === null) unknown = true;
        // A multi-valued item equals nothing, and leaves nothing open.
        else if (!isMultiple(item) && compares[at]?.(value, item) === 0) return true;
      }
      return unknown ? null : false;
    };
  },
};

/** Compiles the patterns of LIKE or RLIKE; a message for a pattern that is none. */
function compilePatterns(syntax: 'like' | 'rlike', patterns: readonly string[]): TextMatcher | string {
  const matchers: TextMatcher[] = [];
  for (const pattern of patterns) {
    if (syntax === 'like') {
      if (!isLikePattern(pattern)) return INVALID_SEQUENCE;
      matchers.push(compileWildcard(pattern));
    } else {
      const compiled = compiledRegexp(pattern);
      if (compiled.error) return compiled.error.reason;
      matchers.push(compiled.matches);
    }
  }
  const [only] = matchers;
  return matchers.length === 1 && only ? only : (text) => matchers.some((match) => match(text));
}

/** Regular expressions that were compiled last: a query is analysed more than once, and compiling is dear. */
const regexps = new Map<string, CompiledRegexp>();
const MOST_REGEXPS = 256;

function compiledRegexp(pattern: string): CompiledRegexp {
  const known = regexps.get(pattern);
  if (known) return known;
  const compiled = compileLuceneRegexp(pattern);
  if (regexps.size >= MOST_REGEXPS) regexps.clear();
  regexps.set(pattern, compiled);
  return compiled;
}

const INVALID_SEQUENCE = 'Invalid sequence - escape character is not followed by special wildcard char';

function isLikePattern(pattern: string): boolean {
  return !/(?:^|[^\\])(?:\\\\)*\\(?:$|[^*?\\])/.test(pattern);
}

/** What Elasticsearch's parser says of the one pattern of a LIKE; undefined where nothing is wrong. */
export function likeProblem(pattern: string): string | undefined {
  return isLikePattern(pattern) ? undefined : `Invalid pattern for LIKE [${pattern}]: [${INVALID_SEQUENCE}]`;
}

/** What is wrong with the patterns of RLIKE, or of LIKE with a list. */
function checkPatterns(name: 'LIKE' | 'RLIKE', patterns: readonly string[]): Refusal | undefined {
  const compiled = compilePatterns(name === 'LIKE' ? 'like' : 'rlike', patterns);
  if (typeof compiled !== 'string') return undefined;
  if (name === 'LIKE') return new Refusal('invalid_argument_exception', compiled);
  return new Refusal('parsing_exception', `Invalid regex pattern for RLIKE [${patterns.join(', ')}]: [${compiled}]`);
}

function matcher(name: 'LIKE' | 'RLIKE', summary: string, example: string): ScalarFunction {
  const syntax = name === 'LIKE' ? 'like' : 'rlike';
  return {
    kind: 'scalar',
    name,
    summary,
    parameters: [
      { name: 'str', type: TYPES.string },
      { name: 'pattern', type: TYPES.string, constant: true, variadic: true },
    ],
    returns: 'boolean',
    examples: [{ query: `ROW s = "abc" | EVAL y = s ${name} "${example}"`, result: true }],
    check: ({ constants }) => checkPatterns(name, constants.slice(1).map(String)),
    evaluate: ({ constants }) => {
      const compiled = compilePatterns(syntax, constants.slice(1).map(String));
      return typeof compiled === 'string' ? () => argumentFailure(compiled) : (text) => compiled(text as string);
    },
  };
}

/** Operators, by their symbols. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators */
export const OPERATORS: readonly ScalarFunction[] = [
  arithmetic('+', 'Add numbers, or a time span to a date.', ['1 + 2', 3]),
  arithmetic('-', 'Subtract numbers, or a time span from a date.', ['1 - 2', -1]),
  arithmetic('*', 'Multiply numbers.', ['2 * 3', 6]),
  arithmetic('/', 'Divide numbers; whole numbers divide truncating.', ['7 / 2', 3]),
  arithmetic('%', 'Return the remainder of a division.', ['7 % 2', 1]),
  negate,
  comparison('==', 'Tell whether two values are equal.'),
  comparison('!=', 'Tell whether two values differ.'),
  comparison('<', 'Tell whether a value is less than another.'),
  comparison('<=', 'Tell whether a value is at most another.'),
  comparison('>', 'Tell whether a value is greater than another.'),
  comparison('>=', 'Tell whether a value is at least another.'),
  inList,
  matcher('LIKE', 'Tell whether a text matches a pattern with * and ?.', 'a?*'),
  matcher('RLIKE', 'Tell whether a text matches a regular expression of Lucene.', 'a.+'),
];
