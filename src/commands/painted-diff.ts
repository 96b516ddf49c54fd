import picocolors from 'picocolors';
import { plainText } from '../definitions/splice-toml.js';
import { printable } from '../diagnostics/printable.js';
import { lineDiff, printDiff } from '../render/line-diff.js';

/** What changes in a file, line by line, for a terminal: removed lines red, added ones green; control characters are made visible. */
export function paintedDiff(before: string, after: string, colour: boolean, most: number): string {
  const { green, red, dim } = picocolors.createColors(colour);
  return printDiff(lineDiff(plainText(before), plainText(after)), most)
    .split('\n')
    .map((line) => {
      const safe = `  ${printable(line)}`;
      if (line.startsWith('+')) return green(safe);
      if (line.startsWith('-')) return red(safe);
      return line.startsWith('@@') ? dim(safe) : safe;
    })
    .join('\n');
}
