/** The text with A-Z in lower case and all else as it is: the case folding of `case_insensitive` in Elasticsearch 8.19. */
export function foldAsciiCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The other case of an ASCII letter; any other code point itself. */
export function otherAsciiCase(codePoint: number): number {
  if (codePoint >= 0x41 && codePoint <= 0x5a) return codePoint + 0x20;
  return codePoint >= 0x61 && codePoint <= 0x7a ? codePoint - 0x20 : codePoint;
}
