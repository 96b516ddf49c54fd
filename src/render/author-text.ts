import { markdownLines, type MarkdownLine } from './markdown-lines.js';
import { safeMarkdown } from './safe-markdown.js';

/**
 * An author's short Markdown (a description, a false positive), made safe: indentation and line breaks of the TOML file are
 * layout, so the lines of a paragraph become one; lists, quotes, tables and code keep their lines.
 */
export function proseOf(markdown: string): string {
  const trimmed = markdown.trim();
  if (!/[\r\n`~]/.test(trimmed)) return safeMarkdown(trimmed, 'show placeholders');
  const text = normalized(markdown)
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
  const prose = markdownLines(safeMarkdown(text, 'show placeholders')).reduce(joinLine, { text: '', open: false });
  return prose.text.trim();
}

function joinLine(
  before: { text: string; open: boolean },
  { line, code }: MarkdownLine,
): { text: string; open: boolean } {
  const starts = code || line === '' || /^(?:[-*+>|#]|\d+[.)]\s|={3})/.test(line);
  const open = !code && line !== '' && !/^[#|]/.test(line);
  return { text: `${before.text}${before.open && !starts ? ' ' : '\n'}${line}`, open };
}

/**
 * An author's guide in Markdown, made safe and put below a heading of level `under` (1 to 5): its highest heading becomes level
 * `under + 1`, the others keep their distance, none is deeper than six. Headings underlined by `===` or `---` become `#` ones. A
 * first heading that only repeats `title` is dropped. Blank lines stand around headings.
 */
export function guideUnder(under: number, title: string, markdown: string): string {
  const lines = markdownLines(safeMarkdown(normalized(markdown).trim(), 'show placeholders'));
  const headed = withoutTitle(headingsOf(lines), title);
  const highest = Math.min(...headed.map(({ level }) => level ?? 7));
  const nested: string[] = [];
  for (const [index, { line, level }] of headed.entries()) {
    if (level === undefined) {
      nested.push(line);
      continue;
    }
    if ((nested.at(-1) ?? '').trim() !== '') nested.push('');
    nested.push(`${'#'.repeat(Math.min(6, level - highest + under + 1))} ${line}`);
    if (headed[index + 1]?.line.trim() !== '') nested.push('');
  }
  return nested.join('\n').trim();
}

interface Headed {
  /** The line; of a heading its text only. */
  readonly line: string;
  readonly level?: number;
}

function headingsOf(lines: readonly MarkdownLine[]): Headed[] {
  const headed: Headed[] = [];
  for (const [index, { line, code }] of lines.entries()) {
    // Few lines are any of what follows.
    if (!/^ {0,3}[#=-]/.test(line)) {
      headed.push({ line });
      continue;
    }
    const [, marks, text] = (code ? undefined : /^ {0,3}(#{1,6})(?:\s(.*))?$/.exec(line)) ?? [];
    const underline = code ? undefined : /^ {0,3}(=+|-+)\s*$/.exec(line)?.[1];
    const above = headed.at(-1);
    if (marks !== undefined) {
      headed.push({ line: (text ?? '').trim(), level: marks.length });
    } else if (
      underline !== undefined &&
      above !== undefined &&
      isLoneParagraph(above, headed.at(-2), lines[index - 1])
    ) {
      headed[headed.length - 1] = { line: above.line.trim(), level: underline.startsWith('=') ? 1 : 2 };
    } else {
      headed.push({ line });
    }
  }
  return headed;
}

// The line above an underline is a heading only if it is a paragraph; one of several lines would be a heading of several lines.
function isLoneParagraph(line: Headed, before: Headed | undefined, source: MarkdownLine | undefined): boolean {
  const blankBefore = before === undefined || before.level !== undefined || before.line.trim() === '';
  return source?.code === false && line.level === undefined && blankBefore && /^ {0,3}[^\s>|#*+\-\d]/.test(line.line);
}

function withoutTitle(headed: readonly Headed[], title: string): readonly Headed[] {
  const first = headed.findIndex(({ line }) => line.trim() !== '');
  const heading = headed[first];
  const repeats = heading?.level !== undefined && heading.line.toLowerCase() === title.toLowerCase();
  return repeats ? headed.slice(first + 1) : headed;
}

function normalized(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
