/** A TOML string literal taken apart. */
export interface DecodedString {
  readonly value: string;
  /** Offset in the literal of each UTF-16 unit of the value, and of the place behind the last one. */
  readonly offsets: readonly number[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};

/** Decodes a literal as it stands in a file, quotes included: basic, literal, and the multi-line forms. https://toml.io/en/v1.0.0#string */
export function decodeTomlString(literal: string): DecodedString {
  const quote = literal[0] ?? '"';
  const multiline = literal.startsWith(quote.repeat(3)) && literal.length >= 6;
  const width = multiline ? 3 : 1;
  const end = literal.length - width;
  // A line feed right behind the opening quotes is not part of the value.
  const start = multiline && literal[width] === '\n' ? width + 1 : width;
  const offsets: number[] = [];
  let value = '';
  for (let at = start; at < end;) {
    if (quote !== '"' || literal[at] !== '\\') {
      offsets.push(at);
      value += literal[at] ?? '';
      at += 1;
      continue;
    }
    const step = escape(literal, at, end);
    // An escape stands for one or two units, or for none.
    offsets.push(...new Array<number>(step.text.length).fill(at));
    value += step.text;
    at += step.length;
  }
  offsets.push(end);
  return { value, offsets };
}

function escape(literal: string, at: number, end: number): { readonly text: string; readonly length: number } {
  const letter = literal[at + 1] ?? '';
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : letter === 'x' ? 2 : 0;
  if (digits > 0) {
    const code = Number.parseInt(literal.slice(at + 2, at + 2 + digits), 16);
    return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '', length: 2 + digits };
  }
  const plain = ESCAPES[letter];
  if (plain !== undefined) return { text: plain, length: 2 };
  // A backslash at the end of a line swallows white space up to the next character.
  let next = at + 1;
  while (next < end && ' \t\n\r'.includes(literal[next] ?? '.')) next += 1;
  return { text: '', length: Math.max(next - at, 1) };
}
