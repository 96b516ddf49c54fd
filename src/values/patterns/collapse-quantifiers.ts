/**
 * Elasticsearch 8.19 rewrites stacked quantifiers before it reads a regular expression (`a+?` becomes `a*`), also where the first of them
 * would be literal text. Escapes, classes and quoted text are left alone.
 */
export function collapseQuantifiers(pattern: string): string {
  let result = '';
  let closing = '';
  let last = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    const isQuantifier = closing === '' && (char === '+' || char === '*' || char === '?');
    if (char === '\\' && at + 1 < pattern.length) result += char + pattern.charAt(++at);
    else if (isQuantifier && last !== '') {
      last = last === char ? char : '*';
      result = result.slice(0, -1) + last;
      continue;
    } else {
      result += char;
      closing = closingAfter(closing, char);
    }
    last = isQuantifier ? char : '';
  }
  return result;
}

/** The character that ends the class or the quoted text which `char` starts or is in; empty outside both. */
function closingAfter(closing: string, char: string): string {
  if (closing !== '') return char === closing ? '' : closing;
  if (char === '"') return '"';
  return char === '[' ? ']' : '';
}
