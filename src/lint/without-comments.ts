/**
 * A query in EQL or ES|QL with a space in place of each character of its comments, so that places stay the same. Of ES|QL comments nest. Texts
 * and names in backquotes are left as they are, whatever stands in them; a query that cannot be parsed gives some text, never an error.
 *
 * @see https://www.elastic.co/docs/reference/query-languages/esql/esql-syntax
 * @see https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax
 */
export function withoutComments(text: string, language: 'eql' | 'esql'): string {
  let kept = '';
  let at = 0;
  while (at < text.length) {
    const end = commentEnd(text, at, language === 'esql');
    if (end > at) {
      kept += ' '.repeat(end - at);
      at = end;
    } else {
      const next = quotedEnd(text, at);
      kept += text.slice(at, next);
      at = next;
    }
  }
  return kept;
}

/** Where the comment ends that begins here; the same place where none does. */
function commentEnd(text: string, start: number, nests: boolean): number {
  if (text.startsWith('//', start)) {
    const line = text.slice(start).search(/[\r\n]/u);
    return line < 0 ? text.length : start + line;
  }
  return text.startsWith('/*', start) ? blockEnd(text, start, nests) : start;
}

function blockEnd(text: string, start: number, nests: boolean): number {
  let depth = 1;
  let at = start + 2;
  while (at < text.length && depth > 0) {
    const closes = text.startsWith('*/', at);
    const opens = nests && text.startsWith('/*', at);
    if (closes) depth--;
    else if (opens) depth++;
    at += closes || opens ? 2 : 1;
  }
  return at;
}

/** Behind the text or quoted name that begins here, else behind this character. */
function quotedEnd(text: string, start: number): number {
  const quote = text.startsWith('"""', start) ? '"""' : text.charAt(start);
  if (quote !== '"""' && quote !== '"' && quote !== '`') return start + 1;
  let at = start + quote.length;
  while (at < text.length && !text.startsWith(quote, at)) at += quote === '"' && text[at] === '\\' ? 2 : 1;
  at += quote.length;
  // Up to two more quotes before the closing three are part of the text.
  for (let more = 0; quote === '"""' && more < 2 && text[at] === '"'; more++) at++;
  return Math.min(at, text.length);
}
