import { printable } from '../diagnostics/printable.js';

/*
 * Small pieces of Markdown made of text that is not Markdown. Each is safe with any text: it renders as that text and nothing else.
 * The dialect is GitHub's (https://github.github.com/gfm/).
 */

// Most texts are a few words of ASCII, which need no more than a look.
const ONE_LINE = /^[!-~](?:[ -~]*[!-~])?$/;
const PLAIN_WORDS = /^[A-Za-z](?:[A-Za-z0-9 .,:;()'"%/?!=@|^+#-]*[A-Za-z0-9.,:;()'"%/?!=@|^+#-])?$/;
const PLAIN_PIECE = /^(?:\d+| ?[A-Za-z(,.:;][A-Za-z0-9 .,:;()'"%/?!=@|^+#-]*)$/;
const PLAIN_CODE = /^[!-_a-~](?:[ -_a-~]*[!-_a-~])?$/;
const PLAIN_PATH = /^[A-Za-z0-9._/-]*$/;

/** `text` on one line: line breaks and the white space around them become one space. */
export function oneLine(text: string): string {
  if (ONE_LINE.test(text)) return text;
  return text
    .split(/[\r\n\u2028\u2029]/)
    .map((line) => printable(line).trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Plain text for the middle of a line: no Markdown, HTML, entity, TeX or template of the text is read as such. */
export function escapeText(text: string): string {
  if (PLAIN_WORDS.test(text)) return text;
  return oneLine(text)
    .replace(/[\\`*_[\]~$]/g, String.raw`\$&`)
    .replace(/&(?=#?\w{1,40};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\{(?=\{)/g, '&#123;')
    .replace(/^(?=[#+-](?:\s|$))/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}

/**
 * Plain text in which code spans in single backticks stay code spans, as Elastic writes names ("AWS SSM `SendCommand`");
 * the rest is escaped as by `escapeText`.
 */
export function escapeName(text: string): string {
  if (PLAIN_WORDS.test(text)) return text;
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapeKeepingEdges(part)))
    .join('');
}

/** `escapeText` that leaves a blank at either end as one blank. */
export function escapeKeepingEdges(text: string): string {
  if (PLAIN_PIECE.test(text) && !text.endsWith('  ')) return text;
  const body = text.trim();
  if (body === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${escapeText(body)}${/\s$/.test(text) ? ' ' : ''}`;
}

/** `text` as a code span, on one line; its backticks are kept. An empty text gives an empty string, for which Markdown has no code span. */
export function codeSpan(text: string): string {
  if (PLAIN_CODE.test(text)) return `\`${text}\``;
  const line = oneLine(text);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line, /`+/g) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * `text` as a fenced code block with an info string, without a final line break. The fence is longer than every run of backticks
 * that could close it; a text that ends with a line break gets no empty last line.
 */
export function codeFence(text: string, language: string): string {
  const body = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const fence = '`'.repeat(fenceLength(body));
  return `${fence}${language}\n${body}${body === '' || body.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** Backticks that a fence around `text` needs: three, or one more than the longest run at the start of one of its lines. */
export function fenceLength(text: string): number {
  if (!text.includes('```')) return 3;
  return Math.max(3, longestRun(text, /^[ \t>]*(`+)/gm) + 1);
}

function longestRun(text: string, runs: RegExp): number {
  let longest = 0;
  for (const match of text.matchAll(runs)) longest = Math.max(longest, (match[1] ?? match[0]).length);
  return longest;
}

/** A link with plain text; only web addresses become links, anything else is shown as code. */
export function link(text: string, url: string): string {
  const target = webAddress(url);
  return target === undefined ? `${escapeText(text)} (${codeSpan(url)})` : `[${escapeText(text)}](${target})`;
}

/**
 * A bare address as a link to itself, with the words that may follow it; only web addresses become links, anything else is shown
 * as code.
 */
export function bareLink(reference: string): string {
  const [, url = '', words = ''] = /^(\S+)(.*)$/.exec(oneLine(reference)) ?? [];
  const target = webAddress(url);
  if (target === undefined) return codeSpan(reference);
  return `<${target}>${words === '' ? '' : ` ${escapeText(words)}`}`;
}

function webAddress(url: string): string | undefined {
  const trimmed = url.trim();
  if (!/^https?:\/\/[^\s]+$/i.test(trimmed)) return undefined;
  return trimmed.replace(/[()<>\\`[\]|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A relative link target: each segment of a `/` path percent-encoded. */
export function relativeTarget(path: string): string {
  if (PLAIN_PATH.test(path)) return path;
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')))
    .join('/');
}

/** A table; the cells are Markdown already and get only what a cell needs (no line break, no bare `|`). */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(tableCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

// GitHub splits a row at every pipe that is not escaped, also inside code spans, and takes the backslash away again.
function tableCell(markdown: string): string {
  if (!markdown.includes('|')) return oneLine(markdown);
  return oneLine(markdown).replace(/(\\*)\|/g, (pipe, slashes: string) =>
    slashes.length % 2 === 1 ? pipe : `${slashes}\\|`,
  );
}
