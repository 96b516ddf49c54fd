import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { compareVersions } from '../../../values/version-order.js';
import type { ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import type { RangeBounds, TextPattern } from './field.js';
import { shardFailure } from '../query/query-error.js';
import { WholeStringField } from './string-field.js';

/** `version`: strings in the order of Semantic Versioning. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/version.html */
export class VersionField extends WholeStringField {
  override compare(left: ColumnValue, right: ColumnValue): number {
    return compareVersions(String(left), String(right));
  }

  override values(doc: number): readonly string[] {
    return [...super.values(doc)].sort(compareVersions);
  }

  /** Ignoring case does not work on the encoded versions of Elasticsearch 8.19: nothing is found. */
  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    return caseInsensitive ? DocSet.empty(this.space.size) : super.term(value, false);
  }

  override matching(pattern: TextPattern): DocSet {
    if (pattern.kind !== 'wildcard' || pattern.isFromText !== true) return super.matching(pattern);
    throw shardFailure(
      `Can only use wildcard queries on keyword, text and wildcard fields - not on [${this.name}] which is of type [version]`,
    );
  }

  override range({ gt, gte, lt, lte }: RangeBounds): DocSet {
    const bound = (value: JsonValue | undefined): string | undefined =>
      value === undefined || value === null ? undefined : jsonText(value);
    const [above, from, below, to] = [bound(gt), bound(gte), bound(lt), bound(lte)];
    return this.where(
      (value) =>
        (above === undefined || compareVersions(value, above) > 0) &&
        (from === undefined || compareVersions(value, from) >= 0) &&
        (below === undefined || compareVersions(value, below) < 0) &&
        (to === undefined || compareVersions(value, to) <= 0),
    );
  }
}
