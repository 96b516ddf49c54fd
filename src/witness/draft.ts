import type { JsonObject, JsonValue } from '../values/json.js';
import type { Scalar } from './scalar.js';

/** A document in the making: values by full field name, and the nested objects of each path. */
export interface Draft {
  readonly values: ReadonlyMap<string, readonly Scalar[]>;
  readonly nested: ReadonlyMap<string, readonly Draft[]>;
}

/** The document of a draft: objects within objects, one value alone, several as an array. */
export function toDocument(draft: Draft, prefix = ''): JsonObject {
  const root = new Branch();
  for (const [name, values] of draft.values) {
    const [only] = values;
    root.set(name.slice(prefix.length).split('.'), values.length === 1 && only !== undefined ? only : values);
  }
  for (const [path, objects] of draft.nested) {
    root.set(
      path.slice(prefix.length).split('.'),
      objects.map((object) => toDocument(object, `${path}.`)),
    );
  }
  return root.toJson();
}

/** An object in the making; entries are defined one by one, so that `__proto__` is a name like any other. */
class Branch {
  private readonly entries = new Map<string, Branch | JsonValue>();

  set([key = '', ...rest]: readonly string[], value: JsonValue): void {
    if (rest.length === 0) {
      this.entries.set(key, value);
      return;
    }
    const child = this.entries.get(key);
    if (child instanceof Branch) child.set(rest, value);
    else if (child === undefined) {
      const branch = new Branch();
      branch.set(rest, value);
      this.entries.set(key, branch);
    } else this.entries.set([key, ...rest].join('.'), value);
  }

  toJson(): JsonObject {
    return Object.fromEntries(
      [...this.entries].map(([key, value]) => [key, value instanceof Branch ? value.toJson() : value]),
    );
  }
}
