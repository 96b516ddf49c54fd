import picocolors from 'picocolors';
import { codeFrame } from '../code-frame.js';
import type { Diagnostic, Severity } from '../diagnostic.js';
import { printable } from '../printable.js';
import { SourceText } from '../source-text.js';
import type { Sources } from './sources.js';

/** How to print for people; colour is off unless asked for. */
export interface PrettyOptions {
  readonly color?: boolean;
}

/**
 * The diagnostics for people, in the order given: `file:line:column  severity  code  what`, the code frame, why and fix; a blank line between two.
 * A file without text in `sources` (it could not be read) is shown at 1:1 without a frame. Empty text for no diagnostics.
 */
export function reportPretty(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: PrettyOptions = {},
): string {
  const colors = picocolors.createColors(options.color ?? false);
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
  };
  const texts = new Map<string, SourceText>();
  return diagnostics
    .map((diagnostic) => {
      const { span, severity } = diagnostic;
      const known = sources.get(span.file);
      const text = texts.get(span.file) ?? new SourceText(known ?? '');
      texts.set(span.file, text);
      const { line, column } = text.position(span.start);
      const place = colors.bold(`${printable(span.file)}:${line}:${column}`);
      const head = `${place}  ${paint[severity](severity)}  ${colors.dim(diagnostic.code)}  ${plain(diagnostic.what)}`;
      const frame =
        known === undefined ? [] : codeFrame(text, span).split('\n').map(frameLine(colors.dim, paint[severity]));
      return [
        head,
        ...frame,
        `  ${colors.dim('why')}  ${plain(diagnostic.why)}`,
        `  ${colors.dim('fix')}  ${plain(diagnostic.fix)}`,
        '',
      ].join('\n');
    })
    .join('\n');
}

/** Every line of a message made safe to print; further lines are indented below the first. */
function plain(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map(printable)
    .join('\n       ');
}

/** Dims the line numbers of a frame and paints the line that underlines. */
function frameLine(dim: (text: string) => string, paint: (text: string) => string): (line: string) => string {
  return (line) => {
    const bar = line.indexOf('|');
    const gutter = line.slice(0, bar + 1);
    const rest = line.slice(bar + 1);
    return `  ${dim(gutter)}${/^[\s^]+$/.test(rest) && rest.includes('^') ? paint(rest) : rest}`;
  };
}
