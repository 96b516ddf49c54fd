import { parseTOML } from 'toml-eslint-parser';
import type { KeyPath } from '../definitions/locate.js';
import { parseToml } from '../definitions/parse-toml.js';
import { plainText } from '../definitions/splice-toml.js';
import { dottedLines, sectionsOf, tablesOf } from '../definitions/toml-tables.js';
import type { Member, TableNode } from '../definitions/toml-tables.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { mergeLines } from './merge-lines.js';
import type { MergedPart } from './merge-lines.js';

/** Three texts of one definition, each with what both sides changed as it was applied, as git has it, and as Kibana has it; all else is alike. */
export interface ThreeTexts {
  readonly base: string;
  readonly git: string;
  readonly live: string;
}

/** A definition after a merge. */
export interface MergedText {
  readonly text: string;
  /** How many places need somebody who decides; with any, the text is no TOML until then. */
  readonly conflicts: number;
}

/**
 * Merges the texts of a definition: texts of several lines line by line, any other value (`paths`) as a whole, so that markers stand around its key. Line
 * ends and BOM are those of git's text.
 */
export function mergeDefinition(texts: ThreeTexts, paths: readonly KeyPath[]): MergedText {
  const plain = { base: plainText(texts.base), git: plainText(texts.git), live: plainText(texts.live) };
  const tables = Object.values(plain).map((text) => parseToml('', text).table ?? {});
  const whole = paths.filter((path) => !tables.some((table) => isOfLines(valueAt(table, path))));
  const first = joined(partsOf(plain, whole));
  // What each side did to quotes or brackets need not go together: then the values are taken as wholes.
  const isSound = first.conflicts > 0 || parseToml('', first.text).table !== undefined;
  const { text, conflicts } = isSound ? first : joined(partsOf(plain, paths));
  const lines = texts.git.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return { text: `${texts.git.startsWith('\uFEFF') ? '\uFEFF' : ''}${lines}`, conflicts };
}

function partsOf({ base, git, live }: ThreeTexts, whole: readonly KeyPath[]): readonly MergedPart[] {
  const [one, two, three] = [base, git, live].map((text) => piecesOf(text, whole));
  return mergeLines(one ?? [], two ?? [], three ?? []);
}

function joined(parts: readonly MergedPart[]): MergedText {
  const conflicts = parts.filter(({ kind }) => kind === 'conflict').length;
  const text = parts
    .map((part) =>
      part.kind === 'settled'
        ? part.pieces.join('')
        : `<<<<<<< git\n${closed(part.git)}=======\n${closed(part.live)}>>>>>>> kibana\n`,
    )
    .join('');
  return { text, conflicts };
}

/** Pieces that end with a line feed, so that a marker begins its own line. */
function closed(pieces: readonly string[]): string {
  const text = pieces.join('');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** The lines of a text; those of each of some values are one piece. */
function piecesOf(text: string, paths: readonly KeyPath[]): readonly string[] {
  const ranges = paths
    .map((path) => rangeOf(text, path))
    .filter((range) => range !== undefined)
    .sort(([left], [right]) => left - right);
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at) continue;
    pieces.push(...linesOf(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  return [...pieces, ...linesOf(text.slice(at))];
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/u);
}

/** From the start of a value's first line to behind its last one; undefined where it does not stand in lines of its own. */
function rangeOf(text: string, path: KeyPath): readonly [number, number] | undefined {
  const closedText = text.endsWith('\n') ? text : `${text}\n`;
  let root: TableNode;
  try {
    root = tablesOf(parseTOML(closedText, { tomlVersion: '1.0' }), closedText);
  } catch {
    return undefined;
  }
  const member = memberAt(root, path);
  const lines = member === undefined ? [] : linesOfMember(member);
  if (lines.length === 0) return undefined;
  const [start, end] = [Math.min(...lines.map((line) => line.start)), Math.max(...lines.map((line) => line.end))];
  return [start, Math.min(end, text.length)];
}

function memberAt(root: TableNode, path: KeyPath): Member | undefined {
  let member: Member = { kind: 'table', table: root };
  for (const step of path) {
    let next: Member | undefined;
    if (member.kind === 'table' && typeof step === 'string') next = member.table.members.get(step);
    if (member.kind === 'tables' && typeof step === 'number') {
      const table: TableNode | undefined = member.elements[step];
      next = table && { kind: 'table', table };
    }
    if (next === undefined) return undefined;
    member = next;
  }
  return member;
}

function linesOfMember(member: Member): readonly { readonly start: number; readonly end: number }[] {
  if (member.kind === 'value') return [member.line];
  const tables = member.kind === 'table' ? [member.table] : member.elements;
  return tables.flatMap((table) => [...sectionsOf(table), ...dottedLines(table)]);
}

function valueAt(table: JsonObject, path: KeyPath): JsonValue | undefined {
  let value: JsonValue | undefined = table;
  for (const step of path) {
    if (isJsonArray(value) && typeof step === 'number') value = value[step];
    else if (isJsonObject(value) && typeof step === 'string' && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function isOfLines(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.trimEnd().includes('\n');
}
