import { parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.js';

/** A code that a comment asks to leave out: `# dragnet-ignore lint/unique-tags -- the reason`. */
export interface Ignore {
  readonly file: string;
  readonly code: string;
  /** Where the code stands in the comment. */
  readonly place: Range;
  /** What it is about: offsets of the file. */
  readonly covers: Range;
  readonly reason: string;
  /** What goes when the code is taken away: the comment, with its line where it has one of its own; beside other codes, it and its comma. */
  readonly cut: Range;
}

const WORD = 'dragnet-ignore';

/**
 * The comments of a file that ask to leave out codes. Behind a key and its value, a comment is about these; on a line of its own, about
 * the key and value, list entry or table header that starts on the next line; `dragnet-ignore-file` is about the whole file. Several codes
 * are separated by commas.
 */
export function ignoresOf(file: string, text: string): readonly Ignore[] {
  if (!text.includes('dragnet-ignore')) return [];
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch {
    // The file does not parse, which cannot be ignored.
    return [];
  }
  const nodes = nodesOf(program.body[0].body);
  return program.comments.flatMap((comment) => ignoresIn(file, text, comment, nodes));
}

function ignoresIn(file: string, text: string, comment: AST.Comment, nodes: readonly Node[]): readonly Ignore[] {
  const { value } = comment;
  const start = value.length - value.trimStart().length;
  if (!value.startsWith(WORD, start)) return [];
  const [word = ''] = /^[\w-]+/u.exec(value.slice(start)) ?? [];
  if (word !== WORD && word !== `${WORD}-file`) return [];
  const hyphens = value.indexOf(' -- ');
  const codes = value.slice(start + word.length, hyphens < 0 ? value.length : hyphens);
  const reason = hyphens < 0 ? '' : value.slice(hyphens + 4).trim();
  const covers = word === WORD ? covered(text, comment, nodes) : { start: 0, end: text.length };
  const from = text.indexOf(value, comment.range[0]) + start + word.length;
  const whole = cutOf(text, comment);
  const named = [...codes.matchAll(/[^\s,]+/gu)].map(({ 0: code, index }) => ({
    code,
    place: { start: from + index, end: from + index + code.length },
  }));
  return named.map(({ code, place }, at): Ignore => {
    const before = named[at - 1]?.place;
    const after = named[at + 1]?.place;
    const beside = before
      ? { start: before.end, end: place.end }
      : { start: place.start, end: after?.start ?? place.end };
    return { file, code, place, covers, reason, cut: named.length === 1 ? whole : beside };
  });
}

/** A comment with the space in front of it; its whole line where nothing else stands there. */
function cutOf(text: string, { range: [start, end] }: AST.Comment): Range {
  const line = text.lastIndexOf('\n', start) + 1;
  const before = text.slice(line, start);
  if (before.trim() !== '') return { start: line + before.trimEnd().length, end };
  const next = text.indexOf('\n', end);
  return { start: line, end: next < 0 ? end : next + 1 };
}

/** Whether a comment is about a diagnostic. */
export function isAbout({ file, code, covers }: Ignore, diagnostic: Diagnostic): boolean {
  const { span } = diagnostic;
  return diagnostic.code === code && span.file === file && span.start >= covers.start && span.start <= covers.end;
}

type Node = AST.TOMLKeyValue | AST.TOMLTable | AST.TOMLContentNode;

/** Everything that can start on a line, outer ones first. */
function nodesOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => {
    if (node.type === 'TOMLTable' || node.type === 'TOMLInlineTable') return [node, ...nodesOf(node.body)];
    if (node.type === 'TOMLKeyValue') return [node, ...nodesOf([node.value])];
    return node.type === 'TOMLArray' ? [node, ...nodesOf(node.elements)] : [node];
  });
}

function covered(text: string, comment: AST.Comment, nodes: readonly Node[]): Range {
  const before = text.slice(text.lastIndexOf('\n', comment.range[0]) + 1, comment.range[0]);
  const alone = before.trim() === '';
  const line = alone ? lineAfter(text, comment) : comment.loc.start.line;
  const node = nodes.find(({ type, loc }) =>
    alone ? loc.start.line === line : type !== 'TOMLTable' && loc.end.line === line,
  );
  if (node && node.type !== 'TOMLTable') return { start: node.range[0], end: node.range[1] };
  // The header of a table: what it holds has lines of its own.
  const [start, end] = node ? node.key.range : comment.range;
  return { start, end };
}

/** The next line that is neither blank nor a comment, counted from 1. */
function lineAfter(text: string, comment: AST.Comment): number {
  let line = comment.loc.start.line + 1;
  for (const content of text.slice(comment.range[1] + 1).split('\n')) {
    if (content.trim() !== '' && !content.trimStart().startsWith('#')) break;
    line += 1;
  }
  return line;
}
