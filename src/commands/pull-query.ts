import { printable } from '../diagnostics/printable.js';
import { enabledFilters, filterQuery, searchOf } from '../detections/filter-query.js';
import { inputIndices } from '../detections/input-indices.js';
import { isRuleError } from '../detections/rule-error.js';
import type { Cluster } from '../engine/cluster.js';
import { languageOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import type { PullQuery } from '../testing/pull-documents.js';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { looksLikeEql, refuseMistakes, toDsl } from './query-text.js';
import type { QueryLanguage } from './query-text.js';
import { UsageError } from './usage-error.js';

/** The languages of `dragnet fixture pull`. */
export const PULL_LANGUAGES = ['kql', 'lucene', 'eql', 'esql', 'dsl'] as const;
type PullLanguage = (typeof PULL_LANGUAGES)[number];

/** What to ask, where, and what must hold beside. */
export interface Pull {
  readonly index: readonly string[];
  readonly query: PullQuery;
  readonly filter: readonly JsonObject[];
}

/** A query as it was typed; the language is guessed where none is given. Mistakes are usage errors, with their place. */
export function typedQuery(text: string, language: PullLanguage | undefined): PullQuery {
  const chosen = language ?? guessed(text);
  if (chosen === 'dsl') return { kind: 'dsl', query: parsedDsl(text) };
  refuseMistakes({ query: text, language: chosen });
  if (chosen === 'eql' || chosen === 'esql') return { kind: chosen, query: text };
  return { kind: 'dsl', query: toDsl({ query: text, language: chosen }) };
}

function guessed(text: string): PullLanguage {
  if (text.trimStart().startsWith('{')) return 'dsl';
  if (/^\s*from\s/iu.test(text)) return 'esql' satisfies QueryLanguage;
  return looksLikeEql(text) ? 'eql' : 'kql';
}

function parsedDsl(text: string): JsonObject {
  let value;
  try {
    value = parseJson(text);
  } catch (error) {
    throw new UsageError(`--query is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(value))
    throw new UsageError('--query is not a query of Query DSL. Write it like {"term": {"event.action": "x"}}.');
  // A whole search body is what people have at hand.
  return isJsonObject(value['query']) && Object.keys(value).length === 1 ? value['query'] : value;
}

/** What a rule asks for: its indices, query and filters; the documents of one run, not its alerts. */
export async function ruleQuery(rule: Rule, cluster: Cluster): Promise<Pull> {
  const index = await inputIndices(rule);
  if (rule.type === 'machine_learning')
    throw new UsageError(
      'A machine learning rule has no query. Name index and query: --index .ml-anomalies-* --query ….',
    );
  if ('dataViewId' in rule)
    throw new UsageError(
      'The rule reads a data view, which only Kibana knows. Name its patterns with --index, and the query with --query.',
    );
  if (rule.type === 'eql') {
    const { kept, negated } = enabledFilters(rule.filters ?? []);
    const options = {
      ...(rule.timestampField === undefined ? {} : { timestamp_field: rule.timestampField }),
      ...(rule.eventCategoryOverride === undefined ? {} : { event_category_field: rule.eventCategoryOverride }),
      ...(rule.tiebreakerField === undefined ? {} : { tiebreaker_field: rule.tiebreakerField }),
    };
    return {
      index,
      query: { kind: 'eql', query: rule.query, options },
      filter: [{ bool: { filter: kept, must_not: negated } }],
    };
  }
  if (rule.type === 'esql') return { index, query: { kind: 'esql', query: rule.query }, filter: [] };
  const search = searchOf(rule);
  const query = isRuleError(search) ? search : await filterQuery(search, cluster);
  if (isRuleError(query))
    throw new UsageError(`The rule's query (${languageOf(rule) ?? 'kuery'}) cannot run: ${printable(query.error)}`);
  return { index, query: { kind: 'dsl', query }, filter: [] };
}
