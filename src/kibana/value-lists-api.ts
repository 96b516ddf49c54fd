import { KibanaError } from '../deploy/kibana-error.js';
import type { PageOptions, ValueChanges } from '../deploy/kibana.js';
import { keyParts } from '../deploy/object-key.js';
import { isJsonObject, printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { PAGE_SIZE, query, textOf, without } from './object-api.js';
import type { ApiContext, ObjectApi } from './object-api.js';
import { toPage } from './pages.js';
import { isUnanswered } from './requests.js';
import { asMoved, found } from './rules-api.js';
import { holds, writeOnce } from './write-once.js';

const LISTS = '/api/lists';
/** Values on a page. */
const VALUES = 1000;
/** What goes into one file: Kibana takes 9 MB. */
const MOST_VALUES = 10_000;
const MOST_CHARACTERS = 1_000_000;
/** Time until values that were added can be found, in milliseconds. */
const VISIBLE_MS = 1000;

/**
 * Value lists `{id, name, description, type}`, and their values.
 * https://www.elastic.co/docs/api/doc/kibana/group/endpoint-security-lists-api
 */
export class ValueListsApi implements ObjectApi {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  pages({ size = PAGE_SIZE }: PageOptions): AsyncIterable<readonly JsonObject[]> {
    return this.#cursorPages(`${LISTS}/_find`, {}, size, 'list the value lists');
  }

  read(key: string): Promise<JsonObject | undefined> {
    const { id } = keyParts(key);
    const path = this.#path(query({ id }));
    return found(() => this.#context.requests.object({ method: 'GET', path }, { doing: `read the value list ${id}` }));
  }

  create(body: JsonObject): Promise<JsonObject> {
    const { requests } = this.#context;
    const id = textOf(body['id']);
    const post = (): Promise<JsonObject> =>
      requests.object(
        { method: 'POST', path: this.#path(), body: printJson(body) },
        { doing: `create the value list ${id}` },
      );
    return writeOnce(
      () => this.#withIndex(post),
      () => this.read(`value-list/${id}`),
      requests.retry(),
    );
  }

  async replace(key: string, body: JsonObject, live: JsonObject): Promise<JsonObject> {
    const { id } = keyParts(key);
    const { _version: version } = live;
    const own = without(body, ['type', 'immutable', 'version']);
    const wanted = { ...own, id, ...(version === undefined ? {} : { _version: version }) };
    const request = { method: 'PUT' as const, path: this.#path(), body: printJson(wanted) };
    try {
      const treatment = { doing: `update the value list ${id}`, isRepeatable: true };
      return await asMoved(() => this.#context.requests.object(request, treatment));
    } catch (error) {
      if (!(error instanceof KibanaError) || error.kind !== 'moved') throw error;
      const now = await this.read(key);
      if (now !== undefined && now['_version'] !== version && holds(now, wanted)) return now;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const { id } = keyParts(key);
    const request = { method: 'DELETE' as const, path: this.#path(query({ id })) };
    const doing = `delete the value list ${id}`;
    await found(() => this.#context.requests.send(request, { doing, isRepeatable: true }));
  }

  /** The values of a list, each once on its page. */
  async *values(key: string): AsyncGenerator<readonly string[]> {
    const { id } = keyParts(key);
    const doing = `read the values of the value list ${id}`;
    for await (const page of this.#cursorPages(`${LISTS}/items/_find`, { list_id: id }, VALUES, doing)) {
      yield [...new Set(page.map(({ value }) => textOf(value)))];
    }
  }

  /**
   * Kibana adds what a file holds whether or not it is there: only values that are lacking are sent, and after an answer that got lost only those that
   * still are.
   */
  async changeValues(key: string, { add, remove }: ValueChanges): Promise<void> {
    const { id } = keyParts(key);
    for (const value of remove) await this.#removeValue(id, value);
    const lacking = add.length === 0 ? [] : await this.#lacking(key, [...new Set(add)]);
    for (const batch of batchesOf(lacking)) await this.#import(key, batch);
  }

  async #import(key: string, batch: readonly string[]): Promise<void> {
    const { requests } = this.#context;
    const { id } = keyParts(key);
    const retry = requests.retry();
    let left = batch;
    while (left.length > 0) {
      const { contentType, body } = fileOf(left);
      const path = this.#path(query({ list_id: id, refresh: 'true' }), '/items/_import');
      try {
        await requests.send(
          { method: 'POST', path, body, contentType },
          { doing: `add values to the value list ${id}` },
        );
        return;
      } catch (error) {
        if (!(error instanceof KibanaError) || !isUnanswered(error)) throw error;
        const isLeft = await retry.again(undefined, VISIBLE_MS);
        left = await this.#lacking(key, left);
        if (left.length > 0 && !isLeft) throw error;
      }
    }
  }

  async #removeValue(id: string, value: string): Promise<void> {
    const path = this.#path(query({ list_id: id, value, refresh: 'true' }), '/items');
    const doing = `take a value from the value list ${id}`;
    await found(() => this.#context.requests.send({ method: 'DELETE', path }, { doing, isRepeatable: true }));
  }

  async #lacking(key: string, values: readonly string[]): Promise<readonly string[]> {
    const lacking = new Set(values);
    for await (const page of this.values(key)) for (const value of page) lacking.delete(value);
    return [...lacking];
  }

  /** The indices of value lists are made by whoever needs them first. */
  async #withIndex(post: () => Promise<JsonObject>): Promise<JsonObject> {
    try {
      return await post();
    } catch (error) {
      const isLacking =
        error instanceof KibanaError && error.status === 400 && error.message.includes('must exist first');
      if (!isLacking) throw error;
      const treatment = { doing: 'make the indices of value lists', isRepeatable: true, accepts: [409] };
      await this.#context.requests.send({ method: 'POST', path: this.#path('', '/index') }, treatment);
      return post();
    }
  }

  /** Pages by Kibana's cursor: it goes beyond Elasticsearch's window. */
  async *#cursorPages(
    path: string,
    parameters: Readonly<Record<string, string>>,
    size: number,
    doing: string,
  ): AsyncGenerator<readonly JsonObject[]> {
    const { requests, base } = this.#context;
    let cursor: string | undefined;
    for (let page = 1; ; page += 1) {
      const search = query({ ...parameters, page, per_page: size, cursor });
      const body = await found(() => requests.object({ method: 'GET', path: `${base}${path}${search}` }, { doing }));
      if (!isJsonObject(body)) return;
      const { objects } = toPage(body);
      if (objects.length > 0) yield objects;
      if (objects.length < size) return;
      cursor = textOf(body['cursor']) || undefined;
    }
  }

  #path(search = '', below = ''): string {
    return `${this.#context.base}${LISTS}${below}${search}`;
  }
}

/** A file with a value a line, as a form. */
function fileOf(values: readonly string[]): { readonly contentType: string; readonly body: string } {
  const boundary = '----dragnet-values';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="values.txt"\r\nContent-Type: text/plain\r\n\r\n`;
  const body = `${head}${values.join('\n')}\n\r\n--${boundary}--\r\n`;
  return { contentType: `multipart/form-data; boundary=${boundary}`, body };
}

function* batchesOf(values: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const value of values) {
    if (batch.length > 0 && (batch.length >= MOST_VALUES || size + value.length > MOST_CHARACTERS)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(value);
    size += value.length + 1;
  }
  if (batch.length > 0) yield batch;
}
