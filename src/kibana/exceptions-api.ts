import { KibanaError } from '../deploy/kibana-error.js';
import type { PageOptions } from '../deploy/kibana.js';
import { keyParts } from '../deploy/object-key.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { PAGE_SIZE, query, textOf, without } from './object-api.js';
import type { ApiContext, ObjectApi } from './object-api.js';
import { pagesOf, quoted, toPage } from './pages.js';
import { found, asMoved } from './rules-api.js';
import { holds, writeOnce } from './write-once.js';

const LISTS = '/api/exception_lists';
const NAMESPACES = ['single', 'agnostic'] as const;
type Namespace = (typeof NAMESPACES)[number];

/** Saved objects of a namespace: filters name them. */
const SAVED_OBJECT: Readonly<Record<Namespace, string>> = {
  single: 'exception-list',
  agnostic: 'exception-list-agnostic',
};
/** Types of lists that rules use; the others belong to Elastic Defend, and want privileges of their own. */
const RULE_LISTS: ReadonlySet<JsonValue> = new Set(['detection', 'rule_default', 'endpoint']);
/** Lists whose items are asked for in one request: their ids travel in the URL. */
const MOST_LISTS = 20;
const MOST_ID_CHARACTERS = 2000;

/** What lists and items have in common. */
abstract class ExceptionApi implements ObjectApi {
  protected readonly context: ApiContext;
  protected abstract readonly path: string;
  /** Name of the id that people see. */
  protected abstract readonly idKey: 'list_id' | 'item_id';
  protected abstract readonly kind: 'exception-list' | 'exception-item';

  constructor(context: ApiContext) {
    this.context = context;
  }

  abstract pages(options: PageOptions): AsyncIterable<readonly JsonObject[]>;

  read(key: string): Promise<JsonObject | undefined> {
    const { requests } = this.context;
    const { id } = keyParts(key);
    return found(() =>
      requests.object({ method: 'GET', path: this.#one(key) }, { doing: `read the ${this.#what} ${id}` }),
    );
  }

  create(body: JsonObject): Promise<JsonObject> {
    const id = textOf(body[this.idKey]);
    const namespace = textOf(body['namespace_type']) || 'single';
    return writeOnce(
      () => this.write('POST', body, { doing: `create the ${this.#what} ${id}` }),
      () => this.read(`${this.kind}/${namespace}/${id}`),
      this.context.requests.retry(),
    );
  }

  /** With the `_version` that was read: who changes an object behind our back wins. An answer that got lost is told from that by what stands. */
  async replace(key: string, body: JsonObject, live: JsonObject): Promise<JsonObject> {
    const { id, namespace } = keyParts(key);
    const { _version: version } = live;
    const wanted = {
      ...this.toUpdate(body, live),
      [this.idKey]: id,
      namespace_type: namespace,
      ...(version === undefined ? {} : { _version: version }),
    };
    try {
      const doing = `update the ${this.#what} ${id}`;
      return await asMoved(() => this.write('PUT', wanted, { doing, isRepeatable: true }));
    } catch (error) {
      if (!(error instanceof KibanaError) || error.kind !== 'moved') throw error;
      const now = await this.read(key);
      if (now !== undefined && now['_version'] !== version && holds(now, without(wanted, ['comments']))) return now;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const { requests } = this.context;
    const doing = `delete the ${this.#what} ${keyParts(key).id}`;
    await found(() => requests.send({ method: 'DELETE', path: this.#one(key) }, { doing, isRepeatable: true }));
  }

  /** The body of a `PUT` over a live object. */
  protected abstract toUpdate(body: JsonObject, live: JsonObject): JsonObject;

  protected write(
    method: 'POST' | 'PUT',
    body: JsonObject,
    treatment: { readonly doing: string; readonly isRepeatable?: boolean },
  ): Promise<JsonObject> {
    const { requests, base } = this.context;
    return requests.object({ method, path: `${base}${this.path}`, body: printJson(body) }, treatment);
  }

  get #what(): string {
    return this.kind.replace('-', ' ');
  }

  #one(key: string): string {
    const { id, namespace } = keyParts(key);
    return `${this.context.base}${this.path}${query({ [this.idKey]: id, namespace_type: namespace })}`;
  }
}

/** Exception lists: https://www.elastic.co/docs/api/doc/kibana/group/endpoint-security-exceptions-api */
export class ExceptionListsApi extends ExceptionApi {
  protected readonly path: string = LISTS;
  protected readonly idKey = 'list_id';
  protected readonly kind = 'exception-list';

  async *pages({ size = PAGE_SIZE }: PageOptions): AsyncGenerator<readonly JsonObject[]> {
    for (const namespace of NAMESPACES) {
      const fetch = async (
        page: number,
        per: number,
        since: string | undefined,
      ): Promise<ReturnType<typeof toPage>> => {
        const parameters = { namespace_type: namespace, page, per_page: per, ...order(namespace, since) };
        const path = `${this.context.base}${LISTS}/_find${query(parameters)}`;
        return toPage(
          await this.context.requests.object({ method: 'GET', path }, { doing: 'list the exception lists' }),
        );
      };
      yield* pagesOf({ fetch, idOf: ({ id, list_id: listId }) => textOf(id ?? listId) }, size);
    }
  }

  protected toUpdate(body: JsonObject): JsonObject {
    return without(body, ['id']);
  }
}

/** The items of exception lists. */
export class ExceptionItemsApi extends ExceptionApi {
  protected readonly path: string = `${LISTS}/items`;
  protected readonly idKey = 'item_id';
  protected readonly kind = 'exception-item';

  /** Items are listed list by list: Kibana has no way to ask for all. */
  async *pages({ size = PAGE_SIZE, lists }: PageOptions): AsyncGenerator<readonly JsonObject[]> {
    for await (const { namespace, ids } of batchesOf(lists === undefined ? this.#lists() : [lists.map(keyParts)])) {
      yield* this.#itemsOf(namespace, ids, size);
    }
  }

  protected toUpdate(body: JsonObject, live: JsonObject): JsonObject {
    // Comments stay whatever is sent, and what is sent comes on top: only those that are not there are.
    const known = new Set(comments(live).map(({ comment }) => comment));
    const added = comments(body).filter(({ comment }) => !known.has(comment ?? null));
    return { ...without(body, ['id', 'list_id']), comments: added };
  }

  async *#lists(): AsyncGenerator<readonly ListId[]> {
    for await (const page of new ExceptionListsApi(this.context).pages({})) {
      yield page
        .filter(({ type }) => RULE_LISTS.has(type ?? null))
        .map((list) => ({ namespace: textOf(list['namespace_type']) || 'single', id: textOf(list['list_id']) }));
    }
  }

  #itemsOf(namespace: Namespace, ids: readonly string[], size: number): AsyncIterable<readonly JsonObject[]> {
    const { requests, base } = this.context;
    const repeated = (value: string): string => ids.map(() => value).join(',');
    const fetch = async (page: number, per: number, since: string | undefined): Promise<ReturnType<typeof toPage>> => {
      const { filter, ...sort } = order(namespace, since);
      const parameters = {
        list_id: ids.join(','),
        namespace_type: repeated(namespace),
        page,
        per_page: per,
        ...sort,
        filter: filter === undefined ? undefined : repeated(filter),
      };
      const path = `${base}${LISTS}/items/_find${query(parameters)}`;
      const body = await found(() => requests.object({ method: 'GET', path }, { doing: 'list the exception items' }));
      // The lists are gone since they were listed.
      return body === undefined ? { objects: [], total: 0 } : toPage(body);
    };
    return pagesOf({ fetch, idOf: ({ id, item_id: itemId }) => textOf(id ?? itemId) }, size);
  }
}

interface ListId {
  readonly namespace: string;
  readonly id: string;
}

/** Lists of one namespace that fit into one request. An id with a comma cannot be asked for: Kibana splits there. */
async function* batchesOf(
  pages: AsyncIterable<readonly ListId[]> | Iterable<readonly ListId[]>,
): AsyncGenerator<{ readonly namespace: Namespace; readonly ids: readonly string[] }> {
  for await (const page of pages) {
    for (const namespace of NAMESPACES) {
      let ids: string[] = [];
      for (const list of page.filter((one) => one.namespace === namespace)) {
        const length = ids.reduce((sum, id) => sum + id.length, list.id.length);
        if (ids.length > 0 && (ids.length >= MOST_LISTS || length > MOST_ID_CHARACTERS)) {
          yield { namespace, ids };
          ids = [];
        }
        if (list.id.includes(',')) continue;
        ids.push(list.id);
      }
      if (ids.length > 0) yield { namespace, ids };
    }
  }
}

function order(namespace: Namespace, since: string | undefined): Sort {
  const field = `${SAVED_OBJECT[namespace]}.attributes.created_at`;
  return {
    sort_field: 'created_at',
    sort_order: 'asc',
    filter: since === undefined ? undefined : `${field} >= ${quoted(since)}`,
  };
}

interface Sort {
  readonly sort_field: string;
  readonly sort_order: string;
  readonly filter: string | undefined;
}

function comments(body: JsonObject): readonly JsonObject[] {
  const { comments: value } = body;
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}
