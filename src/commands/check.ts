import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ordered } from '../diagnostics/order.js';
import { jsonReport } from '../diagnostics/reporters/json.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import type { Observe } from '../testing/run-tests.js';
import type { Arguments, Command } from './command.js';
import { compareWithDisk } from './compare-with-disk.js';
import type { DocsState } from './compare-with-disk.js';
import { docsRequest } from './docs-options.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { describeDifference, docsJson, docsSummary } from './report-docs.js';
import { observer, PageTests } from './page-tests.js';
import { reportTests } from './report-tests.js';
import { openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { testsJson } from './report-tests-json.js';
import { endInterrupted, engineOf, runTests, TEST_OPTIONS, testDiagnostics, testSummary } from './test.js';
import { coverageRequest, coverageSummary, isBelow, tooLittleCovered } from './test-coverage.js';
import { allTests } from './test-plan.js';
import { isFailure } from './tested-file.js';
import type { TestedFile } from './tested-file.js';
import { validation, VALIDATION_OPTIONS, validationSummary } from './validate.js';

/** `dragnet check`: validate, test and docs check, in one run; fails when any of them finds something. */
export const check: Command = {
  positionals: PATHS,
  options: {
    ...TEST_OPTIONS,
    ...VALIDATION_OPTIONS,
    verbose: { alias: 'v', type: 'boolean', default: false, describe: 'Name passed tests too' },
    format: { choices: ['pretty', 'json'] as const, default: 'pretty', describe: 'Output' },
  },
  examples: [['$0 check', 'What CI runs']],
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const json = args['format'] === 'json';
    const say = (text: string): void => {
      if (!json && text !== '') terminal.out(text);
    };

    const diagnostics = ordered([
      ...(await validation(repository, args, terminal)),
      ...testDiagnostics(repository, args, terminal),
    ]);
    if (diagnostics.length > 0) {
      say(`${reportPretty(diagnostics, repository.texts, { color: terminal.colour.out })}\n`);
    }

    const files: TestedFile[] = [];
    const wanted = coverageRequest(args, repository.config);
    const measure = wanted && (await import('./measure-coverage.js'));
    const pages = await openPages(repository, args, terminal);
    const observe = measure?.observe ?? pages.observe;
    const planned = allTests(repository);
    const told = new Set<string>();
    for await (const file of runTests(repository, args, terminal, planned, undefined, observe)) {
      files.push(file);
      const options = { colour: terminal.colour.out, verbose: args['verbose'] === true, told };
      say(reportTests(file.file, file.results, file.place, options));
    }
    const results = files.flatMap((file) => file.results);
    if (terminal.interrupted.aborted) return endInterrupted(results, terminal);

    const coverage = wanted && measure?.coverageOf(repository, files, wanted, true);
    const uncovered = tooLittleCovered(coverage);
    if (uncovered.length > 0) {
      say(`${reportPretty(uncovered, repository.texts, { color: terminal.colour.out })}\n`);
    }

    const docs = await pages.compare(files);
    say(docs.differences.map((difference) => describeDifference(difference, terminal.colour.out)).join(''));

    if (json) {
      const validation = jsonReport([...diagnostics, ...uncovered], repository.texts);
      const report = {
        version: 1,
        validation,
        tests: testsJson({ files, ...(coverage ? { coverage } : {}) }),
        docs: docsJson(docs),
      };
      terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    }
    terminal.err(validationSummary(repository, diagnostics));
    terminal.err(testSummary(results));
    terminal.err(coverageSummary(coverage));
    terminal.err(docsSummary(docs));
    const isTested = !results.some(isFailure) && !isBelow(coverage);
    return exitOf(isTested, docs, diagnostics);
  },
};

function exitOf(isTested: boolean, docs: DocsState, diagnostics: readonly Diagnostic[]): ExitCode {
  const isClean = docs.differences.length === 0 && !diagnostics.some(({ severity }) => severity === 'error');
  return isTested && isClean ? EXIT.clean : EXIT.findings;
}

interface Pages {
  /** What the tests have to look at so that pages can tell of them; absent where nothing is to be learnt. */
  readonly observe: Observe | undefined;
  /** Compares the pages with those on disk, after what the run showed. */
  compare(files: readonly TestedFile[]): Promise<DocsState>;
}

async function openPages(repository: Repository, args: Arguments, terminal: Terminal): Promise<Pages> {
  const request = await docsRequest({}, repository.config, terminal.cwd);
  const tests = await PageTests.open(repository, terminal);
  const tellsOfTests = request.format !== 'asciidoc';
  // The pages show what tests do on the embedded engine; where that is what runs, they learn from this run.
  const teaches = tellsOfTests && engineOf(repository, args) === 'embedded' && tests.missing.length > 0;
  return {
    observe: teaches ? await observer() : undefined,
    async compare(files) {
      if (teaches) await tests.learn(files);
      if (tellsOfTests) await tests.complete(terminal);
      return compareWithDisk(repository, request, tests);
    },
  };
}
