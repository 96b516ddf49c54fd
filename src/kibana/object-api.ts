import type { PageOptions } from '../deploy/kibana.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Requests } from './requests.js';

/** One kind of objects in one space: bodies as Kibana's API has them. */
export interface ObjectApi {
  pages(options: PageOptions): AsyncIterable<readonly JsonObject[]>;
  read(key: string): Promise<JsonObject | undefined>;
  create(body: JsonObject): Promise<JsonObject>;
  replace(key: string, body: JsonObject, live: JsonObject): Promise<JsonObject>;
  remove(key: string): Promise<void>;
}

/** What an API of a space sends its requests with. */
export interface ApiContext {
  readonly requests: Requests;
  /** In front of every path: `/s/<space>`, or nothing for the default space. */
  readonly base: string;
  /** Kibana's version. */
  readonly version: () => Promise<string>;
}

/** Objects on a page where nobody says how many. */
export const PAGE_SIZE = 250;

/** A query string; what is undefined is left out. */
export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** An object without some keys. */
export function without(body: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

/** A text; empty for anything else. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
