import type { Cluster } from '../../engine/cluster.js';
import type { JsonObject } from '../../values/json.js';
import type { AlertSource } from '../build-alert.js';
import { fieldOf, withoutField } from '../document-fields.js';
import type { EsqlShape } from './esql-shape.js';

/** A row as a document to raise an alert of; `_id` is empty where it comes from none. */
export interface RowHit extends AlertSource {
  readonly _source: JsonObject;
}

/** Columns that name the document, and are none of its fields. */
const METADATA = new Set(['_id', '_index', '_version']);

/** Documents asked for at a time. */
const PAGE = 1000;

/**
 * The rows as documents: a row with `_id` of a query that does not aggregate takes over the fields of that document that it does not have itself.
 * Of documents with one id in several indices it is that of the row's `_index`, else the first.
 */
export async function rowHits(
  rows: readonly JsonObject[],
  shape: EsqlShape,
  indices: readonly string[],
  cluster: Cluster,
): Promise<readonly RowHit[]> {
  const ids = shape.isAggregating ? [] : rows.flatMap(({ _id: id }) => (typeof id === 'string' ? [id] : []));
  const documents = await documentsWith([...new Set(ids)], indices, cluster);
  return rows.map((row): RowHit => {
    const { _id: id, _index: index } = row;
    const columns = Object.fromEntries(Object.entries(row).filter(([name]) => !METADATA.has(name)));
    const candidates = typeof id === 'string' ? (documents.get(id) ?? []) : [];
    const document = candidates.find(({ _index }) => index === undefined || _index === index);
    return {
      _id: typeof id === 'string' ? id : '',
      _index: typeof index === 'string' ? index : (document?._index ?? ''),
      _source: merged(document?._source ?? {}, columns),
      ...(document?.fields ? { fields: document.fields } : {}),
    };
  });
}

async function documentsWith(
  ids: readonly string[],
  indices: readonly string[],
  cluster: Cluster,
): Promise<ReadonlyMap<string, readonly AlertSource[]>> {
  const found = new Map<string, AlertSource[]>();
  for (let at = 0; at < ids.length; at += PAGE) {
    const { hits } = await cluster.search({
      index: indices.join(','),
      ignore_unavailable: true,
      query: { bool: { filter: [{ ids: { values: ids.slice(at, at + PAGE) } }] } },
      fields: ['*'],
      size: 10_000,
    });
    for (const hit of hits.hits) found.set(hit._id, [...(found.get(hit._id) ?? []), hit]);
  }
  return found;
}

/** A column replaces the field of the document, whatever form it has there. */
function merged(source: JsonObject, columns: JsonObject): JsonObject {
  const rest = Object.keys(columns).reduce(
    (document, name) => (fieldOf(document, name) === undefined ? document : withoutField(document, name)),
    source,
  );
  return { ...rest, ...columns };
}
