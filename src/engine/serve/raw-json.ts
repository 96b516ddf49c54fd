import type { JsonValue } from '../../values/json.js';

/** JSON text that goes into an answer as it stands, so that a document comes back with every digit it was given with. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An answer that is no JSON, with its media type. */
export class RawText {
  readonly text: string;
  readonly type: string;

  constructor(text: string, type: string) {
    this.text = text;
    this.type = type;
  }
}

/** A JSON value with raw parts; members that are `undefined` are left out. */
export type RawValue = JsonValue | RawJson | readonly RawValue[] | RawObject;

/** A JSON object with raw parts. */
export interface RawObject {
  readonly [key: string]: RawValue | undefined;
}

/** Whether a value is an object. */
export function isRawObject(value: RawValue | undefined): value is RawObject {
  return typeof value === 'object' && value !== null && !(value instanceof RawJson) && !isList(value);
}

/** Prints an answer; `indent` spaces a level, raw parts as they are. */
export function printRaw(value: RawValue, indent = 0, newline = '\n'): string {
  if (value instanceof RawJson) return value.text;
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = indent > 0 ? newline + ' '.repeat(indent) : '';
  const items = isList(value) ? value.map((item) => printRaw(item, indent, inner)) : members(value, indent, inner);
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0
    ? open + close
    : open + inner + items.join(`,${inner}`) + (indent > 0 ? newline : '') + close;
}

function members(value: { readonly [key: string]: RawValue | undefined }, indent: number, newline: string): string[] {
  const colon = indent > 0 ? ' : ' : ':';
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : JSON.stringify(key) + colon + printRaw(item, indent, newline),
  );
}

function isList(value: RawValue): value is readonly RawValue[] {
  return Array.isArray(value);
}
