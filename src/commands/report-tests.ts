import picocolors from 'picocolors';
import { printable } from '../diagnostics/printable.js';
import type { TestResult } from '../testing/run-tests.js';

/** Where a test stands in its file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** How many tests ended how. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly todo: number;
  /** For other engines than those asked for. */
  readonly skipped: number;
}

/** What Elasticsearch says of nearly every ES|QL query; `--format json` has it. */
export const ROUTINE_WARNING = 'No limit defined, adding default limit';

/** Counts results; a test that was announced as failing and passes counts as failed, so that someone takes the mark away. */
export function countTests(results: readonly TestResult[]): TestCounts {
  const count = (...statuses: readonly TestResult['status'][]): number =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return {
    passed: count('passed'),
    failed: count('failed', 'unexpected'),
    todo: count('todo'),
    skipped: count('skipped'),
  };
}

/** How a warning starts that is about the cluster and not about a test: it is the same for all files. */
const OF_CLUSTER = 'The cluster has no ';

/**
 * One file's results: a line where all is well, else each failure with what was expected and what came. `told` has the warnings about the
 * cluster that files before it showed, which are not repeated, and gets those of this file.
 */
export function reportTests(
  file: string,
  results: readonly TestResult[],
  place: (result: TestResult) => Place | undefined,
  options: { readonly colour: boolean; readonly verbose: boolean; readonly told?: Set<string> },
): string {
  const { green, red, yellow, bold, dim } = picocolors.createColors(options.colour);
  const counts = countTests(results);
  const marks = { passed: green('✓'), failed: red('✗'), todo: yellow('○'), unexpected: red('✗'), skipped: yellow('○') };
  const head = `${counts.failed > 0 ? marks.failed : marks.passed} ${bold(printable(file))}  ${dim(tally(counts))}`;
  const lines = results.flatMap((result) => {
    if (result.status === 'passed') return options.verbose ? [`    ${marks.passed} ${printable(result.name)}`] : [];
    const at = place(result);
    const where = at ? dim(`  ${printable(file)}:${at.line}:${at.column}`) : '';
    const title = `    ${marks[result.status]} ${printable(result.name)}${where}`;
    if (result.status === 'skipped') return [title, `        not run: ${printable(result.skipped ?? '')}`];
    if (result.status === 'todo') return [title, `        todo: ${printable(result.todo ?? '')}`];
    if (result.status === 'unexpected') {
      return [title, `        passes now, though marked todo (${printable(result.todo ?? '')}). Take the mark away.`];
    }
    const failures = result.failures.flatMap(({ what, details }) => [
      `        ${printable(what)}`,
      ...details.map((detail) => `          ${paint(printable(detail), red, green)}`),
    ]);
    return [title, ...failures];
  });
  const warnings = [...new Set(results.flatMap((result) => result.warnings))]
    .filter((text) => !text.startsWith(ROUTINE_WARNING) && options.told?.has(text) !== true)
    .map((warning) => `    ${yellow('!')} ${printable(warning)}`);
  for (const { warnings: texts } of results) {
    for (const text of texts) if (text.startsWith(OF_CLUSTER)) options.told?.add(text);
  }
  return [head, ...lines, ...warnings].map((line) => `${line}\n`).join('');
}

/** `26 passed`, `25 passed, 1 failed`. */
export function tally({ passed, failed, todo, skipped }: TestCounts): string {
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(todo > 0 ? [`${todo} todo`] : []),
    ...(skipped > 0 ? [`${skipped} not run`] : []),
  ];
  return parts.join(', ');
}

function paint(detail: string, red: (text: string) => string, green: (text: string) => string): string {
  if (detail.startsWith('- ')) return red(detail);
  return detail.startsWith('+ ') ? green(detail) : detail;
}
