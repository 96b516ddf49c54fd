import { jsonText } from '../json-text.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import type { Column, ColumnValue, DocumentSpace } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import {
  DocumentNumber,
  type DocumentScalar,
  type DocumentValue,
  isDocumentObject,
} from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';

/** What a field is made of. */
export interface FieldSpec {
  /** Full path, `a.b.text`. */
  readonly name: string;
  readonly type: string;
  /** The field's part of the mapping. */
  readonly definition: JsonObject;
  /** The documents whose values it holds: the index's, or those of the nested object that it lies in. */
  readonly space: DocumentSpace;
  /** The field whose multi-field this is. */
  readonly parent?: Field;
  /** Whether the parent has values already, which the field is not to have. */
  readonly isLate?: boolean;
  readonly ignoreMalformed: boolean;
}

/** What queries on fields need besides the field. */
export interface FieldQueryContext {
  readonly now: Date;
}

/** Bounds of a range query, as given. */
export interface RangeBounds {
  readonly gt?: JsonValue;
  readonly gte?: JsonValue;
  readonly lt?: JsonValue;
  readonly lte?: JsonValue;
  readonly format?: string;
  readonly timeZone?: string;
  readonly relation: 'intersects' | 'contains' | 'within';
}

/** A query on the text of values: `compile` makes the test from the pattern, which the field may normalise first. */
export interface TextPattern {
  readonly kind: 'prefix' | 'wildcard' | 'regexp' | 'fuzzy';
  readonly pattern: string;
  readonly caseInsensitive: boolean;
  /** Set for the wildcards of a query text, which reach fields by another way than the `wildcard` query. */
  readonly isFromText?: boolean;
  compile(pattern: string): (value: string) => boolean;
}

/** A leaf of the mapping: it holds the values of its documents and answers the queries on them. */
export abstract class Field {
  readonly name: string;
  readonly type: string;
  /** Its part of the mapping; multi-fields that come later are added. */
  definition: JsonObject;
  readonly space: DocumentSpace;
  readonly ignoreMalformed: boolean;
  readonly multiFields: Field[] = [];
  /** The field whose multi-field this is; undefined for others. */
  readonly parent: Field | undefined;
  /** Path in the documents where the values stand: for a multi-field, that of its parent. */
  readonly sourceName: string;
  /** Names of the fields that get the values as well. */
  readonly copyTo: JsonValue | undefined;
  /** Whether the field indexes the digits of a number as they stand, and not its value. */
  readonly keepsNumberText: boolean = true;

  constructor(spec: FieldSpec) {
    this.name = spec.name;
    this.parent = spec.parent;
    this.sourceName = spec.parent?.name ?? spec.name;
    this.type = spec.type;
    this.definition = spec.definition;
    this.space = spec.space;
    this.copyTo = spec.definition['copy_to'];
    this.ignoreMalformed = spec.ignoreMalformed || spec.definition['ignore_malformed'] === true;
  }

  /** The type as `_field_caps` and ES|QL name it. */
  get family(): string {
    return this.type;
  }

  /** The column of whose values each gives one of the field's, or none; undefined where values are held in another way. */
  get valueColumn(): Column | undefined {
    return undefined;
  }

  /** Whether the field shows the values of the field whose multi-field it is, and need not be given them. */
  isView(): boolean {
    return false;
  }

  /** Whether `_field_caps` calls the field searchable, and aggregatable. */
  get searchable(): boolean {
    return this.definition['index'] !== false || this.aggregatable;
  }
  get aggregatable(): boolean {
    return this.definition['doc_values'] !== false;
  }

  /** Adds one value (arrays are taken apart before) of a document; an explicit null is the field's `null_value`, if it has one. Throws {@link UnfitValue}. */
  index(doc: number, value: DocumentValue): boolean {
    if (value === null) {
      const replacement = this.definition['null_value'];
      if (replacement !== undefined && replacement !== null) this.add(doc, replacement as DocumentScalar);
      return true;
    }
    if (isDocumentObject(value)) throw new UnfitValue('Expected text but found START_OBJECT');
    return this.add(doc, value as DocumentScalar);
  }

  /** Adds a scalar; false if the value is left out of the index (ignore_above). */
  protected abstract add(doc: number, value: DocumentScalar): boolean;

  /** Takes back the values of all documents from `doc` on. */
  abstract truncate(doc: number): void;

  /** The values of a document as doc values have them: numbers sorted, keywords sorted without duplicates, text as given. */
  abstract values(doc: number): readonly ColumnValue[];

  /** Prints a value as the JSON that `fields`, sorts and aggregations show. */
  present(value: ColumnValue): JsonValue {
    return value;
  }

  /** What the `fields` of a search show for a scalar of the source; undefined for one that the field does not hold. */
  fetch(...[value]: [value: DocumentScalar, format: string | undefined]): JsonValue | undefined {
    return value instanceof DocumentNumber ? Number(value.text) : value;
  }

  /** Reads what `present` printed (`search_after`, `after`). */
  recall(value: JsonValue): ColumnValue {
    return typeof value === 'object' ? jsonText(value) : value;
  }

  /** Orders two values. */
  compare(left: ColumnValue, right: ColumnValue): number {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  abstract exists(): DocSet;

  /** The documents with exactly this value; a value that cannot be one of the field's throws a {@link shardFailure}. */
  abstract term(value: JsonValue, caseInsensitive: boolean, context: FieldQueryContext): DocSet;

  terms(values: readonly JsonValue[], context: FieldQueryContext): DocSet {
    return values
      .map((value) => this.term(value, false, context))
      .reduce((all, found) => all.or(found), DocSet.empty(this.space.size));
  }

  range(...[]: [bounds: RangeBounds, context: FieldQueryContext]): DocSet {
    throw shardFailure(`Field [${this.name}] of type [${this.type}] does not support range queries`);
  }

  matching(pattern: TextPattern): DocSet {
    const known =
      pattern.kind === 'regexp' || pattern.kind === 'fuzzy' ? 'keyword and text' : 'keyword, text and wildcard';
    throw shardFailure(
      `Can only use ${pattern.kind} queries on ${known} fields - not on [${this.name}] which is of type [${this.type}]`,
    );
  }

  protected unsupported(what: string): never {
    throw new UnsupportedError(`${what} on [${this.name}] of type [${this.type}]`);
  }
}

/** A field that reads JSON objects itself: flattened, ranges, points. */
export abstract class ObjectReadingField extends Field {
  /** Calls {@link readAny} with a guard that lets numbers pass as they are. */
  override index(doc: number, value: DocumentValue): boolean {
    return this.readAny(doc, value, () => undefined);
  }

  /** Adds one value as `index` does; calls `needNumberText` before the text of a number matters. */
  abstract readAny(doc: number, value: DocumentValue, needNumberText: () => void): boolean;
}
