import { jsonText } from '../json-text.js';
import { compileDateFormat, type DateFormat, DEFAULT_DATE_FORMAT } from '../../../values/dates/date-format.js';
import { resolveDateMath } from '../../../values/dates/date-math.js';
import { fromNanos, type Instant, toNanos } from '../../../values/dates/instant.js';
import { timeZone, UTC } from '../../../values/dates/time-zone.js';
import type { JsonValue } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import { type DocumentScalar, scalarText } from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';
import { type FieldQueryContext, type FieldSpec, type RangeBounds } from './field.js';
import { ValueField } from './value-field.js';

/** The latest instant of `date_nanos`, in nanoseconds: what a signed 64-bit number holds. */
const MAXIMUM_NANOS = 2n ** 63n - 1n;

/**
 * `date` (milliseconds, a number) and `date_nanos` (nanoseconds, a bigint).
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/date.html
 */
export class DateField extends ValueField<number | bigint> {
  readonly format: DateFormat;
  private readonly isNanos: boolean;

  constructor(spec: FieldSpec) {
    super(spec);
    this.isNanos = spec.type === 'date_nanos';
    const format = spec.definition['format'];
    this.format = formatNamed(
      typeof format === 'string'
        ? format
        : this.isNanos
          ? 'strict_date_optional_time_nanos||epoch_millis'
          : DEFAULT_DATE_FORMAT,
    );
  }

  protected override read(value: DocumentScalar): number | bigint {
    const text = scalarText(value);
    if (text === '') throw new UnfitValue('cannot parse empty datetime');
    const instant = typeof value === 'boolean' ? undefined : this.format.parse(text);
    if (!instant) throw new UnfitValue(`failed to parse date field [${text}] with format [${this.format.name}]`);
    const stored = this.stored(instant);
    if (typeof stored === 'bigint' && stored < 0n) {
      throw new UnfitValue(`date[${text}] is before the epoch in 1970 and cannot be stored in nanosecond resolution`);
    }
    if (typeof stored === 'bigint' && stored > MAXIMUM_NANOS) {
      throw new UnfitValue(
        `date[${text}] is after 2262-04-11T23:47:16.854775807 and cannot be stored in nanosecond resolution`,
      );
    }
    return stored;
  }

  /** What a column holds for an instant. */
  private stored(instant: Instant): number | bigint {
    return this.isNanos ? toNanos(instant) : instant.ms;
  }

  /** The instant of a value. */
  instant(value: ColumnValue): Instant {
    return typeof value === 'bigint' ? fromNanos(value) : { ms: Number(value), ns: 0 };
  }

  override present(value: ColumnValue): JsonValue {
    return this.format.print(this.instant(value));
  }

  protected override show(value: number | bigint, format: string | undefined): JsonValue {
    return (format === undefined ? this.format : formatNamed(format)).print(this.instant(value));
  }

  override recall(value: JsonValue): ColumnValue {
    if (typeof value === 'number') return this.isNanos ? BigInt(value) : value;
    if (typeof value === 'bigint') return value;
    const instant = this.format.parse(jsonText(value));
    if (!instant)
      throw shardFailure(`failed to parse date field [${jsonText(value)}] with format [${this.format.name}]`);
    return this.stored(instant);
  }

  /** One day, second or millisecond: all instants that the text covers. */
  override term(value: JsonValue, caseInsensitive: boolean, context: FieldQueryContext): DocSet {
    if (caseInsensitive) this.refuseCaseInsensitive();
    return this.range({ gte: value, lte: value, relation: 'intersects' }, context);
  }

  override terms(values: readonly JsonValue[], context: FieldQueryContext): DocSet {
    return values
      .map((value) => this.term(value, false, context))
      .reduce((all, found) => all.or(found), DocSet.empty(this.space.size));
  }

  protected override readQuery(value: JsonValue, context: FieldQueryContext): number | bigint {
    return this.bound(value, false, undefined, undefined, context);
  }

  override range(bounds: RangeBounds, context: FieldQueryContext): DocSet {
    // A bound that is a JSON number makes both epoch milliseconds, whatever the format of the field.
    const isEpoch = [bounds.gt, bounds.gte, bounds.lt, bounds.lte].some(
      (bound) => typeof bound === 'number' || typeof bound === 'bigint',
    );
    const name = bounds.format ?? (isEpoch ? 'epoch_millis' : undefined);
    const format = name === undefined ? undefined : formatNamed(name);
    const read = (value: JsonValue | undefined, roundUp: boolean): number | bigint | undefined =>
      value === undefined || value === null ? undefined : this.bound(value, roundUp, format, bounds.timeZone, context);
    const [above, from] = [read(bounds.gt, true), read(bounds.gte, false)];
    const [below, to] = [read(bounds.lt, false), read(bounds.lte, true)];
    const found = this.column.selectWhere(
      (value) =>
        (above === undefined || value > above) &&
        (from === undefined || value >= from) &&
        (below === undefined || value < below) &&
        (to === undefined || value <= to),
    );
    return found.isEmpty() && this.isOutside(above ?? from, below ?? to) ? DocSet.none(this.space.size) : found;
  }

  /** Whether all values lie on one side of the bounds: Elasticsearch sees that before it runs a query. */
  private isOutside(from: number | bigint | undefined, to: number | bigint | undefined): boolean {
    const { values } = this.column;
    return (
      values.every((value) => from !== undefined && value <= from) ||
      values.every((value) => to !== undefined && value >= to)
    );
  }

  private bound(
    value: JsonValue,
    roundUp: boolean,
    format: DateFormat | undefined,
    zoneName: string | undefined,
    context: FieldQueryContext,
  ): number | bigint {
    const zone = zoneName === undefined ? UTC : timeZone(zoneName);
    if (!zone) throw shardFailure(`Unknown time-zone ID: ${zoneName ?? ''}`);
    const instant = resolveDateMath(jsonText(value), {
      now: context.now,
      format: format ?? this.format,
      roundUp,
      zone,
    });
    if (typeof instant === 'string') {
      throw shardFailure(instant, { type: 'parse_exception', reason: instant });
    }
    return this.stored(instant);
  }
}

/** Compiles a format that a mapping or query names; one that does not exist was refused before, or is refused here. */
function formatNamed(name: string): DateFormat {
  const format = compileDateFormat(name);
  if (typeof format === 'string') throw shardFailure(format);
  return format;
}
