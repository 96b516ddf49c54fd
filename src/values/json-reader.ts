/**
 * Reads JSON text strictly, handing the text of each number to `number`, so that no digit is lost.
 * Throws a `SyntaxError` that names the offset, and for nesting deeper than `maximumDepth`.
 */
export function readJson(text: string, number: (text: string) => unknown, maximumDepth: number): unknown {
  return new Reader(text, number, maximumDepth).document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const SPACE = /[ \t\r\n]*/uy;

class Reader {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly number: (text: string) => unknown;
  private readonly maximumDepth: number;

  constructor(text: string, number: (text: string) => unknown, maximumDepth: number) {
    this.text = text;
    this.number = number;
    this.maximumDepth = maximumDepth;
  }

  document(): unknown {
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.fail('the end of the text');
    return value;
  }

  private value(): unknown {
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number(this.token(NUMBER, 'a value'));
    }
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > this.maximumDepth) {
      throw new SyntaxError(`JSON nests deeper than ${this.maximumDepth} levels at offset ${this.at}.`);
    }
    this.at++;
    this.space();
    const value = read();
    this.at++;
    this.depth--;
    return value;
  }

  private object(): { [key: string]: unknown } {
    const object: { [key: string]: unknown } = {};
    if (this.text[this.at] === '}') return object;
    for (;;) {
      const key = this.string();
      this.space();
      this.expect(':');
      const value = this.value();
      // A plain assignment would set the prototype where the key is __proto__.
      if (key === '__proto__') {
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      } else object[key] = value;
      this.space();
      if (this.text[this.at] === '}') return object;
      this.expect(',');
      this.space();
    }
  }

  private array(): unknown[] {
    const array: unknown[] = [];
    if (this.text[this.at] === ']') return array;
    for (;;) {
      array.push(this.value());
      this.space();
      if (this.text[this.at] === ']') return array;
      this.expect(',');
    }
  }

  private string(): string {
    const start = this.at;
    const end = this.text[start] === '"' ? this.closingQuote(start + 1) : -1;
    if (end < 0) this.fail('a string');
    try {
      const value = JSON.parse(this.text.slice(start, end + 1)) as string;
      this.at = end + 1;
      return value;
    } catch {
      return this.fail('a string');
    }
  }

  /** Looked for by hand: a pattern with alternatives runs out of stack in a string of megabytes. */
  private closingQuote(from: number): number {
    for (let at = this.text.indexOf('"', from); at >= 0; at = this.text.indexOf('"', at + 1)) {
      let backslashes = 0;
      while (this.text[at - 1 - backslashes] === '\\') backslashes++;
      if (backslashes % 2 === 0) return at;
    }
    return -1;
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) this.fail('a value');
    this.at += word.length;
    return value;
  }

  private token(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return this.fail(what);
    this.at += found.length;
    return found;
  }

  private expect(character: string): void {
    if (this.text[this.at] !== character) this.fail(`"${character}"`);
    this.at++;
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
  }

  private fail(expected: string): never {
    const found = this.at < this.text.length ? `"${this.text[this.at] ?? ''}"` : 'the end of the text';
    throw new SyntaxError(`JSON expects ${expected} at offset ${this.at}, but finds ${found}.`);
  }
}
