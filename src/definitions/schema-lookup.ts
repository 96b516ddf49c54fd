import type { JsonSchema } from '../schemas/json-schema.js';
import { isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import type { KeyPath } from './locate.js';

/**
 * The part of a schema that describes the value at a path: for descriptions, examples and lists of values in messages. Where the schema
 * depends on the `type` beside the value, that of the data counts.
 */
export function schemaAt(root: JsonSchema, path: KeyPath, data?: JsonValue): JsonSchema | undefined {
  let schema: JsonSchema | boolean | undefined = root;
  let value = data;
  for (const step of path) {
    const current: JsonSchema | undefined = resolve(root, schema);
    if (typeof step === 'number') schema = current?.items;
    else schema = inBranch(current, step, value) ?? ownProperty(current, step) ?? current?.additionalProperties;
    value = childOf(value, step);
  }
  return resolve(root, schema);
}

/** All keys that the table at a path may have. */
export function keysAt(root: JsonSchema, path: KeyPath, data?: JsonValue): readonly string[] {
  return Object.keys(schemaAt(root, path, data)?.properties ?? {});
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

function ownProperty(schema: JsonSchema | undefined, key: string): JsonSchema | boolean | undefined {
  const { properties } = schema ?? {};
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** What the branch for the value's `type` says of a key, where that is a schema of its own (`$ref`) and not only a restriction. */
function inBranch(schema: JsonSchema | undefined, key: string, value: JsonValue | undefined): JsonSchema | undefined {
  const type = isJsonObject(value) ? value['type'] : undefined;
  for (const { if: condition, then } of schema?.allOf ?? []) {
    const expected = ownProperty(condition, 'type');
    const property = ownProperty(then, key);
    const isMeant = typeof expected === 'object' && expected.const === type;
    if (isMeant && typeof property === 'object' && property.$ref !== undefined) return property;
  }
  return undefined;
}

function childOf(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (typeof step === 'number') return Array.isArray(value) ? (value as readonly JsonValue[])[step] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function resolve(root: JsonSchema, schema: JsonSchema | boolean | undefined): JsonSchema | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref === undefined) return schema;
  const definition = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  return typeof definition === 'object' ? { ...definition, ...schema } : schema;
}
