import type { KeyPath } from '../../definitions/locate.js';
import { didYouMean } from '../../diagnostics/did-you-mean.js';
import { patternProblem, valueProblem } from '../../languages/value-problem.js';
import { filtersOf, indexOf } from '../../model/rule-defaults.js';
import type { IndexFields } from '../../schemas/fields/index-fields.js';
import { isDynamic } from '../../schemas/fields/index-fields.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Check, Violation } from '../check.js';
import { misspeltField } from '../misspelt-field.js';

/** Queries of Query DSL. https://www.elastic.co/docs/reference/query-languages/querydsl */
const QUERIES: readonly string[] =
  'bool boosting combined_fields constant_score dis_max distance_feature exists function_score fuzzy geo_bounding_box geo_distance geo_grid geo_polygon geo_shape has_child has_parent ids intervals kql match match_all match_bool_prefix match_none match_phrase match_phrase_prefix more_like_this multi_match nested parent_id percolate pinned prefix query_string range rank_feature regexp rule script script_score semantic shape simple_query_string span_containing span_multi span_near span_not span_or span_term sparse_vector term terms terms_set text_expansion weighted_tokens wildcard wrapper'.split(
    ' ',
  );

const FILTER = (query: string): string => `filters = [{ meta = { negate = false }, query = ${query} }]`;

/** See `summary`. */
export const filtersKnown: Check = {
  name: 'filters-known',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use queries, fields and values in `filters` that Elasticsearch takes.',
  rationale:
    'Kibana passes the `query` of a filter on as it stands. Elasticsearch refuses a query that it does not have, and a word where a field has numbers, addresses, dates or booleans; a field that is not there fits nothing. An unknown query is an error. Fields are checked as those of queries are: errors where imported catalogues cover the indices, likely slips elsewhere.',
  references: ['https://www.elastic.co/docs/reference/query-languages/querydsl'],
  examples: {
    invalid: [
      FILTER('{ match_prase = { "process.name" = "sh" } }'),
      FILTER('{ match_phrase = { "proces.name" = "sh" } }'),
      FILTER('{ bool = { should = [{ term = { "source.ip" = "localhost" } }] } }'),
      FILTER('{ range = { "process.pid" = { gte = "four" } } }'),
    ],
    valid: [
      FILTER('{ match_phrase = { "process.name" = "sh" } }'),
      FILTER(
        '{ bool = { must_not = [{ exists = { field = "user.name" } }], should = { term = { "source.ip" = "10.0.0.1" } } } }',
      ),
    ],
  },
  *rule(rule, { fields }) {
    for (const [at, { query }] of filtersOf(rule).entries())
      if (rule.type !== 'esql')
        yield* queryProblems(query, ['rule', 'filters', at, 'query'], fields.of(indexOf(rule)), 0);
    if (rule.type !== 'threat_match') return;
    for (const [at, { query }] of (rule.threatFilters ?? []).entries())
      yield* queryProblems(query, ['rule', 'threat_filters', at, 'query'], fields.of(rule.threatIndex), 0);
  },
};

/** Deeper filters exist in nobody's rules. */
const DEEPEST = 40;

type Found = Generator<Violation, void, undefined>;

function* queryProblems(query: JsonValue | undefined, path: KeyPath, fields: IndexFields, depth: number): Found {
  if (!isJsonObject(query) || depth > DEEPEST) return;
  for (const [name, body] of Object.entries(query)) {
    const place = [...path, name];
    if (!QUERIES.includes(name)) {
      yield {
        path: place,
        at: 'key',
        severity: 'error',
        what: `Elasticsearch has no query ${name}.${didYouMean(name, QUERIES)}`,
        why: 'It refuses the search: every run of the rule fails.',
        fix: 'Correct the name of the query.',
      };
    } else if (isJsonObject(body)) yield* bodyProblems(name, body, place, fields, depth);
  }
}

function* bodyProblems(name: string, body: JsonObject, path: KeyPath, fields: IndexFields, depth: number): Found {
  switch (name) {
    case 'bool':
      yield* clauseProblems(body, path, fields, depth);
      return;
    case 'constant_score':
      yield* queryProblems(body['filter'], [...path, 'filter'], fields, depth + 1);
      return;
    case 'exists':
      if (typeof body['field'] === 'string') yield* fieldProblem(body['field'], [...path, 'field'], 'value', fields);
      return;
    default:
      if (OF_FIELDS.has(name)) yield* fieldProblems(name, body, path, fields);
  }
}

function* clauseProblems(body: JsonObject, path: KeyPath, fields: IndexFields, depth: number): Found {
  for (const clause of ['must', 'should', 'filter', 'must_not']) {
    const inner = body[clause];
    const place = [...path, clause];
    if (!isJsonArray(inner)) yield* queryProblems(inner, place, fields, depth + 1);
    else for (const [at, query] of inner.entries()) yield* queryProblems(query, [...place, at], fields, depth + 1);
  }
}

/** Queries of the form field → what to look for. */
const OF_FIELDS: ReadonlySet<string> = new Set('match match_phrase prefix range term terms wildcard'.split(' '));

function* fieldProblems(name: string, body: JsonObject, path: KeyPath, fields: IndexFields): Found {
  for (const [field, value] of Object.entries(body)) {
    if (name === 'terms' && field === 'boost') continue;
    yield* fieldProblem(field, [...path, field], 'key', fields);
    yield* valueProblems(name, field, value, [...path, field], fields);
  }
}

function* fieldProblem(name: string, path: KeyPath, at: 'key' | 'value', fields: IndexFields): Found {
  if (fields.fields.has(name) || isDynamic(name, fields) || name.includes('*') || name.startsWith('_')) return;
  const isWhole = fields.open.length === 0;
  const meant = misspeltField(name, fields.fields);
  if (!isWhole && meant === undefined) return;
  yield {
    path,
    at,
    ...(isWhole ? { severity: 'error' as const } : {}),
    what: `Unknown field ${name}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    why: 'No document has it: the filter decides nothing, or everything.',
    fix: meant === undefined ? 'Name a field of the indices.' : `Write ${meant}.`,
  };
}

function* valueProblems(name: string, field: string, value: JsonValue, path: KeyPath, fields: IndexFields): Found {
  const known = fields.fields.get(field);
  if (known === undefined || known.conflict !== undefined) return;
  for (const [text, place] of textsOf(name, value, path)) {
    const isPattern = name === 'prefix' || name === 'wildcard';
    const problem = isPattern
      ? patternProblem(known.type, field, name === 'prefix')
      : valueProblem(known.type, text, known.format);
    if (problem === undefined) continue;
    yield {
      path: place,
      what: `"${text}" is not what ${field} can have, which is of type ${known.type}.`,
      why: `Elasticsearch says: ${problem}${problem.endsWith('.') ? '' : '.'}`,
      fix: isPattern ? 'Use term, terms or range.' : `Write a value of type ${known.type}.`,
    };
  }
}

const BOUNDS = ['gt', 'gte', 'lt', 'lte'];
const KEYS = ['query', 'value'];

/** The texts that a query compares a field with. */
function textsOf(name: string, value: JsonValue, path: KeyPath): readonly (readonly [string, KeyPath])[] {
  if (typeof value === 'string') return name === 'range' ? [] : [[value, path]];
  if (isJsonArray(value)) return value.flatMap((item, at) => textsOf(name, item, [...path, at]));
  if (!isJsonObject(value)) return [];
  // A range may bring a format of its own.
  const keys = name === 'range' ? (value['format'] === undefined ? BOUNDS : []) : KEYS;
  return keys.flatMap((key) => {
    const item = value[key];
    return typeof item === 'string' ? [[item, [...path, key]] as const] : [];
  });
}
