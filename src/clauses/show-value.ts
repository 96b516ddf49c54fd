import { printable } from '../diagnostics/printable.js';
import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';

/** Characters of a value that are shown. */
const LONGEST = 100;
/** Values of a field that are shown. */
const MOST = 5;

/** A text between backquotes, as a message quotes it: acting characters made visible, long ones cut. */
export function quote(text: string, longest: number = LONGEST): string {
  const units = Array.from(printable(text.slice(0, 2 * longest + 2)));
  return units.length > longest ? `\`${units.slice(0, longest - 1).join('')}…\`` : `\`${units.join('')}\``;
}

/** A value as a message quotes it. */
export function showValue(value: JsonValue): string {
  return quote(typeof value === 'string' ? value : printJson(value));
}

/** The values of a field: one as it is, several with their number. */
export function showValues(values: readonly JsonValue[]): string {
  if (values.length === 1) return showValue(values[0] ?? null);
  const shown = values.slice(0, MOST).map(showValue).join(', ');
  return `${shown}${values.length > MOST ? ', …' : ''} (${values.length} values)`;
}

/** Texts as alternatives: `a`, `b` or `c`; of many the first, and how many more. */
export function alternatives(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST).map((text) => quote(text));
  if (texts.length > MOST) return `${shown.join(', ')} or ${texts.length - MOST} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}
