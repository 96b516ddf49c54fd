import type { Check, FileViolation } from '../check.js';
import { baseName } from '../file-names.js';

/** See `summary`. */
export const fileNameForm: Check = {
  name: 'file-name-form',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off' },
  summary: 'Name files of rules in lower case letters, digits and underscores.',
  rationale:
    'Such names are the same on every system, need no quotes in a shell, and are what elastic/detection-rules takes. Hunts and tests are left alone.',
  examples: {
    invalid: [{ 'Shell-Of-A-Server.toml': 'license = "Apache-2.0"' }],
    valid: [{ 'shell_of_a_server.toml': 'license = "Apache-2.0"' }],
  },
  *repository({ rules }): Generator<FileViolation, void, undefined> {
    for (const { file } of rules) {
      const name = baseName(file);
      if (/^[a-z0-9_]+$/u.test(name)) continue;
      yield {
        file,
        path: ['rule'],
        at: 'key',
        what: `The file is named ${name}.toml.`,
        why: 'Names with other characters differ between systems, and elastic/detection-rules refuses them.',
        fix: `Rename it to ${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_')}.toml.`,
      };
    }
  },
};
