import { foldAsciiCase } from '../../../values/patterns/ascii-case.js';
import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { Column, type ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import { type DocumentScalar, scalarText } from '../documents/document-number.js';
import { compareCodePoints } from '../text/code-point-order.js';
import { Field, type FieldSpec, type RangeBounds, type TextPattern } from './field.js';
import { withinBounds } from './within-bounds.js';

/**
 * A field of strings. A multi-field shares the strings of its parent where both index them as they are given,
 * so that `process.command_line` and `process.command_line.text` are held once.
 */
export abstract class StringField extends Field {
  readonly raw: Column<string>;
  private readonly isShared: boolean;
  /** How many multi-fields show the strings of this field. */
  private views = 0;

  constructor(spec: FieldSpec) {
    super(spec);
    const parent = spec.parent instanceof StringField ? spec.parent : undefined;
    this.isShared = parent !== undefined && spec.isLate !== true && !hasNullValue(parent) && !hasNullValue(this);
    this.raw = parent !== undefined && this.isShared ? parent.raw : new Column<string>(spec.space);
    if (parent !== undefined && this.isShared) parent.views++;
  }

  protected override add(doc: number, value: DocumentScalar): boolean {
    const text = scalarText(value);
    const isIndexed = this.accepts(text);
    // What is too long for the field is held only if a multi-field shows it.
    if (!isIndexed && this.views === 0 && !this.isShared) return false;
    if (this.isShared) this.check(text);
    else if (this.raw.add(doc, text)) this.check(text);
    return isIndexed;
  }

  override get valueColumn(): Column<string> {
    return this.raw;
  }

  override isView(): boolean {
    return this.isShared && this.takesAll;
  }

  /** Whether every string that the parent takes is one of this field, too. */
  protected readonly takesAll: boolean = false;

  /** Throws `UnfitValue` for a string that cannot be indexed. */
  protected check(...[]: [text: string]): void {
    // Most string fields take any string.
  }

  /** Whether a string is indexed (and not too long for it). */
  protected accepts(text: string): boolean {
    return text.length >= 0;
  }

  override fetch(value: DocumentScalar): JsonValue | undefined {
    const text = scalarText(value);
    return this.accepts(text) ? text : undefined;
  }

  override truncate(doc: number): void {
    if (!this.isShared) this.raw.truncate(doc);
  }
}

function hasNullValue(field: Field): boolean {
  return field.definition['null_value'] !== undefined;
}

/** A field of whole strings (`keyword`, `wildcard`), which may be normalised and limited in length. */
export abstract class WholeStringField extends StringField {
  private readonly ignoreAbove: number;
  private readonly normalized: string[] = [];

  constructor(spec: FieldSpec) {
    super(spec);
    const limit = spec.definition['ignore_above'];
    this.ignoreAbove = limit === undefined ? Infinity : Number(limit);
  }

  /** The normaliser of the field; undefined if strings are indexed as they are. */
  protected get normalizer(): ((text: string) => string) | undefined {
    return undefined;
  }

  protected override accepts(text: string): boolean {
    return text.length <= this.ignoreAbove;
  }

  override compare(left: ColumnValue, right: ColumnValue): number {
    return compareCodePoints(String(left), String(right));
  }

  override values(doc: number): readonly string[] {
    const indexed = this.raw.ordinalsOf(doc).flatMap((ordinal) => this.indexed(ordinal) ?? []);
    return indexed.length < 2 ? indexed : [...new Set(indexed)].sort(compareCodePoints);
  }

  override fetch(value: DocumentScalar): JsonValue | undefined {
    const text = super.fetch(value);
    return typeof text === 'string' ? this.normalize(text) : text;
  }

  override exists(): DocSet {
    return this.where(() => true);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    const text = this.normalize(jsonText(value));
    if (caseInsensitive) {
      const folded = foldAsciiCase(text);
      return this.where((candidate) => candidate.length === folded.length && foldAsciiCase(candidate) === folded);
    }
    if (this.normalizer) return this.where((candidate) => candidate === text);
    return this.accepts(text) ? this.raw.selectValue(text) : DocSet.empty(this.space.size);
  }

  override terms(values: readonly JsonValue[]): DocSet {
    const wanted = new Set(values.map((value) => this.normalize(jsonText(value))));
    return this.where((candidate) => wanted.has(candidate));
  }

  override range(bounds: RangeBounds): DocSet {
    return this.where(withinBounds(bounds, (bound) => this.normalize(jsonText(bound)), compareCodePoints));
  }

  override matching(pattern: TextPattern): DocSet {
    return this.where(pattern.compile(this.normalize(pattern.pattern)));
  }

  /** The documents with an indexed string that passes the test. */
  protected where(test: (value: string) => boolean): DocSet {
    return this.raw.selectWhere((_, ordinal) => {
      const value = this.indexed(ordinal);
      return value !== undefined && test(value);
    });
  }

  protected normalize(text: string): string {
    return this.normalizer ? this.normalizer(text) : text;
  }

  /** The string that is indexed for an ordinal; undefined if it was too long. */
  private indexed(ordinal: number): string | undefined {
    const text = this.raw.values[ordinal];
    if (text === undefined || !this.accepts(text)) return undefined;
    if (!this.normalizer) return text;
    return (this.normalized[ordinal] ??= this.normalizer(text));
  }
}
