import { guideUnder, proseOf } from './author-text.js';
import { GENERATED_MARK } from './generated-page.js';
import { withPlaceholders } from './guide-placeholders.js';
import {
  bareLink,
  codeFence,
  codeSpan,
  escapeKeepingEdges,
  escapeName,
  link,
  relativeTarget,
  table,
} from './markdown.js';
import { isEmptyLine, type Block, type Fact, type Inline, type Inlines, type ListItem, type Page } from './page.js';

/**
 * A page as Markdown, ending in the mark of a generated page. Text that is not Markdown renders as itself; the author's Markdown stays
 * Markdown, with what a browser would run escaped and its headings below those of the page.
 */
export function printPage(page: Page): string {
  const sections = page.sections.flatMap(({ title, blocks }) => {
    const body = printBlocks(blocks);
    return body === '' ? [] : [`## ${escapeName(title)}`, body];
  });
  const head = [`# ${escapeName(page.title)}`, printBlocks(page.blocks)].filter((part) => part !== '');
  return `${[...head, ...sections, GENERATED_MARK].join('\n\n')}\n`;
}

function printBlocks(blocks: readonly Block[]): string {
  return withOneList(blocks)
    .map((block) => printBlock(block).trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

// Facts of different origin that follow each other are read as one list.
function withOneList(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'Facts' && last?.kind === 'Facts')
      joined[joined.length - 1] = { kind: 'Facts', facts: [...last.facts, ...block.facts] };
    else joined.push(block);
  }
  return joined;
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'Facts': {
      let text = '';
      for (const one of block.facts) text += printFact(one);
      return text;
    }
    case 'Paragraph':
      return printLine(block.text);
    case 'Warning':
      return `> [!WARNING]\n> ${printLine(block.text)}`;
    case 'Prose':
      return proseOf(block.markdown);
    case 'ProseList':
      return block.items.map((item) => `- ${proseOf(item).replace(/\n(?=.)/g, '\n  ')}\n`).join('');
    case 'Guide':
      return withPlaceholders(guideUnder(2, block.title, block.markdown), block.transform);
    case 'List':
      return block.items.map((item) => printItem(item, 0)).join('');
    case 'Table':
      return block.rows.length === 0
        ? ''
        : table(
            block.head,
            block.rows.map((row) => row.map(printLine)),
          );
    case 'Code':
      return block.text.trim() === '' ? '' : codeFence(block.text, block.language);
    case 'Image':
      return `![${escapeName(block.text)}](${relativeTarget(block.target)})`;
  }
}

function printFact({ label, value, items = [] }: Fact): string {
  if (items.length > 0) return `- **${label}:**\n${items.map((item) => `  - ${printLine(item)}\n`).join('')}`;
  return isEmptyLine(value) ? '' : `- **${label}:** ${printLine(value)}\n`;
}

function printItem({ text, items = [] }: ListItem, depth: number): string {
  return `${'  '.repeat(depth)}- ${printLine(text)}\n${items.map((item) => printItem(item, depth + 1)).join('')}`;
}

function printLine(line: Inlines): string {
  let text = '';
  for (const piece of line) text += printInline(piece);
  return text.trim();
}

function printInline(piece: Inline): string {
  if (typeof piece === 'string') return escapeKeepingEdges(piece);
  switch (piece.kind) {
    case 'Code':
      return codeSpan(piece.text);
    case 'Strong':
      return piece.text === '' ? '' : `**${escapeKeepingEdges(piece.text)}**`;
    case 'Link':
      return link(piece.text, piece.url);
    case 'Reference':
      return bareLink(piece.text);
    case 'File':
      return printFile(piece);
  }
}

const PRINTED = new WeakMap<Extract<Inline, { readonly kind: 'File' }>, string>();

function printFile(piece: Extract<Inline, { readonly kind: 'File' }>): string {
  const known = PRINTED.get(piece);
  if (known !== undefined) return known;
  const text = piece.as === 'code' ? codeSpan(piece.text).replace(/]/g, String.raw`\]`) : escapeName(piece.text);
  const link = `[${text}](${relativeTarget(piece.target)})`;
  PRINTED.set(piece, link);
  return link;
}
