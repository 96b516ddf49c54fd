import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatToml } from '../definitions/format-toml.js';
import { readToml } from '../definitions/load.js';
import { plural } from '../diagnostics/plural.js';
import { lineDiff, printDiff } from '../render/line-diff.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { readAll } from './read-input.js';
import { PATHS, selectFiles } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import type { TableFile } from './rule-tables.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** How messages call standard input. */
const STDIN = '<stdin>';

/** The most characters of standard input. */
const LARGEST = 1024 * 1024;

/** Keys by which files are ours: other TOML files in the folders are left alone. */
const DEFINITIONS = ['rule', 'hunt', 'test', 'exceptions', 'value_lists', 'action_connectors', 'overlay'];

/** `dragnet fmt`: one layout for all definitions. */
export const fmt: Command = {
  positionals: PATHS,
  options: {
    check: { type: 'boolean', describe: 'Write nothing; fail when a file is not formatted' },
    stdin: { type: 'boolean', describe: 'Format standard input to standard output; a lone - means the same' },
    diff: { type: 'boolean', describe: 'Write nothing; print what would change' },
  },
  examples: [
    ['$0 fmt rules', 'Format all rules'],
    ['$0 fmt --check --diff', 'In CI: fail, and show what would change'],
    ['$0 fmt - < rule.toml', 'For editors: from standard input to standard output'],
  ],
  async run(args, terminal) {
    const [check, diff] = [args['check'] === true, args['diff'] === true];
    const { paths = [] } = args as { readonly paths?: readonly string[] };
    if (args['stdin'] === true) return formatStdin(paths, { check, diff }, terminal);
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

/** Formats standard input to standard output; what is no definition comes out as it is, and nothing where it cannot be read. */
async function formatStdin(
  paths: readonly string[],
  { check, diff }: { readonly check: boolean; readonly diff: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if (paths.length > 0) throw new UsageError('- is standard input, and goes with no other files. Give one of the two.');
  const raw = await readAll('-', terminal, LARGEST);
  const { table, text: read, diagnostics } = readToml(STDIN, Buffer.from(raw));
  if (showDiagnostics(diagnostics, new Map([[STDIN, read]]), terminal) || table === undefined) return EXIT.findings;
  const { text = raw, problem } = isDefinition({ table }) ? formatToml(raw) : {};
  if (problem !== undefined) {
    terminal.err(`${STDIN}  ${problem}\n`);
    return EXIT.findings;
  }
  if (diff && text !== raw) terminal.out(`${printDiff(lineDiff(raw, text), Infinity)}\n`);
  if (!check && !diff) terminal.out(text);
  return check && text !== raw ? EXIT.findings : EXIT.clean;
}

function isDefinition({ table }: Pick<TableFile, 'table'>): boolean {
  return DEFINITIONS.some((key) => Object.hasOwn(table, key));
}
