import type { JsonValue } from '../../../values/json.js';
import { Column, type ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import type { DocumentScalar } from '../documents/document-number.js';
import { shardFailure } from '../query/query-error.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { Field, type FieldQueryContext, type FieldSpec } from './field.js';

/** A field whose values are of one kind and ordered: numbers, dates, booleans, addresses. */
export abstract class ValueField<V extends ColumnValue> extends Field {
  protected readonly column: Column<V>;

  constructor(spec: FieldSpec) {
    super(spec);
    this.column = new Column<V>(spec.space);
  }

  /** The value of a document's scalar; undefined for one that counts as absent. Throws `UnfitValue`. */
  protected abstract read(value: DocumentScalar): V | undefined;

  /** The value that a query asks for; undefined if no document can have it. Throws a shard failure. */
  protected abstract readQuery(value: JsonValue, context: FieldQueryContext): V | undefined;

  protected override add(doc: number, value: DocumentScalar): boolean {
    const read = this.read(value);
    if (read !== undefined) this.column.add(doc, read);
    return true;
  }

  override fetch(value: DocumentScalar, format: string | undefined): JsonValue | undefined {
    try {
      const read = this.read(value);
      return read === undefined ? undefined : this.show(read, format);
    } catch (error) {
      if (error instanceof UnfitValue) return undefined;
      throw error;
    }
  }

  /** Prints a value in a format that the search asks for, or in the field's own. */
  protected show(...[value]: [value: V, format: string | undefined]): JsonValue {
    return this.present(value);
  }

  override get valueColumn(): Column<V> {
    return this.column;
  }

  override truncate(doc: number): void {
    this.column.truncate(doc);
  }

  override values(doc: number): readonly V[] {
    const values = this.column.valuesOf(doc);
    return values.length < 2 ? values : values.sort((a, b) => this.compare(a, b));
  }

  override exists(): DocSet {
    return this.column.selectWhere(() => true);
  }

  override term(value: JsonValue, caseInsensitive: boolean, context: FieldQueryContext): DocSet {
    if (caseInsensitive) this.refuseCaseInsensitive();
    const wanted = this.readQuery(value, context);
    const ordinal = wanted === undefined ? undefined : this.column.ordinalOf(wanted);
    return ordinal === undefined ? DocSet.empty(this.space.size) : this.column.selectOne(ordinal);
  }

  override terms(values: readonly JsonValue[], context: FieldQueryContext): DocSet {
    const accepted = new Uint8Array(this.column.values.length);
    for (const value of values) {
      const wanted = this.readQuery(value, context);
      const ordinal = wanted === undefined ? undefined : this.column.ordinalOf(wanted);
      if (ordinal !== undefined) accepted[ordinal] = 1;
    }
    return this.column.select(accepted);
  }

  protected between(from: V | undefined, to: V | undefined): DocSet {
    return this.column.selectWhere(
      (value) =>
        (from === undefined || this.compare(value, from) >= 0) && (to === undefined || this.compare(value, to) <= 0),
    );
  }

  protected refuseCaseInsensitive(): never {
    throw shardFailure(
      `[${this.name}] field which is of type [${this.type}], does not support case insensitive term queries`,
    );
  }
}
