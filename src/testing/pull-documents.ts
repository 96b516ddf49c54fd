import type { Cluster, EqlEvent, EsqlResponse, SearchHit } from '../engine/cluster.js';
import { isJsonArray } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { FixtureError } from './fixtures.js';

/** What is asked of a cluster. */
export type PullQuery =
  | { readonly kind: 'dsl'; readonly query: JsonObject }
  | { readonly kind: 'eql'; readonly query: string; readonly options?: JsonObject }
  | { readonly kind: 'esql'; readonly query: string };

/** Which documents to fetch. */
export interface PullRequest {
  /** Comma list of index names and patterns. */
  readonly index: string;
  readonly query: PullQuery;
  /** Query DSL that documents must match, too: the window of time, the filters of a rule. */
  readonly filter: readonly JsonObject[];
  /** The field that says which documents are the newest. */
  readonly timeField: string;
  /** Most documents; of a search the newest. */
  readonly limit: number;
}

/** A document of a cluster, by the names that a fixture has. */
export interface PulledDocument {
  readonly id: string;
  /** The data stream, where the document lies in one of its backing indices; without the name of a remote cluster. */
  readonly index: string;
  readonly source: JsonObject;
}

/**
 * Fetches documents by a query: of KQL, Lucene and Query DSL the newest ones, oldest first; of EQL the events, or those of the sequences; of ES|QL the
 * documents that its rows name in `_id` (METADATA), in the order of the rows. What has no documents (an aggregation) is a {@link FixtureError}, what the
 * cluster refuses a `ClusterError`.
 */
export async function pullDocuments(cluster: Cluster, request: PullRequest): Promise<readonly PulledDocument[]> {
  const hits = await hitsOf(cluster, request);
  const unique = new Map(hits.map((hit) => [`${hit._index} ${hit._id}`, hit]));
  return [...unique.values()].slice(0, request.limit).map(pulled);
}

type Found = Pick<SearchHit, '_index' | '_id' | '_source'>;

async function hitsOf(cluster: Cluster, request: PullRequest): Promise<readonly Found[]> {
  const { query } = request;
  switch (query.kind) {
    case 'dsl':
      return newest(cluster, request, [...request.filter, query.query]);
    case 'eql': {
      const { hits } = await cluster.eql({
        ...query.options,
        index: request.index,
        query: query.query,
        size: request.limit,
        filter: { bool: { filter: request.filter } },
      });
      const events = hits.events ?? hits.sequences?.flatMap((sequence) => sequence.events) ?? [];
      return events.filter((event: EqlEvent) => event.missing !== true);
    }
    case 'esql': {
      const filter = { bool: { filter: request.filter } };
      const answer = await cluster.esql({ query: `${query.query}\n| LIMIT ${request.limit}`, filter });
      return documentsOf(cluster, request, answer);
    }
  }
}

async function newest(
  cluster: Cluster,
  { index, timeField, limit }: PullRequest,
  filter: readonly JsonObject[],
): Promise<readonly Found[]> {
  const { hits } = await cluster.search({
    index,
    query: { bool: { filter } },
    sort: [{ [timeField]: { order: 'desc', unmapped_type: 'date' } }],
    size: limit,
    track_total_hits: false,
    ignore_unavailable: true,
  });
  return [...hits.hits].reverse();
}

async function documentsOf(
  cluster: Cluster,
  { index, limit }: PullRequest,
  { columns, values }: EsqlResponse,
): Promise<readonly Found[]> {
  const at = columns.findIndex(({ name }) => name === '_id');
  if (at < 0) {
    throw new FixtureError(
      'The rows of this query name no document. Begin it with FROM … METADATA _id, and leave _id in: no STATS, and _id in KEEP.',
    );
  }
  const ids = values.flatMap((row) => {
    const cell = row[at];
    return (isJsonArray(cell) ? cell : [cell]).filter((id) => typeof id === 'string');
  });
  if (ids.length === 0) return [];
  const { hits } = await cluster.search({ index, query: { ids: { values: ids } }, size: Math.min(limit * 2, 10_000) });
  const order = new Map(ids.map((id, position) => [id, position]));
  return [...hits.hits].sort((a, b) => (order.get(a._id) ?? 0) - (order.get(b._id) ?? 0));
}

function pulled({ _index: index, _id: id, _source: source }: Found): PulledDocument {
  if (source === undefined) {
    throw new FixtureError(`${index} keeps no _source, so that its documents cannot be fetched. Name other indices.`);
  }
  // `cluster:.ds-logs-aws.cloudtrail-default-2026.05.01-000001` is a part of the data stream `logs-aws.cloudtrail-default`.
  const local = index.slice(index.lastIndexOf(':') + 1);
  return { id, index: /^\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6}$/u.exec(local)?.[1] ?? local, source };
}
