import { describe, expect, it } from 'vitest';
import type { EqlRequest } from '../../../../src/engine/cluster.js';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';
import { pick, seededRandom } from '../../../seeded-random.js';
import type { Key, Pattern, Step, StreamEvent } from './reference-matcher.js';
import { findSamples, findSequences } from './reference-matcher.js';

const mappings = {
  properties: {
    '@timestamp': { type: 'date' },
    'event.category': { type: 'keyword' },
    k: { type: 'keyword' },
    l: { type: 'keyword' },
    n: { type: 'long' },
  },
};

type Random = () => number;

function generateStream(random: Random): readonly StreamEvent[] {
  let seconds = 0;
  const values = (): readonly string[] => pick(random, [['x'], ['x'], ['y'], ['x', 'y'], ['y', 'x', 'x'], []]);
  return Array.from({ length: 1 + Math.floor(random() * 16) }, (_, number) => {
    // Every third event comes at the time of the one before: the tiebreaker tells them apart.
    seconds += Math.floor(random() * 3);
    return { number, seconds, category: pick(random, ['a', 'b', 'c']), keys: { k: values(), l: values() } };
  });
}

function generateKeys(random: Random, fields: readonly string[]): readonly Key[] {
  return fields.map((field) => ({ field, optional: random() < 0.3 }));
}

/** Steps with the same number of keys of their own: the same fields, or others. */
function generateSteps(random: Random, count: number, runs: boolean): readonly Step[] {
  const own = random() < 0.3 ? 1 : 0;
  return Array.from({ length: count }, () => ({
    category: pick(random, ['a', 'b', 'c']),
    missing: false,
    by: generateKeys(random, own === 0 ? [] : [pick(random, ['k', 'l'])]),
    runs: runs && random() < 0.15 ? 2 + Math.floor(random() * 2) : 1,
  }));
}

function generateShared(random: Random): readonly Key[] {
  return generateKeys(random, pick(random, [[], ['k'], ['k'], ['l'], ['k', 'l'], ['l', 'k']]));
}

function generatePattern(random: Random): Pattern {
  const [until, ...rest] = generateSteps(random, 5, true);
  const steps = rest.slice(0, 2 + Math.floor(random() * 2));
  const missing = random() < 0.4 ? 1 + Math.floor(random() * 2) : 0;
  if (missing > 0 && random() < 0.2) steps.splice(1);
  for (let added = 0; added < missing; added++) {
    steps.splice(Math.floor(random() * (steps.length + 1)), 0, { ...rest[3 - added]!, missing: true });
  }
  const maxspan = missing === 0 && random() < 0.5 ? undefined : 1 + Math.floor(random() * 6);
  return {
    by: generateShared(random),
    steps,
    ...(maxspan === undefined ? {} : { maxspan }),
    ...(random() < 0.3 ? { until: { ...until!, runs: 1 } } : {}),
  };
}

function keysText(keys: readonly Key[]): string {
  const names = keys.map(({ field, optional }) => `${optional ? '?' : ''}${field}`);
  return names.length === 0 ? '' : ` by ${names.join(', ')}`;
}

function stepText({ category, missing, by, runs }: Step): string {
  return ` ${missing ? '!' : ''}[${category} where true]${keysText(by)}${runs === 1 ? '' : ` with runs=${runs}`}`;
}

function sequenceText({ by, steps, maxspan, until }: Pattern): string {
  const span = maxspan === undefined ? '' : ` with maxspan=${maxspan}s`;
  return `sequence${keysText(by)}${span}${steps.map(stepText).join('')}${until ? ` until${stepText(until)}` : ''}`;
}

async function engineFinds(
  stream: readonly StreamEvent[],
  request: Omit<EqlRequest, 'index'>,
): Promise<readonly (readonly number[])[]> {
  const cluster = new EmbeddedCluster({ clock: () => new Date(0) });
  await cluster.createIndex('s', { mappings });
  await cluster.bulk(
    stream.map(({ number, seconds, category, keys }) => ({
      _index: 's',
      _id: String(number),
      source: JSON.stringify({
        '@timestamp': Date.UTC(2024, 0, 1) + seconds * 1000,
        'event.category': category,
        ...keys,
        n: number,
      }),
    })),
  );
  const { hits } = await cluster.eql({ index: 's', size: 1000, tiebreaker_field: 'n', ...request });
  return hits.sequences!.map(({ events }) => events.map(({ _id, missing }) => (missing === true ? -1 : Number(_id))));
}

interface Pipe {
  readonly name: 'head' | 'tail';
  readonly count: number;
}

/** What a pipe, or the size of a request, leaves. */
function cut<T>(found: readonly T[], { name, count }: Pipe): readonly T[] {
  return name === 'head' ? found.slice(0, count) : found.slice(Math.max(0, found.length - count));
}

function generatePipes(random: Random): readonly Pipe[] {
  const pipe = (): Pipe => ({ name: pick(random, ['head', 'tail']), count: Math.floor(random() * 4) });
  return Array.from({ length: Math.floor(random() * 3) }, pipe);
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
        const query = sequenceText(pattern);
        const expected = findSequences(stream, pattern);
        expect(await engineFinds(stream, { query }), `${query} on ${JSON.stringify(stream)}`).toEqual(expected);
        found += expected.length;
      }
      // Most streams have nothing to find; without any the runs would prove nothing.
      expect(found).toBeGreaterThan(500);
    },
  );

  it('keep what pipes and sizes leave, size from the end of the first pipe', async () => {
    const random = seededRandom(5);
    let kept = 0;
    for (let run = 0; run < 1000; run++) {
      const stream = generateStream(random);
      const step = (category: string): Step => ({ category, missing: false, by: [], runs: 1 });
      const pattern: Pattern = { by: [], steps: [step('a'), step('b')] };
      const pipes = generatePipes(random);
      const size = Math.floor(random() * 5);
      const position = pick(random, ['head', 'tail'] as const);
      const query = [sequenceText(pattern), ...pipes.map(({ name, count }) => `${name} ${count}`)].join(' | ');
      const all = findSequences(stream, pattern);
      const expected = pipes.reduce<typeof all>(cut, cut(all, { name: pipes[0]?.name ?? position, count: size }));
      expect(
        await engineFinds(stream, { query, size, result_position: position }),
        `${query} (${size} ${position}) on ${JSON.stringify(stream)}`,
      ).toEqual(expected);
      kept += expected.length;
    }
    expect(kept).toBeGreaterThan(200);
  });
});

describe('samples', () => {
  it('agree with a search that tries everything on 2,500 generated streams', async () => {
    const random = seededRandom(6);
    let found = 0;
    for (let run = 0; run < 2500; run++) {
      const stream = generateStream(random);
      const steps = generateSteps(random, 2 + Math.floor(random() * 2), false);
      const shared = generateShared(random);
      const by = shared.length + steps[0]!.by.length === 0 ? generateKeys(random, ['k']) : shared;
      const perKey = 1 + Math.floor(random() * 4);
      const query = `sample${keysText(by)}${steps.map(stepText).join('')}`;
      const expected = findSamples(stream, by, steps, perKey);
      expect(
        await engineFinds(stream, { query, max_samples_per_key: perKey }),
        `${query} (${perKey}) on ${JSON.stringify(stream)}`,
      ).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(500);
  });
});
