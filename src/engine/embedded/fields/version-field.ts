import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { compareVersions, oversizedVersionPart } from '../../../values/version-order.js';
import type { ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import type { RangeBounds, TextPattern } from './field.js';
import { shardFailure } from '../query/query-error.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { WholeStringField } from './string-field.js';
import { withinBounds } from './within-bounds.js';

/** `version`: strings in the order of Semantic Versioning. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/version.html */
export class VersionField extends WholeStringField {
  override compare(left: ColumnValue, right: ColumnValue): number {
    return compareVersions(String(left), String(right));
  }

  override values(doc: number): readonly string[] {
    return [...super.values(doc)].sort(compareVersions);
  }

  /** A number is no version, and no part of one may be more than an integer holds. */
  private static read(value: JsonValue): string {
    if (typeof value !== 'string')
      throw shardFailure(`Illegal value type: class ${javaClass(value)}, value: ${jsonText(value)}`);
    const part = oversizedVersionPart(value);
    if (part !== undefined) throw shardFailure(`For input string: "${part}"`);
    return value;
  }

  protected override check(text: string): void {
    const part = oversizedVersionPart(text);
    if (part !== undefined) throw new UnfitValue(`For input string: "${part}"`, 'number_format_exception');
  }

  override terms(values: readonly JsonValue[]): DocSet {
    return super.terms(values.map((value) => VersionField.read(value)));
  }

  /** Ignoring case does not work on the encoded versions of Elasticsearch 8.19: nothing is found. */
  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    return caseInsensitive ? DocSet.empty(this.space.size) : super.term(VersionField.read(value), false);
  }

  override matching(pattern: TextPattern): DocSet {
    if (pattern.kind !== 'wildcard' || pattern.isFromText !== true) return super.matching(pattern);
    throw shardFailure(
      `Can only use wildcard queries on keyword, text and wildcard fields - not on [${this.name}] which is of type [version]`,
    );
  }

  override range(bounds: RangeBounds): DocSet {
    return this.where(withinBounds(bounds, (bound) => VersionField.read(bound), compareVersions));
  }
}

/** Elasticsearch names the Java class of a value that is no string. */
function javaClass(value: JsonValue): string {
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'java.lang.Long' : 'java.math.BigInteger';
  if (!Number.isInteger(value)) return 'java.lang.Double';
  return Math.abs(Number(value)) < 2 ** 31 ? 'java.lang.Integer' : 'java.lang.Long';
}
