import { ClusterError } from '../../engine/cluster-error.js';
import type { SearchRequest, SearchResponse } from '../../engine/cluster.js';
import { withBackOff } from '../../engine/back-off.js';
import type { BackOff } from '../../engine/back-off.js';
import { isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { StoredDocument } from './plan-push.js';
import { mappingState, PUSHED_MAPPING } from './pushed-mapping.js';

/** What a push needs of an Elasticsearch. */
export interface PushTarget {
  send(
    method: string,
    path: string,
    options?: {
      readonly body?: JsonObject;
      readonly bulkBody?: readonly string[];
      readonly query?: Readonly<Record<string, string>>;
    },
  ): Promise<JsonObject>;
  search(request: SearchRequest): Promise<SearchResponse>;
}

/** How the index stands: `absent`, or with our mapping, which may be an older one; or a sentence why it is not used. */
export type IndexState = 'absent' | 'ours' | 'older' | { readonly problem: string };

/** Looks at the index; nothing is changed. */
export async function indexState(target: PushTarget, index: string, backOff: BackOff): Promise<IndexState> {
  let answer: JsonObject;
  try {
    answer = await withBackOff(() => target.send('GET', `/${encodeURIComponent(index)}/_mapping`), backOff);
  } catch (error) {
    if (error instanceof ClusterError && error.status === 404) return 'absent';
    throw error;
  }
  const found = Object.values(answer);
  if (found.length === 0) return 'absent';
  if (found.length > 1)
    return {
      problem: `${index} stands for ${found.length} indices. Name one, or another that is not there yet: --index NAME.`,
    };
  const state = mappingState(isJsonObject(found[0]) ? found[0]['mappings'] : undefined);
  if (state === 'foreign')
    return {
      problem: `The index ${index} was not made by dragnet push: its mapping has no mark of it, and what is in it is left alone. Name another index, which is made then: --index NAME.`,
    };
  if (state === 'newer')
    return {
      problem: `A newer dragnet wrote the index ${index}. Update this one, or name another index: --index NAME.`,
    };
  return state;
}

/** Makes the index, or brings an older mapping up to date. */
export async function prepareIndex(
  target: PushTarget,
  index: string,
  state: 'absent' | 'ours' | 'older',
  backOff: BackOff,
): Promise<void> {
  const path = `/${encodeURIComponent(index)}`;
  if (state === 'older')
    await withBackOff(() => target.send('PUT', `${path}/_mapping`, { body: PUSHED_MAPPING }), backOff);
  if (state !== 'absent') return;
  try {
    await withBackOff(() => target.send('PUT', path, { body: { mappings: PUSHED_MAPPING } }), backOff);
  } catch (error) {
    // A push at the same time, or the request before this one, whose answer got lost.
    if (!(error instanceof ClusterError && error.error.type === 'resource_already_exists_exception')) throw error;
    const now = await indexState(target, index, backOff);
    if (now !== 'ours') throw error;
  }
}

/** Documents of one page of a search. */
const PAGE = 1000;

/** All documents that a push wrote into the index, of whatever repository. */
export async function storedDocuments(
  target: PushTarget,
  index: string,
  backOff: BackOff,
): Promise<readonly StoredDocument[]> {
  const found: StoredDocument[] = [];
  let after: readonly JsonValue[] | undefined;
  do {
    const { hits } = await withBackOff(
      () =>
        target.search({
          index,
          query: { exists: { field: 'dragnet.id' } },
          _source: ['dragnet', 'file'],
          sort: [{ 'dragnet.id': 'asc' }],
          size: PAGE,
          track_total_hits: false,
          ...(after ? { search_after: after } : {}),
        }),
      backOff,
    );
    found.push(...hits.hits.flatMap(({ _id, _source }) => storedDocument(_id, _source) ?? []));
    after = hits.hits.length < PAGE ? undefined : hits.hits.at(-1)?.sort;
  } while (after !== undefined);
  return found;
}

function storedDocument(id: string, source: JsonObject | undefined): StoredDocument | undefined {
  const { dragnet, file } = source ?? {};
  if (!isJsonObject(dragnet)) return undefined;
  const { repository, hash } = dragnet;
  if (typeof repository !== 'string') return undefined;
  const [known, name] = [hash, file].map((value) => (typeof value === 'string' ? value : ''));
  return { id, repository, hash: known ?? '', file: name ?? '' };
}

/** How many documents of the repository the index has. */
export async function countStored(
  target: PushTarget,
  index: string,
  repository: string,
  backOff: BackOff,
): Promise<number> {
  const body = { query: { term: { 'dragnet.repository': repository } } };
  const { count } = await withBackOff(
    () => target.send('POST', `/${encodeURIComponent(index)}/_count`, { body }),
    backOff,
  );
  return Number(count);
}
