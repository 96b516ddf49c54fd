import type { Options } from 'yargs';
import { KeyPositions } from '../definitions/locate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/plural.js';
import type { Expectation, TestCase } from '../testing/test-case.js';
import type { Arguments } from './command.js';
import type { Repository } from './repository.js';
import { subjectFile } from './subject-file.js';
import { allTests } from './test-plan.js';
import { UsageError } from './usage-error.js';

/** The option that asks for tests. */
export const MIN_TESTS_OPTION: Readonly<Record<string, Options>> = {
  'min-tests': {
    type: 'number',
    describe:
      'Fail where a rule or hunt has fewer tests that run; from 2 on one must fire and one stay silent (default: min_tests of dragnet.toml)',
  },
};

/** How many tests each definition needs: as the call says, else the configuration. */
export function minTests(args: Arguments, { config }: Pick<Repository, 'config'>): number {
  const asked = args['minTests'] as number | undefined;
  if (asked !== undefined && (!Number.isInteger(asked) || asked < 0))
    throw new UsageError('--min-tests needs a number, 0 or more.');
  return asked ?? config.test?.min_tests ?? 0;
}

/**
 * An error for each rule and hunt that has fewer tests than `least`, and, where that is two or more, none that expects alerts (rows), or none
 * that expects silence. Tests that are skipped, or announced as failing, do not count. `files` limits it to these definitions.
 */
export function tooFewTests(repository: Repository, least: number, files?: ReadonlySet<string>): readonly Diagnostic[] {
  if (least === 0) return [];
  const tests = new Map(allTests(repository).map(({ file }) => [subjectFile(file.file), file.tests]));
  const definitions = [
    ...repository.rules.map(({ file }) => ({ file, kind: 'rule' })),
    ...repository.hunts.map(({ file }) => ({ file, kind: 'hunt' })),
  ];
  return definitions
    .filter(({ file }) => files?.has(file) !== false)
    .flatMap(({ file, kind }) => {
      const counted = (tests.get(file) ?? []).filter(({ skip, todo }) => skip === undefined && todo === undefined);
      const problem = problemOf(counted, kind, least);
      if (problem === undefined) return [];
      const positions = new KeyPositions({ file, text: repository.texts.get(file) ?? '' });
      return [{ code: 'test/too-few', severity: 'error', span: positions.value([kind, 'name']), ...problem } as const];
    });
}

function problemOf(
  tests: readonly TestCase[],
  kind: string,
  least: number,
): Pick<Diagnostic, 'what' | 'why' | 'fix'> | undefined {
  if (tests.length < least) {
    return {
      what: `The ${kind} has ${tests.length === 0 ? 'no test' : plural(tests.length, 'test')} that ${tests.length > 1 ? 'run' : 'runs'}, and needs ${least}.`,
      why: 'What is not tested breaks unnoticed: with a field that is renamed, a type that changes, a typing mistake.',
      fix:
        kind === 'rule'
          ? 'Write more in the test file beside it; dragnet test new RULE writes the first ones.'
          : 'Write more in the test file beside it.',
    };
  }
  if (least < 2) return undefined;
  const outcome = kind === 'rule' ? 'an alert' : 'a row';
  if (!tests.some(({ expect }) => fires(expect))) {
    return {
      what: `No test of the ${kind} expects ${outcome}.`,
      why: 'A query that never finds anything passes such tests.',
      fix: `Add a test with ${kind === 'rule' ? 'events on which it fires, and expect.matched' : 'events that it finds, and expect.rows'}.`,
    };
  }
  if (!tests.some(({ expect }) => staysSilent(expect))) {
    return {
      what: `No test of the ${kind} expects silence.`,
      why: 'A query that finds everything passes such tests.',
      fix: `Add a test with events that are nearly of interest, and ${kind === 'rule' ? 'expect.alerts = 0' : 'expect.rows = []'}.`,
    };
  }
  return undefined;
}

/** Whether an expectation holds only if something is found. */
function fires({ alerts, matched, matchedAny, alert, sequences, groups, rows }: Expectation): boolean {
  const count = typeof alerts === 'number' ? alerts : (alerts?.min ?? 0);
  return count > 0 || [matched, matchedAny, alert, sequences, groups, rows].some((list) => (list?.length ?? 0) > 0);
}

/** Whether an expectation holds only if nothing is found. */
function staysSilent({ alerts, matched, sequences, groups, rows }: Expectation): boolean {
  const most = typeof alerts === 'object' ? alerts.max : alerts;
  return most === 0 || [matched, sequences, groups, rows].some((list) => list?.length === 0);
}
