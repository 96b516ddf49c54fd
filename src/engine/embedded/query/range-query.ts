import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import type { RangeBounds } from '../fields/field.js';
import { readBoolean, readFieldBody } from './field-body.js';
import { onField, type Query } from './query.js';
import { illegalArgument } from './query-error.js';

const OPTIONS = [
  'gt',
  'gte',
  'lt',
  'lte',
  'from',
  'to',
  'include_lower',
  'include_upper',
  'format',
  'time_zone',
  'relation',
];

/** `range`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-range-query.html */
export function compileRange(body: JsonValue): Query {
  const { field, options } = readFieldBody('range', body, 'gte', OPTIONS);
  const bounds: RangeBounds = {
    ...lower(options),
    ...upper(options),
    ...(options['format'] === undefined ? {} : { format: jsonText(options['format']) }),
    ...(options['time_zone'] === undefined ? {} : { timeZone: jsonText(options['time_zone']) }),
    relation: relation(options['relation']),
  };
  return rangeQuery(field, bounds);
}

/** The documents with a value between the bounds. */
export function rangeQuery(name: string, bounds: RangeBounds): Query {
  return (context) => onField(context, name, (field) => field.range(bounds, context));
}

type Options = Readonly<Record<string, JsonValue>>;

function lower(options: Options): Partial<RangeBounds> {
  const from = options['from'];
  if (from === undefined || from === null) return { ...given('gt', options['gt']), ...given('gte', options['gte']) };
  return readBoolean(options['include_lower'], true) ? { gte: from } : { gt: from };
}

function upper(options: Options): Partial<RangeBounds> {
  const to = options['to'];
  if (to === undefined || to === null) return { ...given('lt', options['lt']), ...given('lte', options['lte']) };
  return readBoolean(options['include_upper'], true) ? { lte: to } : { lt: to };
}

function given(key: 'gt' | 'gte' | 'lt' | 'lte', value: JsonValue | undefined): Partial<RangeBounds> {
  return value === undefined || value === null ? {} : { [key]: value };
}

function relation(value: JsonValue | undefined): RangeBounds['relation'] {
  const name = jsonText(value ?? 'intersects').toLowerCase();
  if (name === 'intersects' || name === 'contains' || name === 'within') return name;
  throw illegalArgument(`${jsonText(value ?? null)} is not a valid relation`);
}
