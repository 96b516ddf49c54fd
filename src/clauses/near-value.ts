import { distance } from 'fastest-levenshtein';
import { nearest } from '../diagnostics/did-you-mean.js';
import type { JsonValue } from '../values/json.js';
import { valueText } from '../detections/value-order.js';
import type { FieldValues } from './document-values.js';
import { quote } from './show-value.js';

/** Types whose texts are taken apart into words, and folded, before they are compared. */
const ANALYSED: ReadonlySet<string> = new Set(['text', 'match_only_text', 'semantic_text', 'search_as_you_type']);

/** Letters that a slip changes at most: two that were swapped count as two. */
const MOST_LETTERS = 2;

/**
 * What a reader may have overlooked where values are nearly those that are wanted: other case, white space at an end, an extension (`.exe`), a path in
 * front, a text of words; undefined where nothing is near.
 */
export function nearValue(wanted: readonly string[], found: FieldValues): string | undefined {
  for (const value of found.values) {
    for (const text of wanted) {
      const difference = differenceOf(text, valueText(value));
      if (difference !== undefined) return difference;
    }
  }
  if (found.type !== undefined && ANALYSED.has(found.type)) {
    return `The field is of type ${found.type}: it is compared word by word, not as a whole.`;
  }
  return undefined;
}

function differenceOf(wanted: string, found: string): string | undefined {
  if (wanted === '' || found === '' || wanted === found) return undefined;
  if (wanted.trim() === found.trim()) return 'They differ in white space at an end.';
  const [one, two] = [wanted.toLowerCase(), found.toLowerCase()];
  if (one === two) return 'They differ in upper and lower case only.';
  if (withoutExtension(two) === one) return `It has an extension: does the rule mean ${quote(found)}?`;
  if (withoutExtension(one) === two) return `It has no extension: does the rule mean ${quote(found)}?`;
  if (two !== lastOf(two) && lastOf(two) === one) return 'It is a whole path; the last part would be equal.';
  // Values share domains and folders where names of fields do not: a third of the letters is not near here.
  return nearest(wanted, [found], 1).length > 0 && distance(one, two) <= MOST_LETTERS
    ? `They differ in few letters: does the rule mean ${quote(found)}?`
    : undefined;
}

function withoutExtension(text: string): string | undefined {
  return EXTENSION.exec(text)?.[1];
}

function lastOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

const EXTENSION = /^([^.]+)\.[A-Za-z0-9]{1,4}$/;

/** A field of the document that may be meant instead of one that it lacks: a similar name, else one with the wanted value. */
export function nearField(
  field: string,
  names: readonly string[],
  wanted: readonly string[],
  valuesOf: (name: string) => readonly JsonValue[],
): string | undefined {
  const holder = names.find((name) => valuesOf(name).some((value) => wanted.includes(valueText(value))));
  if (holder !== undefined) return `But ${quote(holder)} has that value: did you mean it?`;
  const [similar] = nearest(field, names, 1);
  const last = field.slice(field.lastIndexOf('.') + 1);
  const other = similar ?? (last === field ? undefined : names.find((name) => name.endsWith(`.${last}`)));
  return other === undefined ? undefined : `The document has ${quote(other)}: did you mean it?`;
}
