/** Takes the backslashes out of a word, `\u0041` being one character; undefined if an escape is cut short or not a number. */
export function unescapeLucene(text: string): string | undefined {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char !== '\\') {
      result += char;
      continue;
    }
    const next = text.charAt(++at);
    if (next === '') return undefined;
    if (next !== 'u') {
      result += next;
      continue;
    }
    const digits = text.slice(at + 1, at + 5);
    if (!/^[0-9A-Fa-f]{4}$/.test(digits)) return undefined;
    result += String.fromCharCode(Number.parseInt(digits, 16));
    at += 4;
  }
  return result;
}
