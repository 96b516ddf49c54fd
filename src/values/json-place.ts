import { exactNumber } from './json.js';
import { readJson } from './json-reader.js';

/** Keys and places in lists that lead to a value of JSON. */
export type JsonPath = readonly (string | number)[];

/** A half-open range of UTF-16 offsets. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is open around a token: the key or the place that the next value has. */
interface Frame {
  readonly isList: boolean;
  at: string | number | undefined;
}

/**
 * Where a value stands in text that is JSON; of a path that the text does not have, the nearest value before it. An object or list is
 * shown by its opening bracket. Takes no stack, whatever the nesting.
 */
export function jsonPlace(text: string, path: JsonPath): Place {
  const open: Frame[] = [];
  let best: Place = { start: 0, end: 0 };
  let depth = -1;
  for (const { start, end, kind } of tokens(text)) {
    const frame = open.at(-1);
    if (kind === ',') {
      toNext(frame);
    } else if (kind === '}' || kind === ']') {
      open.pop();
    } else if (frame?.isList === false && frame.at === undefined) {
      frame.at = JSON.parse(text.slice(start, end)) as string;
    } else {
      if (open.length > depth && leadsTo(open, path)) {
        [best, depth] = [{ start, end }, open.length];
        if (depth === path.length) return best;
      }
      if (kind === '{' || kind === '[') open.push({ isList: kind === '[', at: kind === '[' ? 0 : undefined });
    }
  }
  return best;
}

function toNext(frame: Frame | undefined): void {
  if (frame) frame.at = frame.isList ? Number(frame.at) + 1 : undefined;
}

function leadsTo(open: readonly Frame[], path: JsonPath): boolean {
  return open.length <= path.length && open.every(({ at }, level) => at === path[level]);
}

/** Why a text is not JSON and at which offset; undefined where it is. */
export function jsonFault(text: string): { readonly reason: string; readonly at: number } | undefined {
  try {
    readJson(text, exactNumber, 1000);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [, at = '0'] = /at offset (\d+)/u.exec(reason) ?? [];
    return { reason, at: Math.min(Number(at), text.length) };
  }
}

interface Token extends Place {
  readonly kind: string;
}

/** Brackets, commas, strings and other values, in order; colons and space are left out. */
function* tokens(text: string): Generator<Token, void, undefined> {
  for (let at = 0; at < text.length;) {
    const kind = text.charAt(at);
    let end = at + 1;
    if (kind === '"') end = closingQuote(text, end) + 1;
    else if (isPlain(kind)) while (end < text.length && isPlain(text.charAt(end))) end += 1;
    if (!' \t\r\n:'.includes(kind)) yield { start: at, end, kind };
    at = end;
  }
}

function isPlain(character: string): boolean {
  return !' \t\r\n:,{}[]"'.includes(character);
}

function closingQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}
