import type {
  BulkDocument,
  BulkItem,
  BulkResponse,
  Cluster,
  ClusterInfo,
  CountRequest,
  CountResponse,
  EnrichTable,
  EqlRequest,
  EqlResponse,
  EsqlRequest,
  EsqlResponse,
  FieldCapsRequest,
  FieldCapsResponse,
  IndexDefinition,
  SearchRequest,
  SearchResponse,
} from '../cluster.js';
import { ClusterError } from '../cluster-error.js';
import { EmbeddedIndex } from './documents/embedded-index.js';
import { EnrichPolicies } from './enrich/enrich-policies.js';
import { isIndexName } from './index-name.js';
import { type IndicesOptions, noSuchIndex, resolveIndices } from './resolve-indices.js';
import { fieldCaps } from './search/field-caps.js';
import { find, search } from './search/search.js';

/** The version of Elasticsearch whose behaviour the embedded engine has. */
export const EMULATED_VERSION = '8.19.0';

/** What the embedded engine takes from outside. */
export interface EmbeddedClusterOptions {
  /** The time that `now` means. */
  readonly clock: () => Date;
  /** Bytes that one ES|QL or EQL query may hold while it runs, as estimated; 1 GiB unless given. More ends it as a circuit breaker does. */
  readonly maxMemory?: number;
  /** Versions of the stack (`8.19`) whose ES|QL alone is taken; without them that of the newest. */
  readonly stacks?: readonly string[];
}

/** Elasticsearch in the process: documents in memory, no server. What it lacks it refuses by name with an `UnsupportedError`. */
export class EmbeddedCluster implements Cluster {
  readonly engine = 'embedded' as const;
  private readonly clock: () => Date;
  private readonly maxMemory: number | undefined;
  private readonly stacks: readonly string[];
  private readonly byName = new Map<string, EmbeddedIndex>();
  /** The enrich policies. */
  readonly enrich: EnrichPolicies;
  private generated = 0;

  constructor({ clock, maxMemory, stacks = [] }: EmbeddedClusterOptions) {
    this.clock = clock;
    this.maxMemory = maxMemory;
    this.stacks = stacks;
    this.enrich = new EnrichPolicies({ find: (expression) => this.indices(expression), clock });
  }

  info(): Promise<ClusterInfo> {
    return Promise.resolve({ version: { number: EMULATED_VERSION } });
  }

  createIndex(index: string, body: IndexDefinition = {}): Promise<void> {
    return attempt(() => {
      if (this.byName.has(index)) {
        throw new ClusterError(400, {
          type: 'resource_already_exists_exception',
          reason: `index [${index}] already exists`,
        });
      }
      checkName(index);
      this.byName.set(index, new EmbeddedIndex(index, body));
    });
  }

  deleteIndex(index: string): Promise<void> {
    return attempt(() => {
      if (!this.byName.delete(index)) throw noSuchIndex(index);
    });
  }

  /** An index that is not there is created with an empty mapping, which the documents fill. */
  bulk(documents: readonly BulkDocument[]): Promise<BulkResponse> {
    return attempt(() => {
      const items = documents.map((document) => this.add(document));
      return { errors: items.some(({ error }) => error !== undefined), items };
    });
  }

  private add({ _index: name, _id, source }: BulkDocument): BulkItem {
    const id = _id ?? this.newId();
    try {
      let index = this.byName.get(name);
      if (!index) {
        checkName(name);
        this.byName.set(name, (index = new EmbeddedIndex(name)));
      }
      return index.add(id, source);
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      return { _index: name, _id: id, status: error.status, error: error.error };
    }
  }

  /** Ids of documents without one are numbered: runs repeat. */
  private newId(): string {
    return `auto-${String(++this.generated).padStart(8, '0')}`;
  }

  search(request: SearchRequest): Promise<SearchResponse> {
    return attempt(() => search(this.indices(request.index, request), request, this.clock()));
  }

  count(request: CountRequest): Promise<CountResponse> {
    return attempt(() => {
      const found = find(this.indices(request.index, request), request.query, this.clock());
      return { count: found.reduce((sum, { docs }) => sum + docs.count(), 0) };
    });
  }

  fieldCaps(request: FieldCapsRequest): Promise<FieldCapsResponse> {
    return attempt(() => fieldCaps(this.indices(request.index, request), request.fields));
  }

  /** The language is loaded when the first query comes: it is the larger part of the engine. */
  async esql(request: EsqlRequest): Promise<EsqlResponse> {
    const [{ answerEsql }, { embeddedSource }] = await Promise.all([
      import('./esql/esql-request.js'),
      import('./esql/embedded-source.js'),
    ]);
    return answerEsql(
      request,
      embeddedSource((expression, options) => this.indices(expression, options), this.enrich),
      { now: this.clock(), stacks: this.stacks, ...(this.maxMemory !== undefined && { maxMemory: this.maxMemory }) },
    );
  }

  enrichTable(name: string, table: EnrichTable): Promise<void> {
    return attempt(() => {
      this.enrich.load(name, table);
    });
  }

  async eql(request: EqlRequest): Promise<EqlResponse> {
    const { eqlSearch } = await import('./eql/eql-search.js');
    const indices = this.indices(request.index, { ignore_unavailable: true, ...request });
    return eqlSearch(indices, request, this.clock(), this.maxMemory);
  }

  close(): Promise<void> {
    this.byName.clear();
    return Promise.resolve();
  }

  /** The time of the cluster's clock. */
  now(): Date {
    return this.clock();
  }

  /** The indices that an expression means, e.g. for the query languages that read documents themselves. */
  indices(expression: string, options: IndicesOptions = {}): EmbeddedIndex[] {
    const names = [...this.byName.keys()].sort();
    return resolveIndices(expression, names, options).flatMap((name) => this.byName.get(name) ?? []);
  }
}

/** Runs at once what the interface wants as a promise; what throws rejects. */
function attempt<T>(run: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(run());
  });
}

function checkName(name: string): void {
  const reason = isIndexName(name);
  if (reason !== undefined) {
    throw new ClusterError(400, {
      type: 'invalid_index_name_exception',
      reason: `Invalid index name [${name}], ${reason}`,
    });
  }
}
