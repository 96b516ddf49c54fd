import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import { tomlKey, tomlLine, tomlText } from './toml-text.js';

/** Length from which the texts of a list stand one a line. */
const WIDE = 100;

/** Keys that stand behind the others of their table, as queries do in the rules of elastic/detection-rules. */
const LAST: readonly string[] = ['query', 'threat_query'];

/** Tables at the top of a file that come first, in this order. */
const FIRST: readonly string[] = ['metadata', 'transform'];

/**
 * The text of a new definition in the layout of elastic/detection-rules' own: `[metadata]` first, keys in order, the query last, long lists
 * and long texts over several lines, tables under headers. Null, which TOML does not have, is left out; halves of surrogate pairs must
 * have been taken out before (see `forToml`).
 */
export function printToml(file: JsonObject): string {
  const order = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  const keys = Object.keys(file).sort((left, right) => order(left) - order(right) || compareTexts(left, right));
  const sections = tableSections(file, [], keys);
  return `${sections.join('\n').trim()}\n`;
}

/** A table: its plain entries, then arrays of tables, then tables, each as texts that end in a line break. */
function tableSections(
  table: JsonObject,
  path: readonly string[],
  keys = Object.keys(table).sort(compareTexts),
): string[] {
  const entries = keys.flatMap((key): [string, Exclude<JsonValue, null>][] => {
    const value = table[key];
    return value === undefined || value === null ? [] : [[key, value]];
  });
  const plain = entries.filter(([, value]) => !isJsonObject(value) && !isTables(value));
  const lines = [
    ...plain.filter(([key]) => !LAST.includes(key)),
    ...LAST.flatMap((last) => plain.filter(([key]) => key === last)),
  ];
  const own = lines.map(([key, value]) => entryText(key, value)).join('');
  const isRule = path.length === 1 && lines.some(([key, value]) => isBlock(key, value));
  const sections = own === '' ? [] : [isRule ? `${own}\n` : own];
  for (const [key, value] of entries) if (isTables(value)) sections.push(...arraySections(value, [...path, key]));
  for (const [key, value] of entries) {
    if (!isJsonObject(value)) continue;
    const inner = [...path, key];
    sections.push(...underHeader(`[${inner.map(tomlKey).join('.')}]`, value, inner));
  }
  return sections;
}

/** Queries are literal, so that they read as in Kibana. */
function entryText(key: string, value: Exclude<JsonValue, null>): string {
  const text = LAST.includes(key) && typeof value === 'string' ? tomlText(value, true) : inlineValue(value);
  return `${isBlock(key, value) ? '\n' : ''}${tomlKey(key)} = ${text}\n`;
}

function arraySections(tables: readonly JsonObject[], path: readonly string[]): string[] {
  return tables.flatMap((table) => underHeader(`[[${path.map(tomlKey).join('.')}]]`, table, path));
}

/** A header stands right above the entries of its table; a table of tables only needs none of its own, if it is in no list. */
function underHeader(header: string, table: JsonObject, path: readonly string[]): string[] {
  const sections = tableSections(table, path);
  const hasEntries = Object.values(table).some((value) => value !== null && !isJsonObject(value) && !isTables(value));
  if (hasEntries) return [`${header}\n${(sections[0] ?? '').replace(/^\n/, '')}`, ...sections.slice(1)];
  return header.startsWith('[[') || sections.length === 0 ? [`${header}\n`, ...sections] : sections;
}

function isBlock(key: string, value: JsonValue): boolean {
  return LAST.includes(key) && typeof value === 'string' && value.includes('\n');
}

function isTables(value: JsonValue): value is readonly JsonObject[] {
  return isJsonArray(value) && value.length > 0 && value.every(isJsonObject);
}

/** A value behind `=`. */
function inlineValue(value: Exclude<JsonValue, null>): string {
  if (typeof value === 'string') return tomlText(value);
  if (isJsonArray(value)) return inlineList(value);
  if (isJsonObject(value)) return inlineTable(value);
  return typeof value === 'number' ? numberText(value) : value.toString();
}

function inlineList(list: JsonArray): string {
  const items = list.filter((item) => item !== null);
  const isWide =
    items.every((item) => typeof item === 'string') && items.reduce((sum, item) => sum + item.length + 3, 0) > WIDE;
  const texts = items.map(oneLineValue);
  return isWide ? `[\n${texts.map((text) => `    ${text},\n`).join('')}]` : `[${texts.join(', ')}]`;
}

/** A value inside a list or an inline table. */
function oneLineValue(value: Exclude<JsonValue, null>): string {
  return typeof value === 'string' ? tomlLine(value) : inlineValue(value);
}

function inlineTable(table: JsonObject): string {
  const entries = Object.entries(table).flatMap(([key, value]) =>
    value === null ? [] : [`${tomlKey(key)} = ${oneLineValue(value)}`],
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}
