import type { Diagnostic, Severity } from './diagnostic.js';
import { plural } from './plural.js';

/** How many diagnostics of each severity there are, in how many files. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly files: number;
}

/** Counts diagnostics by severity, and the files that have any. */
export function summaryOf(diagnostics: readonly Diagnostic[]): Summary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const files = new Set<string>();
  for (const { severity, span } of diagnostics) {
    counts[severity]++;
    files.add(span.file);
  }
  return { errors: counts.error, warnings: counts.warning, infos: counts.info, files: files.size };
}

/** The counts as a phrase: `2 errors and 1 warning in 1 file`; `no problems` where there are none. */
export function summaryText(summary: Summary): string {
  const parts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    plural(summary.infos, 'info'),
  ].filter((part) => !part.startsWith('0 '));
  const last = parts.pop();
  if (last === undefined) return 'no problems';
  return `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`} in ${plural(summary.files, 'file')}`;
}
