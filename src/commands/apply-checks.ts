import { reportPretty } from '../diagnostics/reporters/pretty.js';
import type { Arguments } from './command.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { reportTests } from './report-tests.js';
import { openRepository } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { isFailure } from './tested-file.js';

/**
 * Validates and tests the whole repository before it is applied, as `dragnet validate` and `dragnet test` do, unless the call says not to. Problems and
 * failures go to standard error; anything but `clean` ends the call before Kibana is asked for anything.
 */
export async function applyChecks(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [wantsValidation, wantsTests] = [args['validate'] !== false, args['test'] !== false];
  if (!wantsValidation && !wantsTests) return EXIT.clean;
  const repository = await openRepository({}, terminal);
  if (wantsValidation && !(await isValid(repository, terminal))) {
    return refused(terminal, 'The repository has errors', '--no-validate');
  }
  if (!wantsTests || repository.tests.length === 0) return EXIT.clean;
  const failed = await failedTests(repository, terminal);
  if (terminal.interrupted.aborted) return EXIT.interrupted;
  return failed === 0
    ? EXIT.clean
    : refused(terminal, `${failed} ${failed === 1 ? 'test fails' : 'tests fail'}`, '--no-test');
}

async function isValid(repository: Repository, terminal: Terminal): Promise<boolean> {
  const { validation } = await import('./validate.js');
  const found = await validation(repository, {}, terminal);
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) terminal.err(`${reportPretty(errors, repository.texts, { color: terminal.colour.err })}\n`);
  return errors.length === 0;
}

async function failedTests(repository: Repository, terminal: Terminal): Promise<number> {
  const { runTests } = await import('./test.js');
  const told = new Set<string>();
  let failed = 0;
  for await (const { file, results, place } of runTests(repository, {}, terminal)) {
    const failures = results.filter(isFailure);
    failed += failures.length;
    if (failures.length > 0)
      terminal.err(reportTests(file, failures, place, { colour: terminal.colour.err, verbose: false, told }));
  }
  return failed;
}

function refused(terminal: Terminal, what: string, way: string): ExitCode {
  terminal.err(`${what}: nothing was written. Mend that, or call with ${way}.\n`);
  return EXIT.findings;
}
