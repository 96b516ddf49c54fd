import type { JsonObject, JsonValue } from '../../values/json.js';
import type { KqlLiteral, KqlNode, KqlRange, KqlTerm, KqlValue } from './ast.js';
import { isLoneWildcard, termText } from './ast.js';
import { escapeQueryString } from './query-string-text.js';
import type { KqlFields } from './known-fields.js';
import { expandField } from './known-fields.js';
import type { TargetField } from './known-fields.js';

/** What the translation may know and change. */
export interface KqlToQueryDslOptions {
  /** The fields of the searched indices; without them every field counts as one of unknown type. */
  readonly fields?: KqlFields;
  /** Time zone of dates without one, for fields known to be dates. Kibana's rules use UTC, which is also the default here. */
  readonly timeZone?: string;
  /** Sets `case_insensitive` on the `term` and `wildcard` queries of known keyword fields; Kibana's rules leave it out. */
  readonly caseInsensitive?: boolean;
  /** Sets `ignore_unmapped` on nested queries; Kibana leaves it out unless its caller asks for it. */
  readonly nestedIgnoreUnmapped?: boolean;
}

/**
 * Translates a KQL tree to Query DSL as Kibana builds it.
 *
 * - `and` → `bool.filter`, `or` → `bool.should` with `minimum_should_match: 1`, `not` → `bool.must_not`, `path: { … }` → `nested` with
 *   `score_mode: none`, `field: *` → `exists`, the empty query and `*: *` → `match_all`. A value list is spelt out: one query for each value.
 * - **Without `fields`** (the type is unknown): `match` for unquoted values, `match_phrase` for quoted ones, `query_string` for values with
 *   wildcards, `range` as written; a name with wildcards goes through as it is, as Kibana sends it for a data view without fields.
 * - **With `fields`**: `term` and `wildcard` for keyword fields, a `range` from and to the value for dates, the same as above for every
 *   other type; a name with wildcards becomes one query for each field that it matches, each in its own `nested` query where the field is
 *   nested. A field that is not known is treated as without `fields`.
 * - Free text → `multi_match` (`phrase` if quoted, lenient), or `query_string` if it has wildcards; which fields they search is the index's
 *   default, `*`.
 *
 * Values stay what the text says: an unquoted `5` is the string "5", `true` and `null` are JSON constants.
 * https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
 */
export function kqlToQueryDsl(tree: KqlNode, options: KqlToQueryDslOptions = {}): JsonObject {
  return translate(tree, { options, path: undefined });
}

interface Context {
  readonly options: KqlToQueryDslOptions;
  readonly path: string | undefined;
}

function translate(node: KqlNode, context: Context): JsonObject {
  switch (node.kind) {
    case 'MatchAll':
      return { match_all: {} };
    case 'And':
      return { bool: { filter: node.clauses.map((clause) => translate(clause, context)) } };
    case 'Or':
      return anyOf(node.clauses.map((clause) => translate(clause, context)));
    case 'Not':
      return { bool: { must_not: translate(node.clause, context) } };
    case 'Match':
      return matchValue(node.field, node.value, context);
    case 'Exists':
      return exists(node.field, context);
    case 'Range':
      return anyOf(
        targets(node.field, context).map((target) => inNested(target, range(node, target, context), context)),
      );
    case 'Nested': {
      const path = join(context.path, termText(node.path));
      return nested(path, translate(node.clause, { ...context, path }), context);
    }
    case 'FreeText':
      return freeText(node.value);
  }
}

function matchValue(field: KqlTerm, value: KqlValue, context: Context): JsonObject {
  switch (value.kind) {
    case 'ValueAnd':
      return { bool: { filter: value.values.map((item) => matchValue(field, item, context)) } };
    case 'ValueOr':
      return anyOf(value.values.map((item) => matchValue(field, item, context)));
    case 'ValueNot':
      return { bool: { must_not: matchValue(field, value.value, context) } };
    default:
      if (isLoneWildcard(value)) return exists(field, context);
      // Kibana takes an unquoted `null` before the colon for "no field".
      if (field.kind === 'Literal' && field.value === null && context.path === undefined) return freeText(value);
      return anyOf(
        targets(field, context).map((target) => inNested(target, matchTerm(target, value, context), context)),
      );
  }
}

function exists(field: KqlTerm, context: Context): JsonObject {
  if (isLoneWildcard(field)) return { match_all: {} };
  if (field.kind === 'Literal' && field.value === null && context.path === undefined)
    return { query_string: { query: '*' } };
  return anyOf(targets(field, context).map((target) => inNested(target, { exists: { field: target.name } }, context)));
}

function matchTerm(target: TargetField, value: KqlTerm, context: Context): JsonObject {
  const { caseInsensitive } = context.options;
  const folding: JsonObject = caseInsensitive === undefined ? {} : { case_insensitive: caseInsensitive };
  const isKeyword = target.info?.type === 'keyword';
  if (value.kind === 'Wildcard') {
    const pattern = queryStringPattern(value.parts);
    return isKeyword
      ? { wildcard: { [target.name]: { value: pattern, ...folding } } }
      : { query_string: { fields: [target.name], query: pattern } };
  }
  if (isDate(target)) {
    return { range: { [target.name]: { gte: value.value, lte: value.value, ...zone(value, context) } } };
  }
  if (isKeyword) return { term: { [target.name]: { value: value.value, ...folding } } };
  return { [value.quoted ? 'match_phrase' : 'match']: { [target.name]: value.value } };
}

function range(node: KqlRange, target: TargetField, context: Context): JsonObject {
  const { value } = node;
  const bound: JsonValue = value.kind === 'Wildcard' ? termText(value) : value.value;
  const inZone = isDate(target) && value.kind === 'Literal' ? zone(value, context) : {};
  return { range: { [target.name]: { [node.operator]: bound, ...inZone } } };
}

function freeText(value: KqlTerm): JsonObject {
  if (value.kind === 'Wildcard') return { query_string: { query: queryStringPattern(value.parts) } };
  return { multi_match: { type: value.quoted ? 'phrase' : 'best_fields', query: value.value, lenient: true } };
}

function isDate(target: TargetField): boolean {
  return target.info?.type === 'date' || target.info?.type === 'date_nanos';
}

/** Epoch milliseconds are instants already, so they get no time zone. */
function zone(value: KqlLiteral, context: Context): JsonObject {
  const isEpoch =
    typeof value.value === 'string' && value.value !== '' && Array.from(value.value).every((c) => c >= '0' && c <= '9');
  return isEpoch ? {} : { time_zone: context.options.timeZone ?? 'UTC' };
}

function targets(field: KqlTerm, context: Context): readonly TargetField[] {
  const { fields } = context.options;
  return expandField(field, context.path, fields);
}

/** A field reached through a wildcard may be nested without a group in the query saying so. */
function inNested(target: TargetField, query: JsonObject, context: Context): JsonObject {
  const path = target.info?.nested;
  return target.viaWildcard && path !== undefined && context.path === undefined ? nested(path, query, context) : query;
}

function nested(path: string, query: JsonObject, context: Context): JsonObject {
  const { nestedIgnoreUnmapped } = context.options;
  const lenience: JsonObject = nestedIgnoreUnmapped === undefined ? {} : { ignore_unmapped: nestedIgnoreUnmapped };
  return { nested: { path, query, score_mode: 'none', ...lenience } };
}

function anyOf(queries: readonly JsonObject[]): JsonObject {
  return { bool: { should: queries, minimum_should_match: 1 } };
}

function join(path: string | undefined, name: string): string {
  return path === undefined ? name : `${path}.${name}`;
}

/** The value in the syntax of `query_string`, where everything but the stars is literal. */
function queryStringPattern(parts: readonly string[]): string {
  return parts.map(escapeQueryString).join('*');
}
