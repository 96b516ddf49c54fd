import { jsonText } from '../json-text.js';
import { compileDateFormat, DEFAULT_DATE_FORMAT } from '../../../values/dates/date-format.js';
import { resolveDateMath } from '../../../values/dates/date-math.js';
import { timeZone, UTC } from '../../../values/dates/time-zone.js';
import { parseCidr, parseIpAddress } from '../../../values/ip-address.js';
import type { JsonValue } from '../../../values/json.js';
import { Column } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import {
  type DocumentObject,
  DocumentNumber,
  type DocumentValue,
  isDocumentArray,
  isDocumentObject,
  scalarText,
} from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';
import { ObjectReadingField, type FieldQueryContext, type FieldSpec, type RangeBounds } from './field.js';
import { wholePart, parseDouble } from './number-kind.js';

type Bound = number | bigint;

interface Interval {
  readonly from: Bound;
  readonly to: Bound;
}

/** What sets the range types apart: `next` is the smallest step up, so that open bounds become closed ones. */
interface RangeType {
  readonly minimum: Bound;
  readonly maximum: Bound;
  next(value: Bound): Bound;
  previous(value: Bound): Bound;
}

const whole = (minimum: Bound, maximum: Bound): RangeType => ({
  minimum,
  maximum,
  next: (value) =>
    typeof value === 'bigint' ? value + 1n : Number.isSafeInteger(value + 1) ? value + 1 : BigInt(value) + 1n,
  previous: (value) =>
    typeof value === 'bigint' ? value - 1n : Number.isSafeInteger(value - 1) ? value - 1 : BigInt(value) - 1n,
});

const fraction: RangeType = {
  minimum: -Infinity,
  maximum: Infinity,
  next: nextUp,
  previous: (value) => -nextUp(-Number(value)),
};

/** The range types: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/range.html */
export const RANGE_TYPES: ReadonlyMap<string, RangeType> = new Map([
  ['integer_range', whole(-2_147_483_648, 2_147_483_647)],
  ['long_range', whole(-(2n ** 63n), 2n ** 63n - 1n)],
  ['date_range', whole(-(2n ** 63n), 2n ** 63n - 1n)],
  ['ip_range', whole(0n, 2n ** 128n - 1n)],
  ['float_range', fraction],
  ['double_range', fraction],
]);

/** The next double towards positive infinity. */
function nextUp(value: Bound): number {
  const view = new DataView(new ArrayBuffer(8));
  const number = Number(value) + 0;
  if (!Number.isFinite(number)) return number;
  view.setFloat64(0, number);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, number >= 0 ? bits + 1n : bits - 1n);
  return number === 0 ? Number.MIN_VALUE : view.getFloat64(0);
}

/** A field whose values are ranges; queries ask which of them meet, contain or lie within a value or range. */
export class RangeField extends ObjectReadingField {
  private readonly column: Column<string>;
  private readonly intervals: Interval[] = [];
  private readonly kind: RangeType;

  constructor(spec: FieldSpec) {
    super(spec);
    this.column = new Column<string>(spec.space);
    const kind = RANGE_TYPES.get(spec.type);
    if (!kind) throw new Error(`${spec.type} is not a range type.`);
    this.kind = kind;
  }

  override readAny(doc: number, value: DocumentValue, needNumberText: () => void): boolean {
    if (value === null) return true;
    needNumberText();
    const interval = isDocumentObject(value) ? this.readObject(value) : this.readBlock(value);
    if (interval.from > interval.to) {
      throw new UnfitValue(`min value (${interval.from}) is greater than max value (${interval.to})`);
    }
    if (this.column.add(doc, `${interval.from}:${interval.to}`)) this.intervals.push(interval);
    return true;
  }

  protected override add(): boolean {
    return false;
  }

  private readBlock(value: DocumentValue): Interval {
    const text = isDocumentArray(value) || value === null || isDocumentObject(value) ? '' : scalarText(value);
    if (this.type !== 'ip_range') {
      throw new UnfitValue(
        `error parsing field [${this.name}], expected an object but got ${this.name}`,
        'document_parsing_exception',
      );
    }
    const block = parseCidr(text);
    if (!block) throw new UnfitValue(`Expected [ip/prefix] but was [${text}]`);
    return block;
  }

  private readObject(object: DocumentObject): Interval {
    let { minimum: from, maximum: to } = this.kind;
    for (const [key, value] of Object.entries(object)) {
      if (!['gt', 'gte', 'lt', 'lte'].includes(key)) {
        throw new UnfitValue(
          `error parsing field [${this.name}], with unknown parameter [${key}]`,
          'document_parsing_exception',
        );
      }
      if (value === null) continue;
      const bound = this.read(value as JsonValue | DocumentNumber, key === 'lte' || key === 'gt');
      if (key === 'gt') from = this.kind.next(bound);
      else if (key === 'gte') from = bound;
      else if (key === 'lt') to = this.kind.previous(bound);
      else to = bound;
    }
    return { from, to };
  }

  private read(value: JsonValue | DocumentNumber, roundUp: boolean): Bound {
    const bound = this.readBound(value instanceof DocumentNumber ? value.text : jsonText(value), roundUp);
    if (typeof bound === 'string') throw new UnfitValue(bound);
    return bound;
  }

  /** A bound, or a sentence that says what is wrong with it. */
  private readBound(
    text: string,
    roundUp: boolean,
    query?: { context: FieldQueryContext; bounds: RangeBounds },
  ): Bound | string {
    if (this.type === 'ip_range') return parseIpAddress(text) ?? `'${text}' is not an IP string literal.`;
    if (this.type === 'date_range') return this.readDate(text, roundUp, query);
    const isWhole = this.type === 'integer_range' || this.type === 'long_range';
    return (isWhole ? wholePart(text) : parseDouble(text)) ?? `For input string: "${text}"`;
  }

  private readDate(
    text: string,
    roundUp: boolean,
    query?: { context: FieldQueryContext; bounds: RangeBounds },
  ): Bound | string {
    const name = query?.bounds.format ?? this.definition['format'];
    const format = compileDateFormat(typeof name === 'string' ? name : DEFAULT_DATE_FORMAT);
    if (typeof format === 'string') return format;
    if (!query && text.startsWith('now')) return 'now is not used at indexing time';
    const zone = query?.bounds.timeZone === undefined ? UTC : timeZone(query.bounds.timeZone);
    if (!zone) return `Unknown time-zone ID: ${query?.bounds.timeZone ?? ''}`;
    const now = query?.context.now ?? new Date(0);
    const instant = resolveDateMath(text, { now, format, roundUp, zone });
    return typeof instant === 'string' ? instant : instant.ms;
  }

  override truncate(doc: number): void {
    this.column.truncate(doc);
  }

  override values(): readonly never[] {
    return [];
  }

  override exists(): DocSet {
    return this.column.selectWhere(() => true);
  }

  override term(value: JsonValue, _caseInsensitive: boolean, context: FieldQueryContext): DocSet {
    return this.range({ gte: value, lte: value, relation: 'intersects' }, context);
  }

  override range(bounds: RangeBounds, context: FieldQueryContext): DocSet {
    const read = (value: JsonValue | undefined, roundUp: boolean): Bound | undefined => {
      if (value === undefined || value === null) return undefined;
      const bound = this.readBound(jsonText(value), roundUp, { context, bounds });
      if (typeof bound === 'string') throw shardFailure(bound);
      return bound;
    };
    const [above, below] = [read(bounds.gt, true), read(bounds.lt, false)];
    const low = above ?? read(bounds.gte, false) ?? this.kind.minimum;
    const high = below ?? read(bounds.lte, true) ?? this.kind.maximum;
    if (low > high) throw shardFailure(`Range query \`from\` value (${low}) is greater than \`to\` value (${high})`);
    const from = above === undefined ? low : this.kind.next(low);
    const to = below === undefined ? high : this.kind.previous(high);
    return this.intersecting({ from, to }, bounds.relation);
  }

  private intersecting(query: Interval, relation: RangeBounds['relation'] = 'intersects'): DocSet {
    if (query.from > query.to) return DocSet.empty(this.space.size);
    return this.column.selectWhere((_, ordinal) => {
      const value = this.intervals[ordinal];
      if (!value) return false;
      if (relation === 'contains') return value.from <= query.from && value.to >= query.to;
      if (relation === 'within') return value.from >= query.from && value.to <= query.to;
      return value.from <= query.to && value.to >= query.from;
    });
  }
}
