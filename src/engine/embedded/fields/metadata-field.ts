import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { Column, type DocumentSpace } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import { compileWildcard } from '../../../values/patterns/wildcard.js';
import { compareCodePoints } from '../text/code-point-order.js';
import { shardFailure } from '../query/query-error.js';
import { Field, type TextPattern } from './field.js';

const specOf = (name: string, space: DocumentSpace) =>
  ({ name, type: name, definition: {}, space, ignoreMalformed: false }) as const;

/** `_id`: exact values only. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/mapping-id-field.html */
export class IdField extends Field {
  private readonly number: (id: string) => number | undefined;
  private readonly id: (doc: number) => string | undefined;

  constructor(
    space: DocumentSpace,
    number: (id: string) => number | undefined,
    id: (doc: number) => string | undefined,
  ) {
    super(specOf('_id', space));
    this.number = number;
    this.id = id;
  }

  override get aggregatable(): boolean {
    return false;
  }

  protected override add(): boolean {
    return false;
  }

  override truncate(): void {
    // The index holds the ids.
  }

  override values(doc: number): readonly string[] {
    return [this.id(doc) ?? ''];
  }

  override exists(): DocSet {
    return DocSet.full(this.space.size);
  }

  override term(value: JsonValue): DocSet {
    const set = DocSet.empty(this.space.size);
    const doc = this.number(jsonText(value));
    if (doc !== undefined) set.add(doc);
    return set;
  }
}

/** `_index`: the same for all documents of an index. */
export class IndexNameField extends Field {
  private readonly index_: string;

  constructor(space: DocumentSpace, name: string) {
    super(specOf('_index', space));
    this.index_ = name;
  }

  protected override add(): boolean {
    return false;
  }

  override truncate(): void {
    // The name belongs to the index.
  }

  override values(): readonly string[] {
    return [this.index_];
  }

  override exists(): DocSet {
    return DocSet.full(this.space.size);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    // A star in the name of an index is a wildcard, even in a query on exact values.
    return this.all(
      compileWildcard(jsonText(value), { caseInsensitive, escape: false, singleCharacter: false })(this.index_),
    );
  }

  override terms(values: readonly JsonValue[]): DocSet {
    return this.all(values.some((value) => !this.term(value, false).isEmpty()) || this.space.size === 0);
  }

  override matching(pattern: TextPattern): DocSet {
    if (pattern.kind === 'regexp' || pattern.kind === 'fuzzy') return super.matching(pattern);
    return this.all(pattern.compile(pattern.pattern)(this.index_));
  }

  private all(matches: boolean): DocSet {
    return matches ? DocSet.all(this.space.size) : DocSet.none(this.space.size);
  }
}

/** `_ignored`: names of the fields whose value was left out. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/mapping-ignored-field.html */
export class IgnoredField extends Field {
  private readonly column: Column<string>;

  constructor(space: DocumentSpace) {
    super(specOf('_ignored', space));
    this.column = new Column<string>(space);
  }

  /** Notes that a field of the newest document was left out. */
  record(doc: number, name: string): void {
    this.column.add(doc, name);
  }

  protected override add(): boolean {
    return false;
  }

  override truncate(doc: number): void {
    this.column.truncate(doc);
  }

  override values(doc: number): readonly string[] {
    return this.column.valuesOf(doc).sort(compareCodePoints);
  }

  override exists(): DocSet {
    return this.column.selectWhere(() => true);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    if (caseInsensitive) throw shardFailure('[_ignored] does not support case insensitive term queries');
    const text = jsonText(value);
    return this.column.selectWhere((name) => name === text);
  }

  override matching(pattern: TextPattern): DocSet {
    return this.column.selectWhere(pattern.compile(pattern.pattern));
  }
}
