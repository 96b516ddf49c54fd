import { lowerCase } from '../../../values/patterns/lower-case.js';

/** Classes of characters in Unicode's word boundary rules, as far as the standard tokenizer tells them apart. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const CONNECTOR = 3;
const MID_LETTER = 4;
const MID_NUMBER = 5;
const MID_BOTH = 6;
const IDEOGRAPH = 7;
const KATAKANA = 8;
const EXTEND = 9;
const SOUTH_EAST_ASIAN = 10;
const EMOJI = 11;

/** Longer tokens are cut, as Elasticsearch's `max_token_length` says. */
const MAXIMUM_TOKEN = 255;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => classifyAscii(String.fromCharCode(code)));

/**
 * Splits text into words as the `standard` analyser does (Unicode word boundaries; ideographs one by one) and lower-cases them.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/analysis-standard-analyzer.html
 */
export function standardTokens(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    const end = kind === OTHER || kind === EXTEND ? at : wordEnd(text, at, kind);
    if (end === at) at += width(text, at);
    else {
      for (let from = at; from < end; from += MAXIMUM_TOKEN) {
        tokens.push(lowerCase(text.slice(from, Math.min(end, from + MAXIMUM_TOKEN))));
      }
      at = end;
    }
  }
  return tokens;
}

/** Where the word that starts at `start` ends; `start` itself, if no word starts there. */
function wordEnd(text: string, start: number, kind: number): number {
  if (kind === IDEOGRAPH || kind === EMOJI) return skipExtend(text, start + width(text, start));
  if (kind === SOUTH_EAST_ASIAN) return runEnd(text, start, (next) => next === SOUTH_EAST_ASIAN);
  let at = start;
  let previous = kind;
  let hasWord = kind === LETTER || kind === DIGIT || kind === KATAKANA;
  if (!hasWord && kind !== CONNECTOR) return start;
  for (;;) {
    at = skipExtend(text, at + width(text, at));
    const next = classAt(text, at);
    const joined = joins(previous, next);
    if (!joined) {
      const after = midJoins(text, at, previous, next);
      if (after === undefined) return hasWord ? at : start;
      at = after;
      previous = classAt(text, at);
    } else previous = next;
    hasWord ||= previous === LETTER || previous === DIGIT || previous === KATAKANA;
  }
}

function joins(previous: number, next: number): boolean {
  if (next === CONNECTOR)
    return previous === LETTER || previous === DIGIT || previous === KATAKANA || previous === CONNECTOR;
  if (previous === KATAKANA) return next === KATAKANA;
  if (previous === CONNECTOR) return next === LETTER || next === DIGIT || next === KATAKANA;
  return next === LETTER || next === DIGIT;
}

/** A character that joins two letters (`can't`) or two digits (`1,000`): where the second of them stands. */
function midJoins(text: string, at: number, previous: number, next: number): number | undefined {
  if (next !== MID_LETTER && next !== MID_NUMBER && next !== MID_BOTH) return undefined;
  const after = skipExtend(text, at + width(text, at));
  const follower = classAt(text, after);
  if (previous === LETTER && follower === LETTER && next !== MID_NUMBER) return after;
  return previous === DIGIT && follower === DIGIT && next !== MID_LETTER ? after : undefined;
}

function runEnd(text: string, start: number, goesOn: (kind: number) => boolean): number {
  let at = start;
  do at = skipExtend(text, at + width(text, at));
  while (at < text.length && goesOn(classAt(text, at)));
  return at;
}

function skipExtend(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 128 && classAt(text, at) === EXTEND) at += width(text, at);
  return at;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? OTHER;
  return at < text.length ? classifyOther(String.fromCodePoint(text.codePointAt(at) ?? 0)) : OTHER;
}

function classifyAscii(character: string): number {
  if (/[A-Za-z]/u.test(character)) return LETTER;
  if (/\d/u.test(character)) return DIGIT;
  if (character === '_') return CONNECTOR;
  if (character === ':') return MID_LETTER;
  if (character === ',' || character === ';') return MID_NUMBER;
  return character === '.' || character === "'" ? MID_BOTH : OTHER;
}

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/^[\u00b7\u0387\u055f\u05f4\u2027\ufe13\ufe55\uff1a]$/u, MID_LETTER],
  [/^[\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b]$/u, MID_NUMBER],
  [/^[\u2018\u2019\u2024\ufe52\uff07\uff0e]$/u, MID_BOTH],
  [/^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u, EMOJI],
  [/^[\p{Mn}\p{Me}\p{Mc}\u200c\u200d\p{Emoji_Modifier}]$/u, EXTEND],
  [/^[\p{Cf}]$/u, EXTEND],
  [/^[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]$/u, SOUTH_EAST_ASIAN],
  [/^[\p{Script=Katakana}\u3031-\u3035\u309b\u309c\u30a0\u30fc\uff70]$/u, KATAKANA],
  [/^[\p{Script=Hiragana}\p{Ideographic}]$/u, IDEOGRAPH],
  [/^\p{Nd}$/u, DIGIT],
  [/^[\p{Pc}\u202f]$/u, CONNECTOR],
  [/^[\p{Alphabetic}\u02c2-\u02c5\u02d2-\u02d7\u02de\u02df\u02ed\u02ef-\u02ff]$/u, LETTER],
];

const classes = new Map<string, number>();

function classifyOther(character: string): number {
  let found = classes.get(character);
  if (found === undefined) {
    found = CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
    classes.set(character, found);
  }
  return found;
}
