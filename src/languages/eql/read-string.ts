import { fail } from './syntax-error.js';

/** What a string means, and where it ends. */
export interface EqlString {
  readonly value: string;
  readonly end: number;
}

const CONTROL: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

/** Reads the string that starts at a quote (or at the `?` of the old raw form, which is refused). */
export function readString(text: string, start: number): EqlString {
  if (text.startsWith('"""', start)) return raw(text, start);
  if (text[start] === '"') return escaped(text, start);
  const quoted = text[start] === '?';
  return fail(
    'old-string',
    { start, end: Math.min(start + (quoted ? 2 : 1), text.length) },
    quoted
      ? `Use triple double quotes ["""] to define unescaped string literals, not [?${text.charAt(start + 1)}]`
      : 'Use double quotes ["] to define string literals, not single quotes [\']',
    'Elasticsearch refuses the forms of strings that came from older EQL.',
    quoted ? 'Write the string as """text""".' : 'Put the string in double quotes.',
  );
}

/** `"""text"""` in one line, without escapes; up to two quotes before the closing three belong to the text. */
function raw(text: string, start: number): EqlString {
  const first = start + 3;
  let close = text.indexOf('"""', first);
  const line = endOfLine(text, first);
  if (close < 0 || close > line) {
    return fail(
      'unclosed-string',
      { start, end: line },
      'The raw string is not closed.',
      'A raw string ends with """ in the same line.',
      'Add the closing """, or write a line break as \\n in a "…" string.',
    );
  }
  for (let extra = 0; extra < 2 && text[close + 3] === '"'; extra++) close++;
  return { value: text.slice(first, close), end: close + 3 };
}

function escaped(text: string, start: number): EqlString {
  let value = '';
  let at = start + 1;
  for (;;) {
    const char = text[at];
    if (char === undefined || char === '\n' || char === '\r') {
      return fail(
        'unclosed-string',
        { start, end: at },
        'The string is not closed.',
        'A string ends with a " in the same line.',
        'Add the closing "; write \\n for a line break and \\\\ for a backslash at the end.',
      );
    }
    if (char === '"') return { value, end: at + 1 };
    if (char === '\\') {
      const escape = readEscape(text, at);
      value += escape.value;
      at = escape.end;
    } else {
      value += char;
      at++;
    }
  }
}

function readEscape(text: string, start: number): EqlString {
  const char = text.charAt(start + 1);
  const control = CONTROL.get(char);
  if (control !== undefined) return { value: control, end: start + 2 };
  const closing = char === 'u' && text[start + 2] === '{' ? text.indexOf('}', start + 3) : -1;
  // Looking for the brace must not make a long text of open escapes quadratic: more than eight digits are refused anyway.
  const hex = closing < 0 || closing - start > 11 ? '' : text.slice(start + 3, closing);
  const code = hex.length >= 2 && Array.from(hex).every(isHexDigit) ? Number.parseInt(hex, 16) : -1;
  if (code >= 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)) {
    return { value: String.fromCodePoint(code), end: closing + 1 };
  }
  return fail(
    'bad-escape',
    { start, end: Math.min(start + 2, text.length) },
    `"\\${char}" is not an escape of EQL.`,
    'In "…" a backslash may stand only before b t n f r " \' \\ and u{2 to 8 hexadecimal digits}.',
    'Write \\\\ for a backslash, or use a raw string: """C:\\path""".',
  );
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function isHexDigit(char: string): boolean {
  return (char >= '0' && char <= '9') || (char >= 'a' && char <= 'f') || (char >= 'A' && char <= 'F');
}
