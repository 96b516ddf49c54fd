import { KeyPositions } from '../definitions/locate.js';
import type { Diagnostic, Severity, Span } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/plural.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { ClauseReport, RuleCoverage, Witness } from './cover-rule.js';

/** The coverage of a rule or hunt and the text of its file. */
export interface FileCoverage {
  readonly file: string;
  readonly kind: 'rule' | 'hunt';
  readonly text: string;
  readonly coverage: RuleCoverage;
}

/** What is asked for about coverage. */
export interface CoverageRequest {
  readonly format: 'table' | 'json' | 'none';
  /** Per cent of the clauses of each rule. */
  readonly least?: number;
}

/** What was asked for, and what came. */
export interface CoverageResult extends CoverageRequest {
  readonly files: readonly FileCoverage[];
}

/** How many clauses there are, and how many of them are covered. */
interface Share {
  readonly covered: number;
  readonly total: number;
  /** How many tests ran, where these are the clauses of one definition. */
  readonly tests?: number;
}

/**
 * Share of the clauses that are covered, in per cent with one decimal, rounded down; undefined where there is none to cover, 0 where there is not
 * even a test.
 */
export function percentOf({ covered, total, tests }: Share): number | undefined {
  if (tests === 0) return 0;
  return total === 0 ? undefined : Math.floor((covered * 1000) / total) / 10;
}

/** The share as tables show it: `87.5 %`, `none` where there is nothing to cover. */
export function percentText(share: Share): string {
  const percent = percentOf(share);
  return percent === undefined ? 'none' : `${percent} %`;
}

/** The clauses of several rules together. */
export function totalOf(files: readonly FileCoverage[]): { readonly covered: number; readonly total: number } {
  return {
    covered: files.reduce((sum, { coverage }) => sum + coverage.covered, 0),
    total: files.reduce((sum, { coverage }) => sum + coverage.total, 0),
  };
}

/** A diagnostic for each clause that counts and is not covered, at its place in the file. */
export function coverageDiagnostics(
  { file, kind, text, coverage }: FileCoverage,
  severity: Severity,
): readonly Diagnostic[] {
  if (coverage.tests === 0) return [untested(file, kind, text, coverage.total, severity)];
  if (coverage.total === 0) return [unobserved(file, kind, text, coverage.clauses)];
  const open = coverage.clauses.filter(({ status }) => LACKS.has(status));
  if (open.length === 0) return [];
  const positions = new KeyPositions({ file, text });
  return open.map((report) => ({
    code: 'test/uncovered-clause',
    severity,
    span: spanOf(report, positions),
    what: `${labelOf(report)} ${LACKS.get(report.status) ?? ''}.`,
    why: WHY.get(report.status) ?? '',
    fix: fixOf(report),
  }));
}

/** A definition without a test that ran: one problem, not one for each clause. */
function untested(file: string, kind: string, text: string, total: number, severity: Severity): Diagnostic {
  const clauses = total === 0 ? '' : `: none of its ${plural(total, 'clause')} is covered`;
  return {
    code: 'test/uncovered-clause',
    severity,
    span: new KeyPositions({ file, text }).value([kind, 'name']),
    what: `No test of the ${kind} ran${clauses}.`,
    why: 'What is not tested breaks unnoticed: with a field that is renamed, a type that changes, a typing mistake.',
    fix:
      kind === 'rule'
        ? 'Write tests in the test file beside it; dragnet test new RULE writes the first ones.'
        : 'Write tests in the test file beside it.',
  };
}

/** A definition of which coverage says nothing: that it does is told, so that nobody takes it for covered. */
function unobserved(file: string, kind: string, text: string, clauses: readonly ClauseReport[]): Diagnostic {
  const refused = clauses.find(({ status }) => status === 'unknown')?.reason;
  return {
    code: 'test/no-clauses',
    severity: 'warning',
    span: new KeyPositions({ file, text }).value([kind, 'name']),
    what: `The ${kind} has no clause that tests could cover${refused === undefined ? '' : `: the engine refused to be asked (${refused})`}.`,
    why: 'Its tests are not measured: --min-coverage says nothing about them.',
    fix: 'Look at its tests by hand: one that fires, and one that nearly does.',
  };
}

const LACKS: ReadonlyMap<ClauseReport['status'], string> = new Map([
  ['never-true', 'was true of no document of the tests'],
  ['never-false', 'was true of every document of the tests'],
  ['not-decisive', 'never decided: no two documents of the tests differ in it alone and in what the rule made of them'],
]);

const WHY: ReadonlyMap<ClauseReport['status'], string> = new Map([
  ['never-true', 'No test would notice a mistake in it, or its loss.'],
  ['never-false', 'No test would notice if it were not there.'],
  ['not-decisive', 'No test would notice if it were not there, or the opposite.'],
]);

/** The clause with what it is a part of, where that is not the query, and its field where the text leaves it out. */
function labelOf({ clause: { part, text, fields } }: ClauseReport): string {
  const [field] = fields;
  const named =
    field === undefined || part === 'threshold' || text.includes(lastPart(field)) ? text : `${field}: ${text}`;
  return `\`${named.length > 120 ? `${named.slice(0, 120)}…` : named}\`${part === 'query' ? '' : ` (${part})`}`;
}

function lastPart(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

function fixOf({ hint, status, clause }: ClauseReport): string {
  if (hint) {
    return `Add an event like ${hint.document} of the test "${hint.test}", but ${hint.changes.map(withWord).join(', and ')}.`;
  }
  const truth = status === 'never-false' ? 'is false' : 'is true';
  return clause.part === 'threshold'
    ? `Add a test with a group for which it ${truth}, and the rest of the rule holds.`
    : `Add an event for which it ${truth} and the rest of the rule holds, and one that differs in it alone.`;
}

/** Some changes are phrases with their own preposition: `without source.ip`. */
function withWord(change: string): string {
  return /^with(?:out)? /.test(change) ? change : `with ${change}`;
}

function spanOf({ clause: { range, path } }: ClauseReport, positions: KeyPositions): Span {
  return range ? positions.inside(path, range) : positions.value(path);
}

/** The coverage as data; lines and columns count from 1, the end is the place behind the last character. */
export function coverageJson(files: readonly FileCoverage[]): object {
  const total = totalOf(files);
  return {
    summary: { rules: files.length, ...total, percent: percentOf(total) ?? null },
    rules: files.map(({ file, text, coverage }) => {
      const [source, positions] = [new SourceText(text), new KeyPositions({ file, text })];
      return {
        file,
        covered: coverage.covered,
        total: coverage.total,
        percent: percentOf(coverage) ?? null,
        tests: coverage.tests,
        clauses: coverage.clauses.map((report) => ({
          file,
          ...placeOf(spanOf(report, positions), source),
          part: report.clause.part,
          text: report.clause.text,
          fields: report.clause.fields,
          status: report.status,
          witnesses: { true: witnessOf(report.whenTrue), false: witnessOf(report.whenFalse) },
          ...(report.hint ? { hint: report.hint } : {}),
          ...(report.reason === undefined ? {} : { reason: report.reason }),
        })),
      };
    }),
  };
}

function witnessOf(witness: Witness | undefined): Witness | null {
  return witness ?? null;
}

function placeOf(span: Span, source: SourceText): object {
  const [start, end] = [source.position(span.start), source.position(span.end)];
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
