import { markdownLines } from './markdown-lines.js';

/**
 * What becomes of tags that are no HTML (`<host>`, as authors write placeholders): `keep placeholders` leaves them to the
 * reader's program, which drops them from view; `show placeholders` escapes them, so that they are read.
 */
export type Placeholders = 'keep placeholders' | 'show placeholders';

const FORMATTING = new Set(['b', 'br', 'code', 'em', 'i', 'kbd', 's', 'strong', 'sub', 'sup', 'u']);
// Elements that run something, load something, or change how what follows is read.
const ACTIVE = new Set(
  (
    'applet audio base body button canvas embed form frame frameset head html iframe image img input link listing marquee math meta ' +
    'noembed noframes noscript object option param plaintext portal script select source style svg template textarea title track video xmp'
  ).split(' '),
);

/**
 * An author's Markdown, unchanged but for what a browser would run: HTML (formatting without attributes excepted), links to other
 * than web, mail and relative addresses, and `{{ }}`, which site generators evaluate. Such text is escaped, so that it is shown.
 *
 * Code blocks and code spans keep their text. Where Markdown's structure is in doubt (an odd backtick, a fence in an odd place)
 * what follows is treated as text, since escaping too much costs a stray `&lt;`, and escaping too little a script.
 * https://github.github.com/gfm/
 */
export function safeMarkdown(markdown: string, placeholders: Placeholders): string {
  let doubt = false;
  return markdownLines(markdown)
    .map(({ line, code }) => {
      if (code) return line;
      if (line.trim() === '') doubt = false;
      const safe = safeLine(line, placeholders, doubt);
      doubt = safe.doubt;
      return safe.text;
    })
    .join('\n');
}

/**
 * `safeMarkdown` for text in the middle of a line, where it opens no block. In the text of a link code spans are escaped like text, since
 * renderers do not agree on where those end.
 */
export function safeInline(markdown: string, placeholders: Placeholders, place: 'line' | 'link' = 'line'): string {
  return safeLine(markdown, placeholders, place === 'link').text;
}

// How far a scheme is looked for: what stands behind so much text is none.
const LONGEST_SCHEME = 2_000;

// What can follow at a place in a line, tried in this order. All are linear: no two unbounded repetitions meet.
const TOKEN =
  /\\[\s\S]|`+|<(?:https?:\/\/|mailto:)[^\s<>`]*>|<\/?(?<tag>[A-Za-z][\w.:-]*)(?![\w.:-])(?<rest>[^<>`]*)>|<(?=[A-Za-z/!?])|\{\{|\]\(|\]:/g;

function safeLine(line: string, placeholders: Placeholders, startInDoubt: boolean): { text: string; doubt: boolean } {
  if (!/[\\`<{\]]/.test(line)) return { text: line, doubt: startInDoubt };
  let doubt = startInDoubt;
  let text = '';
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(line); match !== null; match = TOKEN.exec(line)) {
    text += line.slice(at, match.index);
    at = match.index;
    if (match[0].startsWith('`')) {
      const end = doubt ? -1 : endOfCodeSpan(line, at, match[0].length);
      if (end === -1) doubt = true;
      const next = end === -1 ? at + match[0].length : end;
      text += line.slice(at, next);
      at = next;
      TOKEN.lastIndex = next;
      continue;
    }
    // Renderers do not agree on what is left of a run of backticks whose first is escaped.
    if (match[0] === '\\`') doubt = true;
    text += safeToken(match, line, placeholders);
    at += match[0].length;
  }
  return { text: text + line.slice(at), doubt };
}

function safeToken(match: RegExpExecArray, line: string, placeholders: Placeholders): string {
  const token = match[0];
  if (token === '{{') return '&#123;{';
  if (token === '](' || token === ']:') {
    return isSafeTarget(line.slice(match.index + 2, match.index + LONGEST_SCHEME), token) ? token : `\\${token}`;
  }
  const tag = match.groups?.['tag'];
  if (tag === undefined) return token === '<' ? '&lt;' : token;
  return isHarmlessTag(match, tag, line, placeholders) ? token : `&lt;${token.slice(1)}`;
}

function isHarmlessTag(match: RegExpExecArray, tag: string, line: string, placeholders: Placeholders): boolean {
  // At the start of a line a tag may open a block of HTML, in which backticks are no code.
  if (/^[\s>*+-]*$/.test(line.slice(0, match.index))) return false;
  if (!/^[\s/]*$/.test(match.groups?.['rest'] ?? '')) return false;
  const name = tag.toLowerCase();
  if (name.includes(':')) return false;
  return FORMATTING.has(name) || (placeholders === 'keep placeholders' && !ACTIVE.has(name));
}

function endOfCodeSpan(line: string, start: number, ticks: number): number {
  const runs = /`+/g;
  runs.lastIndex = start + ticks;
  for (let run = runs.exec(line); run !== null; run = runs.exec(line)) {
    if (run[0].length !== ticks) continue;
    // A table row is split at pipes before its code spans are found.
    return line.slice(start, run.index).includes('|') ? -1 : run.index + ticks;
  }
  return -1;
}

// A target is safe when nothing before its first `/`, `?` or `#` can be (or decode to) the colon of a scheme, or the scheme is known.
// The target of a link may stand on the next line; `]:` at the end of a line is mostly the end of a phrase.
function isSafeTarget(rest: string, token: string): boolean {
  const trimmed = rest.trim();
  if (trimmed === '') return token === ']:';
  const target = trimmed.replace(/^</, '');
  if (/^(?:https?:\/\/|mailto:)/i.test(target)) return true;
  const head = (target === trimmed ? /^[^/?#)\s]*/ : /^[^/?#>]*/).exec(target);
  return !/[:&\\]/.test(head?.[0] ?? '');
}
