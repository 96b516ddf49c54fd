import { compileDateFormat } from '../values/dates/date-format.js';
import { resolveDateMath } from '../values/dates/date-math.js';
import { parseCidr, parseIpAddress } from '../values/ip-address.js';

const NUMBERS: ReadonlySet<string> = new Set(
  'byte short integer long unsigned_long half_float float double scaled_float'.split(' '),
);

/** Types of fields that have no patterns: https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query */
const WITHOUT_PATTERNS: ReadonlySet<string> = new Set([...NUMBERS, 'ip', 'boolean', 'date', 'date_nanos']);

/** The format of a date field that has none of its own. */
const DATE_FORMAT = 'strict_date_optional_time||epoch_millis';

/** The present has no part in whether a date can be read. */
const ANY_DAY = new Date(0);

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * What Elasticsearch says of a text that is to be found in a field of a mapping type but cannot be a value of it; undefined where it can, and
 * for types that take any text. Dates may be date math; without a format of the field they have the default one.
 */
export function valueProblem(type: string, text: string, format: string = DATE_FORMAT): string | undefined {
  if (NUMBERS.has(type)) {
    if (text === '') return 'failed to create query: empty String';
    return NUMBER.test(text.trim()) ? undefined : `failed to create query: For input string: "${text}"`;
  }
  switch (type) {
    case 'ip':
      return parseIpAddress(text) === undefined && parseCidr(text) === undefined
        ? `failed to create query: '${text}' is not an IP string literal.`
        : undefined;
    case 'boolean':
      return ['true', 'false', ''].includes(text)
        ? undefined
        : `failed to create query: Can't parse boolean value [${text}], expected [true] or [false]`;
    case 'date':
    case 'date_nanos':
      return dateProblem(text, format);
    default:
      return undefined;
  }
}

/** What Elasticsearch says of a pattern with stars over a field of a mapping type; undefined where it can look for patterns. */
export function patternProblem(type: string, field: string, isPrefix: boolean): string | undefined {
  if (!WITHOUT_PATTERNS.has(type)) return undefined;
  const kind = isPrefix ? 'prefix' : 'wildcard';
  return `Can only use ${kind} queries on keyword, text and wildcard fields - not on [${field}] which is of type [${type}]`;
}

function dateProblem(text: string, name: string): string | undefined {
  const format = compileDateFormat(name);
  if (typeof format === 'string') return undefined;
  const read = resolveDateMath(text, { now: ANY_DAY, format });
  return typeof read === 'string' ? read : undefined;
}
