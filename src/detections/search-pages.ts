import type { Cluster, SearchHit } from '../engine/cluster.js';
import type { JsonArray, JsonObject } from '../values/json.js';

/** A search whose hits are read page by page. */
export interface PagedSearch {
  readonly index: readonly string[];
  readonly filter: readonly JsonObject[];
  readonly sort: JsonArray;
  /** Hits of a page. */
  readonly size: number;
}

/** All values of a hit's fields, as Kibana asks for them. */
const ALL_FIELDS: JsonArray = ['*'];

/**
 * The hits of a search, in the order of its sort. Pages follow one another by `from`: `search_after` loses documents of one time at the
 * border of two pages, as Kibana keeps them by a point in time, which the cluster interface does not have.
 */
export async function* searchPages(cluster: Cluster, search: PagedSearch): AsyncGenerator<readonly SearchHit[]> {
  const { index, filter, sort, size } = search;
  for (let from = 0; from + size <= LARGEST_WINDOW; from += size) {
    const { hits } = await cluster.search({
      index: index.join(','),
      ignore_unavailable: true,
      allow_no_indices: true,
      query: { bool: { filter } },
      sort,
      fields: ALL_FIELDS,
      size,
      from,
      track_total_hits: false,
    });
    if (hits.hits.length > 0) yield hits.hits;
    if (hits.hits.length < size) return;
  }
}

/** `index.max_result_window`: further back no page reaches. */
const LARGEST_WINDOW = 10_000;
