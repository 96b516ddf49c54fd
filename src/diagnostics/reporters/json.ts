import type { Diagnostic, Severity } from '../diagnostic.js';
import { SourceText } from '../source-text.js';
import { summaryOf, type Summary } from '../summary.js';
import type { Sources } from './sources.js';

/** The JSON report; `version` goes up when a field changes its meaning or goes away, not when one is added. */
export interface JsonReport {
  readonly version: 1;
  readonly summary: JsonSummary;
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** The counts: `files` are those with problems, `checked` all that were read. */
export interface JsonSummary extends Summary {
  readonly checked: number;
}

/** A diagnostic with line and column, counted from 1; the end is the first place behind the range. */
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** The report as an object, in the order given; `sources` are the files that were checked, and a file without text in `sources` (it could not be read) is reported at 1:1. */
export function jsonReport(diagnostics: readonly Diagnostic[], sources: Sources): JsonReport {
  const texts = new Map<string, SourceText>();
  const textOf = (file: string): SourceText => {
    const known = texts.get(file) ?? new SourceText(sources.get(file) ?? '');
    texts.set(file, known);
    return known;
  };
  return {
    version: 1,
    summary: { ...summaryOf(diagnostics), checked: sources.size },
    diagnostics: diagnostics.map(({ code, severity, span, what, why, fix }) => {
      const text = textOf(span.file);
      const start = text.position(span.start);
      const end = text.position(span.end);
      return {
        code,
        severity,
        file: span.file,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        what,
        why,
        fix,
      };
    }),
  };
}

/** The report as JSON text, indented by two, ending with a line feed. */
export function reportJson(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return `${JSON.stringify(jsonReport(diagnostics, sources), null, 2)}\n`;
}
