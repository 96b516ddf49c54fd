import TOML from '@iarna/toml';
import { parseTOML } from 'toml-eslint-parser';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { needsExactToml, readExactToml } from './exact-toml.js';
import { readPlainToml } from './plain-toml.js';
import { DEEPEST, tooDeepAt } from './toml-depth.js';
import { DEFINED_TWICE, syntaxSentence } from './toml-syntax.js';

/** A TOML file: its text (no BOM, line ends are LF; all spans count in it) and, unless it is broken, its values. */
export interface TomlFile {
  readonly file: string;
  readonly text: string;
  readonly table?: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses TOML 1.0 text into JSON values: offset datetimes become ISO text in UTC, local dates and times their own text, integers beyond
 * 2^53 bigints. Keys such as `__proto__` and `constructor` are own keys like any other. A syntax error is a diagnostic, and so is nesting
 * deeper than 64 levels. Never throws.
 */
export function parseToml(file: string, raw: string): TomlFile {
  return parseTomlText(file, tomlText(raw));
}

/** As {@link parseToml}, of a text that {@link tomlText} has made. */
export function parseTomlText(file: string, text: string): TomlFile {
  const plain = readPlainToml(text);
  if (plain !== undefined) return { file, text, table: plain, diagnostics: [] };
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { file, text, diagnostics: [tooDeep(file, deep)] };
  try {
    return { file, text, table: readTable(text), diagnostics: [] };
  } catch (error) {
    return { file, text, diagnostics: [syntaxError(file, text, error)] };
  }
}

/** A text as all spans count in it: without BOM, line ends are LF. */
export function tomlText(raw: string): string {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function readTable(text: string): JsonObject {
  if (needsExactToml(text)) return readExactToml(text);
  try {
    return toObject(TOML.parse(text));
  } catch (error) {
    // @iarna/toml refuses some of what TOML allows, such as a time behind a date in a list.
    try {
      return readExactToml(text);
    } catch {
      throw error;
    }
  }
}

function tooDeep(file: string, start: number): Diagnostic {
  return {
    code: 'toml/too-deep',
    severity: 'error',
    span: { file, start, end: start + 1 },
    what: `Tables and lists are nested deeper than ${DEEPEST} levels.`,
    why: 'Such a file is not read, so that none can exhaust the memory of a run; definitions need less than ten levels.',
    fix: 'Remove the nesting.',
  };
}

function syntaxError(file: string, text: string, error: unknown): Diagnostic {
  const { reason, at } = explain(text, error);
  const atEnd = at >= text.trimEnd().length;
  const unclosed =
    atEnd && reason.startsWith('Unterminated') && reason.includes('string') ? openingOf(text) : undefined;
  const start = Math.min(unclosed ?? at, text.length);
  const sentence = syntaxSentence(text, start, unclosed === undefined ? reason : 'Unterminated multi-line string');
  const twice = sentence.what === DEFINED_TWICE ? keyOfLine(text, start) : undefined;
  if (twice !== undefined) {
    const what = `${text.slice(twice.start, twice.end)} is defined twice.`;
    return { code: 'toml/syntax', severity: 'error', span: { file, ...twice }, why: WHY, ...sentence, what };
  }
  return {
    code: 'toml/syntax',
    severity: 'error',
    span: { file, start, end: Math.min(start + (unclosed === undefined ? 1 : 3), text.length) },
    why: WHY,
    ...sentence,
  };
}

const WHY = 'Nothing of the file is checked until it is TOML.';

/** The key or the header of the line in which an offset is; none where the line begins with neither, as the last one of a long text. */
function keyOfLine(text: string, offset: number): { readonly start: number; readonly end: number } | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset + 1);
  const name = /^\s*(\[[^\]\n]+\]+|[\w."'-]+(?=\s*=))/u.exec(line);
  const key = name?.[1];
  if (name === null || key === undefined) return undefined;
  const end = lineStart + name[0].length;
  return { start: end - key.length, end };
}

/** What a parser says, and the offset where. */
function explain(text: string, error: unknown): { readonly reason: string; readonly at: number } {
  if (!(error instanceof Error)) return { reason: '', at: 0 };
  const [reason = ''] = error.message.split(' at row ');
  if ('line' in error && 'col' in error && typeof error.line === 'number' && typeof error.col === 'number') {
    return { reason, at: offsetOf(text, error.line, error.col) };
  }
  if ('index' in error && typeof error.index === 'number') return { reason, at: error.index };
  // An impossible date comes without a place; the other parser knows it.
  try {
    parseTOML(text);
  } catch (second) {
    if (second instanceof Error && 'index' in second && typeof second.index === 'number') {
      return { reason, at: second.index };
    }
  }
  return { reason, at: 0 };
}

/** `@iarna/toml` counts lines from 0, and columns from 1 on the first line, from 0 on all others. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let skipped = 0; skipped < line; skipped += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return start + (line === 0 ? Math.max(column - 1, 0) : column);
}

/** Where the multi-line text starts that never ends: at the last of its quotes, behind which the rest of the file is text. */
function openingOf(text: string): number | undefined {
  const candidates = ['"""', "'''"].map((quotes) => text.lastIndexOf(quotes)).filter((at) => at >= 0);
  return candidates
    .sort((a, b) => a - b)
    .find((at) => {
      try {
        readExactToml(`${text.slice(0, at)}''`);
        return true;
      } catch {
        return false;
      }
    });
}

function toObject(table: object): JsonObject {
  return Object.fromEntries(Object.entries(table).map(([key, value]: [string, unknown]) => [key, toValue(value)]));
}

function toValue(value: unknown): JsonValue {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === 'object' && value !== null) return toObject(value);
  return value as JsonValue;
}
