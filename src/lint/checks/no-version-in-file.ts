import type { Check } from '../check.js';
import { removing } from '../repairs.js';

/** See `summary`. */
export const noVersionInFile: Check = {
  name: 'no-version-in-file',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Leave versions of rules to the version lock.',
  rationale:
    'The repository elastic/detection-rules keeps `version` in `version.lock.json` and `revision` in Kibana; in a file of a rule either would have to be changed by hand with every change.',
  examples: { invalid: ['version = 3', 'revision = 1'], valid: ['license = "Apache-2.0"'] },
  *rule({ version, revision }) {
    for (const [key, value] of Object.entries({ version, revision })) {
      if (value === undefined) continue;
      yield {
        path: ['rule', key],
        at: 'key',
        what: `The file has a ${key}.`,
        why: 'The version lock has another one sooner or later.',
        fix: `Take ${key} away.`,
        repair: removing(['rule', key], false),
      };
    }
  },
};
