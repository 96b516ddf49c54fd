import type { AST } from 'toml-eslint-parser';
import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import { alignLists } from './align-lists.js';
import { keyNames, readExactToml } from './exact-toml.js';
import { rewriteString } from './rewrite-string.js';
import { takeApart } from './toml-items.js';
import type { Entry } from './toml-items.js';
import { additions, isFrom, lookUp } from './toml-origins.js';
import type { Origins } from './toml-origins.js';
import { tomlEntry, tomlKey, tomlValue } from './write-toml.js';

/** The text that a value stands in, and which wanted values are copies of which. */
export interface Rewriting {
  readonly text: string;
  readonly origins: Origins;
}

/**
 * The text of a wanted value in the manner of the value that is there: what is the same keeps its characters, texts keep their quotes, floats
 * stay floats, dates dates, lists and inline tables keep their lines, comments and order.
 */
export function rewriteValue(
  node: AST.TOMLContentNode,
  source: JsonValue,
  wanted: Exclude<JsonValue, null>,
  rewriting: Rewriting,
  isInline = false,
): string {
  const written = rewriting.text.slice(node.range[0], node.range[1]);
  if (equalJson(source, wanted)) return written;
  if (node.type === 'TOMLArray' && isJsonArray(source) && isJsonArray(wanted))
    return rewriteList(node, source, wanted, rewriting);
  if (node.type === 'TOMLInlineTable' && isJsonObject(source) && isJsonObject(wanted))
    return rewriteInlineTable(node, source, wanted, rewriting);
  const scalar = node.type === 'TOMLValue' ? rewriteScalar(node, written, wanted, isInline) : undefined;
  return scalar ?? (isInline ? tomlValue(wanted) : tomlEntry('', wanted).slice(' = '.length));
}

/** A text, float or date in the manner of the one that is there; undefined for all others. */
function rewriteScalar(
  node: AST.TOMLValue,
  written: string,
  wanted: Exclude<JsonValue, null>,
  isInline: boolean,
): string | undefined {
  if (typeof wanted === 'string') {
    if (node.kind === 'string') return rewriteString(written, wanted, isInline);
    return node.kind.includes('-') ? asDate(wanted) : undefined;
  }
  return node.kind === 'float' && Number.isInteger(wanted) ? asFloat(tomlValue(wanted)) : undefined;
}

function asFloat(text: string): string {
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A date where the text is what such a date is read as, else a text. */
function asDate(text: string): string {
  const date = text.replace('.000Z', 'Z');
  try {
    if (/^[\d:.TZ-]+$/.test(date) && readExactToml(`a = ${date}`)['a'] === text) return date;
  } catch {
    // No date: it is written as the text that it is.
  }
  return tomlValue(text);
}

function rewriteList(node: AST.TOMLArray, source: JsonArray, wanted: JsonArray, rewriting: Rewriting): string {
  const list = takeApart(rewriting.text, node, node.elements);
  const same = (from: number, to: number): boolean => isFrom(wanted[to], source[from], rewriting.origins);
  const entries = alignLists(source.length, wanted.length, same).map((step): Entry => {
    if (step.kind === 'remove') return { from: step.from };
    const value = wanted[step.to] ?? '';
    if (step.kind === 'add') return { body: tomlValue(value) };
    const { from } = step;
    const element = node.elements[from];
    if (element === undefined) return { body: tomlValue(value) };
    return { from, body: rewriteValue(element, source[from] ?? '', value, rewriting, true) };
  });
  return list.write(entries);
}

function rewriteInlineTable(
  node: AST.TOMLInlineTable,
  source: JsonObject,
  wanted: JsonObject,
  rewriting: Rewriting,
): string {
  const { text } = rewriting;
  const entries = node.body.map((child, from): Entry => {
    const path = keyNames(child.key);
    const value = lookUp(wanted, path);
    if (value === undefined || value === null) return { from };
    const before = text.slice(child.range[0], child.value.range[0]);
    return { from, body: before + rewriteValue(child.value, lookUp(source, path) ?? '', value, rewriting, true) };
  });
  const paths = node.body.map((child) => keyNames(child.key));
  const added = additions(wanted, paths).flatMap(([path, value]): readonly Entry[] =>
    value === null ? [] : [{ body: `${path.map(tomlKey).join('.')} = ${tomlValue(value)}` }],
  );
  return takeApart(text, node, node.body).write([...entries, ...added]);
}
