import type { LanguageId } from '../languages/language.js';
import { parseEql } from '../languages/eql/parse.js';
import { parseKql } from '../languages/kql/parse.js';
import { parseLucene } from '../languages/lucene/parse.js';
import { filtersOf, languageOf, queryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import type { JsonObject } from '../values/json.js';
import type { Clause, ClauseDraft, DraftPart } from './clause.js';
import { anomalyClauses } from './anomaly-clauses.js';
import { eqlClauses } from './eql-clauses.js';
import { filterClauses } from './filter-clauses.js';
import { kqlClauses } from './kql-clauses.js';
import { luceneClauses } from './lucene-clauses.js';
import { numberClauses } from './number-clauses.js';

/** A condition on documents: what a rule has, or a hunt's query. */
export interface ConditionSource {
  readonly language: LanguageId;
  readonly query: string;
  readonly filters?: readonly JsonObject[];
  /** EQL: the field of the category, default `event.category`. */
  readonly eventCategoryField?: string;
}

/** The condition of a rule; undefined where it has none (machine learning) or only Kibana has it (a saved query without a copy). */
export function conditionOf(rule: Rule): ConditionSource | undefined {
  const [language, query] = [languageOf(rule), queryOf(rule)];
  if (language === undefined || query === undefined) return undefined;
  const category = rule.type === 'eql' ? rule.eventCategoryOverride : undefined;
  return {
    language,
    query,
    filters: filtersOf(rule),
    ...(category === undefined ? {} : { eventCategoryField: category }),
  };
}

/**
 * The clauses of a condition: those of its query, then one part for each filter. A query with mistakes has none, which the checks report; the
 * empty query has none either, as every document satisfies it. ES|QL has pipes instead of a condition, and no clauses here.
 */
export function clausesOf(source: Rule | ConditionSource): readonly Clause[] {
  return numberClauses(partsOf(source));
}

/** The parts of a condition before they are numbered. */
export function partsOf(source: Rule | ConditionSource): readonly DraftPart[] {
  if ('type' in source && source.type === 'machine_learning') return anomalyClauses(source);
  const condition = 'type' in source ? conditionOf(source) : source;
  if (condition === undefined) return [];
  // Rules in ES|QL run without their filters.
  if (condition.language === 'esql') return [];
  return [...queryParts(condition), ...filterClauses(condition.filters ?? [])];
}

function queryParts({ language, query, eventCategoryField }: ConditionSource): readonly DraftPart[] {
  switch (language) {
    case 'kuery': {
      const { value, diagnostics } = parseKql(query);
      const isWrong = diagnostics.some(({ severity }) => severity === 'error');
      return value === undefined || isWrong ? [] : whole(kqlClauses(value, query));
    }
    case 'lucene': {
      const { value } = parseLucene(query);
      return value === undefined ? [] : whole(luceneClauses(value, query));
    }
    case 'eql': {
      const { value } = parseEql(query);
      return value === undefined ? [] : eqlClauses(value, query, eventCategoryField);
    }
    case 'esql':
      return [];
  }
}

function whole(root: ClauseDraft | undefined): readonly DraftPart[] {
  return root === undefined ? [] : [{ part: { kind: 'query' }, root }];
}
