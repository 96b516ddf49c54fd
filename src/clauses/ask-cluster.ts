import { knownFields } from '../detections/known-fields.js';
import type { Cluster, EqlEvent, SearchHit } from '../engine/cluster.js';
import { printEql } from '../languages/eql/print.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import type { KqlFields } from '../languages/kql/known-fields.js';
import type { JsonObject } from '../values/json.js';
import type { Asker, DocumentRef, DocumentSet } from './asker.js';
import type { ClauseAsk } from './clause.js';

/** `index.max_result_window`, and the most that an EQL search returns. */
const MOST = 10_000;

/** Asks any cluster, by the same requests that a rule sends. */
export class AskCluster implements Asker {
  readonly documents: readonly DocumentRef[];
  private readonly cluster: Cluster;
  private readonly index: string;
  private readonly filter: JsonObject;
  private readonly fields: KqlFields;
  private readonly byId = new Map<string, Map<string, number>>();

  private constructor(
    cluster: Cluster,
    index: string,
    filter: JsonObject,
    found: { readonly hits: readonly SearchHit[]; readonly fields: KqlFields },
  ) {
    this.cluster = cluster;
    this.index = index;
    this.filter = filter;
    this.fields = found.fields;
    this.documents = found.hits.map(({ _index, _id }) => ({ index: _index, id: _id }));
    this.documents.forEach(({ index: name, id }, at) => {
      const ids = this.byId.get(name) ?? new Map<string, number>();
      this.byId.set(name, ids);
      ids.set(id, at);
    });
  }

  /** Looks at the documents of the indices that the filter lets through, at most 10,000. */
  static async make(
    cluster: Cluster,
    patterns: readonly string[],
    filter: JsonObject = { match_all: {} },
  ): Promise<AskCluster> {
    const index = patterns.join(',');
    const { hits } = await search(cluster, index, filter);
    return new AskCluster(cluster, index, filter, { hits: hits.hits, fields: await knownFields(cluster, index) });
  }

  documentAt(index: string, id: string): number | undefined {
    return this.byId.get(index)?.get(id);
  }

  async find(ask: ClauseAsk): Promise<DocumentSet> {
    const found = new Set<number>();
    for (const { _index, _id } of await this.hits(ask)) {
      const document = this.documentAt(_index, _id);
      if (document !== undefined) found.add(document);
    }
    return found;
  }

  private async hits(ask: ClauseAsk): Promise<readonly EqlEvent[]> {
    if (ask.kind === 'row') return [];
    if (ask.kind === 'eql') {
      const { filter, eventCategoryField } = ask;
      const { hits } = await this.cluster.eql({
        index: this.index,
        query: printEql({ kind: 'Query', source: filter, pipes: [], range: filter.range }),
        filter: this.filter,
        size: MOST,
        ...(eventCategoryField === undefined ? {} : { event_category_field: eventCategoryField }),
      });
      return hits.events ?? [];
    }
    const query = ask.kind === 'dsl' ? ask.query : kqlToQueryDsl(ask.node, { fields: this.fields });
    const { hits } = await search(this.cluster, this.index, { bool: { filter: [query, this.filter] } });
    return hits.hits;
  }
}

function search(cluster: Cluster, index: string, query: JsonObject): ReturnType<Cluster['search']> {
  return cluster.search({
    index,
    query,
    size: MOST,
    _source: false,
    track_total_hits: false,
    ignore_unavailable: true,
    allow_no_indices: true,
  });
}
