import { foldAsciiCase } from '../../../values/patterns/ascii-case.js';
import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import { type DocumentScalar, scalarText } from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { Field, type FieldSpec, type TextPattern } from './field.js';

/**
 * `constant_keyword`: one value for all documents of the index, given by the mapping or the first document that has one.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/keyword.html#constant-keyword-field-type
 */
export class ConstantKeywordField extends Field {
  private value: string | undefined;
  /** The document that set the value, if the mapping did not. */
  private setBy: number | undefined;

  constructor(spec: FieldSpec) {
    super(spec);
    const value = spec.definition['value'];
    this.value = value === undefined || value === null ? undefined : jsonText(value);
  }

  override get family(): string {
    return 'keyword';
  }

  protected override add(doc: number, value: DocumentScalar): boolean {
    const text = scalarText(value);
    if (this.value === undefined) {
      this.value = text;
      this.setBy = doc;
    } else if (this.value !== text) {
      throw new UnfitValue(
        `[constant_keyword] field [${this.name}] only accepts values that are equal to the value defined in the mappings [${this.value}], but got [${text}]`,
      );
    }
    return true;
  }

  override truncate(doc: number): void {
    if (this.setBy === undefined || this.setBy < doc) return;
    this.value = undefined;
    this.setBy = undefined;
  }

  override values(): readonly string[] {
    return this.value === undefined ? [] : [this.value];
  }

  override exists(): DocSet {
    return this.all(this.value !== undefined);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    const text = jsonText(value);
    return this.all(
      this.value !== undefined &&
        (caseInsensitive ? foldAsciiCase(text) === foldAsciiCase(this.value) : text === this.value),
    );
  }

  override matching(pattern: TextPattern): DocSet {
    return this.all(this.value !== undefined && pattern.compile(pattern.pattern)(this.value));
  }

  private all(matches: boolean): DocSet {
    return matches ? DocSet.all(this.space.size) : DocSet.none(this.space.size);
  }
}
