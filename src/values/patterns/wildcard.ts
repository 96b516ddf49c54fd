import { foldAsciiCase } from './ascii-case.js';

/** Tells whether a text satisfies a pattern. */
export type TextMatcher = (text: string) => boolean;

/** How {@link compileWildcard} reads a pattern. */
export interface WildcardOptions {
  /** Ignore the case of ASCII letters; default false. */
  readonly caseInsensitive?: boolean;
  /** A backslash makes the next character literal; default true, as in the `wildcard` query. */
  readonly escape?: boolean;
  /** `?` stands for one character; default true. */
  readonly singleCharacter?: boolean;
}

/** A literal text, or `null` for one character of any kind. */
type Piece = string | null;
type Segment = readonly Piece[];

/**
 * Compiles a wildcard pattern that has to match the whole text: `*` is any text, also none and also across lines, `?` one code point.
 * Every pattern is valid; a backslash at the end is itself. Matching takes time linear in the text: each segment between stars is
 * searched from left to right, and never again. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-wildcard-query.html
 */
export function compileWildcard(pattern: string, options: WildcardOptions = {}): TextMatcher {
  const fold = options.caseInsensitive === true ? foldAsciiCase : undefined;
  const segments = parseSegments(fold === undefined ? pattern : fold(pattern), options);
  const match = matcherOf(segments);
  return fold === undefined ? match : (text) => match(fold(text));
}

function parseSegments(
  pattern: string,
  { escape = true, singleCharacter = true }: WildcardOptions,
): readonly Segment[] {
  const segments: Piece[][] = [];
  let pieces: Piece[] = [];
  let literal = '';
  const endLiteral = (): void => {
    if (literal !== '') pieces.push(literal);
    literal = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '*') {
      endLiteral();
      segments.push(pieces);
      pieces = [];
    } else if (char === '?' && singleCharacter) {
      endLiteral();
      pieces.push(null);
    } else if (char === '\\' && escape && at + 1 < pattern.length) literal += pattern.charAt(++at);
    else literal += char;
  }
  endLiteral();
  segments.push(pieces);
  return segments;
}

function matcherOf(segments: readonly Segment[]): TextMatcher {
  const first = segments[0] ?? [];
  const last = segments.at(-1) ?? [];
  if (segments.length === 1) return (text) => matchAt(text, 0, first) === text.length;
  const middle = segments.slice(1, -1).filter((segment) => segment.length > 0);
  return (text) => {
    let at = matchAt(text, 0, first);
    if (at < 0) return false;
    const end = matchBefore(text, last);
    for (const segment of middle) {
      at = find(text, at, segment);
      if (at < 0 || at > end) return false;
    }
    return at <= end;
  };
}

/** Where the segment ends if it starts at `at`; -1 if it does not. */
function matchAt(text: string, at: number, segment: Segment): number {
  let end = at;
  for (const piece of segment) {
    if (piece === null) {
      if (end >= text.length) return -1;
      end += isPair(text, end) ? 2 : 1;
    } else if (text.startsWith(piece, end)) end += piece.length;
    else return -1;
  }
  return end;
}

/** Where the segment starts if it ends with the text; -1 if it does not. */
function matchBefore(text: string, segment: Segment): number {
  let start = text.length;
  for (let index = segment.length - 1; index >= 0; index--) {
    const piece = segment[index];
    if (typeof piece === 'string') {
      if (!text.endsWith(piece, start)) return -1;
      start -= piece.length;
    } else {
      if (start === 0) return -1;
      start -= isPair(text, start - 2) ? 2 : 1;
    }
  }
  return start;
}

/** Where the leftmost occurrence from `from` on ends; -1 if there is none. */
function find(text: string, from: number, segment: Segment): number {
  const [piece] = segment;
  if (typeof piece === 'string' && segment.length === 1) {
    const found = text.indexOf(piece, from);
    return found < 0 ? -1 : found + piece.length;
  }
  for (let start = from; start < text.length; start++) {
    if (typeof piece === 'string') start = text.indexOf(piece, start);
    if (start < 0) return -1;
    const end = isPair(text, start - 1) ? -1 : matchAt(text, start, segment);
    if (end >= 0) return end;
  }
  return -1;
}

function isPair(text: string, at: number): boolean {
  return at >= 0 && (text.codePointAt(at) ?? 0) > 0xffff;
}
