import type { Check } from '../check.js';

/** See `summary`. */
export const ignoreHasReason: Check = {
  name: 'ignore-has-reason',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give a reason with every `dragnet-ignore`.',
  rationale:
    'The reason stands behind two hyphens: `# dragnet-ignore lint/unique-tags -- an old report asks for both`. Without one, nobody knows later whether the comment may go.',
  examples: {
    invalid: ['# dragnet-ignore lint/unique-tags\ntags = ["a", "A"]'],
    valid: ['# dragnet-ignore lint/unique-tags -- an old report asks for both\ntags = ["a", "A"]'],
  },
  *ignore({ place, reason }) {
    if (reason !== '') return;
    yield {
      path: [],
      place,
      what: 'This comment gives no reason.',
      why: 'Nobody knows later whether it may go.',
      fix: 'Write the reason behind two hyphens: # dragnet-ignore code -- reason.',
    };
  },
};
