/** Compares two texts by UTF-16 code units, for `sort`: the same order on every machine, whatever its locale. Negative, 0 or positive. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
