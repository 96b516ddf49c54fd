const RESERVED: ReadonlySet<string> = new Set('+-=&|><!(){}[]^"~*?:\\/');

/** A text in the syntax of `query_string`, where everything but stars is literal; white space still parts words. */
export function queryStringText(text: string): string {
  return text.split('*').map(escapeQueryString).join('*');
}

/** A text in the syntax of `query_string`, stars too being literal. */
export function escapeQueryString(text: string): string {
  return Array.from(text, (char) => (RESERVED.has(char) ? `\\${char}` : char)).join('');
}
