import type { Diagnostic } from '../diagnostic.js';
import { jsonReport, type JsonDiagnostic } from './json.js';
import { junitSuites, type JunitCase } from './junit-suites.js';
import type { Sources } from './sources.js';

/**
 * The diagnostics as a JUnit report: a suite for each file that was checked, in which each error is a failed case, each warning and
 * info a passed one with its text, and a file without any is one passed case.
 */
export function reportJunit(diagnostics: readonly Diagnostic[], sources: Sources): string {
  const byFile = new Map<string, JsonDiagnostic[]>([...sources.keys()].sort().map((file) => [file, []]));
  for (const diagnostic of jsonReport(diagnostics, sources).diagnostics) {
    const known = byFile.get(diagnostic.file);
    if (known) known.push(diagnostic);
    else byFile.set(diagnostic.file, [diagnostic]);
  }
  return junitSuites(
    'dragnet validate',
    [...byFile].map(([file, found]) => ({
      name: file,
      cases: found.length === 0 ? [{ name: 'no problems', className: file, file }] : found.map(toCase),
    })),
  );
}

function toCase({ code, severity, file, line, column, what, why, fix }: JsonDiagnostic): JunitCase {
  const text = [`${file}:${line}:${column}`, what, why, fix].join('\n');
  return {
    name: `${code} at ${line}:${column}`,
    className: file,
    file,
    line,
    ...(severity === 'error' ? { failure: { message: what, type: code, text } } : { output: text }),
  };
}
