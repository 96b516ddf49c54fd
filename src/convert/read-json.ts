import { MAX_DEPTH, type JsonNode } from './json-node.js';

/** One JSON value read from a text, and where it ends; or what is wrong, and where (offsets in UTF-16 units). */
export type JsonReading =
  { readonly value: JsonNode; readonly end: number } | { readonly error: string; readonly offset: number };

/**
 * Reads one JSON value that starts at an offset (white space before it is skipped), as strictly as Elasticsearch does: no duplicate
 * keys, no comments, no more than 1000 levels. Never throws.
 */
export function readJson(text: string, start = 0): JsonReading {
  const reader = new JsonReader(text, start);
  try {
    reader.skipSpace();
    const value = reader.value(0);
    return { value, end: reader.at };
  } catch (error) {
    if (error instanceof JsonMistake) return { error: error.message, offset: error.offset };
    throw error;
  }
}

class JsonMistake extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;

class JsonReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  skipSpace(): void {
    while (' \n\r\t'.includes(this.#text[this.at] ?? 'end')) this.at++;
  }

  value(depth: number): JsonNode {
    const first = this.#text[this.at];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    if (first === '"') return this.#string();
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) throw this.#mistake('a value is missing');
    this.at += digits.length;
    return { digits };
  }

  #object(depth: number): JsonNode {
    const map = new Map<string, JsonNode>();
    this.#open(depth);
    for (let more = !this.#closes('}'); more; more = this.#continues('}')) {
      this.skipSpace();
      if (this.#text[this.at] !== '"') throw this.#mistake('a key in quotes is missing');
      const keyAt = this.at;
      const key = this.#string();
      if (map.has(key)) throw new JsonMistake(`the key ${JSON.stringify(key)} is there twice`, keyAt);
      this.skipSpace();
      if (this.#text[this.at] !== ':') throw this.#mistake('a ":" is missing');
      this.at++;
      this.skipSpace();
      map.set(key, this.value(depth + 1));
    }
    return map;
  }

  #array(depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#open(depth);
    for (let more = !this.#closes(']'); more; more = this.#continues(']')) {
      this.skipSpace();
      items.push(this.value(depth + 1));
    }
    return items;
  }

  #open(depth: number): void {
    if (depth >= MAX_DEPTH) throw this.#mistake(`it nests deeper than ${MAX_DEPTH} levels`);
    this.at++;
    this.skipSpace();
  }

  #closes(bracket: string): boolean {
    const closes = this.#text[this.at] === bracket;
    if (closes) this.at++;
    return closes;
  }

  #continues(bracket: string): boolean {
    this.skipSpace();
    if (this.#closes(bracket)) return false;
    if (this.#text[this.at] !== ',') throw this.#mistake(`a "," or "${bracket}" is missing`);
    this.at++;
    return true;
  }

  #string(): string {
    const start = this.at++;
    for (let plain = true; ; plain = false) {
      PLAIN_TEXT.lastIndex = this.at;
      this.at += PLAIN_TEXT.exec(this.#text)?.[0].length ?? 0;
      const stop = this.#text[this.at];
      if (stop === '"') {
        this.at++;
        return plain ? this.#text.slice(start + 1, this.at - 1) : this.#unescape(start);
      }
      if (stop !== '\\')
        throw this.#mistake(stop === undefined ? 'a string does not end' : 'a string holds a raw control character');
      this.at += 2;
    }
  }

  #unescape(start: number): string {
    try {
      return JSON.parse(this.#text.slice(start, this.at)) as string;
    } catch {
      throw new JsonMistake('a string holds an unknown escape', start);
    }
  }

  #mistake(message: string): JsonMistake {
    return new JsonMistake(this.at < this.#text.length ? message : `${message}: the text ends`, this.at);
  }
}

const WORDS: readonly (readonly [string, JsonNode])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];
