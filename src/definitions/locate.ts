import { parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { Range, Span } from '../diagnostics/diagnostic.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { decodeTomlString } from './toml-string.js';
import type { TomlFile } from './parse-toml.js';
import { readPlainToml } from './plain-toml.js';
import { TomlPlaces } from './toml-places.js';
import type { TomlPlace } from './toml-places.js';

/** The way to a value: keys of tables, indices of arrays, from 0. */
export type KeyPath = readonly (string | number)[];

/**
 * Where the keys and values of a TOML file stand. Made only when something is to be reported: it reads the file a second time, with
 * positions. Paths that the file does not have are answered with the nearest enclosing key, at last with the start of the file.
 */
export class KeyPositions {
  readonly #file: string;
  readonly #text: string;
  readonly #placeOf: (path: KeyPath) => TomlPlace | undefined;

  constructor({ file, text }: Pick<TomlFile, 'file' | 'text'>) {
    this.#file = file;
    this.#text = text;
    this.#placeOf = plainPlaces(text) ?? new ParsedPlaces(text).placeOf;
  }

  /** The key (of a table: the name in its header). */
  key(path: KeyPath): Span {
    for (let length = path.length; length > 0; length -= 1) {
      const place = this.#placeOf(path.slice(0, length));
      if (place) return { file: this.#file, ...place.key };
    }
    return { file: this.#file, start: 0, end: 0 };
  }

  /** The value, or the key where the value is a table of its own. */
  value(path: KeyPath): Span {
    const value = this.#placeOf(path)?.value;
    return value ? { file: this.#file, ...value } : this.key(path);
  }

  /** A range inside a string value, counted in the value's characters, as a range of the file: escapes and quotes counted in. */
  inside(path: KeyPath, range: Range): Span {
    const { value, isText } = this.#placeOf(path) ?? {};
    if (value === undefined || isText !== true) return this.value(path);
    const { start, end } = value;
    const { offsets } = decodeTomlString(this.#text.slice(start, end));
    const at = (offset: number): number => start + (offsets[Math.min(offset, offsets.length - 1)] ?? 0);
    return { file: this.#file, start: at(range.start), end: Math.max(at(range.start), at(range.end)) };
  }
}

/** The places of TOML as people write it, in a fifth of the time. */
function plainPlaces(text: string): ((path: KeyPath) => TomlPlace | undefined) | undefined {
  const places = new TomlPlaces();
  const root = readPlainToml(text, places);
  if (root === undefined) return undefined;
  return (path) => {
    let holder: JsonValue | undefined = root;
    for (const key of path.slice(0, -1)) holder = below(holder, key);
    const last = path.at(-1);
    return holder === undefined || last === undefined ? undefined : places.get(holder, last);
  };
}

function below(holder: JsonValue | undefined, key: string | number): JsonValue | undefined {
  if (isJsonArray(holder)) return typeof key === 'number' ? holder[key] : undefined;
  return isJsonObject(holder) && typeof key === 'string' && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** The places of any TOML. Ranges alone: the tree of a file takes fifty times its text, and a run may report on thousands. */
class ParsedPlaces {
  readonly #places = new Map<string, TomlPlace>();
  readonly placeOf = (path: KeyPath): TomlPlace | undefined => this.#places.get(JSON.stringify(path));

  constructor(text: string) {
    try {
      for (const node of parseTOML(text).body[0].body) {
        if (node.type === 'TOMLTable') this.#addTable(node);
        else this.#addKeyValue(node, []);
      }
    } catch {
      // The file does not parse: its syntax error is reported elsewhere, and every path is answered with the start of the file.
    }
  }

  #addTable(table: AST.TOMLTable): void {
    const path = table.resolvedKey;
    this.#addParents(table.key, path);
    this.#set(path, { key: rangeOf(table.key) });
    for (const child of table.body) this.#addKeyValue(child, path);
  }

  #addKeyValue(node: AST.TOMLKeyValue, parent: KeyPath): void {
    const path = [...parent, ...node.key.keys.map(nameOf)];
    this.#addParents(node.key, path);
    this.#addValue(path, rangeOf(node.key), node.value);
  }

  #addValue(path: KeyPath, key: Range, value: AST.TOMLContentNode): void {
    const isText = value.type === 'TOMLValue' && value.kind === 'string';
    this.#set(path, { key, value: rangeOf(value), isText });
    if (value.type === 'TOMLArray') {
      value.elements.forEach((element, at) => {
        this.#addValue([...path, at], rangeOf(element), element);
      });
    } else if (value.type === 'TOMLInlineTable') {
      for (const child of value.body) this.#addKeyValue(child, path);
    }
  }

  /** `a.b = 1`, `[a.b]` and `[[a]]` define `a` too, unless it has a place of its own. */
  #addParents(key: AST.TOMLKey, path: KeyPath): void {
    for (let length = 1; length < path.length; length += 1) {
      const parent = path.slice(0, length);
      if (!this.#places.has(JSON.stringify(parent))) this.#set(parent, { key: rangeOf(key) });
    }
  }

  #set(path: KeyPath, place: TomlPlace): void {
    this.#places.set(JSON.stringify(path), place);
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function rangeOf(node: { readonly range: AST.Range }): Range {
  return { start: node.range[0], end: node.range[1] };
}
