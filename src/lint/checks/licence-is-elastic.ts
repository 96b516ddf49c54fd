import type { Check } from '../check.js';

/** See `summary`. */
export const licenceIsElastic: Check = {
  name: 'licence-is-elastic',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Put rules of elastic/detection-rules under the Elastic License v2.',
  rationale: 'That repository takes no others. Rules of authors other than Elastic are left alone.',
  references: ['https://www.elastic.co/licensing/elastic-license'],
  examples: {
    invalid: ['author = ["Elastic"]\nlicense = "Apache-2.0"'],
    valid: ['author = ["Elastic"]\nlicense = "Elastic License v2"', 'license = "Apache-2.0"'],
  },
  *rule({ author, license }) {
    if (!author.includes('Elastic') || license === undefined || license === 'Elastic License v2') return;
    yield {
      path: ['rule', 'license'],
      what: `The licence is "${license}".`,
      why: 'elastic/detection-rules takes rules under the Elastic License v2 only.',
      fix: 'Set license to "Elastic License v2".',
    };
  },
};
