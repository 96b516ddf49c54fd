import { isJsonObject, type JsonObject, type JsonValue } from '../../../values/json.js';
import type { DocumentScalar, DocumentValue } from '../documents/document-number.js';
import { isDocumentArray, isDocumentObject } from '../documents/document-number.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { parseDocumentExactly } from '../documents/parse-document.js';
import { valuesAt } from '../documents/values-at.js';
import { ConstantKeywordField } from '../fields/constant-keyword-field.js';
import type { Field } from '../fields/field.js';
import { FlattenedField } from '../fields/flattened-field.js';
import { jsonText } from '../json-text.js';
import type { Mapping } from '../mapping/mapping.js';
import { compilePattern } from '../query/compile-pattern.js';
import { parsingError, searchFailure } from '../query/query-error.js';

/** A field or pattern of names, and the format that dates are to have. */
export interface FieldRequest {
  readonly pattern: string;
  readonly format: string | undefined;
}

/** Reads the `fields` of a search. */
export function readFieldRequests(fields: readonly JsonValue[]): FieldRequest[] {
  return fields.map((item) => {
    if (typeof item === 'string') return { pattern: item, format: undefined };
    if (!isJsonObject(item) || item['field'] === undefined)
      throw parsingError('[fields] expects a name or an object with a [field]');
    const { field, format } = item;
    return { pattern: jsonText(field), format: format === undefined ? undefined : jsonText(format) };
  });
}

/**
 * The values of a document's fields as `fields` shows them: taken from the source in its order, each as its field holds it, always
 * in arrays. Fields of nested objects are left out. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-fields.html
 */
export function fetchFields(index: EmbeddedIndex, doc: number, requests: readonly FieldRequest[]): JsonObject {
  const source = parseDocumentExactly(index.source(doc));
  // Patterns mean thousands of names: those that the document cannot have are not looked at.
  const present = new Set<string>();
  addPaths(source, '', present);
  const found = new Map<string, readonly JsonValue[]>();
  for (const { pattern, format } of requests) {
    for (const [name, field] of fieldsOf(index, pattern, present)) {
      if (format !== undefined && !field.type.startsWith('date') && !name.startsWith('_')) throw formatRefused(field);
      const values =
        name.startsWith('_') || field instanceof ConstantKeywordField
          ? field.values(doc)
          : valuesAt(source, field.sourceName).flatMap((value) => fetchValue(field, value, format));
      if (values.length > 0) found.set(name, values);
    }
  }
  return Object.fromEntries(found);
}

function formatRefused({ name, type }: Field): Error {
  const reason = `error fetching [${name}]: Field [${name}] of type [${type}] doesn't support formats.`;
  return searchFailure({ type: 'illegal_argument_exception', reason });
}

/** The fields that a name or pattern means; of a pattern those that the document may have. */
function fieldsOf(index: EmbeddedIndex, pattern: string, present: ReadonlySet<string>): [string, Field][] {
  const names = pattern.includes('*')
    ? namesReading(index.mapping, present).filter(compilePattern(pattern, false))
    : [pattern];
  return names.flatMap((name) => {
    const field = index.field(name);
    return field?.space === index.root ? [[name, field] as [string, Field]] : [];
  });
}

/** The names whose fields have their values at one of the paths, and those of constants, in order. */
function namesReading({ fields, aliases }: Mapping, paths: ReadonlySet<string>): string[] {
  const read: string[] = [];
  for (const path of paths) {
    const field = fields.look(path);
    if (field !== undefined) read.push(path, ...field.multiFields.map(({ name }) => name));
  }
  for (const [name, { path }] of aliases) {
    const sourceName = fields.look(path)?.sourceName;
    if (sourceName !== undefined && paths.has(sourceName)) read.push(name);
  }
  return [...new Set([...read, ...fields.constants()])].sort();
}

/** Adds all paths of a document, however dots and objects spell them. */
function addPaths(value: DocumentValue, path: string, paths: Set<string>): void {
  if (isDocumentArray(value)) for (const item of value) addPaths(item, path, paths);
  else if (isDocumentObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const name = path === '' ? key : `${path}.${key}`;
      paths.add(name);
      addPaths(item, name, paths);
    }
  }
}

function fetchValue(field: Field, value: DocumentValue, format: string | undefined): JsonValue[] {
  if (isDocumentArray(value)) return value.flatMap((item) => fetchValue(field, item, format));
  if (isDocumentObject(value)) return field instanceof FlattenedField ? [value as JsonObject] : [];
  const scalar = value ?? (field.definition['null_value'] as DocumentScalar | null | undefined) ?? null;
  const shown = scalar === null ? undefined : field.fetch(scalar, format);
  return shown === undefined ? [] : [shown];
}
