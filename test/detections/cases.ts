import type { JsonObject } from '../../src/values/json.js';
import type { DetectionCase } from './detection-case.js';
import { CASES as EQL, RULE as EQL_RULE } from './eql/cases.js';
import { CASES as ESQL, RULE as ESQL_RULE } from './esql/cases.js';
import { CASES as MACHINE_LEARNING, RULE as MACHINE_LEARNING_RULE } from './machine_learning/cases.js';
import { CASES as NEW_TERMS, RULE as NEW_TERMS_RULE } from './new_terms/cases.js';
import { CASES as QUERY, RULE as QUERY_RULE } from './query/cases.js';
import { CASES as SAVED_QUERY, RULE as SAVED_QUERY_RULE } from './saved_query/cases.js';
import { CASES as THREAT_MATCH, RULE as THREAT_MATCH_RULE } from './threat_match/cases.js';
import { CASES as THRESHOLD, RULE as THRESHOLD_RULE } from './threshold/cases.js';

/** The cases of one type of rules. */
export interface CasesOfType {
  readonly type: string;
  readonly rule: JsonObject;
  readonly cases: readonly DetectionCase[];
}

/** All cases, by the type of their rules. */
export const CASES_BY_TYPE: readonly CasesOfType[] = [
  { type: 'query', rule: QUERY_RULE, cases: QUERY },
  { type: 'saved_query', rule: SAVED_QUERY_RULE, cases: SAVED_QUERY },
  { type: 'new_terms', rule: NEW_TERMS_RULE, cases: NEW_TERMS },
  { type: 'eql', rule: EQL_RULE, cases: EQL },
  { type: 'esql', rule: ESQL_RULE, cases: ESQL },
  { type: 'threshold', rule: THRESHOLD_RULE, cases: THRESHOLD },
  { type: 'threat_match', rule: THREAT_MATCH_RULE, cases: THREAT_MATCH },
  { type: 'machine_learning', rule: MACHINE_LEARNING_RULE, cases: MACHINE_LEARNING },
];
