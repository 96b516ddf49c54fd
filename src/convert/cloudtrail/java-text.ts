import { unreachable } from '../../values/unreachable.js';
import { isInteger, isJsonList, isJsonMap, isJsonNumber, type JsonMap, type JsonNode } from '../json-node.js';

/**
 * A value as Java's `toString` prints it in the integration's ingest pipeline: `{key=value, list=[a, b]}`, no quotes, no escapes.
 * Maps print in the order they have: see {@link javaMap}.
 */
export function javaText(node: JsonNode): string {
  if (isJsonMap(node)) return `{${[...node].map(([key, item]) => `${key}=${javaText(item)}`).join(', ')}}`;
  if (isJsonList(node)) return `[${node.map(javaText).join(', ')}]`;
  if (isJsonNumber(node)) return isInteger(node) ? BigInt(node.digits).toString() : javaDouble(Number(node.digits));
  if (node === null || typeof node === 'boolean' || typeof node === 'string') return String(node);
  return unreachable(node);
}

/**
 * A double as `Double.toString` prints it (JDK 19 and later, as Elasticsearch 8.19 ships): the shortest digits that read back to the
 * same double, at least one after the point, exponent form below 10^-3 and from 10^7 on.
 */
export function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const sign = value < 0 ? '-' : '';
  const [digits, exponent] = decimalDigits(Math.abs(value));
  if (exponent < -3 || exponent >= 7) return `${sign}${digits[0] ?? ''}.${digits.slice(1)}E${exponent}`;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits.replace(/0$/, '')}`;
  const padded = digits.padEnd(exponent + 2, '0');
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`;
}

/** At least two significant digits (where one suffices, Java takes the closest two: 4.9E-324, not 5E-324) and the power of ten of the first. */
function decimalDigits(value: number): readonly [string, number] {
  const shortest = value.toExponential();
  const [mantissa = '', exponent = '0'] = (shortest.includes('.') ? shortest : value.toExponential(1)).split('e');
  return [mantissa.replace('.', ''), Number(exponent)];
}

/** A map with its entries in the order in which a `java.util.HashMap` that took them in the given order gives them back. */
export function javaMap<T>(entries: ReadonlyMap<string, T>): Map<string, T> {
  const buckets = new Map<number, string[]>();
  const capacity = tableSize([...entries.keys()]);
  for (const key of entries.keys()) {
    const bucket = spreadHash(key) & (capacity - 1);
    const chain = buckets.get(bucket);
    if (chain === undefined) buckets.set(bucket, [key]);
    else chain.push(key);
  }
  const ordered = new Map<string, T>();
  for (const bucket of [...buckets.keys()].sort((a, b) => a - b)) {
    for (const key of buckets.get(bucket) ?? []) ordered.set(key, entries.get(key) as T);
  }
  return ordered;
}

const FIRST_TABLE = 16;
const LOAD_FACTOR = 0.75;
/** A chain of eight that gets a ninth entry doubles a table smaller than this, instead of becoming a tree. */
const SMALLEST_TREE_TABLE = 64;
const LONGEST_CHAIN = 8;

/** How large the hash table has grown once all keys are in it. */
function tableSize(keys: readonly string[]): number {
  let capacity = FIRST_TABLE;
  let chains = new Map<number, number>();
  keys.forEach((key, index) => {
    const bucket = spreadHash(key) & (capacity - 1);
    const length = (chains.get(bucket) ?? 0) + 1;
    chains.set(bucket, length);
    let doublings = index + 1 > capacity * LOAD_FACTOR ? 1 : 0;
    if (length > LONGEST_CHAIN && capacity < SMALLEST_TREE_TABLE) doublings++;
    if (doublings === 0) return;
    capacity *= 2 ** doublings;
    chains = chainLengths(keys.slice(0, index + 1), capacity);
  });
  return capacity;
}

function chainLengths(keys: readonly string[], capacity: number): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const key of keys) {
    const bucket = spreadHash(key) & (capacity - 1);
    lengths.set(bucket, (lengths.get(bucket) ?? 0) + 1);
  }
  return lengths;
}

/** `String.hashCode` over UTF-16 units, its high half folded into the low one as `HashMap.hash` does. */
function spreadHash(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = (Math.imul(31, hash) + key.charCodeAt(index)) | 0;
  return hash ^ (hash >>> 16);
}

/** Drops what says nothing, from the inside out: nulls, empty strings, empty maps and empty lists; `undefined` when nothing is left. */
export function dropEmpty(node: JsonNode): JsonNode | undefined {
  if (node === null || node === '') return undefined;
  if (isJsonList(node)) {
    const items = node.map(dropEmpty).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isJsonMap(node)) return node;
  const kept = dropEmptyEntries(node);
  return kept.size === 0 ? undefined : kept;
}

/**
 * The entries of a map that {@link dropEmpty} leaves, in HashMap order. The order comes from all keys: a table keeps the size it grew to
 * while the empty entries were still in it.
 */
export function dropEmptyEntries(map: JsonMap): JsonMap {
  const kept = new Map<string, JsonNode>();
  for (const [key, item] of javaMap(map)) {
    const left = dropEmpty(item);
    if (left !== undefined) kept.set(key, left);
  }
  return kept;
}
