import type { Check } from '../check.js';

const PART = '[\\^~]?\\s?[<>]?=?\\s?v?(?:\\d+|[xX*])(?:\\.(?:\\d+|[xX*])){0,2}(?:-[\\w.]+)?';
const RANGE = new RegExp(`^${PART}(?:\\s+-?\\s*${PART})*(?:\\s*\\|\\|\\s*${PART}(?:\\s+-?\\s*${PART})*)*$`, 'u');

/** Longer than any range, so that no text takes long. */
const LONGEST = 100;

/** See `summary`. */
export const relatedIntegrationsForm: Check = {
  name: 'related-integrations-form',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give versions of related integrations as ranges of Semantic Versioning.',
  rationale:
    'Kibana compares the installed package with `version` of `related_integrations` (`^2.0.0`, `>=1.2.0 <3`, `~1.4`). A text that is no range fits no version: users are told that the package is missing.',
  references: ['https://semver.org'],
  examples: {
    invalid: ['related_integrations = [{ package = "aws", version = "latest" }]'],
    valid: [
      'related_integrations = [{ package = "aws", version = "^2.0.0" }, { package = "gcp", version = ">=1.2.0 <3" }]',
    ],
  },
  *rule({ relatedIntegrations = [] }) {
    for (const [at, { version }] of relatedIntegrations.entries()) {
      if (version.length <= LONGEST && RANGE.test(version.trim())) continue;
      yield {
        path: ['rule', 'related_integrations', at, 'version'],
        what: `"${version.slice(0, LONGEST)}" is no range of versions.`,
        why: 'Kibana tells users that the integration is missing, whichever they have.',
        fix: 'Write a range such as "^2.0.0".',
      };
    }
  },
};
