import type { Diagnostic, Severity } from '../diagnostic.js';
import { jsonReport } from './json.js';
import type { JsonDiagnostic } from './json.js';
import type { Sources } from './sources.js';

/** What a SARIF log says of the tool, and of each code. */
export interface SarifTool {
  readonly version: string;
  /** A sentence about a code; undefined if there is none. */
  readonly describe?: (code: string) => string | undefined;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The diagnostics as a SARIF log, which code scanning services read. Columns count UTF-16 units, paths are relative to the root of the repository.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function reportSarif(diagnostics: readonly Diagnostic[], sources: Sources, tool: SarifTool): string {
  const found = jsonReport(diagnostics, sources).diagnostics;
  const codes = [...new Set(found.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dragnet',
            semanticVersion: tool.version,
            rules: codes.map((code) => rule(code, tool.describe?.(code))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: found.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: string, summary: string | undefined): object {
  return { id: code, ...(summary === undefined ? {} : { shortDescription: { text: summary } }) };
}

function result(diagnostic: JsonDiagnostic, ruleIndex: number): object {
  const { code, severity, file, line, column, endLine, endColumn, what, why, fix } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: [what, why, fix].join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

function relativeUri(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
