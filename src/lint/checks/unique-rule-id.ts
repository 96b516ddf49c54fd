import { duplicates } from '../duplicates.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const uniqueRuleId: Check = {
  name: 'unique-rule-id',
  since: '0.1.0',
  severity: 'error',
  summary: 'Give every rule a rule_id of its own.',
  rationale:
    'The `rule_id` is the identity of a rule: what is deployed, exported or locked under an id replaces what had it before. Of two files with one id only the last one lives on. Deprecated rules count too, because their ids stay taken.',
  examples: {
    invalid: [
      {
        'a.toml': 'rule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"\nname = "A"',
        'b.toml': 'rule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"\nname = "B"',
      },
    ],
    valid: [
      {
        'a.toml': 'rule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"\nname = "A"',
        'b.toml': 'rule_id = "2f5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f02"\nname = "B"',
      },
    ],
  },
  *repository({ rules }) {
    const identified = rules.map(({ file, value }) => ({ file, key: value.ruleId }));
    for (const { file, key, others } of duplicates(identified)) {
      yield {
        file,
        path: ['rule', 'rule_id'],
        what: `rule_id "${key}" is also that of ${others}.`,
        why: 'Rules replace each other by rule_id: only one of these would be deployed.',
        fix: 'Give the newer rule a new UUID.',
      };
    }
  },
};
