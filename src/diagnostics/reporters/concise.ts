import type { Diagnostic } from '../diagnostic.js';
import { printable } from '../printable.js';
import { jsonReport } from './json.js';
import type { Sources } from './sources.js';

/** One line for each diagnostic, in the order given: `file:line:column: severity code: what`, as editors read it. Empty text for none. */
export function reportConcise(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return jsonReport(diagnostics, sources)
    .diagnostics.map(
      ({ file, line, column, severity, code, what }) =>
        `${printable(file)}:${line}:${column}: ${severity} ${code}: ${oneLine(what)}\n`,
    )
    .join('');
}

function oneLine(text: string): string {
  return printable(text.replace(/\s*(?:\r\n|\n)\s*/gu, ' '));
}
