import TOML from '@iarna/toml';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** A TOML file: its text (no BOM, line ends are LF; all spans count in it) and, unless it is broken, its values. */
export interface TomlFile {
  readonly file: string;
  readonly text: string;
  readonly table?: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses TOML 0.5 text into JSON values: offset datetimes become ISO text in UTC, local dates and times their own text, integers beyond
 * 2^53 bigints. Keys such as `__proto__` are own keys like any other. A syntax error is a diagnostic.
 */
export function parseToml(file: string, raw: string): TomlFile {
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  try {
    return { file, text, table: toObject(TOML.parse(text)), diagnostics: [] };
  } catch (error) {
    return { file, text, diagnostics: [syntaxError(file, text, error)] };
  }
}

interface TomlError {
  readonly message: string;
  readonly line: number;
  readonly col: number;
}

function syntaxError(file: string, text: string, error: unknown): Diagnostic {
  if (!isTomlError(error)) throw error;
  const start = offsetOf(text, error.line, error.col);
  const reason = (error.message.split(' at row ')[0] ?? error.message).replace(/\.$/, '');
  return {
    code: 'toml/syntax',
    severity: 'error',
    span: { file, start, end: Math.min(start + 1, text.length) },
    what: `This is not TOML: ${reason}.`,
    why: 'Nothing of the file is checked until it parses.',
    fix: 'Mend the syntax here or just before; https://toml.io/en/v1.0.0 has the rules.',
  };
}

function isTomlError(error: unknown): error is TomlError {
  return error instanceof Error && 'line' in error && 'col' in error && typeof error.line === 'number';
}

/** The parser counts lines and columns from 0, and names the place behind the character it choked on. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let skipped = 0; skipped < line; skipped += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(start + column, text.length);
}

function toObject(table: object): JsonObject {
  return Object.fromEntries(Object.entries(table).map(([key, value]: [string, unknown]) => [key, toValue(value)]));
}

function toValue(value: unknown): JsonValue {
  if (value instanceof Date) return dateText(value);
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === 'object' && value !== null) return toObject(value);
  return value as JsonValue;
}

/** The parser's dates print as they were written, local dates and times without an offset; an instant that is none stays visible. */
function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString();
}
