import { hitValues } from '../detections/document-fields.js';
import type { Cluster } from '../engine/cluster.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';

/** `index.max_result_window`: more documents are not looked at. */
const MOST = 10_000;

/** Values of fields by document: texts, so that they compare across types. */
export type FieldTexts = (document: string, field: string) => readonly string[];

/** The documents that a filter finds, and the values of some of their fields as a search gives them. */
export async function fetchFields(
  cluster: Cluster,
  indices: readonly string[],
  filter: JsonObject,
  fields: readonly string[],
): Promise<{ readonly ids: readonly string[]; readonly values: FieldTexts }> {
  const { hits } = await cluster.search({
    index: indices.join(','),
    query: filter,
    fields,
    _source: false,
    size: MOST,
    track_total_hits: false,
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  const byId = new Map(hits.hits.map((hit) => [hit._id, hit]));
  return {
    ids: [...byId.keys()],
    values: (document, field) => {
      const hit = byId.get(document);
      return hit ? hitValues(hit, field).map((value) => (typeof value === 'string' ? value : printJson(value))) : [];
    },
  };
}

/** Every combination of the values of some fields, as one text each; none where a field has no value. */
export function combinations(document: string, fields: readonly string[], values: FieldTexts): readonly string[] {
  return fields
    .reduce<readonly (readonly string[])[]>(
      (found, field) => found.flatMap((start) => values(document, field).map((value) => [...start, value])),
      [[]],
    )
    .map((parts) => JSON.stringify(parts));
}
