import { KeyPositions } from '../definitions/locate.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/plural.js';
import { testDependencies } from '../testing/test-dependencies.js';
import { toTestFile } from '../testing/test-file.js';
import type { TestFile } from '../testing/test-case.js';
import type { Subject } from '../testing/subject.js';
import type { PlannedFile } from './planned-file.js';
import type { Repository } from './repository.js';
import { subjectFile } from './subject-file.js';
import { exceptionListIds } from './repository-lists.js';
import { touchesAll } from './test-selection.js';
import type { TestSelection } from './test-selection.js';
import { UsageError } from './usage-error.js';

/** What a run does. */
export interface TestPlan {
  readonly files: readonly PlannedFile[];
  /** How many tests the selected files have that do not run because others are marked `only`. */
  readonly leftOut: number;
  /** Marks where there may be none. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The tests of the repository with what they test; those of definitions that do not load are left out. */
export function allTests(repository: Repository): readonly PlannedFile[] {
  const subjects = new Map<string, Subject>();
  for (const { file, value } of repository.rules) subjects.set(file, { kind: 'rule', file, rule: value });
  for (const { file, value } of repository.hunts) subjects.set(file, { kind: 'hunt', file, hunt: value });
  return repository.tests.flatMap(({ file, value }) => {
    const subject = subjects.get(subjectFile(file));
    return subject === undefined ? [] : [{ file: toTestFile(file, value), subject }];
  });
}

/**
 * Chooses the tests that run. Where some are marked `only`, these alone run, unless such marks are forbidden: then all run, and each mark is an
 * error.
 */
export function planTests(repository: Repository, selection: TestSelection, forbidOnly: boolean): TestPlan {
  const all = allTests(repository);
  const touched = all.filter((planned) => isTouched(planned, selection, repository));
  const { filter } = selection;
  const chosen =
    filter === undefined ? touched : withTests(touched, ({ file, subject }) => filter.choose(file, subject));
  const only = withTests(chosen, ({ file }) => file.tests.filter((test) => test.only === true));
  if (only.length === 0) return { files: chosen, leftOut: 0, diagnostics: [] };
  if (forbidOnly) return { files: chosen, leftOut: 0, diagnostics: only.flatMap((each) => marksOf(each, repository)) };
  return { files: only, leftOut: countOf(chosen) - countOf(only), diagnostics: [] };
}

function isTouched({ file, subject }: PlannedFile, { changed }: TestSelection, repository: Repository): boolean {
  if (changed === undefined || touchesAll(changed, repository.config)) return true;
  const named = new Set(subject.kind === 'rule' ? exceptionListIds(subject.rule) : []);
  const lists = repository.exceptions.filter(({ value }) => value.some(({ listId }) => named.has(listId)));
  const own = [file.file, subject.file, ...testDependencies(file), ...lists.map((list) => list.file)];
  return own.some((path) => changed.has(path));
}

function withTests(
  files: readonly PlannedFile[],
  choose: (planned: PlannedFile) => TestFile['tests'],
): readonly PlannedFile[] {
  return files.flatMap((planned) => {
    const tests = choose(planned);
    return tests.length === 0 ? [] : [{ ...planned, file: { ...planned.file, tests } }];
  });
}

/** How many tests there are. */
export function countOf(files: readonly PlannedFile[]): number {
  return files.reduce((sum, { file }) => sum + file.tests.length, 0);
}

/** What to say where nothing holds the texts of a selection; `all` are the tests that there are. */
export function nothingFound({ texts }: TestSelection, all: readonly PlannedFile[]): UsageError {
  const names = all.flatMap(({ file, subject }) => [
    ...file.tests.map(({ name }) => name),
    subject.kind === 'rule' ? subject.rule.name : subject.hunt.name,
    file.file,
  ]);
  const words = names.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}_-]+/u)]);
  const hint = texts.map((text) => didYouMean(text, words)).find((found) => found !== '') ?? '';
  const known = all.length === 0 ? '' : ` It is looked for in names, files and ids of ${plural(countOf(all), 'test')}.`;
  return new UsageError(`No test is meant by --filter ${texts.join(' --filter ')}.${hint === '' ? known : hint}`);
}

function marksOf({ file }: PlannedFile, { texts }: Repository): readonly Diagnostic[] {
  const positions = new KeyPositions({ file: file.file, text: texts.get(file.file) ?? '' });
  return file.tests.map(({ position, name }) => ({
    code: 'test/only',
    severity: 'error',
    span: positions.key(['test', position, 'only']),
    what: `The test ${JSON.stringify(name)} is marked only = true.`,
    why: 'With the mark no other test would run, and a run of CI that looks green would have tested nearly nothing.',
    fix: 'Take the mark away; it is for work on one test.',
  }));
}
