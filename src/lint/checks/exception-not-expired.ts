import type { Check } from '../check.js';

/** See `summary`. */
export const exceptionNotExpired: Check = {
  name: 'exception-not-expired',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give exceptions an expiry that is a date, and take expired ones away.',
  rationale:
    'From `expire_time` on an exception counts no more. One that has expired only seems to let something through; one whose `expire_time` is no date is refused by Kibana. Whether it has expired is known to the command line, which knows the day.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions'],
  examples: {
    invalid: [
      '[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nexpire_time = "next week"\nentries = [{ field = "host.name", type = "exists", operator = "included" }]',
    ],
    valid: [
      '[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nexpire_time = "2099-01-01T00:00:00Z"\nentries = [{ field = "host.name", type = "exists", operator = "included" }]',
    ],
  },
  *exceptions(lists, { input: { now } }) {
    for (const [at, { items }] of lists.entries()) {
      for (const [place, { expireTime }] of items.entries()) {
        if (expireTime === undefined) continue;
        const end = /^\d{4}-\d\d-\d\d/u.test(expireTime) ? Date.parse(expireTime) : Number.NaN;
        if (!Number.isNaN(end) && (now === undefined || end > now)) continue;
        const isDate = !Number.isNaN(end);
        yield {
          path: ['exceptions', at, 'items', place, 'expire_time'],
          ...(isDate ? {} : { severity: 'error' as const }),
          what: isDate ? `The exception expired at ${expireTime}.` : `"${expireTime}" is no date.`,
          why: isDate ? 'It lets nothing through any more.' : 'Kibana refuses the exception.',
          fix: isDate ? 'Take it away, or give it a later day.' : 'Write a date such as 2027-01-01T00:00:00Z.',
        };
      }
    }
  },
};
