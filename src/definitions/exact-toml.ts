import { parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { JsonObject, JsonValue } from '../values/json.js';

/**
 * The names of what every object inherits. `@iarna/toml` looks keys up without asking whether they are own ones: `[constructor]` would
 * make its keys properties of `Object` itself.
 */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__');

/** An integer with more digits than a double holds; `@iarna/toml` cuts integers to 64 bits without a word. */
const LONG_INTEGER = /(?<![\w.])(?:\d[\d_]{15}|0x[\da-fA-F_]{13}|0o[0-7_]{17}|0b[01_]{53})/;

/** A key in quotes with an escape, which may spell one of the names. */
const ESCAPED_KEY = /(?:^|[[{,.])[ \t]*"[^"\n]*\\[uU]/m;

/** Whether a text may hold what `@iarna/toml` reads wrongly; true also where a text only looks like it. */
export function needsExactToml(text: string): boolean {
  return LONG_INTEGER.test(text) || ESCAPED_KEY.test(text) || INHERITED.some((name) => text.includes(name));
}

/**
 * Reads TOML slowly, and without those flaws: integers beyond 2^53 are bigints of any size, every key is an own key.
 * Dates are the text that `@iarna/toml` gives them. Throws what `toml-eslint-parser` throws.
 */
export function readExactToml(text: string): JsonObject {
  return exactTable(parseTOML(text, { tomlVersion: '1.0' }));
}

/** The values of a parsed text. */
export function exactTable(program: AST.TOMLProgram): JsonObject {
  const root = new TableBuilder();
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') {
      const table = root.at(node.resolvedKey);
      for (const child of node.body) table.assign(child);
    } else root.assign(node);
  }
  return root.build();
}

/** A table that is still growing; a Map, so that no key is special. */
class TableBuilder {
  readonly #entries = new Map<string, TableBuilder | TableBuilder[] | { readonly value: JsonValue }>();

  /** The table at the end of a path, in which a number picks an element of an array of tables; made where it is missing. */
  at(path: readonly (string | number)[]): TableBuilder {
    const [name, index] = path;
    if (typeof name !== 'string') return this;
    const entry = this.#entries.get(name);
    if (typeof index === 'number') {
      const list: TableBuilder[] = Array.isArray(entry) ? entry : [];
      this.#entries.set(name, list);
      const element = list[index] ?? new TableBuilder();
      list[index] = element;
      return element.at(path.slice(2));
    }
    const table = entry instanceof TableBuilder ? entry : new TableBuilder();
    this.#entries.set(name, table);
    return table.at(path.slice(1));
  }

  assign({ key, value }: AST.TOMLKeyValue): void {
    const names = keyNames(key);
    const last = names.pop() ?? '';
    this.at(names).#entries.set(last, { value: valueOf(value) });
  }

  build(): JsonObject {
    return Object.fromEntries(
      [...this.#entries].map(([key, entry]): [string, JsonValue] => {
        if (Array.isArray(entry)) return [key, entry.map((element) => element.build())];
        return [key, entry instanceof TableBuilder ? entry.build() : entry.value];
      }),
    );
  }
}

/** The names of a key, quotes and escapes undone. */
export function keyNames(key: AST.TOMLKey): string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

/** The value that a node stands for. */
export function valueOf(node: AST.TOMLContentNode): JsonValue {
  if (node.type === 'TOMLArray') return node.elements.map(valueOf);
  if (node.type === 'TOMLInlineTable') {
    const table = new TableBuilder();
    for (const child of node.body) table.assign(child);
    return table.build();
  }
  switch (node.kind) {
    case 'integer':
      return Number.isSafeInteger(node.value) ? node.value : node.bigint;
    case 'offset-date-time':
    case 'local-date-time':
    case 'local-date':
    case 'local-time':
      return dateText(node.kind, node.datetime);
    default:
      return node.value;
  }
}

function dateText(kind: AST.TOMLDateTimeValue['kind'], written: string): string {
  const text = written.toUpperCase().replace(' ', 'T');
  switch (kind) {
    case 'offset-date-time':
      return new Date(text).toISOString();
    case 'local-date-time':
      return new Date(`${text}Z`).toISOString().slice(0, -1);
    case 'local-time':
      return new Date(`1970-01-01T${text}Z`).toISOString().slice(11, -1);
    case 'local-date':
      return text;
  }
}
