import type { Options } from 'yargs';
import { coverageDiagnostics, coverageJson, percentOf, percentText, totalOf } from '../coverage/coverage-report.js';
import type { CoverageRequest, CoverageResult, FileCoverage } from '../coverage/coverage-report.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/plural.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import type { PrettyOptions } from '../diagnostics/reporters/pretty.js';
import type { Arguments } from './command.js';
import type { Repository } from './repository.js';
import { textTable } from './text-table.js';
import { UsageError } from './usage-error.js';

/** Options of `dragnet test` about clause coverage. */
export const COVERAGE_OPTIONS: Readonly<Record<string, Options>> = {
  coverage: {
    type: 'string',
    requiresArg: false,
    describe: 'Show which clauses of the rules the tests show to matter; --coverage=json as data',
  },
  'min-coverage': {
    type: 'number',
    describe:
      'Fail where the tests of a rule cover less of its clauses, in per cent (default: min_coverage of dragnet.toml)',
  },
};

/** Reads the options; undefined where nobody asks. `--coverage rules/aws` names a path: the option needs no value. */
export function coverageRequest(args: Arguments, config: Repository['config']): CoverageRequest | undefined {
  const given = args['coverage'] as string | undefined;
  const least = leastOf(args, config);
  if (given === undefined && least === undefined) return undefined;
  const format = given === undefined ? 'none' : given === 'json' ? 'json' : 'table';
  return { format, ...(least === undefined ? {} : { least }) };
}

/** The arguments with the path that stands behind `--coverage`, if one does. */
export function withCoveragePath(args: Arguments): Arguments {
  const given = args['coverage'];
  if (typeof given !== 'string' || ['', 'table', 'json'].includes(given)) return args;
  return { ...args, coverage: 'table', paths: [...((args['paths'] as readonly string[] | undefined) ?? []), given] };
}

function leastOf(args: Arguments, { test }: Repository['config']): number | undefined {
  const given = args['minCoverage'] as number | undefined;
  // A selection of tests says little about a whole rule, unless it is asked.
  if (given === undefined) return args['filter'] === undefined ? test?.min_coverage : undefined;
  if (!(given >= 0 && given <= 100)) throw new UsageError('--min-coverage is a number from 0 to 100.');
  return given;
}

/** Whether some rule misses what was asked for. */
export function isBelow(result: CoverageResult | undefined): boolean {
  return result !== undefined && filesBelow(result).length > 0;
}

function filesBelow({ files, least }: CoverageResult): readonly FileCoverage[] {
  return least === undefined ? [] : files.filter(({ coverage }) => (percentOf(coverage) ?? 100) < least);
}

/** Tests that nothing is known about, where something was asked of them. */
function filesUnmeasured({ files, least = 0 }: CoverageResult): readonly FileCoverage[] {
  return least === 0 ? [] : files.filter(({ coverage }) => percentOf(coverage) === undefined);
}

/** What is not covered in rules that miss what was asked for: errors. */
export function tooLittleCovered(result: CoverageResult | undefined): readonly Diagnostic[] {
  return result
    ? [...filesBelow(result), ...filesUnmeasured(result)].flatMap((file) => coverageDiagnostics(file, 'error'))
    : [];
}

/**
 * What is printed behind the tests: as data where that is asked for; for people (`pretty`) a table of all rules and each clause that is not covered,
 * with its place and what would cover it; without `--coverage` only those of rules that miss what was asked for.
 */
export function coverageText(result: CoverageResult, options: PrettyOptions, pretty: boolean): string {
  const { files, format } = result;
  if (format === 'json') return `${JSON.stringify({ version: 1, coverage: coverageJson(files) }, null, 2)}\n`;
  if (!pretty) return '';
  const below = new Set(filesBelow(result));
  const shown = format === 'table' ? files : [...below, ...filesUnmeasured(result)];
  const diagnostics = shown.flatMap((file) => coverageDiagnostics(file, below.has(file) ? 'error' : 'warning'));
  const sources = new Map(files.map(({ file, text }) => [file, text]));
  const table = format === 'table' && files.length > 0 ? `\n${coverageTable(files)}` : '';
  return `${table}${diagnostics.length > 0 ? `\n${reportPretty(diagnostics, sources, options)}` : ''}`;
}

function coverageTable(files: readonly FileCoverage[]): string {
  return textTable(
    ['rule or hunt', 'clauses', 'covered'],
    files.map(({ file, coverage }) => [file, `${coverage.covered}/${coverage.total}`, percentText(coverage)]),
  );
}

/** `2 rules and 1 hunt`. */
function countKinds(files: readonly FileCoverage[]): string {
  return (['rule', 'hunt'] as const)
    .flatMap((kind) => {
      const count = files.filter((file) => file.kind === kind).length;
      return count === 0 ? [] : [plural(count, kind)];
    })
    .join(' and ');
}

/** The last line about coverage; empty where nobody asks. */
export function coverageSummary(result: CoverageResult | undefined): string {
  if (!result) return '';
  const total = totalOf(result.files);
  const below = filesBelow(result);
  const missed = below.length === 0 ? '' : `; ${countKinds(below)} below ${String(result.least)} %`;
  return `coverage: ${total.covered} of ${plural(total.total, 'clause')}, ${percentText(total)}${missed}\n`;
}
