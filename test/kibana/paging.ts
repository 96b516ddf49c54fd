import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer } from './fake-request.js';
import type { JsonObject } from '../../src/values/json.js';
import type { FakeState, Stored } from './state.js';

/** Elasticsearch's `index.max_result_window`: no page ends behind it. */
const WINDOW = 10_000;

/** How a list answers its page. */
export interface PageNames {
  readonly perPage: 'perPage' | 'per_page';
}

/** One page of objects: `page` from 1, `per_page` 20 unless the query says another, and how many there are in all. */
export function pageOf(
  state: FakeState,
  objects: readonly Stored[],
  query: URLSearchParams,
  answer: (object: Stored) => JsonObject,
  names: PageNames = { perPage: 'perPage' },
): FakeAnswer {
  const page = number(query, 'page', 1);
  const perPage = number(query, 'per_page', 20);
  for (const [name, value, least] of [
    ['page', page, 1],
    ['per_page', perPage, 0],
  ] as const) {
    if (!Number.isInteger(value)) return platformError(400, `[request query]: ${name}: Expected number, received nan`);
    if (value < least)
      return platformError(400, `[request query]: ${name}: Number must be greater than or equal to ${least}`);
  }
  if (page * perPage > WINDOW) {
    const why = `all shards failed: search_phase_execution_exception: Result window is too large, from + size must be less than or equal to: [${WINDOW}] but was [${page * perPage}].`;
    return siemError(400, why);
  }
  const from = state.does('find-ignores-page') ? 0 : (page - 1) * perPage;
  const found = objects.slice(from, from + perPage).map(answer);
  if (state.does('find-misses-last')) found.pop();
  const total = objects.length + (state.does('find-wrong-total') ? 1 : 0);
  return ok({ data: found, page, [names.perPage]: perPage, total });
}

function number(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  return text === null ? otherwise : Number(text);
}
