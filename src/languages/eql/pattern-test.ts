import type { EqlExpression, EqlMatch } from './ast.js';
import type { EqlPattern } from './single-text.js';
import { singleText } from './single-text.js';
import type { Translated } from './combine.js';
import type { Translation } from './translation.js';

/**
 * Translates `value like pattern`. A pattern that every text satisfies asks whether there is a value, one that a single text satisfies
 * compares with it; the difference shows where the value is null.
 */
export function patternTest(translator: Translation, value: EqlExpression, pattern: EqlPattern): Translated {
  const { kind, text, insensitive } = pattern;
  const only = singleText(pattern);
  if (only === 'every') return translator.isNotNull(value);
  if (only !== undefined) {
    return translator.equals(value, { kind: 'String', value: only.text, range: value.range }, insensitive);
  }
  if (value.kind !== 'Field') return translator.constantOrScript(asMatch(value, pattern));
  const field = translator.exact(value);
  const folding = insensitive ? { case_insensitive: true } : {};
  return translator.dsl(
    kind === 'like'
      ? { wildcard: { [field]: { value: text.replaceAll('\\', '\\\\'), ...folding } } }
      : { regexp: { [field]: { value: text, ...folding } } },
  );
}

function asMatch(value: EqlExpression, { kind, text, insensitive }: EqlPattern): EqlMatch {
  const { range } = value;
  const operator = `${kind === 'like' ? 'like' : 'regex'}${insensitive ? '~' : ''}` as const;
  return { kind: 'Match', operator, value, patterns: [{ kind: 'String', value: text, range }], range };
}
