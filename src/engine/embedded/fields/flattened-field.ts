import { foldAsciiCase } from '../../../values/patterns/ascii-case.js';
import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { Column } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import {
  type DocumentScalar,
  type DocumentObject,
  type DocumentValue,
  isDocumentArray,
  isDocumentObject,
  scalarText,
} from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';
import { compareCodePoints } from '../text/code-point-order.js';
import { Field, ObjectReadingField, type FieldSpec, type RangeBounds, type TextPattern } from './field.js';
import { immenseTerm } from './keyword-field.js';
import { withinBounds } from './within-bounds.js';

const MAXIMUM_TERM_BYTES = 32_766;

/**
 * `flattened`: an object whose leaves are all keywords; `field` means any of them, `field.key` one.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/flattened.html
 */
export class FlattenedField extends ObjectReadingField {
  private readonly columns = new Map<string, Column<string>>();
  private readonly root = new FlattenedKey();
  private needNumberText: () => void = () => undefined;
  private readonly ignoreAbove: number;
  private readonly depthLimit: number;

  constructor(spec: FieldSpec) {
    super(spec);
    this.ignoreAbove = Number(spec.definition['ignore_above'] ?? Infinity);
    this.depthLimit = Number(spec.definition['depth_limit'] ?? 20);
  }

  override readAny(doc: number, value: DocumentValue, needNumberText: () => void): boolean {
    if (value === null) return true;
    this.needNumberText = needNumberText;
    if (!isDocumentObject(value)) {
      throw new UnfitValue(
        'Failed to parse object: expecting token of type [START_OBJECT] but found a value',
        'parsing_exception',
      );
    }
    return this.addObject(doc, value, this.root, 1);
  }

  protected override add(): boolean {
    return false;
  }

  private addObject(doc: number, object: DocumentObject, parent: FlattenedKey, depth: number): boolean {
    if (depth > this.depthLimit) {
      throw new UnfitValue(
        `The provided [flattened] field [${this.name}] exceeds the maximum depth limit of [${this.depthLimit}].`,
      );
    }
    let complete = true;
    // JSON objects inherit nothing that this loop could see.
    for (const name in object)
      complete = this.addValue(doc, object[name] ?? null, parent.child(name), depth) && complete;
    return complete;
  }

  private addValue(doc: number, value: DocumentValue, key: FlattenedKey, depth: number): boolean {
    if (typeof value === 'string') return this.addLeaf(doc, value, key);
    if (key.hasNull)
      throw new UnfitValue(`Do not include the null character in the keys of a [flattened] field: [${key.path}]`);
    if (isDocumentObject(value)) return this.addObject(doc, value, key, depth + 1);
    if (isDocumentArray(value)) {
      let complete = true;
      for (const item of value) complete = this.addValue(doc, item, key, depth) && complete;
      return complete;
    }
    if (typeof value === 'number') this.needNumberText();
    const scalar = value ?? (this.definition['null_value'] as DocumentScalar | null | undefined);
    return scalar === undefined || scalar === null ? true : this.addLeaf(doc, scalarText(scalar), key);
  }

  private addLeaf(doc: number, text: string, key: FlattenedKey): boolean {
    if (key.hasNull)
      throw new UnfitValue(`Do not include the null character in the keys of a [flattened] field: [${key.path}]`);
    if (text.length > this.ignoreAbove) return false;
    const { path } = key;
    if ((path.length + text.length) * 3 > MAXIMUM_TERM_BYTES) {
      const bytes = new TextEncoder().encode(`${path}\0${text}`).length;
      if (bytes > MAXIMUM_TERM_BYTES) throw immenseTerm(`${this.name}._keyed`, bytes);
    }
    (key.column ??= this.newColumn(path)).add(doc, text);
    return true;
  }

  /** The column of a path; `{"a.b": 1}` and `{"a": {"b": 1}}` are two keys of one path. */
  private newColumn(path: string): Column<string> {
    let column = this.columns.get(path);
    if (!column) this.columns.set(path, (column = new Column<string>(this.space)));
    return column;
  }

  override truncate(doc: number): void {
    for (const column of this.columns.values()) column.truncate(doc);
  }

  /** The column of a key, if any document has it. */
  column(key: string): Column<string> | undefined {
    return this.columns.get(key);
  }

  override values(doc: number): readonly string[] {
    const all = [...this.columns.values()].flatMap((column) => column.valuesOf(doc));
    return [...new Set(all)].sort(compareCodePoints);
  }

  override exists(): DocSet {
    return this.where(() => true);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    return this.where(equals(value, caseInsensitive));
  }

  override range(bounds: RangeBounds): DocSet {
    return this.where(withinBounds(bounds, jsonText, compareCodePoints));
  }

  override matching(pattern: TextPattern): DocSet {
    return this.where(pattern.compile(pattern.pattern));
  }

  /** The documents with a leaf whose key and value, a null character between them, pass the test. */
  whereKeyed(test: (keyed: string) => boolean): DocSet {
    return [...this.columns]
      .map(([key, column]) => column.selectWhere((value) => test(`${key}\0${value}`)))
      .reduce((all, found) => all.or(found), DocSet.empty(this.space.size));
  }

  private where(test: (value: string) => boolean): DocSet {
    return [...this.columns.values()]
      .map((column) => column.selectWhere(test))
      .reduce((all, found) => all.or(found), DocSet.empty(this.space.size));
  }
}

/** A key as documents nest it, so that its path is put together once and not for every document. */
class FlattenedKey {
  readonly path: string;
  readonly hasNull: boolean;
  column: Column<string> | undefined;
  private readonly isKey: boolean;
  private readonly children = new Map<string, FlattenedKey>();

  /** Without a parent, the field itself, which is no key; the empty text is one. */
  constructor(parent?: FlattenedKey, name = '') {
    this.isKey = parent !== undefined;
    this.path = parent?.isKey === true ? `${parent.path}.${name}` : name;
    this.hasNull = this.path.includes('\0');
  }

  child(name: string): FlattenedKey {
    let child = this.children.get(name);
    if (child === undefined) {
      child = new FlattenedKey(this, name);
      this.children.set(name, child);
    }
    return child;
  }
}

/** One key of a flattened field, made when a query names it. */
export class FlattenedKeyField extends Field {
  private readonly flattened: FlattenedField;
  private readonly key: string;

  constructor(flattened: FlattenedField, key: string) {
    super({
      name: `${flattened.name}.${key}`,
      type: 'flattened',
      definition: flattened.definition,
      space: flattened.space,
      ignoreMalformed: false,
    });
    this.flattened = flattened;
    this.key = key;
  }

  protected override add(): boolean {
    return false;
  }

  override truncate(): void {
    // The flattened field holds the values.
  }

  override values(doc: number): readonly string[] {
    return [...new Set(this.flattened.column(this.key)?.valuesOf(doc) ?? [])].sort(compareCodePoints);
  }

  override exists(): DocSet {
    return this.where(() => true);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    return this.where(equals(value, caseInsensitive));
  }

  override range(bounds: RangeBounds): DocSet {
    const hasUpper = (bounds.lt ?? bounds.lte ?? null) !== null;
    const hasLower = (bounds.gt ?? bounds.gte ?? null) !== null;
    if (!hasUpper || !hasLower) {
      throw shardFailure('[range] queries on keyed [flattened] fields must include both an upper and a lower bound.');
    }
    return this.where(withinBounds(bounds, jsonText, compareCodePoints));
  }

  override matching(pattern: TextPattern): DocSet {
    // A wildcard of a query text is compared with keys and values in one, whatever key it asks for: so does Elasticsearch 8.19.
    if (pattern.isFromText === true) return this.flattened.whereKeyed(pattern.compile(pattern.pattern));
    if (pattern.kind !== 'prefix') {
      throw shardFailure(`[${pattern.kind}] queries are not currently supported on keyed [flattened] fields.`);
    }
    return this.where(pattern.compile(pattern.pattern));
  }

  private where(test: (value: string) => boolean): DocSet {
    return this.flattened.column(this.key)?.selectWhere(test) ?? DocSet.empty(this.space.size);
  }
}

/** Whether a leaf is the text of an exact query. */
function equals(value: JsonValue, caseInsensitive: boolean): (leaf: string) => boolean {
  const text = jsonText(value);
  const folded = foldAsciiCase(text);
  return caseInsensitive ? (leaf) => foldAsciiCase(leaf) === folded : (leaf) => leaf === text;
}
