/** Why a rule cannot run, in a sentence. */
export interface RuleError {
  readonly error: string;
}

/** Whether a step of a run failed. */
export function isRuleError(result: object): result is RuleError {
  return 'error' in result && typeof result.error === 'string';
}
