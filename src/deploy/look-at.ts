import type { JsonObject } from '../values/json.js';
import { eachAtOnce } from './each-at-once.js';
import type { Kibana, LiveObject, ObjectKind } from './kibana.js';
import { WRITE_ORDER } from './plan.js';
import type { Plan } from './plan.js';
import type { SeenObject } from './standing.js';

/** From so many objects of a kind on, all pages are read rather than each object alone. */
const PAGED_FROM = 25;

/** The keys of the objects that a plan is about, by kind. */
export function touchedKeys(plan: Pick<Plan, 'actions' | 'bookkeeping'>): ReadonlyMap<ObjectKind, ReadonlySet<string>> {
  const keys = new Map<ObjectKind, Set<string>>();
  for (const { kind, key } of [...plan.actions, ...plan.bookkeeping]) {
    const some = keys.get(kind);
    if (some) some.add(key);
    else keys.set(kind, new Set([key]));
  }
  return keys;
}

/** The objects with these keys, as Kibana has them now; those that it has not are missing. Rejects with a `KibanaError`. */
export async function lookAt(
  kibana: Kibana,
  keys: ReadonlyMap<ObjectKind, ReadonlySet<string>>,
): Promise<ReadonlyMap<string, SeenObject>> {
  const seen = new Map<string, SeenObject>();
  for (const kind of WRITE_ORDER) {
    const wanted = keys.get(kind) ?? new Set<string>();
    if (wanted.size < PAGED_FROM) {
      await eachAtOnce([...wanted], 4, async (key) => {
        const found = await seenObject(kibana, kind, key);
        if (found !== undefined) seen.set(key, found);
      });
      continue;
    }
    for await (const page of kibana.pages(kind)) {
      for (const live of page) if (wanted.has(live.key)) seen.set(live.key, await withValues(kibana, live));
    }
  }
  return seen;
}

/** One object with, for a value list, its values; undefined where there is none. */
export async function seenObject(kibana: Kibana, kind: ObjectKind, key: string): Promise<SeenObject | undefined> {
  const live = await kibana.read(kind, key);
  return live && withValues(kibana, live);
}

async function withValues(kibana: Kibana, live: LiveObject): Promise<SeenObject> {
  if (live.kind !== 'value-list') return live;
  const values: string[] = [];
  for await (const page of kibana.values(live.key)) values.push(...page);
  return { ...live, values };
}

/** Whether an object needs nothing but other values. */
export function isSameButValues(body: JsonObject, live: JsonObject): boolean {
  return ['name', 'description', 'type'].every((key) => body[key] === live[key]);
}
