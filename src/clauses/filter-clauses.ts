import { enabledFilters } from '../detections/filter-query.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { ClauseDraft, ClausePart, DraftPart } from './clause.js';

/** The clauses of Kibana's filters, one test each, within a `not` where `meta.negate` says so; disabled ones have none. */
export function filterClauses(filters: readonly JsonObject[]): readonly DraftPart[] {
  return filters.flatMap((filter, at): readonly DraftPart[] => {
    const { kept, negated } = enabledFilters([filter]);
    const part: ClausePart = { kind: 'filter', at };
    return [
      ...kept.map((query) => ({ part, root: test(filter, query) })),
      ...negated.map((query) => ({ part, root: not(test(filter, query)) })),
    ];
  });
}

function test(filter: JsonObject, query: JsonObject): ClauseDraft {
  const meta = isJsonObject(filter['meta']) ? filter['meta'] : {};
  const wanted = wantedBy(meta, query);
  return {
    kind: 'test',
    text: printJson(query),
    fields: [...new Set(fieldsOf(query, 0))],
    ...(wanted === undefined ? {} : { wanted }),
    ask: { kind: 'dsl', query },
    children: [],
  };
}

function not(child: ClauseDraft): ClauseDraft {
  const query = child.ask.kind === 'dsl' ? child.ask.query : {};
  return {
    kind: 'not',
    text: `not ${child.text}`,
    fields: child.fields,
    ask: { kind: 'dsl', query: { bool: { must_not: [query] } } },
    children: [child],
  };
}

/** Queries of Query DSL whose body names a field, and those that name it under `field`. */
const OF_FIELD: ReadonlySet<string> = new Set([
  'term', 'terms', 'match', 'match_phrase', 'match_phrase_prefix', 'range', 'prefix', 'wildcard', 'regexp', 'fuzzy',
]); // prettier-ignore

/** Deeper than this no filter of Kibana's editor goes. */
const MAX_DEPTH = 20;

function fieldsOf(value: JsonValue, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (isJsonArray(value)) return value.flatMap((item) => fieldsOf(item, depth + 1));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, body]) => {
    if (OF_FIELD.has(key) && isJsonObject(body)) return Object.keys(body).filter((name) => name !== 'boost');
    if (key === 'exists' && isJsonObject(body)) return typeof body['field'] === 'string' ? [body['field']] : [];
    return fieldsOf(body, depth + 1);
  });
}

/** What the editor says the filter compares with, else the one value of a plain query. */
function wantedBy(meta: JsonObject, query: JsonObject): string | undefined {
  if ('exists' in query) return 'any value';
  const { params } = meta;
  if (isJsonObject(params) && isScalar(params['query'])) return String(params['query']);
  if (isJsonArray(params) && params.every(isScalar)) return params.map(String).join(', ');
  const [body] = Object.values(query);
  const [value] = isJsonObject(body) ? Object.values(body) : [];
  const inner = isJsonObject(value) ? (value['value'] ?? value['query']) : value;
  if (isScalar(inner)) return String(inner);
  return isJsonArray(inner) && inner.every(isScalar) ? inner.map(String).join(', ') : undefined;
}

function isScalar(value: JsonValue | undefined): value is string | number | boolean | bigint {
  return (
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
  );
}
