import { type Cell, type Scalar, cellOf, wholeNumber } from '../../../languages/esql/cells.js';
import type { JsonObject } from '../../../values/json.js';
import { ClusterError } from '../../cluster-error.js';
import { type EmbeddedIndex, setting } from '../documents/embedded-index.js';
import type { Field } from '../fields/field.js';
import { KeywordField, WildcardField } from '../fields/keyword-field.js';
import { TextField } from '../fields/text-field.js';
import type { FieldTraits } from '../mapping/field-table.js';
import type { IndicesOptions } from '../resolve-indices.js';
import { jsonText } from '../json-text.js';
import { compileQuery } from '../query/compile-query.js';
import { Dictionary } from './dictionary.js';
import type { EsqlPolicy, EsqlSource, EsqlTable } from './esql-source.js';

/** Where the enrich policies of a query come from. */
interface Policies {
  policy(name: string): EsqlPolicy | undefined;
}

/** Reads indices of the embedded engine as tables; `find` gives those of an index expression. */
export function embeddedSource(
  find: (expression: string, options?: IndicesOptions) => readonly EmbeddedIndex[],
  policies: Policies,
): EsqlSource {
  return {
    tables: (patterns) => {
      try {
        const found = find(patterns.join(','));
        return found.length === 0 ? undefined : found.map(tableOf);
      } catch (error) {
        if (!(error instanceof ClusterError && error.error.type === 'index_not_found_exception')) throw error;
        // Where none is there it is the checker's to report; one missing beside others is the request's failure.
        if (find(patterns.join(','), { ignore_unavailable: true }).length > 0) throw error;
        return undefined;
      }
    },
    lookup: (name) => {
      const [index] = find(name, { ignore_unavailable: true });
      return index && tableOf(index);
    },
    policy: (name) => policies.policy(name),
  };
}

/** An index as a table of ES|QL. */
export function tableOf(index: EmbeddedIndex): EsqlTable {
  return {
    name: index.name,
    mode: jsonText(setting(index.settings, 'mode') ?? 'standard'),
    fields: fieldTypes(index),
    documents: () => index.live(),
    column: (name) => {
      const field = index.mapping.field(name);
      return field?.space === index.root ? remembered(readField(field)) : undefined;
    },
    id: (doc) => index.id(doc),
    version: (doc) => index.version(doc),
    source: (doc) => index.document(doc),
    search: (query: JsonObject, now) => compileQuery(query)({ index, scope: index.root, now }),
    dictionary: (name) => {
      const field = index.mapping.field(name);
      return field?.space === index.root ? dictionaryOf(readField(field)) : undefined;
    },
  };
}

/**
 * The field whose values a column has. Elasticsearch reads a text from the keyword beside it where that has the same strings, since doc
 * values are faster than the source: they are sorted, without duplicates, and without what the keyword ignores.
 */
function readField(field: Field): Field {
  if (!(field instanceof TextField)) return field;
  const { parent } = field;
  if (parent instanceof WildcardField || (parent instanceof KeywordField && parent.hasExactDocValues)) return parent;
  const isExact = (sub: Field): boolean =>
    sub instanceof KeywordField && sub.hasExactDocValues && sub.definition['ignore_above'] === undefined;
  return field.multiFields.find(isExact) ?? field;
}

/** Fields of nested objects are no columns; an alias has the type of what it names. */
function fieldTypes(index: EmbeddedIndex): ReadonlyMap<string, string> {
  const traits = index.mapping.traits();
  const known = typesOf.get(traits);
  if (known) return known;
  const types = new Map<string, string>();
  for (const object of index.mapping.objects.values()) {
    if (object.scope.path === '' && !object.isNested) types.set(object.path, 'object');
  }
  for (const [name, { type, nested }] of traits) if (nested === '') types.set(name, type);
  typesOf.set(traits, types);
  return types;
}

/** Types that were listed before: mappings that have the same fields share them. */
const typesOf = new WeakMap<ReadonlyMap<string, FieldTraits>, ReadonlyMap<string, string>>();

/** Dictionaries that were made before, for the number of documents and entries there were then. */
const dictionaries = new WeakMap<
  Field,
  { readonly size: number; readonly length: number; readonly made: Dictionary | undefined }
>();

function dictionaryOf(field: Field): Dictionary | undefined {
  const { size } = field.space;
  const length = field.valueColumn?.length ?? 0;
  const known = dictionaries.get(field);
  if (known?.size === size && known.length === length) return known.made;
  const made = Dictionary.of(field, reader(field));
  dictionaries.set(field, { size, length, made });
  return made;
}

/** Cells that were read before: documents are added but never changed, and queries come in numbers. */
const cellsOf = new WeakMap<Field, (Cell | undefined)[]>();

function remembered(field: Field): (doc: number) => Cell {
  const dictionary = dictionaryOf(field);
  if (dictionary !== undefined) return (doc) => dictionary.cell(doc);
  const read = reader(field);
  let cells = cellsOf.get(field);
  if (cells === undefined) cellsOf.set(field, (cells = new Array<Cell | undefined>(field.space.size).fill(undefined)));
  const known = cells;
  return (doc) => {
    const cell = known[doc];
    return cell === undefined ? (known[doc] = read(doc)) : cell;
  };
}

function reader(field: Field): (doc: number) => Cell {
  if (field.type === 'date_nanos') {
    return (doc) => cellOf(field.values(doc).map((value) => wholeNumber(value as bigint)));
  }
  if (field.type === 'ip' || field.type === 'version') {
    // Doc values of these are sets.
    return (doc) => cellOf([...new Set(field.values(doc) as readonly Scalar[])]);
  }
  return (doc) => cellOf(field.values(doc));
}
