import type { Check } from '../check.js';

/** See `summary`. */
export const licenceNamed: Check = {
  name: 'licence-named',
  since: '0.1.0',
  severity: 'info',
  summary: 'Name the licence of every rule.',
  rationale:
    'A rule travels alone: exported, copied, imported elsewhere. Without a `license` nobody who receives it knows whether it may be used or changed.',
  examples: { invalid: ['author = ["Blue Team"]'], valid: ['license = "Apache-2.0"'] },
  *rule({ license }) {
    if (license !== undefined) return;
    yield {
      path: ['rule'],
      at: 'key',
      what: 'The rule names no licence.',
      why: 'Whoever receives the rule cannot know what may be done with it.',
      fix: 'Add license = "…", for example an SPDX identifier such as "Apache-2.0".',
    };
  },
};
