import { parseEsql } from '../languages/esql/parse.js';
import { mapEsql } from '../languages/esql/visit.js';
import { isJsonArray, type JsonObject, type JsonValue } from '../values/json.js';

/**
 * A rule in Kibana's form whose index patterns have a prefix, those of `index`, `threat_index` and of `FROM` in ES|QL: `logs-*` becomes
 * `remote:logs-*`, `-logs-x-*` becomes `-remote:logs-x-*`. Patterns that name a cluster already stay, and so does the rest of the query, letter by letter.
 */
export function withIndexPrefix(rule: JsonObject, prefix: string): JsonObject {
  return prefix === '' ? rule : withPatterns(rule, (pattern) => prefixed(pattern, prefix));
}

/** The same rule without the prefix: the way back. */
export function withoutIndexPrefix(rule: JsonObject, prefix: string): JsonObject {
  return prefix === '' ? rule : withPatterns(rule, (pattern) => unprefixed(pattern, prefix));
}

/** A rule with other index patterns. */
function withPatterns(rule: JsonObject, change: (pattern: string) => string): JsonObject {
  const changed: Record<string, JsonValue> = {};
  for (const key of ['index', 'threat_index']) {
    const patterns = rule[key];
    if (isJsonArray(patterns)) changed[key] = patterns.map((one) => (typeof one === 'string' ? change(one) : one));
  }
  const { language, query } = rule;
  if (language === 'esql' && typeof query === 'string') changed['query'] = queryWithPatterns(query, change);
  return { ...rule, ...changed };
}

function prefixed(pattern: string, prefix: string): string {
  if (/(?<!:):(?!:)/.test(pattern) || pattern.trim() === '') return pattern;
  return pattern.startsWith('-') ? `-${prefix}${pattern.slice(1)}` : `${prefix}${pattern}`;
}

function unprefixed(pattern: string, prefix: string): string {
  if (pattern.startsWith(`-${prefix}`)) return `-${pattern.slice(prefix.length + 1)}`;
  return pattern.startsWith(prefix) ? pattern.slice(prefix.length) : pattern;
}

/** A query that does not parse stays as it is: validation says why. */
function queryWithPatterns(query: string, change: (pattern: string) => string): string {
  const { value: tree } = parseEsql(query);
  if (tree === undefined) return query;
  const places: { readonly start: number; readonly end: number }[] = [];
  mapEsql(tree, {
    index: (node) => {
      places.push(node.range);
      return node;
    },
  });
  return places
    .sort((left, right) => right.start - left.start)
    .reduce((text, { start, end }) => {
      const [, quote = '', inner = '', after = ''] = /^("{0,3})(.*?)("{0,3})$/su.exec(text.slice(start, end)) ?? [];
      const names = inner.split(',').map((name) => change(name.trim()));
      return `${text.slice(0, start)}${quote}${names.join(',')}${after}${text.slice(end)}`;
    }, query);
}
