import type { Diagnostic } from '../diagnostic.js';
import { reportConcise } from './concise.js';
import { reportGithub } from './github.js';
import { reportJson } from './json.js';
import { reportJunit } from './junit.js';
import { reportPretty } from './pretty.js';
import { reportSarif, type SarifTool } from './sarif.js';
import type { Sources } from './sources.js';

/** The forms that diagnostics are reported in. */
export const DIAGNOSTIC_FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit'] as const;

/** One of {@link DIAGNOSTIC_FORMATS}. */
export type DiagnosticFormat = (typeof DIAGNOSTIC_FORMATS)[number];

/** The diagnostics in a form, in the order given; text that ends with a line feed, or none where there is nothing to say. */
export function reportDiagnostics(
  format: DiagnosticFormat,
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: { readonly color: boolean; readonly tool: SarifTool },
): string {
  switch (format) {
    case 'pretty':
      return diagnostics.length === 0 ? '' : `${reportPretty(diagnostics, sources, options)}\n`;
    case 'concise':
      return reportConcise(diagnostics, sources);
    case 'json':
      return reportJson(diagnostics, sources);
    case 'sarif':
      return reportSarif(diagnostics, sources, options.tool);
    case 'github':
      return reportGithub(diagnostics, sources);
    case 'junit':
      return reportJunit(diagnostics, sources);
  }
}
