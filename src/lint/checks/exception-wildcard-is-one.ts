import type { Check } from '../check.js';
import { entriesOf } from '../exception-entries.js';
import { setting } from '../repairs.js';

const LIST = (type: string, value: string): string =>
  `[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nentries = [{ field = "host.name", type = "${type}", operator = "included", value = "${value}" }]`;

/** See `summary`. */
export const exceptionWildcardIsOne: Check = {
  name: 'exception-wildcard-is-one',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use `wildcard` in exceptions for patterns, and `match` for whole values.',
  rationale:
    'Of `match` and `match_any` a star is a character like any other: only values that have a star there are let through. `wildcard` without `*` and `?` is a `match` that takes longer. Values with nothing but stars, or with spaces around one, are left alone: they occur in command lines.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions'],
  examples: {
    invalid: [LIST('match', 'scan-*'), LIST('wildcard', 'scan-1')],
    valid: [LIST('wildcard', 'scan-*'), LIST('match', 'scan-1')],
  },
  *exceptions(lists, context) {
    for (const { entry, path } of entriesOf(lists, context)) {
      if (entry.type === 'wildcard' && !/[*?]/u.test(entry.value)) {
        yield {
          path: [...path, 'type'],
          what: `"${entry.value}" has neither * nor ?.`,
          why: 'A whole value is looked for as a pattern, which takes longer.',
          fix: 'Set type to "match".',
          repair: setting([...path, 'type'], 'match'),
        };
      } else if (entry.type === 'match' && /[^*\s]/u.test(entry.value) && /\S\*|\*\S/u.test(entry.value)) {
        yield {
          path: [...path, 'value'],
          what: `The star in "${entry.value}" is no wildcard.`,
          why: 'Only values that hold a star at this place are let through.',
          fix: 'Set type to "wildcard", or write the whole value.',
          repair: setting([...path, 'type'], 'wildcard', false),
        };
      }
    }
  },
};
