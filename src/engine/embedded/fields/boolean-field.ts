import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import type { DocSet } from '../documents/doc-set.js';
import type { DocumentScalar } from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';
import type { FieldQueryContext, RangeBounds } from './field.js';
import { ValueField } from './value-field.js';

/** `boolean`: true and false, also as strings; the empty string is false. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/boolean.html */
export class BooleanField extends ValueField<boolean> {
  override readonly keepsNumberText = false;
  protected override read(value: DocumentScalar): boolean {
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'string')
      throw new UnfitValue('Current token not of boolean type', 'x_content_parse_exception');
    if (value === 'true') return true;
    if (value === 'false' || value === '') return false;
    throw new UnfitValue(`Failed to parse value [${value}] as only [true] or [false] are allowed.`);
  }

  protected override readQuery(value: JsonValue): boolean {
    const text = jsonText(value);
    if (text === 'true') return true;
    if (text === 'false') return false;
    throw shardFailure(`Can't parse boolean value [${text}], expected [true] or [false]`);
  }

  /** Whether case matters makes no difference to true and false. */
  override term(value: JsonValue, _caseInsensitive: boolean, context: FieldQueryContext): DocSet {
    return super.term(value, false, context);
  }

  override range({ gt, gte, lt, lte }: RangeBounds): DocSet {
    const bound = (value: JsonValue | undefined): boolean | undefined =>
      value === undefined || value === null ? undefined : this.readQuery(value);
    const [above, from, below, to] = [bound(gt), bound(gte), bound(lt), bound(lte)];
    return this.column.selectWhere(
      (value) =>
        (above === undefined || value > above) &&
        (from === undefined || value >= from) &&
        (below === undefined || value < below) &&
        (to === undefined || value <= to),
    );
  }
}
