import type { Range } from '../diagnostics/diagnostic.js';

/** Characters of a query that a message quotes. */
const LONGEST = 60;

/** A part of a query for a message, on one line and in backticks; long ones are cut. */
export function excerpt(text: string, { start, end }: Range): string {
  const part = text.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
  return `\`${part.length > LONGEST ? `${part.slice(0, LONGEST - 1)}…` : part}\``;
}
