import type { Kibana, LiveObject, ObjectKind } from '../../src/deploy/kibana.js';
import { objectKey } from '../../src/deploy/object-key.js';
import type { Plan } from '../../src/deploy/plan.js';
import { comparableObject } from '../../src/deploy/comparable-object.js';
import type { StateEntry, TargetState } from '../../src/deploy/state.js';
import type { JsonObject } from '../../src/values/json.js';

/** What a plan asks of a Kibana, in memory: objects as they were put, in pages of two. */
export class MemoryKibana implements Pick<Kibana, 'space' | 'url' | 'pages' | 'values'> {
  readonly space = 'default';
  readonly url = 'https://kibana.example';
  readonly objects: Map<string, LiveObject> = new Map<string, LiveObject>();
  readonly lists: Map<string, readonly string[]> = new Map<string, readonly string[]>();

  readonly #fill: (kind: ObjectKind, body: JsonObject) => JsonObject;

  /** `fill` is what this Kibana makes of a body that it is sent. */
  constructor(fill: (kind: ObjectKind, body: JsonObject) => JsonObject = (_, body) => body) {
    this.#fill = fill;
  }

  put(kind: ObjectKind, body: JsonObject, values?: readonly string[]): this {
    const key = objectKey(kind, body);
    const known = this.objects.get(key)?.body['id'];
    this.objects.set(key, { key, kind, body: { id: known ?? `id of ${key}`, ...this.#fill(kind, body) } });
    if (values !== undefined) this.lists.set(key, values);
    return this;
  }

  /** Changes fields as somebody would by hand; undefined takes one away. */
  edit(key: string, changes: Readonly<Record<string, JsonObject[string] | undefined>>): this {
    const live = this.objects.get(key)!;
    const body = { ...live.body, ...changes } as JsonObject;
    this.objects.set(key, { ...live, body });
    return this;
  }

  async *pages(kind: ObjectKind): AsyncIterable<readonly LiveObject[]> {
    const all = [...this.objects.values()].filter((one) => one.kind === kind);
    for (let from = 0; from < all.length; from += 2) yield await Promise.resolve(all.slice(from, from + 2));
  }

  async *values(key: string): AsyncIterable<readonly string[]> {
    yield await Promise.resolve(this.lists.get(key) ?? []);
  }

  /** Does what a plan says, and returns what a state would remember afterwards. */
  apply(plan: Plan, state: TargetState | undefined): TargetState {
    const objects = new Map<string, StateEntry>(state?.objects);
    const remember = (key: string, applied: JsonObject, file?: string): void => {
      objects.set(key, { applied, at: '2026-01-01T00:00:00Z', ...(file === undefined ? {} : { file }) });
    };
    for (const { key, kind, action, body, values, file } of plan.actions) {
      const options = { tag: plan.tag, ...(values === undefined ? {} : { values }) };
      if (action === 'delete') {
        this.objects.delete(key);
        objects.delete(key);
      } else if (body === undefined) {
        const { body: live } = this.objects.get(key)!;
        this.put(kind, { ...live, enabled: action === 'enable' });
        remember(key, comparableObject(kind, this.objects.get(key)!.body, options), file);
      } else {
        const enabled = kind === 'rule' ? { enabled: this.objects.get(key)?.body['enabled'] ?? false } : {};
        const live = this.objects.get(key)?.body['id'];
        this.put(kind, { ...(live === undefined ? {} : { id: live }), ...enabled, ...body }, values);
        remember(key, comparableObject(kind, body, options), file);
      }
    }
    for (const { key, kind, change, file, applied } of plan.bookkeeping) {
      if (change === 'forget') objects.delete(key);
      else {
        const values = this.lists.get(key);
        const live = this.objects.get(key)!.body;
        const form = comparableObject(kind, live, { tag: plan.tag, ...(values && { values }) });
        remember(key, applied ?? form, file);
      }
    }
    return { version: 1, objects };
  }
}
