import type { JsonObject, JsonValue } from '../../values/json.js';
import { booleanParameter, numberParameter } from './request.js';

/**
 * The search that stands in a URL, `?q=…&size=…`, as a body.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-search.html#search-search-api-query-params
 */
export function searchFromUrl(query: URLSearchParams): JsonObject {
  const tracked = query.get('track_total_hits');
  const entries: readonly (readonly [string, JsonValue | undefined])[] = [
    ['query', queryString(query)],
    ['from', numberParameter(query, 'from')],
    ['size', numberParameter(query, 'size')],
    ['sort', query.get('sort')?.split(',').map(sortKey)],
    [
      'track_total_hits',
      tracked !== null && /^\d+$/.test(tracked) ? Number(tracked) : booleanParameter(query, 'track_total_hits'),
    ],
    ['_source', sourceFilter(query)],
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

function queryString(query: URLSearchParams): JsonObject | undefined {
  const text = query.get('q');
  if (text === null) return undefined;
  const options = ['default_operator', 'analyze_wildcard', 'lenient'].flatMap((name): [string, string][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  const field = query.get('df');
  return {
    query_string: { query: text, ...(field === null ? {} : { default_field: field }), ...Object.fromEntries(options) },
  };
}

/** `field`, `field:desc`. */
function sortKey(text: string): JsonValue {
  const at = text.lastIndexOf(':');
  return at < 0 ? text : { [text.slice(0, at)]: { order: text.slice(at + 1) } };
}

function sourceFilter(query: URLSearchParams): JsonValue | undefined {
  const wanted = query.get('_source');
  const [includes, excludes] = [query.get('_source_includes')?.split(','), query.get('_source_excludes')?.split(',')];
  if (wanted === 'false') return false;
  const named = wanted === null || wanted === 'true' || wanted === '' ? includes : wanted.split(',');
  if (named === undefined && excludes === undefined) return wanted === null ? undefined : true;
  return { ...(named === undefined ? {} : { includes: named }), ...(excludes === undefined ? {} : { excludes }) };
}
