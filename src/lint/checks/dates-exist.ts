import { isCalendarDay } from '../calendar-day.js';
import type { Check } from '../check.js';

const KEYS = ['creation_date', 'updated_date', 'deprecation_date'] as const;

/** See `summary`. */
export const datesExist: Check = {
  name: 'dates-exist',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use days that the calendar has.',
  rationale: 'The form of a date says nothing of the number of days in its month: `2026/02/30` is no day.',
  examples: {
    invalid: ['[metadata]\ncreation_date = "2026/02/30"\nupdated_date = "2026/03/01"'],
    valid: ['[metadata]\ncreation_date = "2028/02/29"\nupdated_date = "2028/03/01"'],
  },
  *rule({ metadata: { raw } }) {
    for (const key of KEYS) {
      const text = raw[key];
      if (typeof text !== 'string' || isCalendarDay(text)) continue;
      yield {
        path: ['metadata', key],
        what: `The calendar has no ${text}.`,
        why: 'Whoever sorts rules by date is misled.',
        fix: 'Write the day that was meant.',
      };
    }
  },
};
