import { jsonText } from '../json-text.js';
import type { BulkItem, ErrorCause, IndexDefinition } from '../../cluster.js';
import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../../../values/json.js';
import type { Field } from '../fields/field.js';
import { IdField, IgnoredField, IndexNameField } from '../fields/metadata-field.js';
import { DEFAULT_FIELD_LIMIT } from '../mapping/dynamic-mapping.js';
import type { Mapping, Scope } from '../mapping/mapping.js';
import { mergeMapping } from '../mapping/merge-mapping.js';
import { type MappingContext, parseMapping } from '../mapping/parse-mapping.js';
import type { SourceField } from './column.js';
import { DocSet } from './doc-set.js';
import { type DocumentObject, type DocumentValue, isDocumentObject } from './document-number.js';
import { DocumentRejection } from './document-rejection.js';
import { DocumentIndexer } from './index-document.js';
import { hasDelicateNumber, parseDocument, parseDocumentExactly } from './parse-document.js';
import { valuesAt } from './values-at.js';

/** One index: its mapping, its documents as given, and their values by field. Documents are numbered in the order of indexing. */
export class EmbeddedIndex {
  readonly name: string;
  readonly settings: JsonObject;
  readonly mapping: Mapping;
  private readonly context: MappingContext;
  private readonly metadata: ReadonlyMap<string, Field>;
  private readonly ids: string[] = [];
  private readonly sources: (string | undefined)[] = [];
  private readonly versions: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly ignoredField: IgnoredField;
  private readonly fieldLimit: number;
  private readonly knownPaths = new Map<string, { readonly fieldCount: number; readonly paths: readonly string[] }>();
  private replaced: number[] = [];
  private expectsDelicate = false;

  constructor(name: string, { mappings = {}, settings = {} }: IndexDefinition = {}) {
    this.name = name;
    this.settings = settings;
    this.context = parseMapping(mappings, jsonText(setting(settings, 'mapping.ignore_malformed') ?? false) === 'true');
    this.mapping = this.context.mapping;
    this.fieldLimit = Number(setting(settings, 'mapping.total_fields.limit') ?? DEFAULT_FIELD_LIMIT);
    this.root.sourceValues = (doc, field) => this.sourceValues(doc, field);
    this.ignoredField = new IgnoredField(this.root);
    this.metadata = new Map<string, Field>([
      [
        '_id',
        new IdField(
          this.root,
          (id) => this.numbers.get(id),
          (doc) => this.ids[doc],
        ),
      ],
      ['_index', new IndexNameField(this.root, name)],
      ['_ignored', this.ignoredField],
    ]);
  }

  /**
   * Adds to the mapping; documents that are there already are not indexed again. Throws a `ClusterError`, and changes nothing, if a
   * field would be another than it is.
   */
  putMapping(definition: JsonObject): void {
    mergeMapping(this.context, definition, this.root.size === 0);
  }

  /** The documents themselves, as opposed to nested objects. */
  get root(): Scope {
    return this.mapping.root.scope;
  }

  /** One more than the highest document number. */
  get size(): number {
    return this.root.size;
  }

  /** The documents that are there: all but those that were replaced. */
  live(): DocSet {
    const gone = DocSet.empty(this.size);
    for (const doc of this.replaced) gone.add(doc);
    return gone.complement();
  }

  /** Number of documents. */
  get count(): number {
    return this.numbers.size;
  }

  /** The field of a name, metadata fields included. */
  field(name: string): Field | undefined {
    return this.metadata.get(name) ?? this.mapping.field(name);
  }

  id(doc: number): string {
    return this.ids[doc] ?? '';
  }

  version(doc: number): number {
    return this.versions[doc] ?? 1;
  }

  /** The JSON text of a document, as it was given. */
  source(doc: number): string {
    return this.sources[doc] ?? '{}';
  }

  /** The JSON text of the document of an id, if it is there. */
  sourceOf(id: string): string | undefined {
    const doc = this.numbers.get(id);
    return doc === undefined ? undefined : this.source(doc);
  }

  /** How often the document of an id has been written, if it is there. */
  versionOf(id: string): number | undefined {
    const doc = this.numbers.get(id);
    return doc === undefined ? undefined : this.version(doc);
  }

  /** Deletes the document of an id; whether it was there. */
  delete(id: string): boolean {
    const doc = this.numbers.get(id);
    if (doc === undefined) return false;
    this.numbers.delete(id);
    this.remove(doc);
    return true;
  }

  /** The document, read from its text. */
  document(doc: number): JsonObject {
    const value: JsonValue = parseJson(this.source(doc));
    return isJsonObject(value) ? value : {};
  }

  /** What the text of a document has for a field, and for the fields that are copied to it. */
  private sourceValues(doc: number, field: SourceField): readonly DocumentValue[] {
    const text = this.source(doc);
    const source = hasDelicateNumber(text) ? parseDocumentExactly(text) : parseDocument(text);
    return this.sourcePaths(field).flatMap((path) => valuesAt(source, path));
  }

  private sourcePaths({ name, sourceName }: SourceField): readonly string[] {
    const { fields } = this.mapping;
    const known = this.knownPaths.get(name);
    if (known?.fieldCount === fields.size) return known.paths;
    const copied = [...fields.looks()].filter(({ copyTo }) => [copyTo].flat().includes(name));
    const paths = [sourceName, ...copied.map((field) => field.sourceName)];
    this.knownPaths.set(name, { fieldCount: fields.size, paths });
    return paths;
  }

  /** Indexes a document; one of the same id is replaced. A document that cannot be indexed leaves no trace. */
  add(id: string, source: string): BulkItem {
    const previous = this.numbers.get(id);
    const doc = this.root.size;
    const outcome =
      this.read(id, source, this.expectsDelicate && hasDelicateNumber(source)) ?? this.read(id, source, true);
    if (outcome && !(outcome instanceof DocumentIndexer)) {
      return { _index: this.name, _id: id, status: 400, error: outcome };
    }
    this.ids.push(id);
    this.sources.push(source);
    this.versions.push(previous === undefined ? 1 : this.version(previous) + 1);
    this.numbers.set(id, doc);
    if (previous !== undefined) this.remove(previous);
    for (const name of outcome?.ignored ?? []) this.ignoredField.record(doc, name);
    return { _index: this.name, _id: id, status: previous === undefined ? 201 : 200 };
  }

  /**
   * Reads a document into its fields; gives the reason if it is rejected, and undefined if it has to be read once more with the
   * text of its numbers.
   */
  private read(id: string, source: string, exactly: boolean): DocumentIndexer | ErrorCause | undefined {
    const { scopes } = this.mapping;
    // Most mappings have no nested fields, whose objects are counted, too.
    const sizes = scopes.length === 1 ? [this.root.size] : scopes.map((scope) => scope.size);
    let isChecked = exactly;
    const indexer = new DocumentIndexer(this.context, id, () => {
      if (!isChecked && hasDelicateNumber(source)) throw new InexactNumbers();
      isChecked = true;
    });
    try {
      const value = readDocument(source, exactly);
      const doc = this.root.size++;
      indexer.index(value, doc);
      if (this.mapping.fieldCount > this.fieldLimit && indexer.undo !== undefined) throw tooManyFields(this.fieldLimit);
      return indexer;
    } catch (error) {
      this.takeBack(sizes, indexer);
      if (error instanceof InexactNumbers) {
        // Where one document has such numbers, others have: they are looked for beforehand from now on.
        this.expectsDelicate = true;
        return undefined;
      }
      if (error instanceof DocumentRejection) return error.cause;
      throw error;
    }
  }

  private remove(doc: number): void {
    this.replaced.push(doc);
    this.sources[doc] = undefined;
  }

  private takeBack(sizes: readonly number[], indexer: DocumentIndexer): void {
    this.mapping.scopes.forEach((scope, at) => {
      scope.size = sizes[at] ?? 0;
      if (scope.parent) scope.parents.length = scope.size;
    });
    for (const undo of indexer.undo?.reverse() ?? []) undo();
    for (const field of this.mapping.fields.made()) field.truncate(field.space.size);
  }
}

/** An index setting by its short name, in whichever of the spellings that Elasticsearch takes it was given. */
export function setting(settings: JsonObject, name: string): JsonValue | undefined {
  const parts = name.split('.');
  for (const start of [settings, settings['index']]) {
    const value = isJsonObject(start) ? (start[name] ?? start[`index.${name}`] ?? descend(start, parts)) : undefined;
    if (value !== undefined && value !== null && typeof value !== 'object') return value;
  }
  return undefined;
}

function descend(settings: JsonObject, parts: readonly string[]): JsonValue | undefined {
  return parts.reduce<JsonValue | undefined>(
    (value, part) => (isJsonObject(value) ? value[part] : undefined),
    settings,
  );
}

/** Says that a document has to be read with the text of its numbers. */
class InexactNumbers extends Error {}

function readDocument(source: string, exactly: boolean): DocumentObject {
  let value: DocumentValue;
  try {
    value = exactly ? parseDocumentExactly(source) : parseDocument(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DocumentRejection(malformed(error.message));
  }
  if (isDocumentObject(value)) return value;
  throw new DocumentRejection({
    type: 'document_parsing_exception',
    reason: 'Malformed content, must start with an object',
  });
}

function malformed(reason: string): ErrorCause {
  return {
    type: 'document_parsing_exception',
    reason: 'failed to parse',
    caused_by: { type: 'x_content_parse_exception', reason },
  };
}

function tooManyFields(limit: number): DocumentRejection {
  const reason = `Limit of total fields [${limit}] has been exceeded while adding new fields`;
  return new DocumentRejection({
    type: 'document_parsing_exception',
    reason: `failed to parse: ${reason}`,
    caused_by: { type: 'illegal_argument_exception', reason },
  });
}
