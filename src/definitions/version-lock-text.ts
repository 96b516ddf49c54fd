import { isJsonObject, parseJson, printJson, type JsonObject } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';

/** The text of a version lock, and how it is written. */
export interface LockText {
  readonly lock: JsonObject;
  /** What one level is indented by. */
  readonly indent: string;
  readonly newline: string;
  readonly endsInNewline: boolean;
  /** Whether what is not ASCII stands as `\uXXXX`, as Python writes it. */
  readonly isAscii: boolean;
}

/** A lock that is still to be written. */
export const NEW_LOCK: LockText = { lock: {}, indent: '  ', newline: '\n', endsInNewline: true, isAscii: false };

/** Reads a version lock with its layout; a sentence if the text is none. */
export function readLockText(text: string): LockText | string {
  let lock: unknown;
  try {
    lock = parseJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `The version lock is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isJsonObject(lock)) return 'The version lock is not a JSON object of rule ids.';
  return {
    lock,
    indent: /^\{\s*?\n([ \t]+)"/.exec(text)?.[1] ?? NEW_LOCK.indent,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    endsInNewline: text.endsWith('\n'),
    isAscii: !/[^\u0000-\u007f]/.test(text) && /\\u[0-9a-f]{4}/i.test(text),
  };
}

/** The text of a lock, in the layout of the one that was read. */
export function printLockText(lock: JsonObject, { indent, newline, endsInNewline, isAscii }: LockText): string {
  // No text of JSON holds a line break: what starts a line is indentation.
  const text = printJson(lock, 1)
    .replace(/^ +/gm, (spaces) => indent.repeat(spaces.length))
    .replaceAll('\n', newline);
  const written = isAscii
    ? text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : text;
  return written + (endsInNewline ? newline : '');
}

/** An object with more or other entries: in its own order; where its keys are sorted, new ones are sorted in, else they come last. */
export function updated(object: JsonObject, changes: JsonObject): JsonObject {
  const keys = Object.keys(object);
  const isSorted = keys.every((key, at) => at === 0 || compareTexts(keys[at - 1] ?? '', key) < 0);
  const entries = Object.entries({ ...object, ...changes });
  return Object.fromEntries(isSorted ? entries.sort(([left], [right]) => compareTexts(left, right)) : entries);
}
