import type { JsonObject, JsonValue } from '../values/json.js';

/**
 * JSON as a converter must see it: with what JavaScript's own parser forgets. Objects are Maps that keep the order of their keys
 * (`__proto__` and `1` are keys like any other), numbers keep their digits (`1`, `1.0` and `1e0` differ where Java prints them).
 */
export type JsonNode = null | boolean | string | JsonNumber | readonly JsonNode[] | JsonMap;

/** An object of {@link JsonNode}s. */
export type JsonMap = ReadonlyMap<string, JsonNode>;

/** A number by its JSON text. */
export interface JsonNumber {
  readonly digits: string;
}

/** How deep a document may nest: Elasticsearch's own parser refuses more. */
export const MAX_DEPTH = 1000;

/** Whether a node is an object. */
export function isJsonMap(node: JsonNode | undefined): node is JsonMap {
  return node instanceof Map;
}

/** Whether a node is an array. */
export function isJsonList(node: JsonNode | undefined): node is readonly JsonNode[] {
  return Array.isArray(node);
}

/** Whether a node is a number. */
export function isJsonNumber(node: JsonNode | undefined): node is JsonNumber {
  return typeof node === 'object' && node !== null && 'digits' in node;
}

/** Whether a number is written without fraction and exponent, so that Java reads it as an integer. */
export function isInteger(number: JsonNumber): boolean {
  return /^-?\d+$/.test(number.digits);
}

/** A parsed JSON value as a node; `undefined` when it nests deeper than {@link MAX_DEPTH}. */
export function nodeFromJson(value: JsonValue, depth = 0): JsonNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return { digits: value.toString() };
  if (typeof value === 'number') return numberNode(value);
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((item) => nodeFromJson(item, depth + 1));
    return items.includes(undefined) ? undefined : (items as JsonNode[]);
  }
  const map = new Map<string, JsonNode>();
  for (const [key, item] of Object.entries(value as JsonObject)) {
    const node = nodeFromJson(item, depth + 1);
    if (node === undefined) return undefined;
    map.set(key, node);
  }
  return map;
}

function numberNode(value: number): JsonNode {
  if (!Number.isFinite(value)) return null;
  return { digits: Number.isInteger(value) && !Object.is(value, -0) ? BigInt(value).toString() : String(value) };
}

/** A node as a JSON value: integers beyond 2^53 become bigints, other numbers the nearest double. */
export function nodeToJson(node: JsonNode): JsonValue {
  if (isJsonMap(node)) return Object.fromEntries([...node].map(([key, item]) => [key, nodeToJson(item)]));
  if (isJsonList(node)) return node.map(nodeToJson);
  if (!isJsonNumber(node)) return node;
  const number = Number(node.digits);
  return isInteger(node) && !Number.isSafeInteger(number) ? BigInt(node.digits) : number;
}

/** A node as compact JSON text, every number with the digits it came with. */
export function printNode(node: JsonNode): string {
  if (isJsonMap(node))
    return `{${[...node].map(([key, item]) => `${JSON.stringify(key)}:${printNode(item)}`).join(',')}}`;
  if (isJsonList(node)) return `[${node.map(printNode).join(',')}]`;
  return isJsonNumber(node) ? node.digits : JSON.stringify(node);
}
