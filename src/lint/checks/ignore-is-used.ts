import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const ignoreIsUsed: Check = {
  name: 'ignore-is-used',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Take a `dragnet-ignore` away that leaves nothing out.',
  rationale:
    'A comment `# dragnet-ignore lint/unique-tags -- the reason` leaves out the diagnostics of that code, about the key and value on the same line, or that start on the next one; `dragnet-ignore-file` about the whole file. When the fault is mended, or the code was never right, the comment hides whatever comes later. Codes of the query languages (`kql/…`) can be left out, too; schema errors cannot, because nothing else is checked before they are mended.',
  examples: {
    invalid: [
      '# dragnet-ignore lint/unique-tags -- was there once\ntags = ["Domain: Cloud"]',
      'tags = ["Domain: Cloud"] # dragnet-ignore lint/unique-tag -- not the name of a check',
    ],
    valid: [
      '# dragnet-ignore lint/unique-tags -- a test of our tag report\ntags = ["Domain: Cloud", "Domain: Cloud"]',
      'tags = ["a", "A"] # dragnet-ignore lint/unique-tags -- an old report asks for both',
    ],
  },
  *ignore({ code, codes, place, used, cut }) {
    if (used !== false) return;
    const wrong = code.startsWith('lint/') && !codes.includes(code);
    yield {
      path: [],
      place,
      what: wrong ? `There is no check ${code}.` : `There is no ${code} here to leave out.`,
      why: 'The comment does nothing now, and may hide something later.',
      fix: `Take it away.${wrong ? didYouMean(code, codes) : ''}`,
      // A code that is misspelt may have to stay.
      repair: { isSafe: !wrong, edits: [{ kind: 'cut', ...cut }] },
    };
  },
};
