import type { JsonObject } from '../../src/values/json.js';
import type { DetectionCase } from './detection-case.js';
import { CASES as THRESHOLD, RULE as THRESHOLD_RULE } from './threshold/cases.js';

/** The cases of one type of rules. */
export interface CasesOfType {
  readonly type: string;
  readonly rule: JsonObject;
  readonly cases: readonly DetectionCase[];
}

/** All cases, by the type of their rules. */
export const CASES_BY_TYPE: readonly CasesOfType[] = [{ type: 'threshold', rule: THRESHOLD_RULE, cases: THRESHOLD }];
