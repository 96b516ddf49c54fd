import type { TestFile } from './test-case.js';

/**
 * The files that the tests of a file read (fixtures, history, exceptions, value lists, indicators, anomalies, tables, mappings), relative
 * to the root, with `/`; names of mapping profiles look like files beside the test and are among them.
 */
export function testDependencies({ file, tests }: TestFile): ReadonlySet<string> {
  const paths = tests.flatMap((test) => [
    ...test.events,
    ...test.mappings,
    ...(test.exceptions ?? []),
    ...[...test.history, ...test.valueLists, ...test.indicators, ...test.anomalies].filter(
      (item) => typeof item === 'string',
    ),
    ...test.lookup.values(),
    ...test.enrich.map((table) => table.file),
  ]);
  return new Set(paths.map((path) => besides(file, path)));
}

/** A path as it counts from the root, given from a file. */
function besides(file: string, path: string): string {
  const steps = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
