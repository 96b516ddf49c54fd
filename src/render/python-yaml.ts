/*
 * Scalars as PyYAML's `safe_dump` writes them with its defaults: lines of 80 columns, ASCII only. Its rules are those of YAML 1.1
 * (https://yaml.org/spec/1.1), its choices (which style, where a line breaks) its own.
 */

const WIDTH = 80;
// Plain texts that YAML 1.1 reads as something else than a string.
const RESOLVED = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:~|null|Null|NULL|)$/,
  /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|0|[1-9][0-9_]*|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^[-+]?(?:(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF))$/,
  /^\.(?:nan|NaN|NAN)$/,
  /^\d{4}-\d\d-\d\d$/,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/,
  /^(?:=|<<)$/,
];
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\0', '0'],
  ['\x07', 'a'],
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\v', 'v'],
  ['\f', 'f'],
  ['\r', 'r'],
  ['\x1b', 'e'],
  ['"', '"'],
  ['\\', '\\'],
  ['\x85', 'N'],
  ['\xa0', '_'],
  ['\u2028', 'L'],
  ['\u2029', 'P'],
]);

/**
 * A text as a YAML scalar at `column` of its line; lines that it is broken into start at `indent`. Keys never break (`split` is false).
 */
export function yamlScalar(text: string, column: number, indent: number, split = true): string {
  if (/[^\x20-\x7e\n]/.test(text)) return doubleQuoted(text, column, indent, split);
  if (!text.includes('\n') && isPlain(text)) return plain(text, column, indent, split);
  return / \n|\n /.test(text) ? doubleQuoted(text, column, indent, split) : singleQuoted(text, column, indent, split);
}

function isPlain(text: string): boolean {
  if (RESOLVED.some((pattern) => pattern.test(text))) return false;
  if (/^(?:[#,[\]{}&*!|>'"%@`]|---|\.\.\.|[?:-](?:\s|$)| )| $/.test(text)) return false;
  return !/:(?: |$)| #/.test(text);
}

// Words are written one by one; a single blank becomes a line break once the line is full.
function plain(text: string, column: number, indent: number, split: boolean): string {
  let at = column;
  let result = '';
  for (const part of text.split(/( +)/)) {
    if (part === ' ' && at > WIDTH && split) {
      result += `\n${' '.repeat(indent)}`;
      at = indent;
    } else {
      result += part;
      at += part.length;
    }
  }
  return result;
}

function singleQuoted(text: string, column: number, indent: number, split: boolean): string {
  let at = column + 1;
  let result = "'";
  let done = 0;
  for (const part of text.split(/( +|\n+)/)) {
    const isInside = done > 0 && done + part.length < text.length;
    if (part === ' ' && at > WIDTH && split && isInside) {
      result += `\n${' '.repeat(indent)}`;
      at = indent;
    } else if (part.startsWith('\n')) {
      result += `\n${part}${' '.repeat(indent)}`;
      at = indent;
    } else {
      const quoted = part.replaceAll("'", "''");
      result += quoted;
      at += quoted.length;
    }
    done += part.length;
  }
  return `${result}'`;
}

function doubleQuoted(text: string, column: number, indent: number, split: boolean): string {
  const characters = Array.from(text);
  let at = column + 1;
  let result = '"';
  let start = 0;
  for (let end = 0; end <= characters.length; end += 1) {
    const character = characters[end];
    if (character === undefined || needsEscape(character)) {
      const raw = characters.slice(start, end).join('');
      const escape = character === undefined ? '' : escapeOf(character);
      result += raw + escape;
      at += raw.length + escape.length;
      start = end + 1;
    }
    const isInside = end > 0 && end < characters.length - 1;
    if (isInside && (character === ' ' || start >= end) && at + (end - start) > WIDTH && split) {
      result += `${characters.slice(start, end).join('')}\\\n${' '.repeat(indent)}`;
      start = Math.max(start, end);
      at = indent;
      if (characters[start] === ' ') {
        result += '\\';
        at += 1;
      }
    }
  }
  return `${result}"`;
}

function needsEscape(character: string): boolean {
  return character === '"' || character === '\\' || !/^[\x20-\x7e]$/.test(character);
}

function escapeOf(character: string): string {
  const known = ESCAPES.get(character);
  if (known !== undefined) return `\\${known}`;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${hex(code, 2)}`;
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
