import { formed, type JsonSchema } from './json-schema.js';

/** A date as rule files write it: `2026/05/31`. */
export function slashDate(description: string): JsonSchema {
  return formed('^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$', 'a date like 2026/05/31', description, {
    examples: ['2026/05/31'],
  });
}

/**
 * Date math relative to `now`, or an absolute date, of which only the first four digits are looked at.
 *
 * https://www.elastic.co/docs/reference/elasticsearch/rest-apis/common-options#date-math
 */
export function dateMath(description: string, example: string): JsonSchema {
  return formed(
    '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
    'date math like now-9m (units: y, M, w, d, h, m, s)',
    description,
    { examples: [example] },
  );
}

/** One name or a list of names. */
export function names(description: string, more: JsonSchema = {}): JsonSchema {
  return {
    type: ['string', 'array'],
    pattern: '\\S',
    'x-form': 'a text that is not blank',
    items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
    description,
    ...more,
  };
}
