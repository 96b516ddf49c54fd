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
    ...readEnds(options),
    ...(options['format'] === undefined ? {} : { format: jsonText(options['format']) }),
    ...(options['time_zone'] === undefined ? {} : { timeZone: jsonText(options['time_zone']) }),
    relation: relation(options['relation']),
  };
  return rangeQuery(field, bounds);
}

/** The documents with a value between the bounds. */
export function rangeQuery(name: string, bounds: RangeBounds): Query {
  const { gt, gte, lt, lte } = bounds;
  const isOpen = [gt, gte, lt, lte].every((bound) => bound === undefined);
  // Without a bound any value will do, whatever the field's type says of ranges.
  return (context) => onField(context, name, (field) => (isOpen ? field.exists() : field.range(bounds, context)));
}

type Options = Readonly<Record<string, JsonValue>>;

/** The two ends; of several keys for one end (`gt` and `gte`) the later counts, and null means open. */
function readEnds(options: Options): Partial<RangeBounds> {
  let from: JsonValue = null;
  let to: JsonValue = null;
  let includesFrom = true;
  let includesTo = true;
  for (const [key, value] of Object.entries(options)) {
    if (key === 'from') from = value;
    else if (key === 'to') to = value;
    else if (key === 'include_lower') includesFrom = readBoolean(value);
    else if (key === 'include_upper') includesTo = readBoolean(value);
    else if (key === 'gt' || key === 'gte') [from, includesFrom] = [value, key === 'gte'];
    else if (key === 'lt' || key === 'lte') [to, includesTo] = [value, key === 'lte'];
  }
  return {
    ...(from === null ? {} : { [includesFrom ? 'gte' : 'gt']: from }),
    ...(to === null ? {} : { [includesTo ? 'lte' : 'lt']: to }),
  };
}

function relation(value: JsonValue | undefined): RangeBounds['relation'] {
  const name = jsonText(value ?? 'intersects').toLowerCase();
  if (name === 'intersects' || name === 'contains' || name === 'within') return name;
  throw illegalArgument(`${jsonText(value ?? null)} is not a valid relation`);
}
