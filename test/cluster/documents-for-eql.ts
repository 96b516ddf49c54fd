import type { JsonObject } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';

/** Documents with no value, one or several for each field of `values`, the same for the same seed; ids are in the order of time. */
export function documentsForEql(
  seed: number,
  count: number,
  values: Readonly<Record<string, readonly unknown[]>>,
): ReadonlyMap<string, JsonObject> {
  const random = seededRandom(seed);
  const value = (name: string): unknown => {
    const one = (): unknown => pick(random, values[name] ?? []);
    const chance = random();
    if (chance < 0.25) return undefined;
    if (chance < 0.3) return null;
    if (chance < 0.35) return [];
    return chance < 0.75 ? one() : [one(), one(), ...(random() < 0.3 ? [null] : [])];
  };
  return new Map(
    Array.from({ length: count }, (_, number) => {
      const own = Object.keys(values).flatMap((name) => {
        const found = value(name);
        return found === undefined ? [] : [[name, found]];
      });
      const event = { category: pick(random, ['process', 'file', 'Process']) };
      const source = { '@timestamp': 1_700_000_000_000 + number, event, ...Object.fromEntries(own) } as JsonObject;
      return [`d${String(number).padStart(3, '0')}`, source];
    }),
  );
}
