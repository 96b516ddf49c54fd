import { xmlText } from './xml-text.js';

/** One case of a suite; without failure and skip it passed. */
export interface JunitCase {
  readonly name: string;
  readonly className: string;
  readonly file: string;
  readonly line?: number;
  /** How long it took; without it the report has no times, so that equal runs give equal files. */
  readonly seconds?: number;
  readonly failure?: { readonly message: string; readonly type: string; readonly text: string };
  /** Why it was not expected to pass. */
  readonly skipped?: string;
  readonly output?: string;
}

/** Cases that belong together. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** A report in the form of JUnit that CI systems read: suites with cases, failures, skips, output and, where the cases have any, times. */
export function junitSuites(name: string, suites: readonly JunitSuite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name, ...counts(cases) })}>`,
    ...suites.flatMap((suite) => [
      `  <testsuite ${attributes({ name: suite.name, ...counts(suite.cases) })}>`,
      ...suite.cases.map(caseText),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function counts(cases: readonly JunitCase[]): Readonly<Record<string, string | number>> {
  const timed = cases.flatMap(({ seconds }) => seconds ?? []);
  return {
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure).length,
    errors: 0,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
    ...(timed.length === 0 ? {} : { time: timed.reduce((sum, seconds) => sum + seconds, 0).toFixed(3) }),
  };
}

function caseText({ name, className, file, line, seconds, failure, skipped, output }: JunitCase): string {
  const head = attributes({
    name,
    classname: className,
    ...(seconds === undefined ? {} : { time: seconds.toFixed(4) }),
    file,
    ...(line === undefined ? {} : { line }),
  });
  const body = [
    ...(failure
      ? [`<failure ${attributes({ message: failure.message, type: failure.type })}>${xmlText(failure.text)}</failure>`]
      : []),
    ...(skipped === undefined ? [] : [`<skipped ${attributes({ message: skipped })}/>`]),
    ...(output === undefined ? [] : [`<system-out>${xmlText(output)}</system-out>`]),
  ];
  return body.length === 0 ? `    <testcase ${head}/>` : `    <testcase ${head}>${body.join('')}</testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${xmlText(String(value)).replaceAll('\n', '&#10;')}"`)
    .join(' ');
}
