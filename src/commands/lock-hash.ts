import { ruleHashes } from '../kibana-form/rule-hash.js';
import { compareTexts } from '../values/text-order.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { PATHS, selectFiles } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import { UsageError } from './usage-error.js';

/** `dragnet lock hash`: the hashes of rules, as elastic/detection-rules computes them. */
export const lockHash: Command = {
  positionals: PATHS,
  options: {
    format: { choices: ['pretty', 'json'], default: 'pretty', describe: 'A line for each rule, or one JSON object' },
  },
  examples: [['$0 lock hash rules --format json', 'The hash of each rule by its rule_id']],
  async run(args, terminal) {
    const selected = await selectFiles(args, terminal);
    const { rules, diagnostics, texts } = await loadTables(selected);
    const failed = showDiagnostics(diagnostics, texts, terminal);
    const hashed = rules.flatMap(({ toml, rule }) => {
      const id = rule['rule_id'];
      if (typeof id === 'string') return [{ id, file: toml.file, sha256: ruleHashes(toml).sha256 }];
      terminal.err(`${toml.file} has no rule_id, and no hash.\n`);
      return [];
    });
    if (rules.length === 0 && !failed) throw new UsageError('No rules found: no TOML file there has [rule].');
    if (args['format'] === 'json') {
      const byId = [...hashed].sort((left, right) => compareTexts(left.id, right.id));
      const hashes = Object.fromEntries(byId.map(({ id, sha256 }) => [id, sha256]));
      terminal.out(`${JSON.stringify({ version: 1, hashes })}\n`);
    } else for (const { id, sha256, file } of hashed) terminal.out(`${sha256}  ${id}  ${file}\n`);
    return failed || hashed.length < rules.length ? EXIT.findings : EXIT.clean;
  },
};
