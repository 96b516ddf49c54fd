import { describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';
import { pick, seededRandom } from '../../../seeded-random.js';
import type { Pattern, StreamEvent } from './reference-matcher.js';
import { findSequences } from './reference-matcher.js';

const mappings = {
  properties: {
    '@timestamp': { type: 'date' },
    'event.category': { type: 'keyword' },
    key: { type: 'keyword' },
    n: { type: 'long' },
  },
};

function generateStream(random: () => number): readonly StreamEvent[] {
  let seconds = 0;
  return Array.from({ length: 1 + Math.floor(random() * 14) }, (_, number) => {
    seconds += Math.floor(random() * 3);
    const keys = pick(random, [['x'], ['x'], ['y'], ['x', 'y'], []]);
    return { number, seconds, category: pick(random, ['a', 'b', 'c']), keys };
  });
}

function generatePattern(random: () => number): Pattern {
  const positive = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, ['a', 'b', 'c']));
  const steps = random() < 0.4 ? withMissing(random, positive) : positive;
  const maxspan = steps === positive && random() < 0.5 ? undefined : 1 + Math.floor(random() * 6);
  const until = random() < 0.3 ? pick(random, ['a', 'b', 'c']) : undefined;
  return {
    steps,
    isKeyed: random() < 0.6,
    ...(maxspan === undefined ? {} : { maxspan }),
    ...(until === undefined ? {} : { until }),
  };
}

function withMissing(random: () => number, positive: readonly string[]): readonly string[] {
  const steps = random() < 0.2 ? positive.slice(0, 1) : [...positive];
  const count = 1 + Math.floor(random() * 2);
  for (let added = 0; added < count; added++) {
    steps.splice(Math.floor(random() * (steps.length + 1)), 0, `!${pick(random, ['a', 'b', 'c'])}`);
  }
  return steps;
}

function queryOf({ steps, isKeyed, maxspan, until }: Pattern): string {
  const events = steps.map((step) =>
    step.startsWith('!') ? `![${step.slice(1)} where true]` : `[${step} where true]`,
  );
  return [
    'sequence',
    ...(isKeyed ? ['by key'] : []),
    ...(maxspan === undefined ? [] : [`with maxspan=${maxspan}s`]),
    ...events,
    ...(until === undefined ? [] : [`until [${until} where true]`]),
  ].join(' ');
}

async function engineFinds(stream: readonly StreamEvent[], query: string): Promise<readonly (readonly number[])[]> {
  const cluster = new EmbeddedCluster({ clock: () => new Date(0) });
  await cluster.createIndex('s', { mappings });
  await cluster.bulk(
    stream.map(({ number, seconds, category, keys }) => ({
      _index: 's',
      _id: String(number),
      source: JSON.stringify({
        '@timestamp': Date.UTC(2024, 0, 1) + seconds * 1000,
        'event.category': category,
        key: keys,
        n: number,
      }),
    })),
  );
  const { hits } = await cluster.eql({ index: 's', query, size: 1000, tiebreaker_field: 'n' });
  return hits.sequences!.map(({ events }) => events.map(({ _id, missing }) => (missing === true ? -1 : Number(_id))));
}

describe('sequences', () => {
  it.each([1, 2, 3, 4])(
    'agree with a matcher that tries everything on 2,500 generated streams (seed %d)',
    async (seed) => {
      const random = seededRandom(seed);
      let found = 0;
      for (let run = 0; run < 2500; run++) {
        const stream = generateStream(random);
        const pattern = generatePattern(random);
        const expected = findSequences(stream, pattern);
        expect(await engineFinds(stream, queryOf(pattern)), `${queryOf(pattern)} on ${JSON.stringify(stream)}`).toEqual(
          expected,
        );
        found += expected.length;
      }
      // Most streams have nothing to find; without any the runs would prove nothing.
      expect(found).toBeGreaterThan(500);
    },
  );
});
