import { ClusterError } from '../engine/cluster-error.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import { catalogueFromFieldCaps } from '../schemas/fields/import/from-field-caps.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { RuleCluster } from './rule-cluster.js';

/** What a cluster says of a list of index patterns; `refusal` where it does not say. */
export type IndexFacts =
  | { readonly indices: readonly string[]; readonly fields: FieldCatalogue; readonly refusal?: never }
  | { readonly refusal: string };

/** The indices behind patterns and their fields, in one request. */
export async function indexFacts(patterns: readonly string[], cluster: RuleCluster): Promise<IndexFacts> {
  try {
    const found = await cluster.fieldCaps({
      index: patterns.join(','),
      fields: ['*'],
      ignore_unavailable: true,
      allow_no_indices: true,
    });
    return { indices: found.indices, fields: catalogueFromFieldCaps({ ...found }).fields };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (error.status === 404) return { indices: [], fields: new Map() };
    if (error.status === 0) throw error;
    return { refusal: error.message };
  }
}

/** How many documents of the last days there are, and which of the fields none of them has; a sentence where the cluster does not say. */
export async function emptyFields(
  patterns: readonly string[],
  fields: readonly string[],
  { cluster, from, hasTime }: { readonly cluster: RuleCluster; readonly from: string; readonly hasTime: boolean },
): Promise<{ readonly documents: number; readonly empty: ReadonlySet<string> } | string> {
  const aggs: Record<string, JsonObject> = {};
  for (const [at, field] of fields.entries()) aggs[`f${at}`] = { filter: { exists: { field } } };
  try {
    const { hits, aggregations = {} } = await cluster.search({
      index: patterns.join(','),
      size: 0,
      track_total_hits: 1,
      ignore_unavailable: true,
      allow_no_indices: true,
      ...(hasTime ? { query: { range: { '@timestamp': { gte: from } } } } : {}),
      ...(fields.length > 0 ? { aggs } : {}),
    });
    const isEmpty = (at: number): boolean => {
      const answer = aggregations[`f${at}`];
      return isJsonObject(answer) && answer['doc_count'] === 0;
    };
    return { documents: hits.total?.value ?? 0, empty: new Set(fields.filter((_, at) => isEmpty(at))) };
  } catch (error) {
    if (!(error instanceof ClusterError) || error.status === 0) throw error;
    return error.message;
  }
}
