import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatToml } from '../definitions/format-toml.js';
import { plural } from '../diagnostics/plural.js';
import { lineDiff, printDiff } from '../render/line-diff.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { PATHS, selectFiles } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import type { TableFile } from './rule-tables.js';
import { writeWhole } from './write-whole.js';

/** Keys by which files are ours: other TOML files in the folders are left alone. */
const DEFINITIONS = ['rule', 'hunt', 'test', 'exceptions', 'value_lists', 'action_connectors', 'overlay'];

/** `dragnet fmt`: one layout for all definitions. */
export const fmt: Command = {
  positionals: PATHS,
  options: {
    check: { type: 'boolean', describe: 'Write nothing; fail when a file is not formatted' },
    diff: { type: 'boolean', describe: 'Write nothing; print what would change' },
  },
  examples: [
    ['$0 fmt rules', 'Format all rules'],
    ['$0 fmt --check --diff', 'In CI: fail, and show what would change'],
  ],
  async run(args, terminal) {
    const [check, diff] = [args['check'] === true, args['diff'] === true];
    const selected = await selectFiles(args, terminal);
    const { tables, diagnostics, texts } = await loadTables(selected);
    let failed = showDiagnostics(diagnostics, texts, terminal);
    const files = tables.filter(isDefinition);
    let changed = 0;
    for (const { file } of files) {
      const path = resolve(selected.root, file);
      const raw = await readFile(path, 'utf8');
      const { text, problem } = formatToml(raw);
      if (problem !== undefined) {
        terminal.err(`${file}  ${problem}\n`);
        failed = true;
      } else if (text !== raw) {
        changed += 1;
        if (diff) terminal.out(`${file}\n${printDiff(lineDiff(raw, text), Infinity)}\n`);
        else terminal.out(`${file}\n`);
        if (!check && !diff) await writeWhole(path, text);
      }
    }
    const done = check || diff ? 'not formatted' : 'formatted';
    terminal.err(`fmt: ${plural(files.length, 'file')}, ${changed} ${done}\n`);
    return failed || (check && changed > 0) ? EXIT.findings : EXIT.clean;
  },
};

function isDefinition({ table }: TableFile): boolean {
  return DEFINITIONS.some((key) => Object.hasOwn(table, key));
}
