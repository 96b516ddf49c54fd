import { duplicates } from '../duplicates.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const uniqueName: Check = {
  name: 'unique-name',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give every rule a name of its own, and every hunt.',
  rationale:
    'Alerts, lists and pages show the name of a rule, not its id. Two rules of one name cannot be told apart there, and their documentation pages have the same file name. Deprecated rules do not count.',
  examples: {
    invalid: [
      {
        'a.toml': 'name = "New service installed"\nrule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"',
        'b.toml': 'name = "New service installed"\nrule_id = "2f5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f02"',
      },
    ],
    valid: [
      {
        'a.toml': 'name = "New service installed"\nrule_id = "8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11"',
        'b.toml': 'name = "New driver installed"\nrule_id = "2f5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f02"',
      },
    ],
  },
  *repository({ rules, hunts }) {
    const named = {
      rule: rules
        .filter(({ value }) => value.metadata.maturity !== 'deprecated')
        .map(({ file, value }) => ({ file, key: value.name })),
      hunt: hunts.map(({ file, value }) => ({ file, key: value.name })),
    };
    for (const [kind, definitions] of Object.entries(named)) {
      for (const { file, others } of duplicates(definitions)) {
        yield {
          file,
          path: [kind, 'name'],
          what: `${others} has the same name.`,
          why: `People know a ${kind} by its name; two of one name cannot be told apart.`,
          fix: `Say in the name what this ${kind} does and the other does not.`,
        };
      }
    }
  },
};
