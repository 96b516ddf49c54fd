import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { illegalArgument } from './query-error.js';

/**
 * How many of `count` optional clauses must match: a number, a percentage, either negative, or conditions such as `2<75%`.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-minimum-should-match.html
 */
export function minimumShouldMatch(spec: JsonValue, count: number): number {
  const text = jsonText(spec).trim();
  if (!text.includes('<')) return clamp(single(text, count), count);
  let result = count;
  for (const condition of text.replaceAll(/\s*<\s*/gu, '<').split(/\s+/u)) {
    const [limit = '', value = ''] = condition.split('<');
    const bound = Number(limit);
    if (!Number.isInteger(bound) || value === '') throw malformed(text);
    if (count <= bound) return clamp(result, count);
    result = single(value, count);
  }
  return clamp(result, count);
}

function single(text: string, count: number): number {
  const isPercent = text.endsWith('%');
  const value = Number(isPercent ? text.slice(0, -1) : text);
  if (text === '' || !Number.isInteger(value)) throw malformed(text);
  // In single precision and rounded towards zero: less than a whole clause off all of them is still all of them.
  const amount = isPercent ? Math.trunc(Math.fround(count * value * Math.fround(0.01))) : value;
  return value < 0 ? count + amount : amount;
}

/** Never below zero; above the number of clauses it cannot be met. */
function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count + 1));
}

function malformed(text: string): Error {
  return illegalArgument(`For input string: "${text}"`);
}
