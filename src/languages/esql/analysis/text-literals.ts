import { toNanos } from '../../../values/dates/instant.js';
import { parseIpAddress } from '../../../values/ip-address.js';
import { type Operand, wholeNumber } from '../cells.js';
import { parseSpan, readNumber } from '../functions/conversions.js';
import { parseInstant } from '../functions/date-values.js';
import type { EsqlFunction } from '../functions/function.js';
import { type EsqlType, isDate, isString, isTimeSpan } from '../types.js';
import { parameterOf } from './check-arguments.js';
import { constantOf } from './fold.js';
import type { Resolved } from './plan.js';

const READABLE: readonly EsqlType[] = [
  'datetime',
  'date_nanos',
  'ip',
  'version',
  'boolean',
  'date_period',
  'time_duration',
];

/** The type that a text literal is read as where it stands; undefined if it stays a text. */
export function literalTarget(entry: EsqlFunction, resolved: readonly Resolved[], at: number): EsqlType | undefined {
  if (entry.kind === 'scalar' && COMPARING.has(entry.name)) {
    const others = entry.name === 'IN' && at > 0 ? resolved.slice(0, 1) : resolved.filter((_, index) => index !== at);
    return others.map((other) => other.type).find((type) => READABLE.includes(type) && !isTimeSpan(type));
  }
  if (entry.name === '+' || entry.name === '-') return dateTarget(resolved, at);
  if (entry.name === 'BUCKET' && at === 1) return spanTarget(resolved);
  if (entry.name === 'CASE') return at % 2 === 0 && at + 1 < resolved.length ? 'boolean' : undefined;
  return parameterTarget(entry, resolved, at);
}

/** What a parameter reads a text as: the type that it prefers. */
function parameterTarget(entry: EsqlFunction, resolved: readonly Resolved[], at: number): EsqlType | undefined {
  const types = parameterOf(entry, at)?.type.types ?? [];
  if (types.some(isString)) return undefined;
  const readable = types.find(
    (type) => READABLE.includes(type) && (!isTimeSpan(type) || readsAs(constantOf(resolved[at]), type)),
  );
  const isFunction = entry.kind === 'scalar' && !OPERATORS.has(entry.name);
  if (readable !== undefined || types.some(isTimeSpan) || !isFunction) return readable;
  return NUMBERS.find((type) => types.includes(type));
}

/** Numbers that a text is read as, the preferred ones first. */
const NUMBERS: readonly EsqlType[] = ['double', 'long', 'integer'];

const OPERATORS: ReadonlySet<string> = new Set(['*', '/', '%', 'neg']);

const COMPARING: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'IN']);

/** A text beside a date or a time span is a date, never a span. */
function dateTarget(resolved: readonly Resolved[], at: number): EsqlType | undefined {
  const other = resolved[1 - at];
  return other !== undefined && (isDate(other.type) || isTimeSpan(other.type)) ? 'datetime' : undefined;
}

/** The size of the buckets of dates may be a text. */
function spanTarget([field, size]: readonly Resolved[]): EsqlType | undefined {
  if (field === undefined || !isDate(field.type)) return undefined;
  return (['date_period', 'time_duration'] as const).find((type) => readsAs(constantOf(size), type));
}

/** Reads a literal text as another type; undefined if it cannot be. */
export function readLiteral(text: string, type: EsqlType): Operand | undefined {
  switch (type) {
    case 'datetime':
      return parseInstant(text)?.ms;
    case 'date_nanos': {
      const instant = parseInstant(text);
      return instant && wholeNumber(toNanos(instant));
    }
    case 'ip':
      return parseIpAddress(text);
    case 'version':
      return text;
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'double':
    case 'long':
    case 'integer':
      return readNumber(text, type);
    case 'date_period':
    case 'time_duration':
      return parseSpan(text, type);
    default:
      return undefined;
  }
}

function readsAs(value: Operand | undefined, type: EsqlType): boolean {
  return typeof value === 'string' && readLiteral(value, type) !== undefined;
}

/** Why a text cannot be read as a type, as the end of Elasticsearch's message. */
export function unreadable(text: string, type: EsqlType): string {
  switch (type) {
    case 'datetime':
    case 'date_nanos':
      return text === ''
        ? ', error [cannot parse empty datetime]'
        : `, error [failed to parse date field [${text}] with format [strict_date_optional_time]]`;
    case 'ip':
      return `, error ['${text}' is not an IP string literal.]`;
    case 'double':
    case 'long':
    case 'integer':
      return `, error [Cannot parse number [${text}]]`;
    default:
      return '';
  }
}
