import type { Range } from '../diagnostics/diagnostic.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { TomlPlaces } from './toml-places.js';

type Table = Record<string, JsonValue>;

/** Levels of tables and lists that are read here; far below what any file may have, however levels are counted. */
const LEVELS = 40;

/** Names in a dotted key or a header. */
const NAMES = 8;

/** What stands in no text of TOML, or ends lines in a way that needs a second look. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f]/;

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const FLOAT = /^-?[1-9]\d{0,8}\.\d{1,6}$|^0\.\d{1,6}$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** Where a number, a date or a word ends. */
const VALUE_END = /[\s,\]}#]/g;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** Whether a character may stand in a bare key, by its code. */
const BARE: readonly boolean[] = Array.from({ length: 128 }, (_, code) => /[\w-]/.test(String.fromCharCode(code)));

const INHERITED: object = {};

/** Ends the reading of a text that is not plain. */
class NotPlain extends Error {}

/**
 * Reads TOML as people write it, several times as fast as a parser that knows all of it, and without a copy of its texts. Undefined for
 * whatever is seldom (other numbers and dates than the usual ones, keys of every object's prototype, tables that are added to in several
 * places, deep nesting) or wrong: the other readers decide about it. What is read has the value that they would give it. Where keys and
 * values stand is noted in `places`, if somebody wants to know.
 * https://toml.io/en/v1.0.0
 */
export function readPlainToml(text: string, places?: TomlPlaces): JsonObject | undefined {
  if (CONTROL.test(text)) return undefined;
  try {
    return new PlainReader(text, places).read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** One pass over the text. */
class PlainReader {
  readonly #text: string;
  #at = 0;
  #levels = 0;
  readonly #root: Table = {};
  /** Tables that a header has, which may have none again. */
  readonly #headed = new Set<JsonValue>();
  /** Lists of tables that headers add to. */
  readonly #lists = new Set<JsonValue>();
  /** Tables that are whole: written in one value, or by dotted keys. */
  readonly #whole = new Set<JsonValue>();
  /** Tables that dotted keys of the present table have made. */
  #dotted = new Set<JsonValue>();
  readonly #places: TomlPlaces | undefined;
  /** Where the last key stands, without the space around it. */
  #keyStart = 0;
  #keyEnd = 0;

  constructor(text: string, places: TomlPlaces | undefined) {
    this.#text = text;
    this.#places = places;
  }

  read(): JsonObject {
    let table = this.#root;
    for (;;) {
      this.#skipBlankLines();
      const code = this.#code();
      if (Number.isNaN(code)) return this.#root;
      if (code === OPEN_LIST) table = this.#header();
      else this.#keyValue(table);
      this.#endLine();
    }
  }

  #header(): Table {
    this.#at += 1;
    const isList = this.#code() === OPEN_LIST;
    if (isList) this.#at += 1;
    const names = this.#key();
    this.#expect(CLOSE_LIST);
    if (isList) this.#expect(CLOSE_LIST);
    this.#levels = names.length;
    this.#dotted = new Set();
    const last = names.pop() ?? '';
    let parent = this.#root;
    for (const name of names) parent = this.#below(parent, name);
    return isList ? this.#addToList(parent, last) : this.#tableOf(parent, last);
  }

  /** The table on the way to that of a header. */
  #below(parent: Table, name: string): Table {
    const found = parent[name];
    this.#places?.setParent(parent, name, this.#lastKey());
    if (found === undefined) return (parent[name] = {});
    if (Array.isArray(found)) {
      const last: unknown = this.#lists.has(found) ? found.at(-1) : undefined;
      return last === undefined ? notPlain() : (last as Table);
    }
    return typeof found !== 'object' || found === null || this.#whole.has(found) ? notPlain() : (found as Table);
  }

  #tableOf(parent: Table, name: string): Table {
    if (Array.isArray(parent[name])) return notPlain();
    const table = this.#below(parent, name);
    if (this.#headed.has(table)) return notPlain();
    this.#headed.add(table);
    this.#places?.set(parent, name, { key: this.#lastKey() });
    return table;
  }

  #addToList(parent: Table, name: string): Table {
    const found = parent[name];
    const table: Table = {};
    this.#headed.add(table);
    if (found === undefined) {
      const list = [table];
      this.#lists.add(list);
      parent[name] = list;
      this.#places?.setParent(parent, name, this.#lastKey());
      this.#places?.set(list, 0, { key: this.#lastKey() });
    } else if (Array.isArray(found) && this.#lists.has(found)) {
      this.#places?.set(found, found.length, { key: this.#lastKey() });
      found.push(table);
    } else notPlain();
    return table;
  }

  #lastKey(): Range {
    return { start: this.#keyStart, end: this.#keyEnd };
  }

  #keyValue(table: Table): void {
    const names = this.#key();
    const key = this.#places && this.#lastKey();
    this.#expect(EQUALS);
    this.#skipSpace();
    const last = names.pop() ?? '';
    let parent = table;
    for (const name of names) {
      const found = parent[name];
      if (key) this.#places.setParent(parent, name, key);
      if (found === undefined) {
        const made: Table = {};
        this.#dotted.add(made);
        this.#whole.add(made);
        parent[name] = made;
        parent = made;
      } else if (this.#dotted.has(found)) parent = found as Table;
      else notPlain();
    }
    if (parent[last] !== undefined) notPlain();
    this.#levels += names.length;
    const start = this.#at;
    const value = this.#value();
    parent[last] = value;
    this.#levels -= names.length;
    if (key) this.#places.set(parent, last, { key, ...this.#placeOf(value, start) });
  }

  #placeOf(value: JsonValue, start: number): { value: Range; isText: boolean } {
    const isQuoted = this.#text.charCodeAt(start) === QUOTE || this.#text.charCodeAt(start) === APOSTROPHE;
    return { value: { start, end: this.#at }, isText: isQuoted && typeof value === 'string' };
  }

  /** The names of a key, and the space around it. */
  #key(): string[] {
    const names: string[] = [];
    do {
      if (names.length > 0) this.#at += 1;
      this.#skipSpace();
      const start = this.#at;
      const name = this.#name();
      if (name in INHERITED || names.length === NAMES) notPlain();
      if (names.length === 0) this.#keyStart = start;
      this.#keyEnd = this.#at;
      names.push(name);
      this.#skipSpace();
    } while (this.#code() === DOT);
    return names;
  }

  #name(): string {
    const code = this.#code();
    if (code === QUOTE) return this.#basic();
    if (code === APOSTROPHE) return this.#literal();
    const start = this.#at;
    while (BARE[this.#code()] === true) this.#at += 1;
    return this.#at === start ? notPlain() : this.#text.slice(start, this.#at);
  }

  #value(): JsonValue {
    switch (this.#code()) {
      case QUOTE:
        return this.#text.startsWith('"""', this.#at) ? this.#longBasic() : this.#basic();
      case APOSTROPHE:
        return this.#text.startsWith("'''", this.#at) ? this.#longLiteral() : this.#literal();
      case OPEN_LIST:
        return this.#list();
      case OPEN_TABLE:
        return this.#inlineTable();
      default:
        return this.#word();
    }
  }

  #word(): JsonValue {
    VALUE_END.lastIndex = this.#at;
    const end = VALUE_END.exec(this.#text)?.index ?? this.#text.length;
    const word = this.#text.slice(this.#at, end);
    this.#at = end;
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (INTEGER.test(word) || FLOAT.test(word)) return Number(word);
    if (!DATE_TIME.test(word)) return notPlain();
    const date = new Date(word);
    const written = Number.isNaN(date.getTime()) ? '' : date.toISOString();
    return written.startsWith(word.slice(0, -1)) ? written : notPlain();
  }

  #list(): JsonValue[] {
    const items: JsonValue[] = [];
    this.#open();
    for (;;) {
      this.#skipBlankLines();
      if (this.#code() === CLOSE_LIST) break;
      const start = this.#at;
      const item = this.#value();
      if (this.#places) {
        const place = this.#placeOf(item, start);
        this.#places.set(items, items.length, { key: place.value, ...place });
      }
      items.push(item);
      this.#skipBlankLines();
      if (this.#code() === COMMA) this.#at += 1;
      else if (this.#code() !== CLOSE_LIST) notPlain();
    }
    this.#close();
    return items;
  }

  #inlineTable(): Table {
    const table: Table = {};
    const outer = this.#dotted;
    this.#dotted = new Set();
    this.#whole.add(table);
    this.#open();
    this.#skipSpace();
    while (this.#code() !== CLOSE_TABLE) {
      this.#keyValue(table);
      this.#skipSpace();
      if (this.#code() === CLOSE_TABLE) break;
      this.#expect(COMMA);
      this.#skipSpace();
      // No comma may stand at the end.
      if (this.#code() === CLOSE_TABLE) notPlain();
    }
    this.#close();
    this.#dotted = outer;
    return table;
  }

  #open(): void {
    this.#at += 1;
    this.#levels += 1;
    if (this.#levels > LEVELS) notPlain();
  }

  #close(): void {
    this.#at += 1;
    this.#levels -= 1;
  }

  #literal(): string {
    return this.#within("'", this.#at + 1, true);
  }

  #longLiteral(): string {
    return this.#within("'''", this.#afterLineEnd(this.#at + 3), false);
  }

  /** The text up to an end, which is passed. */
  #within(end: string, start: number, isLine: boolean): string {
    const stop = this.#text.indexOf(end, start);
    if (stop < 0) return notPlain();
    this.#at = stop + end.length;
    const value = this.#text.slice(start, stop);
    if (isLine ? value.includes('\n') : this.#code() === APOSTROPHE) notPlain();
    return value;
  }

  #basic(): string {
    return this.#quoted('"', this.#at + 1);
  }

  #longBasic(): string {
    const value = this.#quoted('"""', this.#afterLineEnd(this.#at + 3));
    // Quotes may stand before the three that end a text.
    return this.#code() === QUOTE ? notPlain() : value;
  }

  #quoted(end: '"' | '"""', start: number): string {
    const isLine = end === '"';
    const stop = this.#text.indexOf(end, start);
    if (stop < 0) return notPlain();
    const value = this.#text.slice(start, stop);
    if (value.includes('\\')) return this.#unescaped(end, start);
    if (isLine && value.includes('\n')) return notPlain();
    this.#at = stop + end.length;
    return value;
  }

  #unescaped(end: '"' | '"""', start: number): string {
    const parts: string[] = [];
    let from = start;
    this.#at = start;
    for (;;) {
      const code = this.#code();
      if (code === BACKSLASH) {
        parts.push(this.#text.slice(from, this.#at), this.#escape(end));
        from = this.#at;
      } else if (code === QUOTE && this.#text.startsWith(end, this.#at)) break;
      else if (Number.isNaN(code) || (code === LINE_END && end === '"')) return notPlain();
      else this.#at += 1;
    }
    parts.push(this.#text.slice(from, this.#at));
    this.#at += end.length;
    return parts.join('');
  }

  #escape(end: '"' | '"""'): string {
    const character = this.#text.charAt(this.#at + 1);
    this.#at += 2;
    if (character === '\n' && end === '"""') {
      while (isBlank(this.#code())) this.#at += 1;
      return '';
    }
    if (character !== 'u') return ESCAPES.get(character) ?? notPlain();
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[\dA-Fa-f]{4}$/.test(digits) || /^[dD][89A-Fa-f]/.test(digits)) return notPlain();
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** A text of several lines begins behind the first line end, if that comes at once. */
  #afterLineEnd(start: number): number {
    return this.#text.charCodeAt(start) === LINE_END ? start + 1 : start;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #expect(code: number): void {
    if (this.#code() !== code) notPlain();
    this.#at += 1;
  }

  #skipSpace(): void {
    for (let code = this.#code(); code === SPACE || code === TAB; code = this.#code()) this.#at += 1;
  }

  #skipBlankLines(): void {
    for (;;) {
      const code = this.#code();
      if (code === HASH) this.#skipComment();
      else if (isBlank(code)) this.#at += 1;
      else return;
    }
  }

  #skipComment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #endLine(): void {
    this.#skipSpace();
    if (this.#code() === HASH) this.#skipComment();
    if (this.#at < this.#text.length) this.#expect(LINE_END);
  }
}

const TAB = 0x09;
const LINE_END = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DOT = 0x2e;
const EQUALS = 0x3d;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_TABLE = 0x7b;
const CLOSE_TABLE = 0x7d;

function isBlank(code: number): boolean {
  return code === SPACE || code === LINE_END || code === TAB;
}

function notPlain(): never {
  throw new NotPlain();
}
