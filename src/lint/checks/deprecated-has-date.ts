import type { Check, FileViolation } from '../check.js';

/** See `summary`. */
export const deprecatedHasDate: Check = {
  name: 'deprecated-has-date',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give deprecated rules, and no others, a deprecation date.',
  rationale:
    '`deprecation_date` says when a rule went out of use, `maturity = "deprecated"` that it did. One without the other is a rule half taken out: it is still deployed, or nobody knows since when it is not.',
  examples: {
    invalid: [
      '[metadata]\nmaturity = "deprecated"',
      '[metadata]\nmaturity = "production"\ndeprecation_date = "2026/05/01"',
    ],
    valid: [
      '[metadata]\nmaturity = "deprecated"\ndeprecation_date = "2026/05/01"',
      '[metadata]\nmaturity = "production"',
    ],
  },
  *repository({ rules }): Generator<FileViolation, void, undefined> {
    for (const { file, value } of rules) {
      const { maturity, raw } = value.metadata;
      const isDeprecated = maturity === 'deprecated';
      if (isDeprecated === (raw['deprecation_date'] !== undefined)) continue;
      yield {
        file,
        path: ['metadata', isDeprecated ? 'maturity' : 'deprecation_date'],
        at: 'key',
        what: isDeprecated
          ? 'The rule is deprecated, but has no deprecation_date.'
          : 'The rule has a deprecation_date, but is not deprecated.',
        why: isDeprecated ? 'Nobody knows since when it is out of use.' : 'It is still checked, tested and deployed.',
        fix: isDeprecated ? 'Add deprecation_date.' : 'Set maturity to "deprecated", or take the date away.',
      };
    }
  },
};
