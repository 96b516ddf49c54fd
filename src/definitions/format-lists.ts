import type { AST } from 'toml-eslint-parser';
import type { Change } from './splice-toml.js';

/** Length of all texts of a list from which they stand one a line. */
const WIDE = 100;

/** Lists of plain values that hang at a key: one item a line where they are long or stand over several lines already, else on one line. */
export function formatLists(program: AST.TOMLProgram, text: string): readonly Change[] {
  const changes: Change[] = [];
  const entry = ({ value }: AST.TOMLKeyValue): void => {
    if (value.type !== 'TOMLArray' || hasComment(program, value)) return;
    const wanted = listText(value, text);
    const [start, end] = value.range;
    if (wanted !== undefined && wanted !== text.slice(start, end)) changes.push({ start, end, text: wanted });
  };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') entry(node);
    else node.body.forEach(entry);
  }
  return changes;
}

/** Undefined for a list of lists or tables, whose layout is its author's. */
function listText({ elements, range }: AST.TOMLArray, text: string): string | undefined {
  if (elements.length === 0) return '[]';
  if (elements.some((element) => element.type !== 'TOMLValue')) return undefined;
  const items = elements.map((element) => text.slice(element.range[0], element.range[1]));
  const between = text.slice(...range).replaceAll(/\s/g, '').length;
  const isOnLines = between > 0 && hasBreakOutside(elements, range, text);
  const isWide =
    elements.every((element) => element.type === 'TOMLValue' && element.kind === 'string') &&
    elements.reduce((sum, element) => sum + lengthOf(element) + 3, 0) > WIDE;
  return isOnLines || isWide ? `[\n${items.map((item) => `    ${item},\n`).join('')}]` : `[${items.join(', ')}]`;
}

function lengthOf(element: AST.TOMLContentNode): number {
  return element.type === 'TOMLValue' && typeof element.value === 'string' ? element.value.length : 0;
}

/** Whether the list has a line break that belongs to none of its items. */
function hasBreakOutside(elements: readonly AST.TOMLContentNode[], [start, end]: AST.Range, text: string): boolean {
  let at = start;
  for (const { range } of elements) {
    if (text.slice(at, range[0]).includes('\n')) return true;
    at = range[1];
  }
  return text.slice(at, end).includes('\n');
}

function hasComment({ comments }: AST.TOMLProgram, { range }: AST.TOMLArray): boolean {
  return comments.some((comment) => comment.range[0] > range[0] && comment.range[1] < range[1]);
}
