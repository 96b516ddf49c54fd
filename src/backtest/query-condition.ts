import { minimumShouldMatch } from '../engine/embedded/query/minimum-should-match.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Atoms } from './atoms.js';
import { allOf, ALWAYS, anyOf, doubt, NEVER, not, UNKNOWN, type Condition } from './condition.js';
import type { Schema } from './schema.js';

/** What conditions are made with. */
export interface ConditionSetting {
  readonly atoms: Atoms;
  readonly schema: Schema;
  /** Called where the engine will refuse the search. */
  readonly refused: () => void;
  /** Called with each field that is asked for. */
  readonly asked: (field: string) => void;
}

/** Queries on one field. */
const LEAVES: ReadonlySet<string> = new Set([
  'term',
  'terms',
  'match',
  'match_phrase',
  'match_phrase_prefix',
  'match_bool_prefix',
  'prefix',
  'wildcard',
  'regexp',
  'fuzzy',
  'range',
]);

/** Levels of queries that are looked into; the engine refuses deeper ones. */
const DEEPEST = 40;

/** The condition that a query of Query DSL is; parts that are not known here are left to the engine. */
export function queryCondition(query: JsonValue | undefined, setting: ConditionSetting, depth = 0): Condition {
  if (!isJsonObject(query) || depth > DEEPEST) return UNKNOWN;
  const [entry, second] = Object.entries(query);
  if (entry === undefined || second !== undefined) return UNKNOWN;
  const [name, body] = entry;
  if (!isJsonObject(body)) return UNKNOWN;
  const inner = (part: JsonValue | undefined): Condition => queryCondition(part, setting, depth + 1);
  switch (name) {
    case 'bool':
      return boolCondition(body, inner);
    case 'constant_score':
      return inner(body['filter']);
    case 'boosting':
      return inner(body['positive']);
    case 'dis_max':
      return anyOf(listOf(body['queries']).map(inner));
    case 'nested':
      return nestedCondition(body, setting);
    default:
      return simpleCondition(name, body, setting);
  }
}

/** The condition of a query that holds no other. */
function simpleCondition(name: string, body: JsonObject, setting: ConditionSetting): Condition {
  switch (name) {
    case 'match_all':
      return ALWAYS;
    case 'match_none':
      return NEVER;
    case 'exists':
      return leaf(body['field'], name, body, setting);
    case 'query_string':
      return queryString(body, setting);
    default:
      return LEAVES.has(name) ? leaf(fieldOf(body), name, body, setting) : UNKNOWN;
  }
}

/** Some object of a nested field must pass: whether there is one is all that is looked at. */
function nestedCondition({ path }: JsonObject, { atoms, schema, refused, asked }: ConditionSetting): Condition {
  if (typeof path !== 'string') return UNKNOWN;
  asked(path);
  if (!schema.isNestedObject(path)) {
    refused();
    return UNKNOWN;
  }
  return atoms.presence(path);
}

/** Of the queries in text those that name one field, as KQL becomes. */
function queryString(body: JsonObject, setting: ConditionSetting): Condition {
  const { fields } = body;
  if (!isJsonArray(fields) || fields.length !== 1) return UNKNOWN;
  return leaf(fields[0], 'query_string', body, setting);
}

function leaf(field: JsonValue | undefined, name: string, body: JsonObject, setting: ConditionSetting): Condition {
  if (typeof field !== 'string' || field === '') return UNKNOWN;
  const { atoms, schema, refused, asked } = setting;
  asked(field);
  return atoms.leaf(schema, field, name, body, refused);
}

function fieldOf(body: JsonObject): string | undefined {
  const [field, second] = Object.keys(body).filter((key) => key !== 'boost' && key !== '_name');
  return second === undefined ? field : undefined;
}

type Inner = (part: JsonValue | undefined) => Condition;

function boolCondition(body: JsonObject, inner: Inner): Condition {
  const of = (...keys: readonly string[]): readonly Condition[] => keys.flatMap((key) => listOf(body[key])).map(inner);
  const must = of('must', 'filter');
  const should = of('should');
  const excluded = of('must_not', 'mustNot').map(not);
  // Without a required clause one optional clause has to match, even if the minimum allows none.
  const least = must.length === 0 && should.length > 0 ? 1 : 0;
  const given = body['minimum_should_match'];
  const needed = Math.max(least, given === undefined ? least : minimum(given, should.length));
  return allOf([...must, ...excluded, ...enough(should, needed)]);
}

function minimum(given: JsonValue, count: number): number {
  try {
    return minimumShouldMatch(given, count);
  } catch {
    // The engine refuses it with the message for it.
    return 0;
  }
}

function enough(should: readonly Condition[], needed: number): readonly Condition[] {
  if (needed === 0) return [];
  if (needed > should.length) return [NEVER];
  if (needed === should.length) return should;
  return [needed === 1 ? anyOf(should) : doubt(anyOf(should))];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return value === undefined ? [] : isJsonArray(value) ? value : [value];
}
