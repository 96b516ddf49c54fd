import type { RunIdentity, StateEntry, StateSession, StateStore, TargetState } from '../deploy/state.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { ElasticsearchCluster } from '../engine/elasticsearch.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { sha256 } from '../values/sha256.js';
import { isDead, noteOwn } from './holder.js';
import { broken, entryJson, lockedBy, lockLost, toEntry, toRun } from './state-text.js';

/** The index that keeps the states of all targets of a cluster. */
export const STATE_INDEX = 'dragnet-state';

/** One document for each object that is managed, and one for the lock of each target. */
const DEFINITION: JsonObject = {
  settings: { number_of_shards: 1, auto_expand_replicas: '0-1' },
  mappings: {
    dynamic: 'strict',
    properties: {
      target: { type: 'keyword' },
      kind: { type: 'keyword' },
      key: { type: 'keyword' },
      at: { type: 'date' },
      // What was applied is kept as it is, whatever its fields are: nobody searches it.
      entry: { type: 'object', enabled: false },
      holder: { type: 'object', enabled: false },
    },
  },
};

const PAGE = 500;
/** Pauses before a request is sent once more, in milliseconds. */
const PAUSES: readonly number[] = [500, 1000, 2000];

type Wait = (milliseconds: number) => Promise<void>;

/** Where the state of a target lives, and whose it is. */
export interface IndexStateOptions {
  readonly cluster: Pick<ElasticsearchCluster, 'send'>;
  /** URL of the cluster as it may be shown. */
  readonly url: string;
  /** Tells states apart: the name of the target with its space. */
  readonly target: string;
  /** {@link STATE_INDEX} unless said otherwise. */
  readonly index?: string;
  readonly wait?: Wait;
}

/**
 * A state in an index of Elasticsearch. Its lock is a document that is only ever written over the version that was read (`if_seq_no`): of two runs one
 * gets it. https://www.elastic.co/docs/reference/elasticsearch/rest-apis/optimistic-concurrency-control
 */
export class IndexStateStore implements StateStore {
  readonly place: string;
  readonly #documents: StateDocuments;

  constructor(options: IndexStateOptions) {
    const { url, target, index = STATE_INDEX } = options;
    this.place = `The state of ${target} in the index ${index} of ${url}`;
    this.#documents = new StateDocuments({ ...options, index }, this.place);
  }

  async read(): Promise<{ readonly state?: TargetState }> {
    const objects = await this.#documents.objects();
    return objects === undefined ? {} : { state: { version: 1, objects } };
  }

  async open(run: RunIdentity, { breakLock = false }: { readonly breakLock?: boolean } = {}): Promise<StateSession> {
    await this.#documents.ensureIndex();
    // Noted before it is taken: another run of this process must not take this one for dead.
    noteOwn(run.run, true);
    try {
      await this.#take(run, breakLock);
      const objects = (await this.#documents.objects()) ?? new Map<string, StateEntry>();
      return new IndexStateSession(this.#documents, this.place, run, objects);
    } catch (error) {
      await this.#documents.release(run);
      noteOwn(run.run, false);
      throw error;
    }
  }

  async #take(run: RunIdentity, breakLock: boolean): Promise<void> {
    const head = await this.#documents.head();
    const { holder } = head;
    if (holder !== undefined && !breakLock && !isDead(holder)) throw lockedBy(this.place, holder);
    if (await this.#documents.writeHead(run, head)) return;
    throw lockedBy(this.place, (await this.#documents.head()).holder);
  }
}

class IndexStateSession implements StateSession {
  readonly state: TargetState;
  readonly #documents: StateDocuments;
  readonly #place: string;
  readonly #run: RunIdentity;
  readonly #objects: Map<string, StateEntry>;

  constructor(documents: StateDocuments, place: string, run: RunIdentity, objects: Map<string, StateEntry>) {
    this.#documents = documents;
    this.#place = place;
    this.#run = run;
    this.#objects = objects;
    this.state = { version: 1, objects };
  }

  async record(key: string, entry: StateEntry | undefined): Promise<void> {
    if ((await this.#documents.head()).holder?.run !== this.#run.run) throw lockLost(this.#place);
    await this.#documents.write(key, entry);
    if (entry === undefined) this.#objects.delete(key);
    else this.#objects.set(key, entry);
  }

  async close(): Promise<void> {
    await this.#documents.release(this.#run);
    noteOwn(this.#run.run, false);
  }
}

/** The lock of a target as it was read. */
interface Head {
  readonly holder?: RunIdentity;
  /** Where it stands; absent where there is none yet. */
  readonly version?: { readonly if_seq_no: string; readonly if_primary_term: string };
}

/** Requests for the documents of one target. */
class StateDocuments {
  readonly #options: IndexStateOptions & { readonly index: string };
  readonly #place: string;

  constructor(options: IndexStateOptions & { readonly index: string }, place: string) {
    this.#options = options;
    this.#place = place;
  }

  async ensureIndex(): Promise<void> {
    const { index } = this.#options;
    if ((await this.#send('GET', `/${index}`)) !== undefined) return;
    try {
      await this.#send('PUT', `/${index}`, DEFINITION);
    } catch (error) {
      const isThere = error instanceof ClusterError && error.error.type === 'resource_already_exists_exception';
      if (!isThere) throw error;
    }
  }

  /** All that is recorded; undefined where there is no index, or nothing of this target was ever written. */
  async objects(): Promise<Map<string, StateEntry> | undefined> {
    const { index, target } = this.#options;
    const objects = new Map<string, StateEntry>();
    // Who may only read cannot refresh; what was written a second ago is found without, too.
    const refreshed = await this.#send('POST', `/${index}/_refresh`).catch(onlyForbidden);
    if (refreshed === undefined) return undefined;
    let after: readonly JsonValue[] | undefined;
    for (;;) {
      const filter = [{ term: { target } }, { term: { kind: 'object' } }];
      const body = {
        size: PAGE,
        query: { bool: { filter } },
        sort: [{ key: 'asc' }],
        ...(after ? { search_after: after } : {}),
      };
      const hits = hitsOf(await this.#send('POST', `/${index}/_search`, body));
      for (const { _source: source } of hits) this.#add(source, objects);
      const last = hits.at(-1)?.['sort'];
      if (hits.length < PAGE || !isJsonArray(last)) break;
      after = last;
    }
    return objects.size > 0 || (await this.head()).version !== undefined ? objects : undefined;
  }

  async head(): Promise<Head> {
    const found = await this.#send('GET', this.#path('head'));
    if (found === undefined) return {};
    const { _source: source, _seq_no: sequence, _primary_term: term } = found;
    const holder = isJsonObject(source) ? toRun(source['holder']) : undefined;
    const version = { if_seq_no: numberText(sequence), if_primary_term: numberText(term) };
    return { version, ...(holder === undefined ? {} : { holder }) };
  }

  /** Writes the lock over the one that was read; false where another run was faster. */
  async writeHead(holder: RunIdentity | undefined, { version }: Head): Promise<boolean> {
    const query = version ?? { op_type: 'create' };
    const run = holder === undefined ? {} : { ...holder };
    const body = { target: this.#options.target, kind: 'head', at: new Date().toISOString(), holder: run };
    try {
      await this.#send('PUT', this.#path('head'), body, { ...query, refresh: 'true' });
      return true;
    } catch (error) {
      if (!(error instanceof ClusterError) || error.status !== 409) throw error;
      // The answer to the first try of ours may have been lost.
      return holder !== undefined && (await this.head()).holder?.run === holder.run;
    }
  }

  async release(run: RunIdentity): Promise<void> {
    const head = await this.head();
    if (head.holder?.run === run.run) await this.writeHead(undefined, head);
  }

  /** One document written or deleted: on disk when it resolves, as Elasticsearch promises of each request. */
  async write(key: string, entry: StateEntry | undefined): Promise<void> {
    const path = this.#path(`object/${sha256(key)}`);
    if (entry === undefined) {
      await this.#send('DELETE', path);
      return;
    }
    const { target } = this.#options;
    await this.#send('PUT', path, { target, kind: 'object', key, at: entry.at, entry: entryJson(entry) });
  }

  #add(source: JsonValue | undefined, objects: Map<string, StateEntry>): void {
    if (!isJsonObject(source) || typeof source['key'] !== 'string') throw broken(this.#place);
    objects.set(source['key'], toEntry(source['entry'], this.#place));
  }

  #path(document: string): string {
    const { index, target } = this.#options;
    return `/${index}/_doc/${encodeURIComponent(`${sha256(target).slice(0, 16)}/${document}`)}`;
  }

  /** Every request here does twice what it does once, or is refused the second time: a lost answer is asked for again. Undefined for 404. */
  async #send(
    method: string,
    path: string,
    body?: JsonObject,
    query: Readonly<Record<string, string>> = {},
  ): Promise<JsonObject | undefined> {
    const { cluster, wait = pause } = this.#options;
    for (let tries = 0; ; tries += 1) {
      try {
        return await cluster.send(method, path, { ...(body === undefined ? {} : { body }), query });
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (error.status === 404) return undefined;
        const later = PAUSES[tries];
        if (later === undefined || !LATER.has(error.status)) throw error;
        await wait(later);
      }
    }
  }
}

const LATER: ReadonlySet<number> = new Set([0, 429, 502, 503, 504]);

function hitsOf(answer: JsonObject | undefined): readonly JsonObject[] {
  const hits = answer?.['hits'];
  const list = isJsonObject(hits) ? hits['hits'] : undefined;
  return isJsonArray(list) ? list.filter(isJsonObject) : [];
}

function numberText(value: JsonValue | undefined): string {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

function onlyForbidden(error: unknown): JsonObject {
  if (error instanceof ClusterError && error.status === 403) return {};
  throw error;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
