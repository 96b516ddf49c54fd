import { KeyPositions } from '../definitions/locate.js';
import type { Diagnostic, Severity, Span } from '../diagnostics/diagnostic.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { ClauseReport, RuleCoverage, Witness } from './cover-rule.js';

/** The coverage of a rule and the text of its file. */
export interface FileCoverage {
  readonly file: string;
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

/** Share of the clauses that are covered, in per cent with one decimal, rounded down; 100 where there is none to cover. */
export function percentOf({ covered, total }: { readonly covered: number; readonly total: number }): number {
  return total === 0 ? 100 : Math.floor((covered * 1000) / total) / 10;
}

/** The clauses of several rules together. */
export function totalOf(files: readonly FileCoverage[]): { readonly covered: number; readonly total: number } {
  return {
    covered: files.reduce((sum, { coverage }) => sum + coverage.covered, 0),
    total: files.reduce((sum, { coverage }) => sum + coverage.total, 0),
  };
}

/** A diagnostic for each clause that counts and is not covered, at its place in the file. */
export function coverageDiagnostics({ file, text, coverage }: FileCoverage, severity: Severity): readonly Diagnostic[] {
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
    summary: { rules: files.length, ...total, percent: percentOf(total) },
    rules: files.map(({ file, text, coverage }) => {
      const [source, positions] = [new SourceText(text), new KeyPositions({ file, text })];
      return {
        file,
        covered: coverage.covered,
        total: coverage.total,
        percent: percentOf(coverage),
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
