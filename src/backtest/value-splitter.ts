/** A JSON value of a text, and the line (from 1) where it starts. */
export interface SplitValue {
  readonly text: string;
  readonly line: number;
}

/** Says that a value is longer than what is read. */
export interface TooLong {
  readonly tooLong: number;
  readonly line: number;
}

/**
 * Cuts a text that comes in pieces into its JSON values: those that follow one another, the items of an array, or those of `Records` in an object
 * that begins with it (as CloudTrail writes files). Nothing but brackets and quotes is looked at: what is broken shows when a value is parsed.
 */
export class ValueSplitter {
  readonly #longest: number;
  #pieces: string[] = [];
  #length = 0;
  #depth = 0;
  /** Depth at which values stand: 1 within an array. */
  #base = 0;
  #inText = false;
  #escaped = false;
  #isBare = false;
  #line = 1;
  #start = 1;
  #head = '';
  #isHead = true;

  /** `longest`: most UTF-16 units of one value. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The values that end in a piece of the text. */
  *push(piece: string): Generator<SplitValue | TooLong> {
    let text = piece;
    if (this.#isHead) {
      this.#head += text;
      const opened = openingOf(this.#head);
      if (opened === undefined && this.#head.length < MOST_HEAD) return;
      this.#isHead = false;
      text = this.#head;
      if (opened !== undefined && opened.length > 0) {
        this.#base = this.#depth = opened.base;
        this.#line += newlines(text.slice(0, opened.length));
        text = text.slice(opened.length);
      }
    }
    yield* this.#scan(text);
  }

  /** What is left at the end of the text: a value that was cut off, or one without brackets. */
  *end(): Generator<SplitValue | TooLong> {
    if (this.#isHead) {
      this.#isHead = false;
      yield* this.#scan(this.#head);
    }
    if (this.#length > 0) yield this.#take('');
  }

  *#scan(text: string): Generator<SplitValue | TooLong> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) this.#line++;
      if (this.#inText) this.#within(code);
      else if (this.#depth === this.#base && isBetween(code)) {
        if (this.#isBare) yield this.#take(text.slice(from, at));
        this.#isBare = false;
        from = at + 1;
      } else if (this.#takes(code, from === at)) {
        yield this.#take(text.slice(from, at + 1));
        from = at + 1;
      }
    }
    if (from < text.length) {
      this.#length += text.length - from;
      if (this.#length <= this.#longest) this.#pieces.push(text.slice(from));
    }
  }

  #within(code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) this.#inText = false;
  }

  /** Takes a character of a value; whether the value ends with it. */
  #takes(code: number, isFirst: boolean): boolean {
    if (this.#depth === this.#base) {
      if (!isOpening(code)) this.#isBare = true;
      if (isFirst && this.#length === 0) this.#start = this.#line;
    }
    if (code === QUOTE) this.#inText = true;
    else if (isOpening(code)) this.#depth++;
    else if (isClosing(code)) return --this.#depth === this.#base;
    return false;
  }

  #take(last: string): SplitValue | TooLong {
    const length = this.#length + last.length;
    const line = this.#start;
    const text = this.#pieces.length === 0 ? last : this.#pieces.join('') + last;
    [this.#pieces, this.#length] = [[], 0];
    return length > this.#longest ? { tooLong: length, line } : { text, line };
  }
}

/** Characters within which it shows how a text begins. */
const MOST_HEAD = 200;

const [NEWLINE, SPACE, QUOTE, COMMA, BACKSLASH] = [10, 32, 34, 44, 92] as const;

/** Whether a character stands between values: a blank, a comma, the end of a list. */
function isBetween(code: number): boolean {
  return code <= SPACE || code === COMMA || isClosing(code);
}

function isOpening(code: number): boolean {
  return code === 123 || code === 91;
}

function isClosing(code: number): boolean {
  return code === 125 || code === 93;
}

/** How much of a text opens the list of its values, and how deep they stand; undefined as long as that does not show. */
function openingOf(head: string): { readonly length: number; readonly base: number } | undefined {
  const text = head.trimStart();
  const blank = head.length - text.length;
  if (text === '') return undefined;
  if (text.startsWith('[')) return { length: blank + 1, base: 1 };
  const [records] = /^\{\s*"Records"\s*:\s*\[/.exec(text) ?? [];
  if (records !== undefined) return { length: blank + records.length, base: 2 };
  return text.length < MOST_HEAD && /^\{\s*(?:"R?e?c?o?r?d?s?"?\s*:?\s*)?$/.test(text)
    ? undefined
    : { length: 0, base: 0 };
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
