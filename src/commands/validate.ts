import { plural } from '../diagnostics/plural.js';
import { reportJson } from '../diagnostics/reporters/json.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { summaryOf, summaryText } from '../diagnostics/summary.js';
import { ordered } from '../diagnostics/order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { querySyntax } from '../lint/checks/query-syntax.js';
import { lint } from '../lint/run.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import { STACK_OPTION } from './stack-option.js';

/** `dragnet validate`: every problem of every definition, in one run. */
export const validate: Command = {
  positionals: PATHS,
  options: {
    ...STACK_OPTION,
    format: { choices: ['pretty', 'json'] as const, default: 'pretty', describe: 'Output' },
  },
  examples: [['$0 validate rules/aws queries', 'Everything below two folders']],
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const diagnostics = validateRepository(repository);
    if (args['format'] === 'json') terminal.out(reportJson(diagnostics, repository.texts));
    else if (diagnostics.length > 0) {
      terminal.out(`${reportPretty(diagnostics, repository.texts, { color: terminal.colour.out })}\n`);
    }
    terminal.err(validationSummary(repository, diagnostics));
    return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
  },
};

/** What loading and the checks found, in the order of files and places. */
export function validateRepository(repository: Repository): readonly Diagnostic[] {
  const queries = lint({ ...repository, rules: repository.refused, hunts: [], tests: [] }, [querySyntax]);
  return ordered([...repository.diagnostics, ...lint(repository), ...queries]);
}

/** The last line of a validation. */
export function validationSummary(repository: Repository, diagnostics: readonly Diagnostic[]): string {
  return `validate: ${plural(repository.texts.size, 'file')}, ${summaryText(summaryOf(diagnostics))}\n`;
}
