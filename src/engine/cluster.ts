import type { JsonObject, JsonValue } from '../values/json.js';

/**
 * What dragnet needs of an Elasticsearch, in Elasticsearch's own request and response shapes.
 * Two engines implement it: the embedded one (`embedded/`) and a real cluster (`elasticsearch.ts`).
 * A refused request rejects with a {@link ClusterError}.
 */
export interface Cluster {
  readonly engine: 'embedded' | 'elasticsearch';
  info(): Promise<ClusterInfo>;
  createIndex(index: string, body?: IndexDefinition): Promise<void>;
  /** Deletes one index by its exact name; a missing index is an error of type `index_not_found_exception`. */
  deleteIndex(index: string): Promise<void>;
  /** Indexes documents and makes them visible to search; per-document failures are data, in the order given. */
  bulk(documents: readonly BulkDocument[]): Promise<BulkResponse>;
  search(request: SearchRequest): Promise<SearchResponse>;
  count(request: CountRequest): Promise<CountResponse>;
  fieldCaps(request: FieldCapsRequest): Promise<FieldCapsResponse>;
  esql(request: EsqlRequest): Promise<EsqlResponse>;
  /** Makes an enrich policy of local rows; absent where policies are the cluster's own. */
  enrichTable?(name: string, table: EnrichTable): Promise<void>;
  eql(request: EqlRequest): Promise<EqlResponse>;
  close(): Promise<void>;
}

/** The answer of `GET /`, as far as it is used. */
export interface ClusterInfo {
  readonly version: { readonly number: string };
}

/** Body of index creation: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-create-index.html */
export interface IndexDefinition {
  readonly mappings?: JsonObject;
  readonly settings?: JsonObject;
}

/** One document to index; `source` is JSON text, passed on as it is, so that numbers keep their digits. */
export interface BulkDocument {
  readonly _index: string;
  readonly _id?: string;
  readonly source: string;
}

/** Response of `_bulk`: one item per document, in order. */
export interface BulkResponse {
  readonly errors: boolean;
  readonly items: readonly BulkItem[];
}

/** What became of one document. */
export interface BulkItem {
  readonly _index: string;
  readonly _id: string;
  readonly status: number;
  readonly error?: ErrorCause;
}

/** Elasticsearch's description of an error. */
export interface ErrorCause {
  readonly type: string;
  readonly reason: string;
  readonly caused_by?: ErrorCause;
  /** Of a `document_missing_exception`: where it was looked for. */
  readonly index?: string;
  /** Of a `circuit_breaking_exception`: what was asked for, what there may be (bytes), and whether it passes by itself. */
  readonly bytes_wanted?: number;
  readonly bytes_limit?: number;
  readonly durability?: 'TRANSIENT' | 'PERMANENT';
}

/** `_search`: `index` is a comma list of names, patterns and `-exclusions`; `query` is Query DSL. */
export interface SearchRequest {
  readonly index: string;
  readonly query?: JsonObject;
  readonly size?: number;
  readonly from?: number;
  readonly sort?: JsonValue;
  readonly search_after?: readonly JsonValue[];
  readonly _source?: JsonValue;
  readonly fields?: readonly JsonValue[];
  readonly aggs?: JsonObject;
  readonly track_total_hits?: boolean | number;
  readonly ignore_unavailable?: boolean;
  readonly allow_no_indices?: boolean;
}

/** Response of `_search`. */
export interface SearchResponse {
  readonly took: number;
  readonly timed_out: boolean;
  readonly hits: {
    readonly total?: { readonly value: number; readonly relation: 'eq' | 'gte' };
    readonly max_score: number | null;
    readonly hits: readonly SearchHit[];
  };
  readonly aggregations?: JsonObject;
}

/** One document found. */
export interface SearchHit {
  readonly _index: string;
  readonly _id: string;
  readonly _score: number | null;
  readonly _source?: JsonObject;
  readonly fields?: JsonObject;
  readonly sort?: readonly JsonValue[];
}

/** `_count`. */
export interface CountRequest {
  readonly index: string;
  readonly query?: JsonObject;
  readonly ignore_unavailable?: boolean;
  readonly allow_no_indices?: boolean;
}

/** Response of `_count`. */
export interface CountResponse {
  readonly count: number;
}

/** `_field_caps`. */
export interface FieldCapsRequest {
  readonly index: string;
  readonly fields: readonly string[];
  readonly ignore_unavailable?: boolean;
  readonly allow_no_indices?: boolean;
}

/** Response of `_field_caps`: field → type → capabilities. */
export interface FieldCapsResponse {
  readonly indices: readonly string[];
  readonly fields: { readonly [field: string]: { readonly [type: string]: JsonObject } };
}

/** `_query`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-query-api.html */
export interface EsqlRequest {
  readonly query: string;
  readonly params?: readonly JsonValue[];
  readonly filter?: JsonObject;
}

/** Response of `_query`: rows of cells; a multi-value is an array, a missing value null. */
export interface EsqlResponse {
  readonly columns: readonly EsqlColumn[];
  readonly values: readonly (readonly JsonValue[])[];
  readonly warnings?: readonly string[];
  readonly is_partial?: boolean;
}

/** Rows for ENRICH, as a policy would hold them: https://www.elastic.co/docs/reference/query-languages/esql/commands/enrich */
export interface EnrichTable {
  readonly type: 'match' | 'range';
  readonly matchField: string;
  /** The fields that it adds; all others of the rows if absent. */
  readonly enrichFields?: readonly string[];
  /** JSON text, one object each. */
  readonly rows: readonly string[];
  readonly mappings: JsonObject;
}

/** Name and ES|QL type of a column. */
export interface EsqlColumn {
  readonly name: string;
  readonly type: string;
  /** Of a column of type `unsupported`: the types of its field, in order of name. */
  readonly original_types?: readonly string[];
}

/** `_eql/search`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html */
export interface EqlRequest {
  readonly index: string;
  readonly query: string;
  readonly filter?: JsonObject;
  readonly size?: number;
  readonly fetch_size?: number;
  readonly max_samples_per_key?: number;
  readonly event_category_field?: string;
  readonly timestamp_field?: string;
  readonly tiebreaker_field?: string;
  readonly result_position?: 'head' | 'tail';
  readonly fields?: readonly JsonValue[];
}

/** Response of `_eql/search`: either events or sequences. */
export interface EqlResponse {
  readonly hits: {
    readonly total?: { readonly value: number; readonly relation: 'eq' | 'gte' };
    readonly events?: readonly EqlEvent[];
    readonly sequences?: readonly EqlSequence[];
  };
}

/** One matching event; `missing` marks the place of an absent event of a sequence. */
export interface EqlEvent {
  readonly _index: string;
  readonly _id: string;
  readonly _source?: JsonObject;
  readonly fields?: JsonObject;
  readonly missing?: boolean;
}

/** One matching sequence or sample. */
export interface EqlSequence {
  readonly join_keys?: readonly JsonValue[];
  readonly events: readonly EqlEvent[];
}
