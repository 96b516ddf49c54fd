import type { RuleRun } from './alert.js';

/** A run that could not do its work. */
export function failedRun(error: string): RuleRun {
  return { alerts: [], updated: [], warnings: [], errors: [error], history: {} };
}
