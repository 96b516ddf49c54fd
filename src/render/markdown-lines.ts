/** A line of Markdown, and whether it is part of a fenced code block (its fences included). */
export interface MarkdownLine {
  readonly line: string;
  readonly code: boolean;
}

interface Fence {
  readonly indent: number;
  readonly mark: string;
  readonly info: string;
}

/**
 * The lines of a Markdown text, those of fenced code blocks marked. A block that is open at the end reaches to the end. Where
 * a fence stands in a place that depends on structure not looked at here (deeply indented, or left by a line of less indent) this
 * line and all that follow count as text.
 * https://github.github.com/gfm/#fenced-code-blocks
 */
export function markdownLines(markdown: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let open: Fence | undefined;
  let doubt = false;
  for (const line of markdown.split('\n')) {
    const fence: Fence | undefined = doubt ? undefined : fenceIn(line);
    if (open === undefined) {
      open = opens(fence) ? fence : undefined;
      doubt ||= (open?.indent ?? 0) > 3;
    } else {
      doubt = line.trim() !== '' && indentOf(line) < open.indent;
    }
    lines.push({ line, code: open !== undefined && !doubt });
    if (doubt || (open !== undefined && open !== fence && closes(fence, open))) open = undefined;
  }
  return lines;
}

function fenceIn(line: string): Fence | undefined {
  const [, indent = '', mark = '', info = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  return mark === '' ? undefined : { indent: indent.length, mark, info };
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

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
