import type { Check } from '../check.js';

/** See `summary`. */
export const minStackExplained: Check = {
  name: 'min-stack-explained',
  since: '0.1.0',
  severity: 'info',
  summary: 'Say why a rule needs at least a certain version of the stack.',
  rationale:
    'Without `min_stack_comments` nobody knows later whether `min_stack_version` can be lowered, or whether it was only the version in use when the rule was written.',
  examples: {
    invalid: ['[metadata]\nmin_stack_version = "9.1.0"'],
    valid: ['[metadata]\nmin_stack_version = "9.1.0"\nmin_stack_comments = "GROK with several patterns"'],
  },
  *rule({ metadata: { minStackVersion, raw } }) {
    if (minStackVersion === undefined || raw['min_stack_comments'] !== undefined) return;
    yield {
      path: ['metadata', 'min_stack_version'],
      at: 'key',
      what: 'Nothing says why the rule needs this version.',
      why: 'Nobody knows later whether it still does.',
      fix: 'Add min_stack_comments.',
    };
  },
};
