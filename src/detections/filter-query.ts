import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import { fieldsOfKql } from '../languages/kql/fields.js';
import { parseKql } from '../languages/kql/parse.js';
import { filtersOf, indexOf } from '../model/rule-defaults.js';
import type { FilterLanguage, FilterQuery, Rule, SavedQueryRule } from '../model/rule.js';
import type { Cluster } from '../engine/cluster.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { knownFields } from './known-fields.js';
import { isRuleError } from './rule-error.js';
import type { RuleError } from './rule-error.js';

/** A query in KQL or Lucene over index patterns, with Kibana's filters. */
export interface FilteredSearch {
  readonly language: FilterLanguage;
  readonly query: string;
  readonly filters: readonly JsonObject[];
  readonly index: readonly string[];
}

/** A rule with a query in KQL or Lucene. */
export type FilteredRule = Extract<Rule, FilterQuery> | SavedQueryRule;

/** The search of a rule; of a saved query its copy in the file, which is an error where there is none: Kibana alone has it. */
export function searchOf(rule: FilteredRule): FilteredSearch | RuleError {
  const { query } = rule;
  if (query === undefined) {
    const id = rule.type === 'saved_query' ? JSON.stringify(rule.savedId) : '';
    return {
      error: `The query of the rule is the saved query ${id}, which only Kibana has. Copy it into query, and its language.`,
    };
  }
  return { language: rule.language ?? 'kuery', query, filters: filtersOf(rule), index: indexOf(rule) };
}

/**
 * The Query DSL that Kibana sends for a query and its filters: KQL compiled, Lucene as `query_string`, each enabled
 * filter as it stands, negated where `meta.negate` says so. An empty query matches all. `without` is what must not match.
 */
export async function filterQuery(
  search: FilteredSearch,
  cluster: Cluster,
  without: readonly JsonObject[] = [],
): Promise<JsonObject | RuleError> {
  const compiled = search.query.trim() === '' ? { match_all: {} } : await compileQuery(search, cluster);
  if (isRuleError(compiled)) return compiled;
  const { kept, negated } = enabledFilters(search.filters);
  return { bool: { filter: [compiled, ...kept], must_not: [...negated, ...without] } };
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

async function compileQuery(search: FilteredSearch, cluster: Cluster): Promise<JsonObject | RuleError> {
  const { language, query, index } = search;
  if (language === 'lucene') return { query_string: { query, analyze_wildcard: true, time_zone: 'UTC' } };
  const { value, diagnostics } = parseKql(query);
  const problem = diagnostics.find(({ severity }) => severity === 'error');
  if (value === undefined || problem) return { error: problem?.what ?? 'The query does not parse.' };
  return kqlToQueryDsl(value, { fields: await knownFields(cluster, index.join(','), fieldsOfKql(value)) });
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
