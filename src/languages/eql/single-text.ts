/** A pattern of `like` or `regex`. */
export interface EqlPattern {
  readonly kind: 'like' | 'regexp';
  readonly text: string;
  readonly insensitive: boolean;
}

/**
 * Whether a pattern is satisfied by every text, or by one text only; undefined if neither is known.
 * For regular expressions this knows the common forms: `.*`, `@` and plain text with escapes.
 */
export function singleText(pattern: EqlPattern): 'every' | { readonly text: string } | undefined {
  return pattern.kind === 'like' ? ofLike(pattern.text) : ofRegexp(pattern.text);
}

function ofLike(text: string): 'every' | { readonly text: string } | undefined {
  if (!text.includes('*') && !text.includes('?')) return { text };
  return /^\*+$/.test(text) ? 'every' : undefined;
}

function ofRegexp(text: string): 'every' | { readonly text: string } | undefined {
  if (/^(?:\.\*)+$/.test(text) || text === '@') return 'every';
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') {
      const next = text.charAt(++at);
      // Letters after a backslash are classes or refused.
      if (next === '' || /[A-Za-z]/.test(next)) return undefined;
      plain += next;
    } else if ('.?+*|{}[]()"#@&<>~^'.includes(char)) return undefined;
    else plain += char;
  }
  return { text: plain };
}
