import type { JsonObject } from '../../src/values/json.js';
import { storeOf } from './exceptions-store.js';
import { siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { pageOf } from './paging.js';
import { SavedObjectFilter } from './saved-object-filter.js';
import type { FilterOptions } from './saved-object-filter.js';
import type { FakeState, Stored } from './state.js';

const LISTS = '/api/exception_lists/_find';
const ITEMS = '/api/exception_lists/items/_find';

/** A namespace and what is asked of it. */
interface Part {
  readonly namespace: string;
  readonly filter: string;
  readonly listId?: string;
}

/** `GET exception_lists/_find` and `…/items/_find`: lists of one or more namespaces, items of one or more lists. */
export function findExceptionsApi(state: FakeState): FakeHandler {
  const filters = new Map<string, SavedObjectFilter>();
  return async (request) => {
    if (request.method !== 'GET') return undefined;
    if (request.path === LISTS) return answer(state, request, 'exceptionLists', listParts(request), filters);
    if (request.path !== ITEMS) return undefined;
    const parts = itemParts(request);
    return 'status' in parts ? parts : answer(state, request, 'exceptionItems', parts, filters);
  };
}

function listParts({ query }: FakeRequest): readonly Part[] {
  const filter = query.get('filter') ?? '';
  return (query.get('namespace_type') ?? 'single').split(',').map((namespace) => ({ namespace, filter }));
}

function itemParts({ query }: FakeRequest): readonly Part[] | FakeAnswer {
  const listId = query.get('list_id');
  if (listId === null) return siemError(400, '[request query]: list_id: Required');
  const ids = listId.split(',');
  const namespaces = (query.get('namespace_type') ?? 'single').split(',');
  const filters = (query.get('filter') ?? '').split(',').filter((filter) => filter !== '');
  if (ids.length !== namespaces.length)
    return siemError(400, unequal('namespace_id', 'namespace_type', ids, namespaces));
  if (filters.length !== 0 && filters.length !== ids.length)
    return siemError(400, unequal('filter', 'filter', ids, filters));
  return ids.map((id, at) => ({ namespace: namespaces[at] ?? '', filter: filters[at] ?? '', listId: id }));
}

function unequal(name: string, short: string, ids: readonly string[], others: readonly string[]): string {
  return `list_id and ${name} need to have the same comma separated number of values. Expected list_id length: ${ids.length} to equal ${short} length: ${others.length}`;
}

async function answer(
  state: FakeState,
  { space, query }: FakeRequest,
  kind: 'exceptionLists' | 'exceptionItems',
  parts: readonly Part[],
  filters: Map<string, SavedObjectFilter>,
): Promise<FakeAnswer> {
  const found: Stored[] = [];
  let isThere = kind === 'exceptionLists';
  for (const { namespace, filter, listId } of parts) {
    const store = storeOf(state, space, namespace);
    if (listId !== undefined) isThere ||= store.exceptionLists.has(listId);
    let objects = [...store[kind]].filter(([, object]) => listId === undefined || object['list_id'] === listId);
    if (filter !== '' && !state.does('find-ignores-filter')) {
      const { ids, problem } = await filterOf(
        filters,
        `${kind} ${namespace === 'agnostic' ? '' : space}`,
        namespace,
      ).find(filter, store[kind]);
      if (problem !== undefined) return siemError(400, `${problem}: Bad Request`);
      objects = objects.filter(([id]) => ids.has(id));
    }
    found.push(...objects.map(([, object]) => object));
  }
  if (!isThere)
    return siemError(404, `exception list id: "${parts.map(({ listId }) => listId).join(',')}" does not exist`);
  return pageOf(state, sorted(found, query), query, (object) => object, { perPage: 'per_page' });
}

function sorted(objects: readonly Stored[], query: URLSearchParams): readonly Stored[] {
  const field = query.get('sort_field');
  if (field === null) return objects;
  const sign = query.get('sort_order') === 'desc' ? -1 : 1;
  return [...objects].sort((left, right) => {
    const [one, other] = [JSON.stringify(left[field]), JSON.stringify(right[field])];
    return one === other ? 0 : one < other ? -sign : sign;
  });
}

function filterOf(filters: Map<string, SavedObjectFilter>, key: string, namespace: string): SavedObjectFilter {
  const known =
    filters.get(key) ??
    new SavedObjectFilter(filterOptions(namespace === 'agnostic' ? 'exception-list-agnostic' : 'exception-list'));
  filters.set(key, known);
  return known;
}

function filterOptions(type: string): FilterOptions {
  const keywords = [
    'list_id',
    'item_id',
    'list_type',
    'created_by',
    'updated_by',
    'os_types',
    'tags',
    'type',
    'tie_breaker_id',
  ];
  const text = { type: 'text', fields: { text: { type: 'text' }, keyword: { type: 'keyword' } } };
  const properties: JsonObject = {
    ...Object.fromEntries(keywords.map((key) => [key, { type: 'keyword' }])),
    name: text,
    description: text,
    version: { type: 'long' },
    immutable: { type: 'boolean' },
    created_at: { type: 'date' },
    expire_time: { type: 'date' },
    entries: {
      properties: Object.fromEntries(['field', 'operator', 'type', 'value'].map((key) => [key, { type: 'keyword' }])),
    },
  };
  return {
    type,
    mappings: { dynamic: false, properties: { [type]: { properties: { attributes: { properties } } } } },
    document: (object) => ({
      [type]: { attributes: { ...object, list_type: object['item_id'] === undefined ? 'list' : 'item' } },
    }),
  };
}
