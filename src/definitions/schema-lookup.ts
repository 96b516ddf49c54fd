import type { JsonSchema } from '../schemas/json-schema.js';
import { isJsonObject } from '../values/is-json-object.js';
import type { JsonValue } from '../values/json.js';
import type { KeyPath } from './locate.js';

/** The part of a schema that describes the value at a path: for descriptions, examples and lists of values in messages. */
export function schemaAt(root: JsonSchema, path: KeyPath): JsonSchema | undefined {
  let schema: JsonSchema | boolean | undefined = root;
  for (const step of path) {
    const current: JsonSchema | undefined = resolve(root, schema);
    if (typeof step === 'number') schema = current?.items;
    else schema = ownProperty(root, current, step) ?? current?.additionalProperties;
  }
  return resolve(root, schema);
}

/** All keys that the table at a path may have. */
export function keysAt(root: JsonSchema, path: KeyPath): readonly string[] {
  return Object.keys(schemaAt(root, path)?.properties ?? {});
}

/** The value that a JSON pointer names, and the pointer as a path: numeric steps are indices where the data has an array. */
export function valueAt(
  data: JsonValue,
  pointer: string,
): { readonly path: KeyPath; readonly value: JsonValue | undefined } {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = (value as readonly JsonValue[])[Number(key)];
    } else {
      path.push(key);
      value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
  }
  return { path, value };
}

function ownProperty(root: JsonSchema, schema: JsonSchema | undefined, key: string): JsonSchema | boolean | undefined {
  const direct = schema?.properties;
  if (direct && Object.hasOwn(direct, key)) {
    const property = direct[key];
    // A property may be described in the branch of its rule type only.
    if (resolve(root, property)?.description !== undefined || typeof property === 'object') return property;
  }
  return undefined;
}

function resolve(root: JsonSchema, schema: JsonSchema | boolean | undefined): JsonSchema | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref === undefined) return schema;
  const definition = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  return typeof definition === 'object' ? { ...definition, ...schema } : schema;
}
