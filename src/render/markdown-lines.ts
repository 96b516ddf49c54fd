/** A line of Markdown, and whether it is part of a fenced code block (its fences included). */
export interface MarkdownLine {
  readonly line: string;
  readonly code: boolean;
}

interface Fence {
  /** Columns before the fence, list markers included: a line of less indent is outside of the item that the fence is in. */
  readonly indent: number;
  readonly mark: string;
  readonly info: string;
  /** Whether it opens in the line of a list marker; such a line never closes a block. */
  readonly inItem: boolean;
  /** So deep that only the structure around it says whether it is a fence. */
  readonly deep: boolean;
}

/**
 * The lines of a Markdown text, those of fenced code blocks marked. A block that its list item or the text leaves open is closed by a
 * line of its own, so that it cannot swallow what follows the text.
 *
 * A fence that is indented by more than three columns may be one or not; from it on lines count as text, until a line without indent
 * after a blank line starts afresh. https://github.github.com/gfm/#fenced-code-blocks
 */
export function markdownLines(markdown: string): readonly MarkdownLine[] {
  return /`{3}|~{3}/.test(markdown)
    ? linesWithFences(markdown)
    : markdown.split('\n').map((line) => ({ line, code: false }));
}

function linesWithFences(markdown: string): readonly MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let open: Fence | undefined;
  let doubt = false;
  for (const line of markdown.split('\n')) {
    if (open !== undefined && line.trim() !== '' && indentOf(line) < open.indent) {
      lines.push(closing(open));
      open = undefined;
    }
    if (startsAfresh(line, lines.at(-1)?.line)) doubt = false;
    const fence: Fence | undefined = doubt ? undefined : fenceIn(line);
    if (open !== undefined) {
      lines.push({ line, code: true });
      if (closes(fence, open)) open = undefined;
      continue;
    }
    doubt ||= fence?.deep === true;
    open = opens(fence) && !doubt ? fence : undefined;
    lines.push({ line, code: open !== undefined });
  }
  return open === undefined ? lines : [...withoutLastBreak(lines), closing(open)];
}

function fenceIn(line: string): Fence | undefined {
  if (!/`{3}|~{3}/.test(line)) return undefined;
  const [, prefix = '', mark = '', info = ''] = /^( *(?:(?:[-*+]|\d{1,9}[.)]) +)*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  return mark === ''
    ? undefined
    : { indent: prefix.length, mark, info, inItem: prefix.trim() !== '', deep: / {4}/.test(prefix) };
}

function opens(fence: Fence | undefined): boolean {
  return fence !== undefined && !(fence.mark.startsWith('`') && fence.info.includes('`'));
}

function closes(fence: Fence | undefined, open: Fence): boolean {
  return (
    fence !== undefined &&
    fence.mark.startsWith(open.mark) &&
    fence.info.trim() === '' &&
    fence.indent <= open.indent + 3
  );
}

function closing({ indent, mark }: Fence): MarkdownLine {
  return { line: ' '.repeat(indent) + mark, code: true };
}

// A text that ends in a line break splits into one empty line more, which would stand before the closing fence.
function withoutLastBreak(lines: readonly MarkdownLine[]): readonly MarkdownLine[] {
  return lines.at(-1)?.line === '' ? lines.slice(0, -1) : lines;
}

function startsAfresh(line: string, before: string | undefined): boolean {
  return line.trim() !== '' && indentOf(line) === 0 && (before === undefined || before.trim() === '');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
