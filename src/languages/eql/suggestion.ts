/** The end of a message that names what may have been meant. */
export function suggestion(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `, did you mean ${names.length === 1 ? '' : 'any of '}[${names.join(', ')}]?`;
}
