import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import { type DocumentScalar, isNumeric, scalarText } from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shortestFloat } from '../../../values/shortest-float.js';
import { shardFailure } from '../query/query-error.js';
import { type FieldSpec, type RangeBounds } from './field.js';
import { type FieldNumber, hasFraction, NUMBER_KINDS, type NumberKind, parseDouble, wholePart } from './number-kind.js';
import { ValueField } from './value-field.js';

/**
 * What stands for minus zero in a column: Elasticsearch tells it from zero and orders it before, JavaScript's comparison does not.
 * It is the negative number next to zero, which no log has.
 */
const MINUS_ZERO = -Number.MIN_VALUE;

function held(value: number): number {
  return Object.is(value, -0) ? MINUS_ZERO : value;
}

/** Whether values of the type have single precision at most, and print so. */
export function isSingle(type: string): boolean {
  return type === 'float' || type === 'half_float';
}

/** `byte` to `unsigned_long`, `half_float`, `float` and `double`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/number.html */
export class NumberField extends ValueField<FieldNumber> {
  override readonly keepsNumberText = false;
  private readonly kind: NumberKind;
  private readonly coerces: boolean;

  constructor(spec: FieldSpec) {
    super(spec);
    const kind = NUMBER_KINDS.get(spec.type);
    if (!kind) throw new Error(`${spec.type} is not a numeric type.`);
    this.kind = kind;
    this.coerces = spec.definition['coerce'] !== false && spec.definition['coerce'] !== 'false';
  }

  protected override read(value: DocumentScalar): FieldNumber | undefined {
    if (typeof value === 'boolean')
      throw new UnfitValue(
        'Current token not numeric, can not use numeric value accessors',
        'x_content_parse_exception',
      );
    const text = scalarText(value);
    if (typeof value === 'string') {
      if (text === '' && this.coerces) return undefined;
      if (!this.coerces)
        throw new UnfitValue(`${this.type[0]?.toUpperCase() ?? ''}${this.type.slice(1)} value passed as String`);
    }
    return this.kind.isWhole ? this.readWhole(text, isNumeric(value)) : this.readFractional(text);
  }

  private readWhole(text: string, isNumber: boolean): FieldNumber {
    const whole = wholePart(text);
    if (whole === undefined) throw new UnfitValue(`For input string: "${text}"`);
    if (hasFraction(text) && !this.coerces) throw new UnfitValue(`Value [${text}] has a decimal part`);
    if (whole < this.kind.minimum || whole > this.kind.maximum) {
      throw isNumber && (this.type === 'long' || this.type === 'integer')
        ? new UnfitValue(
            `Numeric value (${text}) out of range of ${this.type === 'long' ? 'long' : 'int'} (${this.kind.minimum} - ${this.kind.maximum})`,
            'x_content_parse_exception',
          )
        : new UnfitValue(`Value [${text}] is out of range for ${this.type === 'integer' ? 'an' : 'a'} ${this.type}`);
    }
    return whole;
  }

  private readFractional(text: string): number {
    const value = parseDouble(text);
    if (value === undefined) throw new UnfitValue(`For input string: "${text}"`, 'number_format_exception');
    const rounded = this.kind.round(value);
    if (Number.isFinite(rounded)) return held(rounded);
    throw new UnfitValue(
      `[${this.type}] supports only finite values, but got [${Number.isFinite(value) ? value : rounded}]`,
    );
  }

  protected override readQuery(value: JsonValue): FieldNumber | undefined {
    const text = this.queryNumber(value);
    if (!this.kind.isWhole) {
      const number = this.kind.round(Number(text));
      if (!Number.isFinite(number))
        throw shardFailure(`[${this.type}] supports only finite values, but got [${number}]`);
      return held(number);
    }
    if (hasFraction(text)) return undefined;
    const whole = wholePart(text);
    return whole === undefined || whole < this.kind.minimum || whole > this.kind.maximum ? undefined : whole;
  }

  override range(bounds: RangeBounds): DocSet {
    const { gt, gte, lt, lte } = bounds;
    const tests = [
      this.lower(gte, (value, bound) => value >= bound),
      this.lower(gt, (value, bound) => value > bound),
      this.lower(lte, (value, bound) => value <= bound),
      this.lower(lt, (value, bound) => value < bound),
    ].filter((test) => test !== undefined);
    if (tests.length === 0 && this.column.length === 0) return DocSet.empty(this.space.size);
    return this.column.selectWhere((value) => tests.every((test) => test(value)));
  }

  /** JavaScript compares numbers with bigints exactly, so a bound needs no rounding to the field's type. */
  private lower(
    bound: JsonValue | undefined,
    holds: (value: FieldNumber, bound: FieldNumber) => boolean,
  ): ((value: FieldNumber) => boolean) | undefined {
    if (bound === undefined || bound === null) return undefined;
    const text = this.queryNumber(bound);
    if (this.kind.isWhole && this.type !== 'unsigned_long') this.checkBound(text);
    const limit =
      this.kind.isWhole && !hasFraction(text)
        ? (wholePart(text) ?? 0)
        : held(this.type === 'half_float' ? Math.fround(Number(text)) : this.kind.round(Number(text)));
    return (value) => holds(value, limit);
  }

  /** Bounds may lie beyond a short or a byte, but not beyond an integer, which is how Elasticsearch reads them, nor beyond a long. */
  private checkBound(text: string): void {
    const isLong = this.type === 'long';
    const number = isLong ? (wholePart(text) ?? 0) : Number(text);
    const [minimum, maximum] = isLong ? [-(2n ** 63n), 2n ** 63n - 1n] : [-(2 ** 31), 2 ** 31 - 1];
    if (number >= minimum && number <= maximum) return;
    const reason = `Value [${text}] is out of range for ${isLong ? 'a long' : 'an integer'}`;
    throw shardFailure(reason, { type: 'illegal_argument_exception', reason });
  }

  protected override show(value: FieldNumber): JsonValue {
    if (value === MINUS_ZERO) return -0;
    return typeof value === 'number' && isSingle(this.type) ? shortestFloat(value) : value;
  }

  override values(doc: number): readonly FieldNumber[] {
    const values = super.values(doc);
    return values.includes(MINUS_ZERO) ? values.map((value) => (value === MINUS_ZERO ? -0 : value)) : values;
  }

  /** The decimal text of a number that a query gives as a number or a string. */
  private queryNumber(value: JsonValue): string {
    const text = jsonText(value);
    // A long is read digit by digit, all others as a double is: with blanks around it, or a suffix.
    const isNumber = this.type === 'long' ? wholePart(text) !== undefined : parseDouble(text) !== undefined;
    if (typeof value === 'boolean' || !isNumber) {
      throw shardFailure(`For input string: "${text}"`, {
        type: 'number_format_exception',
        reason: `For input string: "${text}"`,
      });
    }
    return text.trim().replace(/[dDfF]$/u, '');
  }
}
