import { duplicates } from '../duplicates.js';
import type { Check, FileViolation } from '../check.js';
import { baseName } from '../file-names.js';

const other = 'rule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"\nname = "Another"';

/** See `summary`. */
export const uniqueFileName: Check = {
  name: 'unique-file-name',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off' },
  summary: 'Give the file of every rule a name of its own, whatever its folder.',
  rationale:
    'Rules move between folders (deprecated, building block), and packages and pages have no folders. elastic/detection-rules refuses two files of one name.',
  examples: {
    invalid: [{ 'linux/shell.toml': 'license = "Apache-2.0"', 'windows/shell.toml': other }],
    valid: [{ 'linux/shell_linux.toml': 'license = "Apache-2.0"', 'windows/shell_windows.toml': other }],
  },
  *repository({ rules }): Generator<FileViolation, void, undefined> {
    for (const { file, others } of duplicates(rules.map(({ file: path }) => ({ file: path, key: baseName(path) })))) {
      yield {
        file,
        path: ['rule'],
        at: 'key',
        what: `${others} has the same file name.`,
        why: 'The two cannot lie in one folder, nor in one package.',
        fix: 'Rename one of the files.',
      };
    }
  },
};
