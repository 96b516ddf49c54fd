import { ClusterError } from '../engine/cluster-error.js';
import type {
  BulkDocument,
  BulkResponse,
  Cluster,
  ClusterInfo,
  CountRequest,
  CountResponse,
  EqlRequest,
  EqlResponse,
  EsqlRequest,
  EsqlResponse,
  FieldCapsRequest,
  FieldCapsResponse,
  IndexDefinition,
  SearchRequest,
  SearchResponse,
} from '../engine/cluster.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { freezeDateMath } from './freeze-date-math.js';
import { refusedType, withoutType } from './nearest-types.js';
import { outerHits } from './outer-hits.js';
import { refuseIndexReferences } from './refuse-index-references.js';

/** Milliseconds until a creation that got no answer should be done. */
const LATE = 2000;

/** What clusters turned out to lack, so that each is asked once and not for every index. */
const MISSING_TYPES = new WeakMap<Cluster, Set<string>>();

function missingTypesOf(cluster: Cluster): Set<string> {
  const known = MISSING_TYPES.get(cluster) ?? new Set<string>();
  MISSING_TYPES.set(cluster, known);
  return known;
}

/**
 * A view of a cluster in which every index name carries a unique prefix and the clock stands still.
 *
 * Callers use the names and the date math that rules use; requests are rewritten on the way in and index names
 * mapped back on the way out. Documents are never shifted in time: `now` in a query becomes an absolute time.
 * What cannot be rewritten is refused by name. Every created index is tracked, and {@link cleanUp} deletes each
 * by its exact name.
 */
export class IsolatedCluster implements Cluster {
  readonly engine: Cluster['engine'];
  readonly #cluster: Cluster;
  readonly #prefix: string;
  readonly #now: Date;
  readonly #created = new Set<string>();
  readonly #unanswered = new Set<string>();
  readonly #notes = new Set<string>();

  /** `now` is read at each request: it may be moved between them. */
  constructor(cluster: Cluster, options: { readonly prefix: string; readonly now: Date }) {
    this.engine = cluster.engine;
    this.#cluster = cluster;
    this.#prefix = options.prefix;
    this.#now = options.now;
  }

  info(): Promise<ClusterInfo> {
    return this.#cluster.info();
  }

  async createIndex(index: string, body?: IndexDefinition): Promise<void> {
    // No index can have such a name, and in the request that deletes it the name would stand for others.
    if (/[,*?<>]/.test(index)) {
      const reason = `Invalid index name [${index}], must not contain the characters [,*?<>]`;
      throw new ClusterError(400, { type: 'invalid_index_name_exception', reason });
    }
    const name = this.#inner(index);
    // Tracked before the request: an interrupted creation may have succeeded.
    this.#created.add(name);
    try {
      await this.#createWithTypesAtHand(name, body ?? {});
    } catch (error) {
      if (error instanceof ClusterError && error.isUnavailable) this.#unanswered.add(name);
      throw error;
    }
  }

  /** A cluster may lack the module of a field type (small distributions do): its next of kin then stands in, and a note says so. */
  async #createWithTypesAtHand(name: string, body: IndexDefinition): Promise<void> {
    const missing = missingTypesOf(this.#cluster);
    const { mappings } = body;
    if (mappings === undefined) return this.#cluster.createIndex(name, body);
    for (;;) {
      const fitting: JsonObject = [...missing].reduce((mapping, type) => withoutType(mapping, type), mappings);
      try {
        await this.#cluster.createIndex(name, { ...body, mappings: fitting });
        for (const type of missing) {
          if (fitting !== mappings)
            this.#notes.add(`The cluster has no field type ${type}; the nearest type stood in for it.`);
        }
        return;
      } catch (error) {
        const type = error instanceof ClusterError ? refusedType(error.error.reason) : undefined;
        if (type === undefined || missing.has(type)) throw error;
        missing.add(type);
      }
    }
  }

  /** What was done otherwise than asked, in sentences. */
  get notes(): readonly string[] {
    return [...this.#notes];
  }

  async deleteIndex(index: string): Promise<void> {
    const name = this.#inner(index);
    await this.#cluster.deleteIndex(name);
    this.#created.delete(name);
  }

  /** Deletes every index that was created here and still exists; returns the names that could not be deleted. */
  async cleanUp(): Promise<readonly string[]> {
    const left: string[] = [];
    for (const name of [...this.#created]) {
      try {
        await this.#cluster.deleteIndex(name);
        this.#created.delete(name);
      } catch (error) {
        if (!(error instanceof ClusterError && error.status === 404)) left.push(name);
        else {
          this.#created.delete(name);
          await this.#deleteLate(name);
        }
      }
    }
    return left;
  }

  /** A creation that got no answer may still be carried out: what was not there a moment ago is deleted once more. */
  async #deleteLate(name: string): Promise<void> {
    if (!this.#unanswered.delete(name)) return;
    await new Promise((resolve) => setTimeout(resolve, LATE));
    await this.#cluster.deleteIndex(name).catch(() => undefined);
  }

  async bulk(documents: readonly BulkDocument[]): Promise<BulkResponse> {
    const inner = documents.map((document) => ({ ...document, _index: this.#inner(document._index) }));
    const untracked = inner.find(({ _index }) => !this.#created.has(_index));
    if (untracked) throw new Error(`bulk into ${untracked._index}, which was not created here`);
    const response = await this.#cluster.bulk(inner);
    return { ...response, items: response.items.map((item) => ({ ...item, _index: this.#outer(item._index) })) };
  }

  async search(request: SearchRequest): Promise<SearchResponse> {
    const response = await this.#cluster.search(this.#rewrite(request));
    const hits = response.hits.hits.map((hit) => ({ ...hit, _index: this.#outer(hit._index) }));
    const { aggregations } = response;
    return {
      ...response,
      hits: { ...response.hits, hits },
      ...(aggregations === undefined ? {} : { aggregations: outerHits(aggregations, (name) => this.#outer(name)) }),
    };
  }

  async count(request: CountRequest): Promise<CountResponse> {
    return this.#cluster.count(this.#rewrite(request));
  }

  async fieldCaps(request: FieldCapsRequest): Promise<FieldCapsResponse> {
    const response = await this.#cluster.fieldCaps({ ...request, index: this.#pattern(request.index) });
    return { ...response, indices: response.indices.map((name) => this.#outer(name)) };
  }

  async esql(request: EsqlRequest): Promise<EsqlResponse> {
    const query = await this.#rewriteEsql(request.query);
    const filter = request.filter && this.#rewriteQuery(request.filter);
    const response = await this.#cluster.esql({ ...request, query, ...(filter && { filter }) });
    return { ...response, values: response.values.map((row) => row.map((cell) => this.#outerCell(cell))) };
  }

  async eql(request: EqlRequest): Promise<EqlResponse> {
    const filter = request.filter && this.#rewriteQuery(request.filter);
    const response = await this.#cluster.eql({
      ...request,
      index: this.#pattern(request.index),
      ...(filter && { filter }),
    });
    const outer = <T extends { readonly _index: string }>(event: T): T => ({
      ...event,
      _index: this.#outer(event._index),
    });
    const { events, sequences } = response.hits;
    return {
      ...response,
      hits: {
        ...response.hits,
        ...(events && { events: events.map(outer) }),
        ...(sequences && {
          sequences: sequences.map((sequence) => ({ ...sequence, events: sequence.events.map(outer) })),
        }),
      },
    };
  }

  /** Closing the view leaves the cluster open: others may use it. */
  async close(): Promise<void> {
    await this.cleanUp();
  }

  #rewrite<R extends { readonly index: string; readonly query?: JsonObject; readonly aggs?: JsonObject }>(
    request: R,
  ): R {
    return {
      ...request,
      index: this.#pattern(request.index),
      ...(request.query && { query: this.#rewriteQuery(request.query) }),
      ...(request.aggs && { aggs: freezeDateMath(request.aggs, this.#now) }),
    };
  }

  #rewriteQuery(query: JsonObject): JsonObject {
    refuseIndexReferences(query);
    return freezeDateMath(query, this.#now);
  }

  /** A query that does not parse is refused here: sent as it is, it could read the user's own indices. */
  async #rewriteEsql(text: string): Promise<string> {
    const { parseEsql } = await import('../languages/esql/parse.js');
    const { rewriteForCluster } = await import('../languages/esql/rewrite.js');
    const parsed = parseEsql(text);
    const errors = parsed.diagnostics.filter(({ severity }) => severity === 'error');
    if (parsed.value === undefined || errors.length > 0) {
      throw new ClusterError(400, { type: 'parsing_exception', reason: errors.map(({ what }) => what).join(' ') });
    }
    const rewritten = rewriteForCluster(parsed.value, { index: (name) => this.#pattern(name), now: this.#now });
    if (rewritten.value !== undefined) return rewritten.value;
    const reason = rewritten.diagnostics.map(({ what, fix }) => `${what} ${fix}`).join(' ');
    throw new ClusterError(400, { type: 'dragnet_cannot_isolate', reason });
  }

  #inner(index: string): string {
    return `${this.#prefix}${index}`;
  }

  #outer(index: string): string {
    return index.startsWith(this.#prefix) ? index.slice(this.#prefix.length) : index;
  }

  /** A cell that holds a temporary index name (METADATA _index, or a column made of it) gets the name of the test. */
  #outerCell(cell: JsonValue): JsonValue {
    if (typeof cell === 'string') return this.#outer(cell);
    return Array.isArray(cell) ? (cell as readonly JsonValue[]).map((value) => this.#outerCell(value)) : cell;
  }

  #pattern(patterns: string): string {
    return patterns
      .split(',')
      .map((pattern) => pattern.trim())
      .map((pattern) => (pattern.startsWith('-') ? `-${this.#inner(pattern.slice(1))}` : this.#inner(pattern)))
      .join(',');
  }
}
