import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { compileDateFormat } from '../../../values/dates/date-format.js';
import { UnsupportedError } from '../../cluster-error.js';
import { DocSet } from '../documents/doc-set.js';
import { DateField } from '../fields/date-field.js';
import type { Field } from '../fields/field.js';
import { NumberField } from '../fields/number-field.js';
import { jsonText } from '../json-text.js';
import { illegalArgument, searchFailure } from '../query/query-error.js';
import { firstField } from './buckets.js';
import type { AggregationContext } from './context.js';
import { aggregatedField } from './field-values.js';
import { type DateInterval, readDateInterval } from './date-interval.js';
import { countOf, type Found } from './found.js';
import { fieldOf, refuseOthers, wholeOption } from './options.js';

const KNOWN = [
  'field', 'fixed_interval', 'calendar_interval', 'time_zone', 'offset', 'format', 'min_doc_count', 'keyed', 'order',
]; // prettier-ignore

/** Buckets that one aggregation may have (`search.max_buckets`). */
const MAXIMUM_BUCKETS = 65_536;

/**
 * Buckets of spans of time, in a time zone; spans without documents have one, unless `min_doc_count` leaves them out.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-bucket-datehistogram-aggregation.html
 */
export function dateHistogram(
  body: JsonObject,
  found: readonly Found[],
  { name, inside }: AggregationContext,
): JsonObject {
  refuseOthers('date_histogram', body, KNOWN);
  const fieldName = fieldOf('date_histogram', body);
  const interval = readDateInterval(body, name);
  const least = wholeOption(body, 'min_doc_count', 0, 0);
  const print = printerFor(body, found, fieldName);
  const groups = group(found, fieldName, interval);
  const starts = [...groups.keys()].sort((left, right) => left - right);
  const buckets = (least === 0 ? withGaps(starts, interval) : starts)
    .map((key) => ({ key, found: groups.get(key) ?? [], count: countOf(groups.get(key) ?? []) }))
    .filter(({ count }) => count >= least)
    .sort(orderOf(body['order']))
    .map(({ key, found: inBucket, count }) => ({
      key_as_string: print(key, interval.zoneOffset(key)),
      key,
      doc_count: count,
      ...inside(inBucket),
    }));
  const isKeyed = body['keyed'] === true || body['keyed'] === 'true';
  return { buckets: isKeyed ? Object.fromEntries(buckets.map((bucket) => [bucket.key_as_string, bucket])) : buckets };
}

interface Ordered {
  readonly key: number;
  readonly count: number;
}

function orderOf(order: JsonValue | undefined): (left: Ordered, right: Ordered) => number {
  const keys = Object.entries(isJsonObject(order) ? order : { _key: 'asc' });
  const [by, direction] = keys[0] ?? [];
  if (keys.length > 1 || (by !== '_key' && by !== '_count') || (order !== undefined && !isJsonObject(order)))
    throw new UnsupportedError(`ordering [date_histogram] by [${keys.map(([key]) => key).join(', ')}]`);
  const sign = direction === 'desc' ? -1 : 1;
  return (left, right) =>
    (by === '_count' ? sign * (left.count - right.count) : sign * (left.key - right.key)) || left.key - right.key;
}

function group(found: readonly Found[], fieldName: string, interval: DateInterval): Map<number, Found[]> {
  const buckets = new Map<number, Found[]>();
  for (const { index, docs } of found) {
    const field = aggregatedField(index, fieldName);
    if (field === undefined) continue;
    if (!(field instanceof DateField)) throw notDates(field);
    for (const doc of docs) {
      for (const key of new Set(field.values(doc).map((value) => interval.start(field.instant(value).ms)))) {
        const bucket = buckets.get(key) ?? [];
        buckets.set(key, bucket);
        let last = bucket.at(-1);
        if (last?.index !== index) bucket.push((last = { index, docs: DocSet.empty(docs.size) }));
        last.docs.add(doc);
      }
    }
  }
  return buckets;
}

function notDates(field: Field): Error {
  if (field instanceof NumberField || field.type === 'boolean')
    return new UnsupportedError(`the aggregation [date_histogram] on fields of type [${field.type}]`);
  return searchFailure({
    type: 'illegal_argument_exception',
    reason: `Field [${field.name}] of type [${field.type}] is not supported for aggregation [date_histogram]`,
  });
}

/** The starts, and between each two of them those of the spans without documents. */
function withGaps(starts: readonly number[], interval: DateInterval): number[] {
  const all: number[] = [];
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? -Infinity;
    all.push(start);
    for (let gap = interval.next(start); gap < end; gap = interval.next(gap)) {
      all.push(gap);
      if (all.length > MAXIMUM_BUCKETS) {
        throw searchFailure({
          type: 'too_many_buckets_exception',
          reason: `Trying to create too many buckets. Must be less than or equal to: [${MAXIMUM_BUCKETS}] but was [${all.length}].`,
        });
      }
    }
  }
  return all;
}

function printerFor(
  body: JsonObject,
  found: readonly Found[],
  fieldName: string,
): (ms: number, offset: number) => string {
  const given = body['format'];
  const field = firstField(fieldName, found);
  const own = field instanceof DateField ? field.format : compileDateFormat('strict_date_optional_time');
  const format = given === undefined ? own : compileDateFormat(jsonText(given));
  if (typeof format === 'string') throw illegalArgument(format);
  return (ms, offset) => format.print({ ms, ns: 0 }, offset);
}
