import { type Failure, argumentFailure } from '../cells.js';

/** One step of a path: the value of a key, or the element at a place counted from 0. */
export type JsonPathStep = string | number;

/** Characters that JSONPath (RFC 9535) allows around what stands in brackets. */
const BLANKS = ' \t\n\r';
const MAX_INTEGER = 2_147_483_647;

/**
 * Reads a path of JSON_EXTRACT into steps: `a.b[0]['c.d']`, with or without `$` before it; no steps mean the whole document.
 * A path that is none is a failure in Elasticsearch's words.
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/string-functions/json_extract
 */
export function parseJsonPath(path: string): readonly JsonPathStep[] | Failure {
  if (path === '' || path === '$' || path === '$.') return [];
  return new PathReader(path).steps();
}

class PathReader {
  private at = 0;
  private readonly path: string;
  private readonly found: JsonPathStep[] = [];

  constructor(path: string) {
    this.path = path;
  }

  steps(): readonly JsonPathStep[] | Failure {
    const { path } = this;
    if (path.startsWith('$')) {
      if (path[1] !== '.' && path[1] !== '[') return this.wrong('expected [.] or [[] after [$]', 1);
      this.at = path[1] === '.' ? 2 : 1;
    }
    while (this.at < path.length) {
      const problem = this.step();
      if (problem) return problem;
    }
    return this.found;
  }

  private step(): Failure | undefined {
    const char = this.path.charAt(this.at);
    const isFirst = this.found.length === 0;
    if (char === '[') return this.bracket();
    if (char === '.') {
      if (isFirst) return this.wrong('path cannot start with a dot', this.at);
      this.at += 1;
      if (this.at >= this.path.length) return this.wrong('path cannot end with a dot', this.at - 1);
      if (this.path[this.at] === '.') return this.wrong('consecutive dots', this.at - 1);
    } else if (!isFirst) return this.wrong(`expected [.] or [[] before [${char}]`, this.at);
    return this.key();
  }

  private key(): Failure | undefined {
    const start = this.at;
    while (this.at < this.path.length && !'.[]'.includes(this.path.charAt(this.at))) this.at += 1;
    if (this.at === start) return this.wrong('empty key name', start);
    this.found.push(this.path.slice(start, this.at));
    return undefined;
  }

  private bracket(): Failure | undefined {
    const open = this.at;
    this.at += 1;
    this.blanks();
    const char = this.path.charAt(this.at);
    if (char === '') return this.wrong('unterminated bracket', open);
    if (char === ']') return this.wrong('empty brackets', open);
    return char === "'" || char === '"' ? this.quoted(char, open) : this.index(open);
  }

  private quoted(quote: string, open: number): Failure | undefined {
    let key = '';
    for (this.at += 1; this.at < this.path.length; this.at += 1) {
      const char = this.path.charAt(this.at);
      if (char === '\\' && this.at + 1 < this.path.length) {
        this.at += 1;
        key += this.path.charAt(this.at);
      } else if (char === quote) {
        this.at += 1;
        this.blanks();
        if (this.path[this.at] !== ']') return this.wrong('expected closing bracket after quoted key', open);
        this.at += 1;
        this.found.push(key);
        return undefined;
      } else key += char;
    }
    return this.wrong('unterminated quoted key', open);
  }

  private index(open: number): Failure | undefined {
    const close = this.path.indexOf(']', this.at);
    if (close < 0) return this.wrong('missing closing bracket for array index', open);
    let end = close;
    while (end > this.at && BLANKS.includes(this.path.charAt(end - 1))) end -= 1;
    const text = this.path.slice(this.at, end);
    const index = /^[+-]?[0-9]+$/.test(text) ? Number(text) : Number.NaN;
    if (!(index >= -MAX_INTEGER - 1 && index <= MAX_INTEGER)) {
      return this.wrong(`expected integer array index, got [${text}]`, open);
    }
    if (text.length > 1 && text.startsWith('0')) {
      return this.wrong(`leading zeros are not allowed in array index [${text}]`, open);
    }
    if (index < 0) return argumentFailure('array index out of bounds');
    this.found.push(index);
    this.at = close + 1;
    return undefined;
  }

  private blanks(): void {
    while (this.at < this.path.length && BLANKS.includes(this.path.charAt(this.at))) this.at += 1;
  }

  private wrong(reason: string, position: number): Failure {
    return argumentFailure(`Invalid JSON path [${this.path}]: ${reason} at position ${position}`);
  }
}
