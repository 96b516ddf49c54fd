import { codeFrameColumns, type BabelCodeFrameOptions } from '@babel/code-frame';
import type { Range } from './diagnostic.js';
import { printable } from './printable.js';
import type { SourceText } from './source-text.js';

/** Lines shown before and behind the range. */
const CONTEXT = 2;
/** A range over more lines is shown by its first ones. */
const MAX_LINES = 6;
/** Longer lines are cut around the range. */
const MAX_WIDTH = 160;

/**
 * The lines around a range with the range underlined, without colour. Characters that would act on a terminal are made visible, long lines are cut.
 */
export function codeFrame(source: SourceText, range: Range): string {
  const start = source.position(range.start);
  const stop = source.position(Math.max(range.end, range.start));
  const first = Math.max(start.line - CONTEXT, 1);
  const endLine = Math.min(stop.line, start.line + MAX_LINES - 1);
  const last = Math.min(endLine + CONTEXT, source.lineCount);
  const cut = cutOf(start.column, source.line(start.line).length);
  const lines: string[] = [];
  for (let line = first; line <= last; line++) lines.push(shorten(printable(source.line(line)), cut));
  const marker = { line: start.line, column: start.column - cut };
  const endColumn = stop.line === endLine ? stop.column - cut : source.line(endLine).length + 1 - cut;
  // `startLine` numbers the excerpt; the published types do not know it yet.
  const options: BabelCodeFrameOptions & { startLine: number } = {
    highlightCode: false,
    linesAbove: CONTEXT,
    linesBelow: CONTEXT,
    startLine: first,
  };
  return codeFrameColumns(
    lines.join('\n'),
    {
      start: marker,
      end: { line: endLine, column: Math.max(endColumn, endLine === start.line ? marker.column : 1) },
    },
    options,
  );
}

/** How many characters to leave out at the start of each line, so that `column` is within the width. */
function cutOf(column: number, length: number): number {
  return length <= MAX_WIDTH || column < MAX_WIDTH / 2 ? 0 : column - Math.floor(MAX_WIDTH / 2);
}

function shorten(line: string, cut: number): string {
  const rest = line.slice(cut);
  return rest.length > MAX_WIDTH ? `${rest.slice(0, MAX_WIDTH - 1)}…` : rest;
}
