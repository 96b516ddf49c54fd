const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** How messages count arguments. */
export function ordinal(at: number): string {
  return ORDINALS[at] ?? `${at + 1}th`;
}
