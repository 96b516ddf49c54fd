import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import { parseKql } from '../languages/kql/parse.js';
import { filtersOf, indexOf } from '../model/rule-defaults.js';
import type { FilterQuery, Rule } from '../model/rule.js';
import type { Cluster } from '../engine/cluster.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { knownFields } from './known-fields.js';
import { isRuleError } from './rule-error.js';
import type { RuleError } from './rule-error.js';

/** A rule with a query in KQL or Lucene. */
export type FilteredRule = Extract<Rule, FilterQuery>;

/**
 * The Query DSL that Kibana sends for a rule's query and its filters: KQL compiled, Lucene as `query_string`, each enabled
 * filter as it stands, negated where `meta.negate` says so. An empty query matches all.
 */
export async function filterQuery(rule: FilteredRule, cluster: Cluster): Promise<JsonObject | RuleError> {
  const compiled = rule.query.trim() === '' ? { match_all: {} } : await compileQuery(rule, cluster);
  if (isRuleError(compiled)) return compiled;
  const { kept, negated } = enabledFilters(filtersOf(rule));
  return { bool: { filter: [compiled, ...kept], must_not: negated } };
}

/** Enabled filters as Query DSL: those that a document must pass, and those (`meta.negate`) that it must not. */
export function enabledFilters(filters: readonly JsonObject[]): {
  readonly kept: readonly JsonObject[];
  readonly negated: readonly JsonObject[];
} {
  const enabled = filters.filter((filter) => meta(filter)['disabled'] !== true);
  const isNegated = (filter: JsonObject): boolean => meta(filter)['negate'] === true;
  return {
    kept: enabled.filter((filter) => !isNegated(filter)).map(filterBody),
    negated: enabled.filter(isNegated).map(filterBody),
  };
}

async function compileQuery(rule: FilteredRule, cluster: Cluster): Promise<JsonObject | RuleError> {
  const { language, query } = rule;
  if (language === 'lucene') return { query_string: { query, analyze_wildcard: true, time_zone: 'UTC' } };
  const { value, diagnostics } = parseKql(query);
  const problem = diagnostics.find(({ severity }) => severity === 'error');
  if (value === undefined || problem) return { error: problem?.what ?? 'The query does not parse.' };
  return kqlToQueryDsl(value, { fields: await knownFields(cluster, indexOf(rule).join(',')) });
}

function meta(filter: JsonObject): JsonObject {
  const value = filter['meta'];
  return isJsonObject(value) ? value : {};
}

/** A filter's Query DSL: under `query`, or (in older exports) beside `meta`. */
function filterBody(filter: JsonObject): JsonObject {
  if (isJsonObject(filter['query'])) return filter['query'];
  return Object.fromEntries(Object.entries(filter).filter(([key]) => key !== 'meta' && key !== '$state'));
}
