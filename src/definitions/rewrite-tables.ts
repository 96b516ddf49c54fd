import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import { alignLists } from './align-lists.js';
import { rewriteValue } from './rewrite-value.js';
import type { Rewriting } from './rewrite-value.js';
import type { Change } from './splice-toml.js';
import { additions, isFrom, isTableList, lookUp } from './toml-origins.js';
import type { Addition } from './toml-origins.js';
import { dottedLines, lineEnd, lineStart, sectionsOf } from './toml-tables.js';
import type { Line, Member, Section, TableNode } from './toml-tables.js';
import { tableText } from './table-text.js';
import { tomlEntry, tomlKey } from './write-toml.js';

/** The changes that give a text with the tables `root` the values `wanted` in place of `source`. The text ends with a line feed. */
export function rewriteTables(
  root: TableNode,
  source: JsonObject,
  wanted: JsonObject,
  rewriting: Rewriting,
): readonly Change[] {
  const rewriter = new Rewriter(root, rewriting);
  rewriter.table(root, source, wanted, []);
  return rewriter.changes;
}

class Rewriter {
  readonly changes: Change[] = [];
  readonly #rewriting: Rewriting;
  readonly #text: string;
  /** Whether headers have a blank line in front. */
  readonly #isSpaced: boolean;

  constructor(root: TableNode, rewriting: Rewriting) {
    this.#rewriting = rewriting;
    this.#text = rewriting.text;
    const headers = sectionsOf(root).filter(({ isRoot, start }) => !isRoot && start > 0);
    this.#isSpaced = headers.length === 0 || headers.some(({ start }) => this.#isBlank(this.#attached(start) - 1));
  }

  table(table: TableNode, source: JsonObject, wanted: JsonObject, path: readonly string[]): void {
    const replaced: Addition[] = [];
    for (const [name, member] of table.members) {
      const value = lookUp(wanted, [name]);
      const isKept =
        value !== undefined && value !== null && this.#member(member, lookUp(source, [name]), value, [...path, name]);
      if (isKept) continue;
      this.#remove(member);
      if (value !== undefined && value !== null) replaced.push([[name], value]);
    }
    const known = [...table.members.keys()].map((name) => [name]);
    this.#add(table, [...replaced, ...additions(wanted, known)], path);
  }

  /** Brings a member to its wanted value; false where it must be written anew, as something else. */
  #member(
    member: Member,
    source: JsonValue | undefined,
    wanted: Exclude<JsonValue, null>,
    path: readonly string[],
  ): boolean {
    if (member.kind === 'value') {
      this.#value(member.line, source ?? '', wanted);
      return true;
    }
    if (member.kind === 'table') {
      // A table that only the names of its entries define is gone with the last of them.
      const vanishes = member.table.section === undefined && isJsonObject(wanted) && Object.keys(wanted).length === 0;
      if (!isJsonObject(wanted) || !isJsonObject(source) || vanishes) return false;
      this.table(member.table, source, wanted, path);
      return true;
    }
    if (!isTableList(wanted) || !isJsonArray(source)) return false;
    this.#tables(member.elements, source, wanted, path);
    return true;
  }

  #value({ node }: Line, source: JsonValue, wanted: Exclude<JsonValue, null>): void {
    if (equalJson(source, wanted)) return;
    const [start, end] = node.value.range;
    this.changes.push({ start, end, text: rewriteValue(node.value, source, wanted, this.#rewriting) });
  }

  #tables(
    elements: readonly TableNode[],
    source: JsonArray,
    wanted: readonly JsonObject[],
    path: readonly string[],
  ): void {
    const same = (from: number, to: number): boolean => isFrom(wanted[to], source[from], this.#rewriting.origins);
    let before: TableNode | undefined;
    for (const step of alignLists(elements.length, wanted.length, same)) {
      if (step.kind === 'add') {
        this.#addTable(tableText(path, wanted[step.to] ?? {}, true), before, elements[0]);
        continue;
      }
      const element = elements[step.from];
      if (element === undefined) continue;
      before = element;
      const [was, is] = [source[step.from], step.kind === 'keep' ? wanted[step.to] : undefined];
      if (is === undefined) this.#remove({ kind: 'table', table: element });
      else if (isJsonObject(was)) this.table(element, was, is, path);
    }
  }

  #add(table: TableNode, added: readonly Addition[], path: readonly string[]): void {
    const { section, dotted } = table;
    const entries = added.filter(
      ([names, value]) => !asTable(names, value) || (section === undefined && dotted !== undefined),
    );
    const tables = added.filter((each) => !entries.includes(each));
    const prefix = section === undefined ? (dotted?.prefix ?? []) : [];
    const lines = entries.flatMap(([names, value]) =>
      value === null ? [] : [`${tomlEntry([...prefix, ...names].map(tomlKey).join('.'), value)}\n`],
    );
    if (lines.length > 0) this.#addLines(table, lines.join(''), path);
    for (const [names, value] of tables) {
      const items = isTableList(value) ? value : isJsonObject(value) ? [value] : [];
      for (const item of items) this.#addTable(tableText([...path, ...names], item, isTableList(value)), table);
    }
  }

  #addLines(table: TableNode, lines: string, path: readonly string[]): void {
    const { section, dotted } = table;
    const first = sectionsOf(table).find(({ isRoot }) => !isRoot);
    if (section === undefined && dotted !== undefined) this.#insert(dotted.end, lines);
    else if (section === undefined) {
      const at = first === undefined ? this.#text.length : this.#attached(first.start);
      this.#insert(at, `[${path.map(tomlKey).join('.')}]\n${lines}${this.#isSpaced ? '\n' : ''}`);
    } else if (!section.isRoot || section.end > 0) this.#insert(section.end, this.#indented(table, lines));
    else if (first === undefined) this.#insert(this.#text.length, lines);
    else {
      const attached = this.#attached(first.start);
      this.#insert(attached === 0 ? first.start : attached, `${lines}\n`);
    }
  }

  /** Lines with the indentation of the last entry. */
  #indented({ members }: TableNode, lines: string): string {
    const last = [...members.values()].findLast((member) => member.kind === 'value');
    if (last === undefined) return lines;
    const indent = this.#text.slice(last.line.start, last.line.node.range[0]);
    return indent === '' ? lines : lines.replace(/^(?!\n)[^\n]*=/, (head) => indent + head);
  }

  /** Puts a table behind all that belongs to another one, or else in front of one. */
  #addTable(text: string, behind: TableNode | undefined, inFrontOf?: TableNode): void {
    const blank = this.#isSpaced ? '\n' : '';
    if (behind === undefined) {
      const first = inFrontOf && sectionsOf(inFrontOf)[0];
      this.#insert(this.#attached(first?.start ?? 0), `${text}${blank}`);
      return;
    }
    const ends = sectionsOf(behind).map(({ end, isRoot }) => (isRoot && end === 0 ? this.#afterHead() : end));
    const at = this.#afterComments(Math.max(...ends));
    this.#insert(at, `${at === 0 ? '' : blank}${text}`);
  }

  /** Behind the comments of a file that has nothing else. */
  #afterHead(): number {
    return /^\s*[^#\s]/m.test(this.#text) ? 0 : this.#text.length;
  }

  #remove(member: Member): void {
    if (member.kind === 'value') this.#removeLines(member.line);
    else if (member.kind === 'tables') for (const table of member.elements) this.#remove({ kind: 'table', table });
    else {
      for (const line of dottedLines(member.table)) this.#removeLines(line);
      for (const section of sectionsOf(member.table)) this.#removeSection(section);
    }
  }

  #removeLines({ start, end }: Line): void {
    const isAlone = (start === 0 || this.#isBlank(start - 1)) && end < this.#text.length && this.#isBlank(end);
    this.changes.push({ start, end: isAlone ? lineEnd(this.#text, end) : end, text: '' });
  }

  /** Takes a header and its entries away, and the blank lines in front; those behind at the start of the file. */
  #removeSection({ start: header, end: last }: Section): void {
    let [start, end] = [header, last];
    while (start > 0 && this.#isBlank(start - 1)) start = lineStart(this.#text, start - 1);
    while (start === 0 && end < this.#text.length && this.#isBlank(end)) end = lineEnd(this.#text, end);
    this.changes.push({ start, end, text: '' });
  }

  #insert(at: number, text: string): void {
    this.changes.push({ start: at, end: at, text });
  }

  /** Whether the line of an offset has nothing in it. */
  #isBlank(at: number): boolean {
    return this.#text.slice(lineStart(this.#text, at), lineEnd(this.#text, at)).trim() === '';
  }

  #isComment(at: number): boolean {
    return at < this.#text.length && this.#text.slice(at, lineEnd(this.#text, at)).trimStart().startsWith('#');
  }

  /** Start of the comment lines right in front of a header, else of the header. */
  #attached(header: number): number {
    let at = header;
    while (at > 0 && this.#isComment(lineStart(this.#text, at - 1))) at = lineStart(this.#text, at - 1);
    return at;
  }

  /** Behind the comment lines that follow right behind an entry, unless they lead to a header. */
  #afterComments(end: number): number {
    let at = end;
    while (this.#isComment(at)) at = lineEnd(this.#text, at);
    return at >= this.#text.length || this.#isBlank(at) ? at : end;
  }
}

/** Whether a new value gets a header of its own. */
function asTable(names: readonly string[], value: JsonValue): boolean {
  return names.length === 1 && (isTableList(value) || (isJsonObject(value) && Object.keys(value).length > 0));
}
