/** A key as TOML writes it: bare where it can be. */
export function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key);
}

/**
 * A text as TOML writes it, on one line where it has one; literal (in single quotes) where that spares escapes, as in Windows paths and
 * patterns, and where it is wanted and can be.
 */
export function tomlText(text: string, isLiteral = false): string {
  return text.includes('\n') ? severalLines(text, isLiteral) : tomlLine(text);
}

/** A text on one line, whatever it holds: inside lists and inline tables. */
export function tomlLine(text: string): string {
  const isLiteral = /[\\"]/.test(text) && !/['\n]/.test(text) && !NEEDS_ESCAPE.test(text);
  return isLiteral ? `'${text}'` : quoted(text);
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** The lines stand as they are, below the opening quotes, which swallow the first line break. */
function severalLines(text: string, wantsLiteral: boolean): string {
  const canBeLiteral = !text.includes("'''") && !text.endsWith("'") && !NEEDS_ESCAPE.test(text);
  if (canBeLiteral && (wantsLiteral || /\\|"""/.test(text))) return `'''\n${text}'''`;
  // Three quotes would end the text, and so would those at its end.
  const inner = escaped(text).replace(/"{3,}|"+$/g, (quotes) => '\\"'.repeat(quotes.length));
  return `"""\n${inner}"""`;
}

/** Signs that only an escape can write: controls other than tab and line feed. A carriage return would be read as part of a line end. */
const NEEDS_ESCAPE = /[\u0000-\u0008\u000b-\u001f\u007f]/;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\\', '\\\\'],
]);

function escaped(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f\\]/g,
    (sign) => NAMED.get(sign) ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
