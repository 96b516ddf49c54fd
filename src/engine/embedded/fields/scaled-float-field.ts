import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import type { DocSet } from '../documents/doc-set.js';
import { type DocumentScalar, scalarText } from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';
import { type FieldSpec, type RangeBounds } from './field.js';
import { parseDouble } from './number-kind.js';
import { ValueField } from './value-field.js';

/** `scaled_float`: a fraction held as the whole number value × scaling_factor. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/number.html#scaled-float-params */
export class ScaledFloatField extends ValueField<number> {
  override readonly keepsNumberText = false;
  private readonly factor: number;

  constructor(spec: FieldSpec) {
    super(spec);
    this.factor = Number(spec.definition['scaling_factor']);
  }

  protected override read(value: DocumentScalar): number | undefined {
    const text = scalarText(value);
    if (text === '' && this.definition['coerce'] !== false) return undefined;
    const number = typeof value === 'boolean' ? undefined : parseDouble(text);
    if (number === undefined) throw new UnfitValue(`For input string: "${text}"`, 'number_format_exception');
    if (!Number.isFinite(number))
      throw new UnfitValue(`[scaled_float] only supports finite values, but got [${number}]`);
    return Math.round(number * this.factor) / this.factor;
  }

  protected override readQuery(value: JsonValue): number {
    return Math.round(this.queryNumber(value) * this.factor) / this.factor;
  }

  override range({ gt, gte, lt, lte }: RangeBounds): DocSet {
    const bound = (value: JsonValue | undefined): number | undefined =>
      value === undefined || value === null ? undefined : this.queryNumber(value) * this.factor;
    const [above, from, below, to] = [bound(gt), bound(gte), bound(lt), bound(lte)];
    return this.column.selectWhere((value) => {
      const scaled = Math.round(value * this.factor);
      return (
        (above === undefined || scaled > above) &&
        (from === undefined || scaled >= from) &&
        (below === undefined || scaled < below) &&
        (to === undefined || scaled <= to)
      );
    });
  }

  private queryNumber(value: JsonValue): number {
    const number = parseDouble(jsonText(value));
    if (number === undefined) throw shardFailure(`For input string: "${jsonText(value)}"`);
    return number;
  }
}
