import type { Check } from '../check.js';
import { baseName, foldersOf } from '../file-names.js';
import { techniqueExample } from '../threat-example.js';

const RULE = `author = ["Elastic"]\n\n${techniqueExample({})}`;

/** See `summary`. */
export const fileNameHasTactic: Check = {
  name: 'file-name-has-tactic',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Begin the name of a file with the first tactic of its rule.',
  rationale:
    'The repository elastic/detection-rules sorts its rules so: `execution_…`, `credential_access_…`. Machine learning rules and files in a folder `ml` are left alone there, and so are rules without `threat` and those of other authors.',
  examples: {
    invalid: [{ 'rules/shell_of_a_server.toml': RULE }],
    valid: [{ 'rules/execution_shell_of_a_server.toml': RULE }, { 'rules/ml/ml_rare_process.toml': RULE }],
  },
  *rule({ type, threat = [], author }, { file }) {
    const tactic = threat[0]?.tactic.name;
    if (
      tactic === undefined ||
      type === 'machine_learning' ||
      !author.includes('Elastic') ||
      foldersOf(file).includes('ml')
    )
      return;
    const prefix = `${tactic.toLowerCase().replaceAll(' ', '_')}_`;
    const name = baseName(file);
    if (name.startsWith(prefix)) return;
    yield {
      path: ['rule', 'threat', 0, 'tactic', 'name'],
      what: `The first tactic is ${tactic}, but the file is named ${name}.toml.`,
      why: 'Whoever looks for rules of a tactic by their files misses this one.',
      fix: `Rename the file to ${prefix}….toml, or put another tactic first.`,
    };
  },
};
