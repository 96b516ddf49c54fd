import type { AST } from 'toml-eslint-parser';

/** One item of a list or inline table as it is to be: the number of the one that it was, and its new text; without a text it goes. */
export interface Entry {
  readonly from?: number;
  readonly body?: string;
}

/** A list or inline table taken apart, so that it can be written with other items. */
export interface Items {
  /** Its text with these items, in this order; comments stand where they stood, those behind a removed item on its line go with it. */
  write(entries: readonly Entry[]): string;
}

interface Item {
  /** White space and comments in front. */
  readonly lead: string;
  readonly beforeComma: string;
  readonly hasComma: boolean;
  /** A comment on the same line. */
  readonly tail: string;
}

const TRIVIA = /(?:[ \t\n]|#[^\n]*)*/y;
const TAIL = /[ \t]*#[^\n]*/y;

/** Takes a list or an inline table of a text apart. */
export function takeApart(
  text: string,
  node: AST.TOMLArray | AST.TOMLInlineTable,
  children: readonly { readonly range: AST.Range }[],
): Items {
  const items: Item[] = [];
  let at = node.range[0] + 1;
  for (const { range } of children) {
    const lead = text.slice(at, range[0]);
    const comma = range[1] + matchLength(TRIVIA, text, range[1]);
    const hasComma = text[comma] === ',';
    at = hasComma ? comma + 1 : range[1];
    const tail = text.slice(at, at + matchLength(TAIL, text, at));
    at += tail.length;
    items.push({ lead, beforeComma: hasComma ? text.slice(range[1], comma) : '', hasComma, tail });
  }
  const close = text.slice(at, node.range[1] - 1);
  const isTable = node.type === 'TOMLInlineTable';
  const lineStart = text.lastIndexOf('\n', node.range[0]) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  return { write: (entries) => new Writer(items, close, isTable, indent).write(entries) };
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

class Writer {
  readonly #items: readonly Item[];
  readonly #close: string;
  readonly #isTable: boolean;
  readonly #indent: string;

  constructor(items: readonly Item[], close: string, isTable: boolean, indent: string) {
    this.#items = items;
    this.#close = close;
    this.#isTable = isTable;
    this.#indent = indent;
  }

  write(entries: readonly Entry[]): string {
    const [open, end] = this.#isTable ? ['{', '}'] : ['[', ']'];
    const last = entries.findLastIndex(({ body }) => body !== undefined);
    let out = '';
    let pending = '';
    entries.forEach(({ from, body }, at) => {
      const item = from === undefined ? undefined : this.#items[from];
      if (body === undefined) {
        pending += commentsOf(item?.lead ?? '');
        return;
      }
      const isFirst = out === '';
      const lead = this.#lead(entries, at, isFirst);
      const hasComma = at < last || this.#endsWithComma();
      out += `${pending}${lead}${body}${hasComma ? `${item?.beforeComma ?? ''},` : ''}${item?.tail ?? ''}`;
      pending = '';
    });
    return `${open}${out}${this.#closing(pending, out === '')}${end}`;
  }

  /** White space, and comments, in front of an item. */
  #lead(entries: readonly Entry[], at: number, isFirst: boolean): string {
    const from = entries[at]?.from;
    if (from !== undefined) return this.#ownLead(from, isFirst);
    if (isFirst) return lastLine(this.#firstLead());
    const before = entries.slice(0, at).findLast((entry) => entry.from !== undefined)?.from ?? 0;
    const neighbour = this.#items[before]?.lead ?? this.#emptyLead();
    return neighbour.includes('\n') ? lastLine(neighbour) : this.#separator();
  }

  /** In front of an item that was there: on a line with others it depends on its place. */
  #ownLead(from: number, isFirst: boolean): string {
    const own = this.#items[from]?.lead ?? '';
    if (own.includes('\n')) return own;
    if (isFirst) return this.#firstLead();
    return from === 0 ? this.#separator() : own;
  }

  #firstLead(): string {
    return this.#items[0]?.lead ?? (this.#isTable ? ' ' : this.#emptyLead());
  }

  #separator(): string {
    const second = this.#items[1]?.lead ?? ' ';
    return second.includes('\n') ? ' ' : second;
  }

  /** In front of items of a list that had none. */
  #emptyLead(): string {
    return this.#close.includes('\n') ? `\n${this.#indent}    ` : '';
  }

  #endsWithComma(): boolean {
    if (this.#items.length === 0) return !this.#isTable && this.#close.includes('\n');
    return this.#items.at(-1)?.hasComma === true;
  }

  #closing(pending: string, isEmpty: boolean): string {
    const close = pending + this.#close;
    if (isEmpty) return close.includes('#') ? close : '';
    return this.#isTable && this.#items.length === 0 ? ' ' : close;
  }
}

/** The comment lines in front of an item that goes: they stay. */
function commentsOf(lead: string): string {
  return lead.includes('#') ? lead.slice(0, lead.lastIndexOf('\n')) : '';
}

/** The line feed and indentation right in front of an item, or the spaces. */
function lastLine(lead: string): string {
  return lead.includes('\n') ? lead.slice(lead.lastIndexOf('\n')) : lead;
}
