import { join } from 'node:path';
import type { Config } from '../definitions/config.js';
import { tomlText } from '../definitions/toml-text.js';
import { CHECKS } from '../lint/checks/index.js';
import { codeOf } from '../lint/check.js';
import type { Command } from './command.js';
import { findDetectionRules } from './detection-rules-repository.js';
import type { DetectionRulesRepository } from './detection-rules-repository.js';
import { EXIT } from './exit-codes.js';
import { exists } from './file-exists.js';
import { CONFIG_FILE } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Folders that usually hold definitions. */
const USUAL = ['rules', 'rules_building_block', 'hunting', 'queries', 'exceptions', 'action_connectors'];

/** `dragnet init`: a configuration to start from. */
export const init: Command = {
  options: {
    'from-detection-rules': {
      type: 'boolean',
      describe: 'Translate a _config.yaml of elastic/detection-rules; fail without one',
    },
    force: { type: 'boolean', describe: 'Replace a dragnet.toml that is there' },
  },
  examples: [
    ['$0 init', 'A dragnet.toml for the folders that are here'],
    [
      'CUSTOM_RULES_DIR=custom $0 init --from-detection-rules',
      'The settings of a folder of custom rules, as custom/dragnet.toml',
    ],
  ],
  async run(args, terminal) {
    const other = await findDetectionRules(terminal);
    if (args['fromDetectionRules'] === true && other === undefined) {
      throw new UsageError('No _config.yaml with rule_dirs here or above. Name its folder with CUSTOM_RULES_DIR.');
    }
    const root = other?.root ?? terminal.cwd;
    const path = join(root, CONFIG_FILE);
    if (args['force'] !== true && (await exists(path))) {
      throw new UsageError(`${path} is there already. Give --force to replace it.`);
    }
    await writeWhole(path, other === undefined ? await starter(terminal) : translatedText(other));
    terminal.err(`init: ${path}${other === undefined ? '' : `, from ${other.file}`}\n`);
    return EXIT.clean;
  },
};

async function starter({ cwd }: Terminal): Promise<string> {
  const present: string[] = [];
  for (const folder of USUAL) if (await exists(join(cwd, folder))) present.push(folder);
  return `${settings({ paths: present.length === 0 ? ['.'] : present })}
# stack = ["8.19", "9.1"]       # versions of the stack that must take every query
# version_lock = "version.lock.json"

# [fields]
# catalogues = []               # fields of your indices: dragnet schemas import

# [attack]
# data = "attack-enterprise.json"   # a version of ATT&CK: dragnet attack import
`;
}

/** Settings with what was translated, and comments on what was not. */
function translatedText({ file, translated }: DetectionRulesRepository): string {
  const { config, remarks } = translated;
  const known = new Set<string>(CHECKS.map(codeOf));
  const checks = Object.keys(config.checks ?? {}).filter((code) => known.has(code));
  const lines = [
    `# Translated from ${file}.`,
    ...(config.profile === 'elastic'
      ? [
          '# The profile "elastic" checks what elastic/detection-rules checks in its own tests; your own rules may do with "recommended".',
        ]
      : []),
    settings(config),
  ];
  if (remarks.length > 0) lines.push('', '# Without a setting here:');
  for (const { key, what } of remarks) lines.push(`# - ${key}: ${what}`);
  if (checks.length > 0) lines.push('', '[checks]', ...checks.map((code) => `${tomlText(code)} = "off"`));
  return `${lines.join('\n')}\n`;
}

function settings({ paths = ['.'], version_lock: lock, profile }: Config): string {
  const lines = [`paths = [${paths.map((path) => tomlText(path)).join(', ')}]`];
  if (lock !== undefined) lines.push(`version_lock = ${tomlText(lock)}`);
  if (profile !== undefined) lines.push(`profile = ${tomlText(profile)}`);
  return lines.join('\n');
}
