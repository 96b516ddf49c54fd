import { addUnits, floorTo } from '../../../values/dates/date-math.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { compileDateFormat } from '../../../values/dates/date-format.js';
import { DocSet } from '../documents/doc-set.js';
import { DateField } from '../fields/date-field.js';
import { jsonText } from '../json-text.js';
import { illegalArgument, searchFailure } from '../query/query-error.js';
import { firstField } from './buckets.js';
import type { AggregationContext } from './context.js';
import { aggregatedField } from './field-values.js';
import { countOf, type Found } from './found.js';
import { fieldOf, refuseOthers, wholeOption } from './options.js';

const KNOWN = ['field', 'fixed_interval', 'calendar_interval', 'format', 'min_doc_count'];

/** Buckets that one aggregation may have (`search.max_buckets`). */
const MAXIMUM_BUCKETS = 65_536;

/** The steps of a histogram: where the bucket of a time starts, and where the next one does. */
interface Interval {
  start(ms: number): number;
  next(start: number): number;
}

/** Buckets of equal spans of time. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-bucket-datehistogram-aggregation.html */
export function dateHistogram(
  body: JsonObject,
  found: readonly Found[],
  { name, inside }: AggregationContext,
): JsonObject {
  refuseOthers('date_histogram', body, KNOWN);
  const fieldName = fieldOf('date_histogram', body);
  const interval = readInterval(body, name);
  const least = wholeOption(body, 'min_doc_count', 0, 0);
  const print = printerFor(body, found, fieldName);
  const buckets = group(found, fieldName, interval);
  const starts = [...buckets.keys()].sort((left, right) => left - right);
  const all = least === 0 ? withGaps(starts, interval) : starts;
  return {
    buckets: all
      .map((key) => ({ key, inBucket: buckets.get(key) ?? [] }))
      .filter(({ inBucket }) => countOf(inBucket) >= least)
      .map(({ key, inBucket }) => ({
        key_as_string: print(key),
        key,
        doc_count: countOf(inBucket),
        ...inside(inBucket),
      })),
  };
}

function group(found: readonly Found[], fieldName: string, interval: Interval): Map<number, Found[]> {
  const buckets = new Map<number, Found[]>();
  for (const { index, docs } of found) {
    const field = aggregatedField(index, fieldName);
    if (!(field instanceof DateField)) continue;
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

function withGaps(starts: readonly number[], interval: Interval): number[] {
  const all: number[] = [];
  const last = starts.at(-1) ?? -Infinity;
  for (let at = starts[0] ?? 0; at <= last; at = interval.next(at)) {
    all.push(at);
    if (all.length > MAXIMUM_BUCKETS) {
      throw searchFailure({
        type: 'too_many_buckets_exception',
        reason: `Trying to create too many buckets. Must be less than or equal to: [${MAXIMUM_BUCKETS}] but was [${all.length}].`,
      });
    }
  }
  return all;
}

function printerFor(body: JsonObject, found: readonly Found[], fieldName: string): (ms: number) => JsonValue {
  const given = body['format'];
  const field = firstField(fieldName, found);
  const own = field instanceof DateField ? field.format : compileDateFormat('strict_date_optional_time');
  const format = given === undefined ? own : compileDateFormat(jsonText(given));
  if (typeof format === 'string') throw illegalArgument(format);
  return (ms) => format.print({ ms, ns: 0 });
}

const CALENDAR_UNITS: ReadonlyMap<string, string> = new Map([
  ['second', 's'], ['1s', 's'], ['minute', 'm'], ['1m', 'm'], ['hour', 'h'], ['1h', 'h'], ['day', 'd'], ['1d', 'd'],
  ['week', 'w'], ['1w', 'w'], ['month', 'M'], ['1M', 'M'], ['quarter', 'q'], ['1q', 'q'], ['year', 'y'], ['1y', 'y'],
]); // prettier-ignore

const FIXED_UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1], ['s', 1000], ['m', 60_000], ['h', 3_600_000], ['d', 86_400_000],
]); // prettier-ignore

function readInterval(body: JsonObject, name: string): Interval {
  const fixed = body['fixed_interval'];
  const calendar = body['calendar_interval'];
  if (fixed !== undefined) {
    const [, amount = '', unit = ''] = /^(\d{1,9})(ms|s|m|h|d)$/u.exec(jsonText(fixed)) ?? [];
    const length = Number(amount) * (FIXED_UNITS.get(unit) ?? 0);
    if (!(length > 0))
      throw illegalArgument(
        `failed to parse setting [date_histogram.fixedInterval] with value [${jsonText(fixed)}] as a time value: unit is missing or unrecognized`,
      );
    const start = (ms: number): number => Math.floor(ms / length) * length;
    return { start, next: (at) => at + length };
  }
  if (calendar === undefined)
    throw illegalArgument(
      `Required one of fields [fixed_interval, calendar_interval], but none were specified. (${name})`,
    );
  const unit = CALENDAR_UNITS.get(jsonText(calendar));
  if (unit === undefined)
    throw illegalArgument(`The supplied interval [${jsonText(calendar)}] could not be parsed as a calendar interval.`);
  const step = (ms: number): number => (unit === 'q' ? addUnits(ms, 3, 'M') : addUnits(ms, 1, unit));
  return { start: (ms) => floorTo(ms, unit), next: step };
}
