import type { Check, FileViolation } from '../check.js';
import { foldersOf } from '../file-names.js';

const OLD = '[metadata]\nmaturity = "deprecated"\ndeprecation_date = "2026/05/02"\nupdated_date = "2026/05/02"';

/** See `summary`. */
export const deprecatedFolder: Check = {
  name: 'deprecated-folder',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary:
    'Keep deprecated rules, and no others, in a folder _deprecated, and date their last change with the deprecation.',
  rationale:
    'The repository elastic/detection-rules moves a rule that is given up there and leaves it as it is from then on, so that its `updated_date` is the `deprecation_date`.',
  examples: {
    invalid: [
      { 'rules/a.toml': OLD },
      { 'rules/_deprecated/a.toml': '[metadata]\nmaturity = "production"' },
      { 'rules/_deprecated/a.toml': OLD.replace('updated_date = "2026/05/02"', 'updated_date = "2026/05/03"') },
    ],
    valid: [{ 'rules/_deprecated/a.toml': OLD }],
  },
  *repository({ rules }): Generator<FileViolation, void, undefined> {
    for (const { file, value } of rules) {
      const { maturity, deprecationDate, updatedDate } = value.metadata;
      const isDeprecated = maturity === 'deprecated';
      const isThere = foldersOf(file).includes('_deprecated');
      if (isDeprecated !== isThere) {
        yield {
          file,
          path: ['metadata', 'maturity'],
          what: isDeprecated ? 'The rule is deprecated.' : 'The rule is not deprecated.',
          why: 'The folder says something else.',
          fix: isDeprecated ? 'Move the file into _deprecated.' : 'Set maturity to "deprecated", or move the file.',
        };
      } else if (isDeprecated && deprecationDate !== undefined && deprecationDate !== updatedDate) {
        yield {
          file,
          path: ['metadata', 'updated_date'],
          what: `The rule was deprecated on ${deprecationDate}, but changed on ${updatedDate ?? 'no day'}.`,
          why: 'A rule that is given up is not changed any more.',
          fix: 'Set updated_date and deprecation_date to the same day.',
        };
      }
    }
  },
};
