import { Client, errors, HttpConnection, Serializer } from '@elastic/elasticsearch';
import type { ClientOptions } from '@elastic/elasticsearch';
import { isJsonObject, parseJson, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { ClusterError } from './cluster-error.js';
import { securityRefusal } from './security-refusal.js';
import type {
  BulkDocument,
  BulkResponse,
  Cluster,
  ClusterInfo,
  CountRequest,
  CountResponse,
  EqlRequest,
  EqlResponse,
  ErrorCause,
  EsqlRequest,
  EsqlResponse,
  FieldCapsRequest,
  FieldCapsResponse,
  IndexDefinition,
  SearchRequest,
  SearchResponse,
} from './cluster.js';

/** How to reach a cluster and get in. */
export interface ElasticsearchOptions {
  readonly node: string;
  readonly apiKey?: string;
  readonly username?: string;
  readonly password?: string;
  /** PEM text of the certificate authority. */
  readonly ca?: string;
  /** SHA-256 fingerprint of the certificate authority, as Elasticsearch prints it. */
  readonly caFingerprint?: string;
  /** Time for one request in milliseconds; a minute unless said otherwise. */
  readonly requestTimeout?: number;
}

/** Keeps 64-bit integers in requests and responses. */
class ExactSerializer extends Serializer {
  override serialize(object: unknown): string {
    return typeof object === 'string' ? object : printJson(object as JsonValue);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- overrides a generic method
  override deserialize<T = unknown>(json: string): T {
    return parseJson(json) as T;
  }
}

/** Bytes that the headers of a response may take. */
const MOST_HEADERS = 1024 * 1024;

/** Takes long headers: Elasticsearch sends a header for each warning of a query, with the text of the expression in it. */
class LongHeadersConnection extends HttpConnection {
  override buildRequestObject(
    ...args: Parameters<HttpConnection['buildRequestObject']>
  ): ReturnType<HttpConnection['buildRequestObject']> {
    return { ...super.buildRequestObject(...args), maxHeaderSize: MOST_HEADERS };
  }
}

/** A day in milliseconds, for requests whose signal says how long they may take. */
const LONGEST_WAIT = 86_400_000;

/** Documents sent in one bulk request. */
const BULK_BATCH = 1000;

/** The {@link Cluster} interface over a real Elasticsearch 8.x or 9.x. */
export class ElasticsearchCluster implements Cluster {
  readonly engine = 'elasticsearch';
  readonly #client: Client;
  readonly #node: string;

  constructor(options: ElasticsearchOptions) {
    this.#node = withoutCredentials(options.node);
    this.#client = new Client(clientOptions(options));
  }

  info(): Promise<ClusterInfo> {
    return this.#request<ClusterInfo>('GET', '/');
  }

  async createIndex(index: string, body: IndexDefinition = {}): Promise<void> {
    await this.#request('PUT', `/${encodeURIComponent(index)}`, { body: { ...body } });
  }

  async deleteIndex(index: string): Promise<void> {
    // The exact name and nothing else: no wildcard, whatever the cluster allows. Elasticsearch reads a comma as a list even when it is escaped.
    if (/[,*?<>]/.test(index) || index === '_all') {
      throw new ClusterError(400, { type: 'invalid_index_name_exception', reason: `[${index}] is not one index` });
    }
    await this.#request('DELETE', `/${encodeURIComponent(index)}`, { query: { expand_wildcards: 'none' } });
  }

  async bulk(documents: readonly BulkDocument[]): Promise<BulkResponse> {
    const items: BulkResponse['items'][number][] = [];
    for (let from = 0; from < documents.length; from += BULK_BATCH) {
      const lines = documents.slice(from, from + BULK_BATCH).flatMap(({ _index, _id, source }) => [
        printJson({ index: { _index, ...(_id === undefined ? {} : { _id }) } }),
        // One line a document: a pretty-printed source has line feeds between its tokens only.
        source.replace(/[\r\n]+/g, ' '),
      ]);
      const response = await this.#request<BulkAnswer>('POST', '/_bulk', {
        bulkBody: lines,
        query: { refresh: 'true' },
      });
      items.push(...response.items.flatMap(({ index, create }) => index ?? create ?? []));
    }
    return { errors: items.some(({ error }) => error !== undefined), items };
  }

  search({ index, ...request }: SearchRequest): Promise<SearchResponse> {
    const { body, query } = split(request);
    return this.#request('POST', `/${path(index)}/_search`, { body, query });
  }

  count({ index, ...request }: CountRequest): Promise<CountResponse> {
    const { body, query } = split(request);
    return this.#request('POST', `/${path(index)}/_count`, { body, query });
  }

  fieldCaps({ index, fields, ...request }: FieldCapsRequest): Promise<FieldCapsResponse> {
    const { query } = split(request);
    return this.#request('POST', `/${path(index)}/_field_caps`, { query: { ...query, fields: fields.join(',') } });
  }

  /** `GET _mapping`: index → its mappings. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-get-mapping.html */
  mapping(index: string): Promise<JsonObject> {
    return this.#request('GET', `/${path(index)}/_mapping`);
  }

  /** Any other request that only reads: its answer is an object. */
  get(target: string): Promise<JsonObject> {
    return this.#request('GET', target);
  }

  /** Any other request; its answer is an object. A `signal` that aborts ends the wait, with a `ClusterError` of status 0. */
  send(method: string, target: string, options: RequestOptions = {}): Promise<JsonObject> {
    return this.#request(method, target, options);
  }

  async esql(request: EsqlRequest): Promise<EsqlResponse> {
    return this.#request('POST', '/_query', { body: { ...request }, warnings: true });
  }

  eql({ index, ...body }: EqlRequest): Promise<EqlResponse> {
    return this.#request('POST', `/${path(index)}/_eql/search`, { body: { ...body } });
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #request<T>(method: string, target: string, options: RequestOptions = {}): Promise<T> {
    const { body, bulkBody, query = {}, warnings = false, signal } = options;
    try {
      const response = await this.#client.transport.request(
        {
          method,
          path: target,
          querystring: query,
          ...(body === undefined ? {} : { body }),
          ...(bulkBody === undefined ? {} : { bulkBody: [...bulkBody] }),
        },
        { meta: true, ...(signal ? { signal, requestTimeout: LONGEST_WAIT } : {}) },
      );
      // No redirect is followed: the credentials are for this server alone.
      if (response.statusCode >= 300) throw redirected(response.statusCode, this.#node);
      // The client's own `warnings` drops all but the first where Node has joined the headers.
      const texts = warnings ? [response.headers.warning ?? []].flat().flatMap(warningTexts) : [];
      return { ...(response.body as object), ...(texts.length > 0 ? { warnings: texts } : {}) } as T;
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  #refusal(error: unknown): unknown {
    if (error instanceof errors.ResponseError) return responseError(error.statusCode ?? 500, error.body, this.#node);
    if (error instanceof errors.ElasticsearchClientError) {
      return new ClusterError(0, {
        type: 'connection_error',
        reason: `${this.#node} did not answer (${error.message}). Check the URL, that Elasticsearch runs, and the certificate.`,
      });
    }
    return error;
  }
}

/** What a request has besides its method and path. */
export interface RequestOptions {
  readonly body?: JsonObject;
  /** Lines of `_bulk`, JSON text each. */
  readonly bulkBody?: readonly string[];
  /** Parameters of the URL. */
  readonly query?: Readonly<Record<string, string>>;
  /** Whether the texts of Warning headers are added to the answer as `warnings`. */
  readonly warnings?: boolean;
  readonly signal?: AbortSignal;
}

interface BulkAnswer {
  readonly items: readonly {
    readonly index?: BulkResponse['items'][number];
    readonly create?: BulkResponse['items'][number];
  }[];
}

/** `ignore_unavailable` and `allow_no_indices` travel in the URL, the rest in the body. */
function split(request: object): { readonly body: JsonObject; readonly query: Readonly<Record<string, string>> } {
  const entries = Object.entries(request as JsonObject);
  const inUrl = (key: string): boolean => key === 'ignore_unavailable' || key === 'allow_no_indices';
  return {
    body: Object.fromEntries(entries.filter(([key]) => !inUrl(key))),
    query: Object.fromEntries(entries.filter(([key]) => inUrl(key)).map(([key, value]) => [key, printJson(value)])),
  };
}

/** Index names and patterns in a URL: commas and `*` keep their meaning, everything else is escaped. */
function path(index: string): string {
  return index.split(',').map(encodeURIComponent).join(',');
}

function clientOptions(options: ElasticsearchOptions): ClientOptions {
  const { node, apiKey, username, password, ca, caFingerprint, requestTimeout = 60_000 } = options;
  const auth =
    apiKey !== undefined ? { apiKey } : username !== undefined ? { username, password: password ?? '' } : undefined;
  return {
    node,
    ...(auth ? { auth } : {}),
    ...(ca === undefined ? {} : { tls: { ca } }),
    ...(caFingerprint === undefined ? {} : { caFingerprint }),
    requestTimeout,
    // A repeated write could do its work twice.
    maxRetries: 0,
    // The other connection (undici) has no certificate fingerprints on every Node that we support.
    Connection: LongHeadersConnection,
    Serializer: ExactSerializer,
  };
}

/** A node's URL as it may be shown. */
function withoutCredentials(node: string): string {
  return node.replace(/\/\/[^/@]*@/, '//');
}

function responseError(status: number, body: unknown, node: string): ClusterError {
  if (status === 401 || status === 403) {
    return new ClusterError(status, { type: 'security_exception', reason: securityRefusal(status, body, node) });
  }
  const error = isJsonObject(body) ? body['error'] : undefined;
  if (isJsonObject(error) && typeof error['type'] === 'string') return new ClusterError(status, rootCause(error));
  // A node without a module answers like this to the requests of that module.
  if (typeof error === 'string' && error.startsWith('no handler found')) {
    return new ClusterError(status, { type: 'no_handler', reason: `${node} has no such request: ${error}` });
  }
  return new ClusterError(status, { type: 'http_error', reason: `${node} answered with status ${status}.` });
}

function redirected(status: number, node: string): ClusterError {
  const reason = `${node} answered with status ${status}, which leads elsewhere. Give the URL of the cluster itself.`;
  return new ClusterError(0, { type: 'connection_error', reason });
}

/** A failure of all shards says nothing itself; its root cause does. */
function rootCause(error: JsonObject): ErrorCause {
  const { type, reason, root_cause: causes } = error;
  const [first] = Array.isArray(causes) ? (causes as readonly JsonValue[]).filter(isJsonObject) : [];
  const telling = type === 'search_phase_execution_exception' && first !== undefined ? first : error;
  const text = telling['reason'] ?? reason;
  return {
    type: typeof telling['type'] === 'string' ? telling['type'] : 'unknown',
    reason: typeof text === 'string' ? text : printJson(text ?? null),
  };
}

/** The texts of an HTTP Warning header, `299 Elasticsearch-8.19.0-… "text"`; Node joins several headers with commas. */
function warningTexts(header: string): readonly string[] {
  const quoted = [...header.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    decoded(text.replace(/\\(.)/g, '$1')),
  );
  return quoted.length === 0 ? [header] : quoted;
}

/** Elasticsearch encodes what a header cannot hold as a URL does. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
