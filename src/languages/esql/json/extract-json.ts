import type { Failure } from '../cells.js';
import { type Cell, argumentFailure } from '../cells.js';
import type { JsonPathStep } from './parse-json-path.js';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/uy;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const WORD = /(?:true|false|null)(?!\w)/uy;
const SPACE = /[ \t\r\n]*/uy;

/** Elasticsearch's parser refuses deeper documents. */
const MAX_DEPTH = 1000;

const INVALID = 'invalid JSON input';

/** Thrown inside the scanner only: the text is no JSON. */
class InvalidJsonError extends Error {}

/**
 * Takes the value at a path out of JSON text. Texts come without quotes, objects and arrays as they are written, `null` as null.
 * The text is read only as far as needed, as Elasticsearch does: what is wrong behind the value is not noticed; the first of equal
 * keys on the way wins. What is not there, and text that is no JSON, is a failure in Elasticsearch's words.
 */
export function extractJson(text: string, steps: readonly JsonPathStep[], path: string): Cell | Failure {
  const scanner = new Scanner(text);
  try {
    if (scanner.isEmpty()) return argumentFailure('empty JSON input');
    for (const step of steps) {
      const problem = typeof step === 'string' ? scanner.enterKey(step, path) : scanner.enterIndex(step, path);
      if (problem) return problem;
    }
    return scanner.take();
  } catch (error) {
    if (error instanceof InvalidJsonError) return argumentFailure(INVALID);
    throw error;
  }
}

function missing(path: string): Failure {
  return argumentFailure(`path [${path}] does not exist`);
}

class Scanner {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  isEmpty(): boolean {
    this.space();
    return this.at >= this.text.length;
  }

  /** Goes to the value of a key of the object that starts here. */
  enterKey(key: string, path: string): Failure | undefined {
    if (!this.enter('{')) return this.mismatch(path);
    const seen = new Set<string>();
    while (!this.closes('}', seen.size === 0)) {
      const found = this.key(seen);
      if (found === key) return undefined;
      this.skip();
    }
    return missing(path);
  }

  /** Goes to an element of the array that starts here. */
  enterIndex(index: number, path: string): Failure | undefined {
    if (!this.enter('[')) return this.mismatch(path);
    for (let at = 0; !this.closes(']', at === 0); at += 1) {
      if (at === index) return undefined;
      this.skip();
    }
    return argumentFailure('array index out of bounds');
  }

  /** The value that starts here. */
  take(): Cell {
    this.space();
    const start = this.at;
    this.skip();
    const value = this.text.slice(start, this.at);
    if (value.startsWith('"')) return JSON.parse(value) as string;
    return value === 'null' ? null : value;
  }

  /** What stands here is no object or array as the path wants it; a scalar must at least be one. */
  private mismatch(path: string): Failure {
    if (!this.text.startsWith('{', this.at) && !this.text.startsWith('[', this.at)) this.start();
    return missing(path);
  }

  private enter(open: string): boolean {
    this.space();
    if (this.text[this.at] !== open) return false;
    this.at += 1;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new InvalidJsonError();
    return true;
  }

  /** Whether the object or array ends here; otherwise the place is that of its next member. */
  private closes(close: string, isFirst: boolean): boolean {
    this.space();
    if (this.text[this.at] === close) {
      this.at += 1;
      return true;
    }
    if (!isFirst) this.expect(',');
    this.space();
    return false;
  }

  private key(seen: Set<string>): string {
    const key = JSON.parse(this.token(STRING)) as string;
    if (seen.has(key)) throw new InvalidJsonError();
    seen.add(key);
    this.space();
    this.expect(':');
    this.space();
    return key;
  }

  /** Passes a whole value, by a stack of its own: texts nest as deep as they like. */
  private skip(): void {
    this.space();
    const open: (Set<string> | undefined)[] = [];
    do {
      const started = this.start();
      if (started) {
        open.push(started.keys);
        if (this.depth + open.length > MAX_DEPTH) throw new InvalidJsonError();
        if (!this.next(open, true)) continue;
      }
      while (open.length > 0 && this.next(open, false));
    } while (open.length > 0);
  }

  /** Passes a scalar, or the opening of an object or array. */
  private start(): { readonly keys: Set<string> | undefined } | undefined {
    const char = this.text[this.at];
    if (char === '{' || char === '[') {
      this.at += 1;
      return { keys: char === '{' ? new Set() : undefined };
    }
    this.token(char === '"' ? STRING : char !== undefined && 'tfn'.includes(char) ? WORD : NUMBER);
    return undefined;
  }

  /** Ends the innermost object or array, or goes to its next value; tells whether it ended. */
  private next(open: (Set<string> | undefined)[], isFirst: boolean): boolean {
    const keys = open.at(-1);
    if (this.closes(keys ? '}' : ']', isFirst)) {
      open.pop();
      return true;
    }
    if (keys) this.key(keys);
    return false;
  }

  private token(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new InvalidJsonError();
    this.at += found.length;
    return found;
  }

  private expect(char: string): void {
    if (this.text[this.at] !== char) throw new InvalidJsonError();
    this.at += 1;
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
  }
}
