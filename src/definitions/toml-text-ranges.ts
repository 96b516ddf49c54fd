import type { AST } from 'toml-eslint-parser';

/** Whether an offset lies inside a text over several lines, where blanks and line breaks are part of a value. */
export function textRanges(program: AST.TOMLProgram): (offset: number) => boolean {
  const ranges: (readonly [number, number])[] = [];
  const visit = (node: AST.TOMLContentNode): void => {
    if (node.type === 'TOMLArray') node.elements.forEach(visit);
    else if (node.type === 'TOMLInlineTable') for (const { value } of node.body) visit(value);
    else if (node.kind === 'string' && node.multiline) ranges.push([node.range[0], node.range[1]]);
  };
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') visit(node.value);
    else for (const { value } of node.body) visit(value);
  }
  // They come in the order of the text.
  return (offset) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const [start = 0, end = 0] = ranges[middle] ?? [];
      if (offset < start) high = middle;
      else if (offset >= end) low = middle + 1;
      else return true;
    }
    return false;
  };
}
