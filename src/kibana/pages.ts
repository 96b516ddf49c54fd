import { KibanaError } from '../deploy/kibana-error.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';

/** Elasticsearch gives no page beyond so many hits. */
const WINDOW = 10_000;
/** How often a listing starts again because objects went or came while it was read. */
const MOST_ROUNDS = 3;

/** A page of a listing, and how many objects there are in all. */
export interface Page {
  readonly objects: readonly JsonObject[];
  readonly total: number;
}

/** A listing, oldest first. */
export interface Listing {
  /** Page `page` (from 1) of the objects that were made at `since` (ISO 8601) or later; of all without it. */
  fetch(page: number, size: number, since: string | undefined): Promise<Page>;
  /** What tells an object from all others of the listing. */
  idOf(object: JsonObject): string;
}

/**
 * The pages of a listing: each object once. Beyond Elasticsearch's window of 10,000 it goes on with the objects that are not older than the last one.
 * Where fewer came than there are (one was deleted meanwhile, and all behind it moved up), the listing is read again for those that are missing.
 */
export async function* pagesOf(listing: Listing, size: number): AsyncGenerator<readonly JsonObject[]> {
  const seen = new Set<string>();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    let total = 0;
    for await (const page of everyPage(listing, Math.min(Math.max(size, 1), WINDOW))) {
      total = Math.max(total, page.total);
      const fresh = page.objects.filter((object) => !seen.has(listing.idOf(object)));
      for (const object of fresh) seen.add(listing.idOf(object));
      if (round === 1 && fresh.length === 0 && page.isFull && !page.isContinued) throw repeating();
      if (fresh.length > 0) yield fresh;
    }
    if (seen.size >= total) return;
  }
}

interface ReadPage extends Page {
  readonly isFull: boolean;
  /** Whether it begins with objects of the same age as the last ones of the page before, which may be all of it. */
  readonly isContinued: boolean;
}

async function* everyPage(listing: Listing, size: number): AsyncGenerator<ReadPage> {
  let since: string | undefined;
  for (;;) {
    let last: string | undefined;
    for (let number = 1; number * size <= WINDOW; number += 1) {
      const page = await listing.fetch(number, size, since);
      yield { ...page, isFull: page.objects.length >= size, isContinued: since !== undefined };
      if (page.objects.length < size) return;
      last = createdAt(page.objects.at(-1));
    }
    if (last === undefined || last === since) {
      const what = 'Kibana has more than 10,000 objects that were made at the same time: they cannot be listed.';
      throw new KibanaError('failed', 0, what);
    }
    since = last;
  }
}

/** A server that knows no pages would be asked for ever. */
function repeating(): KibanaError {
  const what =
    'Kibana gives the same page of a listing again and again: what stands between may leave out the query of the URL.';
  return new KibanaError('failed', 200, what);
}

/** The objects of an answer `{data, total}`. */
export function toPage(body: JsonObject): Page {
  const { data, total } = body;
  const objects = isJsonArray(data) ? data.filter(isJsonObject) : [];
  return { objects, total: typeof total === 'number' ? total : objects.length };
}

/** A date as KQL takes it. */
export function quoted(date: string): string {
  return `"${date.replace(/[\\"]/gu, '')}"`;
}

function createdAt(object: JsonObject | undefined): string | undefined {
  const date = object?.['created_at'];
  return typeof date === 'string' ? date : undefined;
}
