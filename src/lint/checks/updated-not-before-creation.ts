import { isCalendarDay } from '../calendar-day.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const updatedNotBeforeCreation: Check = {
  name: 'updated-not-before-creation',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Date the last change of a rule not before its creation.',
  rationale: 'One of the two dates is wrong, and whoever sorts rules by age or by last review is misled.',
  examples: {
    invalid: ['[metadata]\ncreation_date = "2026/05/02"\nupdated_date = "2026/05/01"'],
    valid: ['[metadata]\ncreation_date = "2026/05/02"\nupdated_date = "2026/05/02"'],
  },
  *rule({ metadata: { creationDate, updatedDate } }) {
    // Dates of this form compare as texts.
    if (creationDate === undefined || updatedDate === undefined || updatedDate >= creationDate) return;
    // A day that there is not is the one mistake: dates-exist tells it.
    if (!isCalendarDay(creationDate) || !isCalendarDay(updatedDate)) return;
    yield {
      path: ['metadata', 'updated_date'],
      what: `updated_date ${updatedDate} is before creation_date ${creationDate}.`,
      why: 'A rule cannot be changed before it is written: one of the dates is wrong.',
      fix: 'Set updated_date to the day of the last change.',
      repair: setting(['metadata', 'updated_date'], creationDate, false),
    };
  },
};
