import type { AST } from 'toml-eslint-parser';
import { keyNames } from './exact-toml.js';

/** A header with the lines of its entries; the lines in front of the first header are one, too. */
export interface Section {
  /** Start of the header's line. */
  readonly start: number;
  /** Behind the line of the header. */
  readonly bodyStart: number;
  /** Behind the line of the last entry. */
  readonly end: number;
  readonly isRoot: boolean;
}

/** An entry of a section: the lines that it takes. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly node: AST.TOMLKeyValue;
}

/** What a key of a table leads to. */
export type Member =
  | { readonly kind: 'value'; readonly line: Line }
  | { readonly kind: 'table'; readonly table: TableNode }
  | { readonly kind: 'tables'; readonly elements: TableNode[] };

/** A table of a file, as it is written. */
export interface TableNode {
  /** The header that opens it; none where only longer names (`[a.b]`, `a.b = 1`) do. */
  section?: Section;
  /** Entries with longer names define it: what the names begin with, and where the last one ends. */
  dotted?: { readonly prefix: readonly string[]; readonly end: number };
  readonly members: Map<string, Member>;
}

/** The tables of a parsed text that ends with a line feed, as they are written. */
export function tablesOf(program: AST.TOMLProgram, text: string): TableNode {
  const { body } = program.body[0];
  const lines = body.filter((node) => node.type === 'TOMLKeyValue').map((node) => lineOf(node, text));
  const root: TableNode = {
    section: { start: 0, bodyStart: 0, end: lines.at(-1)?.end ?? 0, isRoot: true },
    members: new Map(),
  };
  for (const line of lines) addEntry(root, line);
  for (const node of body) {
    if (node.type !== 'TOMLTable') continue;
    const entries = node.body.map((child) => lineOf(child, text));
    const bodyStart = lineEnd(text, node.key.range[1]);
    const table = tableAt(root, node.resolvedKey);
    table.section = {
      start: lineStart(text, node.range[0]),
      bodyStart,
      end: entries.at(-1)?.end ?? bodyStart,
      isRoot: false,
    };
    for (const line of entries) addEntry(table, line);
  }
  return root;
}

function lineOf(node: AST.TOMLKeyValue, text: string): Line {
  return { start: lineStart(text, node.range[0]), end: lineEnd(text, node.range[1]), node };
}

/** Start of the line of an offset. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Start of the line behind the one of an offset. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}

function tableAt(root: TableNode, path: readonly (string | number)[]): TableNode {
  let table = root;
  for (let at = 0; at < path.length; at += 1) {
    const index = path[at + 1];
    const name = String(path[at]);
    const member = table.members.get(name);
    if (typeof index === 'number') {
      const elements = member?.kind === 'tables' ? member.elements : [];
      table.members.set(name, { kind: 'tables', elements });
      table = elements[index] ??= { members: new Map() };
      at += 1;
    } else table = child(table, name);
  }
  return table;
}

function child(table: TableNode, name: string): TableNode {
  const member = table.members.get(name);
  if (member?.kind === 'table') return member.table;
  const made: TableNode = { members: new Map() };
  table.members.set(name, { kind: 'table', table: made });
  return made;
}

function addEntry(table: TableNode, line: Line): void {
  const names = keyNames(line.node.key);
  const last = names.pop() ?? '';
  let at = table;
  names.forEach((name, index) => {
    at = child(at, name);
    at.dotted = { prefix: names.slice(0, index + 1), end: line.end };
  });
  at.members.set(last, { kind: 'value', line });
}

/** All sections of a table and the tables in it. */
export function sectionsOf({ section, members }: TableNode): readonly Section[] {
  const inner = [...members.values()].flatMap((member): readonly Section[] => {
    if (member.kind === 'table') return sectionsOf(member.table);
    return member.kind === 'tables' ? member.elements.flatMap(sectionsOf) : [];
  });
  return section === undefined ? inner : [section, ...inner];
}

/** The lines of entries with longer names that define a table, or tables in it, from the section of another one. */
export function dottedLines({ section, dotted, members }: TableNode): readonly Line[] {
  if (section !== undefined) return [];
  return [...members.values()].flatMap((member): readonly Line[] => {
    if (member.kind === 'table') return dottedLines(member.table);
    return member.kind === 'value' && dotted !== undefined ? [member.line] : [];
  });
}
