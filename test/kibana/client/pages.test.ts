import { expect, test } from 'vitest';
import { pagesOf } from '../../../src/kibana/pages.js';
import type { Listing } from '../../../src/kibana/pages.js';
import type { JsonObject } from '../../../src/values/json.js';

/** Objects made one a millisecond, a few at the same one; Elasticsearch's window holds. */
function listing(count: number, sameTime = 1): { readonly objects: JsonObject[]; readonly listing: Listing } {
  const objects = Array.from({ length: count }, (_, at): JsonObject => {
    const made = new Date(1_700_000_000_000 + Math.floor(at / sameTime)).toISOString();
    return { id: String(at), created_at: made };
  });
  return {
    objects,
    listing: {
      idOf: ({ id }) => id as string,
      fetch: (page, size, since) => {
        if (page * size > 10_000) throw new Error('Result window is too large');
        const found = objects.filter((object) => since === undefined || (object['created_at'] as string) >= since);
        return Promise.resolve({ objects: found.slice((page - 1) * size, page * size), total: found.length });
      },
    },
  };
}

async function ids(pages: AsyncIterable<readonly JsonObject[]>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const page of pages) found.push(...page.map(({ id }) => id as string));
  return found;
}

test.each([
  [0, 100, 1],
  [200, 100, 1],
  [10_000, 250, 1],
  [10_001, 250, 1],
  [25_000, 1000, 1],
  [23_000, 300, 7],
])('%i objects in pages of %i, %i of an age, come once each', async (count, size, sameTime) => {
  const found = await ids(pagesOf(listing(count, sameTime).listing, size));
  expect(found).toHaveLength(count);
  expect(new Set(found).size).toBe(count);
});

test('an object that moves up because another one is deleted is not missed', async () => {
  const { objects, listing: list } = listing(30);
  const found: string[] = [];
  for await (const page of pagesOf(list, 10)) {
    found.push(...page.map(({ id }) => id as string));
    if (found.length === 10) objects.shift();
  }
  expect([...found].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 30 }, (_, at) => String(at)));
});

test('more of an age than the window holds are an error, not an endless listing', async () => {
  await expect(ids(pagesOf(listing(10_500, 20_000).listing, 1000))).rejects.toThrow(/more than 10,000 objects/);
});

test('a server that knows no pages is an error, not an endless listing', async () => {
  const { listing: list } = listing(20);
  const stuck: Listing = { ...list, fetch: (_page, size) => list.fetch(1, size, undefined) };
  await expect(ids(pagesOf(stuck, 5))).rejects.toThrow(/same page/);
});
