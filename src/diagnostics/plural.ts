/** A number with its noun: `1 file`, `2 files`; the plural is the noun with an s. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
