import type { AST } from 'toml-eslint-parser';
import type { Change } from './splice-toml.js';
import { textRanges } from './toml-text-ranges.js';

/** Most empty lines that stay together. */
const MOST_EMPTY = 3;

/** ` = ` between key and value, no indentation in front of keys and headers, no blanks at the ends of lines. */
export function formatSpacing(program: AST.TOMLProgram, text: string): readonly Change[] {
  const changes: Change[] = [];
  const unindent = (start: number): void => {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    if (line < start && /^[ \t]+$/.test(text.slice(line, start))) changes.push({ start: line, end: start, text: '' });
  };
  const entry = ({ key, value }: AST.TOMLKeyValue): void => {
    unindent(key.range[0]);
    changes.push({ start: key.range[1], end: value.range[0], text: ' = ' });
  };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') entry(node);
    else {
      unindent(node.range[0]);
      node.body.forEach(entry);
    }
  }
  const isText = textRanges(program);
  for (const { 0: blanks, index } of text.matchAll(/[ \t]+$/gm)) {
    // An indentation that goes anyway is no end of a line.
    if (!isText(index)) changes.push({ start: index, end: index + blanks.length, text: '' });
  }
  return changes.filter(({ start, end, text: wanted }) => text.slice(start, end) !== wanted);
}

/** Empty lines: none at the start, few together, and the file ends in a line break. */
export function formatBlankLines(program: AST.TOMLProgram, text: string): readonly Change[] {
  const isText = textRanges(program);
  const changes: Change[] = [];
  for (const { 0: run, index } of text.matchAll(/\n{2,}/g)) {
    const most = index === 0 ? 0 : MOST_EMPTY + 1;
    if (run.length > most && !isText(index)) changes.push({ start: index + most, end: index + run.length, text: '' });
  }
  if (text.startsWith('\n') && text[1] !== '\n') changes.push({ start: 0, end: 1, text: '' });
  return changes;
}
