import { plural } from '../diagnostics/plural.js';
import { DIAGNOSTIC_FORMATS, reportDiagnostics } from '../diagnostics/reporters/formats.js';
import { summaryOf, summaryText } from '../diagnostics/summary.js';
import { ordered } from '../diagnostics/order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { querySyntax } from '../lint/checks/query-syntax.js';
import { CHECKS } from '../lint/checks/index.js';
import { codeOf } from '../lint/check.js';
import { lint } from '../lint/run.js';
import { CHANGED, changedFiles, changedSince } from './changed-files.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { outputOptions, readOutputs, writeReports } from './report-outputs.js';
import { openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import { STACK_OPTION } from './stack-option.js';
import { UsageError } from './usage-error.js';
import { packageVersion } from './package-version.js';

/** `dragnet validate`: every problem of every definition, in one run. */
export const validate: Command = {
  positionals: PATHS,
  options: {
    ...STACK_OPTION,
    ...outputOptions('format', DIAGNOSTIC_FORMATS),
    ...CHANGED,
    'max-warnings': { type: 'number', describe: 'Fail when there are more warnings than this' },
  },
  examples: [
    ['$0 validate rules/aws queries', 'Everything below two folders'],
    ['$0 validate --format github --output sarif=dragnet.sarif', 'Two reports: one on the run, one for code scanning'],
    ['$0 validate --changed origin/main', 'What a pull request changes'],
  ],
  async run(args, terminal) {
    const outputs = readOutputs(args, 'format', DIAGNOSTIC_FORMATS);
    const most = maximumWarnings(args);
    const repository = await openRepository(args, terminal);
    const since = changedSince(args);
    const changed = since === undefined ? undefined : await changedFiles(repository.root, since);
    // Checks across files need them all; only what is reported is limited.
    const diagnostics = validateRepository(repository).filter(({ span }) => changed?.has(span.file) !== false);
    const texts = new Map([...repository.texts].filter(([file]) => changed?.has(file) !== false));
    const tool = { version: packageVersion(), describe: summaryOfCode };
    await writeReports(outputs, terminal, (format, color) =>
      reportDiagnostics(format, diagnostics, texts, { color, tool }),
    );
    terminal.err(validationSummary({ texts }, diagnostics));
    const { errors, warnings } = summaryOf(diagnostics);
    if (warnings <= most) return errors > 0 ? EXIT.findings : EXIT.clean;
    terminal.err(`--max-warnings allows ${plural(most, 'warning')}.\n`);
    return EXIT.findings;
  },
};

function maximumWarnings(args: Arguments): number {
  const most = args['maxWarnings'] as number | undefined;
  if (most === undefined) return Infinity;
  if (!Number.isInteger(most) || most < 0) throw new UsageError('--max-warnings needs a number, 0 or more.');
  return most;
}

function summaryOfCode(code: string): string | undefined {
  return CHECKS.find((check) => codeOf(check) === code)?.summary;
}

/** What loading and the checks found, in the order of files and places. */
export function validateRepository(repository: Repository): readonly Diagnostic[] {
  const queries = lint({ ...repository, rules: repository.refused, hunts: [], tests: [] }, [querySyntax]);
  return ordered([...repository.diagnostics, ...lint(repository), ...queries]);
}

/** The last line of a validation. */
export function validationSummary({ texts }: Pick<Repository, 'texts'>, diagnostics: readonly Diagnostic[]): string {
  return `validate: ${plural(texts.size, 'file')}, ${summaryText(summaryOf(diagnostics))}\n`;
}
