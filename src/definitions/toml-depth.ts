/** Deepest nesting of tables and arrays that is read; Elastic's rules have nine levels. */
export const DEEPEST = 64;

/**
 * Where a TOML text nests deeper than {@link DEEPEST} levels (tables, arrays, dotted keys), counted without parsing, so that no parser has
 * to bear it; undefined where it does not. Broken text may be counted wrongly behind the mistake, where parsers do not get to either.
 */
export function tooDeepAt(text: string): number | undefined {
  return new DepthScanner(text).run();
}

/** One pass over the characters that matter: quotes, comments, brackets, dots, commas, line ends. */
class DepthScanner {
  readonly #text: string;
  #at = 0;
  /** Levels that each open bracket adds: itself, and the dots of the key that it is the value of. */
  readonly #open: number[] = [];
  #openLevels = 0;
  /** Dots since the last separator; those of a number count too, one level does not matter. */
  #dots = 0;
  /** Levels of the last `[header]`. */
  #header = 0;
  #inHeader = false;
  #lineIsBlank = true;

  constructor(text: string) {
    this.#text = text;
  }

  run(): number | undefined {
    for (; this.#at < this.#text.length; this.#at += 1) {
      this.#step(this.#text[this.#at] ?? '');
      if ((this.#inHeader ? 0 : this.#header) + this.#openLevels + this.#dots > DEEPEST) return this.#at;
    }
    return undefined;
  }

  #step(character: string): void {
    switch (character) {
      case '\n':
        this.#endLine();
        return;
      case '#':
        this.#skipTo('\n');
        this.#at -= 1;
        return;
      case '"':
      case "'":
        this.#skipString(character);
        break;
      case '[':
      case '{':
        this.#bracket();
        break;
      case ']':
      case '}':
        if (!this.#inHeader) this.#openLevels -= this.#open.pop() ?? 0;
        break;
      case ',':
        this.#dots = 0;
        break;
      case '.':
        this.#dots += 1;
        break;
      case ' ':
      case '\t':
        return;
    }
    this.#lineIsBlank = false;
  }

  #endLine(): void {
    if (this.#inHeader) this.#header = this.#dots + 1;
    this.#inHeader = false;
    if (this.#open.length > 0) return;
    this.#dots = 0;
    this.#lineIsBlank = true;
  }

  #bracket(): void {
    if (this.#inHeader) return;
    if (this.#open.length === 0 && this.#lineIsBlank) {
      this.#inHeader = true;
      return;
    }
    const levels = this.#dots + 1;
    this.#open.push(levels);
    this.#openLevels += levels;
    this.#dots = 0;
  }

  #skipString(quote: string): void {
    const wide = quote.repeat(3);
    if (this.#text.startsWith(wide, this.#at)) {
      this.#at += 3;
      this.#skipTo(wide, quote === '"');
      this.#at += 2;
      return;
    }
    this.#at += 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== quote && this.#text[this.#at] !== '\n') {
      this.#at += quote === '"' && this.#text[this.#at] === '\\' ? 2 : 1;
    }
    // A string does not go beyond its line: let the line end be seen.
    if (this.#text[this.#at] === '\n') this.#at -= 1;
  }

  /** Moves to the start of the next `end`, past escaped characters where there are escapes. */
  #skipTo(end: string, escapes = false): void {
    let found = this.#text.indexOf(end, this.#at);
    while (escapes && found !== -1) {
      let slashes = 0;
      while (this.#text[found - 1 - slashes] === '\\' && found - 1 - slashes >= this.#at) slashes += 1;
      if (slashes % 2 === 0) break;
      found = this.#text.indexOf(end, found + 1);
    }
    this.#at = found === -1 ? this.#text.length : found;
  }
}
