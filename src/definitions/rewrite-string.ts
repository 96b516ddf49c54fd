import { parseTOML } from 'toml-eslint-parser';
import { decodeTomlString } from './toml-string.js';
import {
  basicBlock,
  basicLines,
  basicString,
  literalBlock,
  literalString,
  tomlText,
  tomlString,
} from './write-toml.js';

/**
 * The literal of another text in the manner of a literal that is there: its quotes where they can hold the text, and for what both texts
 * begin and end with its own characters, escapes and broken lines included. A text that gets its first line feed is written on several lines,
 * unless it stands in a list or an inline table.
 */
export function rewriteString(literal: string, wanted: string, isInline: boolean): string {
  const { value } = decodeTomlString(literal);
  const isBlock = literal.startsWith('"""') || literal.startsWith("'''");
  if (!isBlock && !isInline && wanted.includes('\n') && !value.includes('\n')) return tomlText(wanted);
  return [spliced(literal, wanted), sameQuotes(literal, wanted)].find((text) => readsAs(text, wanted)) ?? plain(wanted);

  function plain(text: string): string {
    return isInline ? tomlString(text) : tomlText(text);
  }
}

/** Whether a literal is TOML for a text, whatever is inside. */
function readsAs(literal: string | undefined, wanted: string): boolean {
  if (literal === undefined) return false;
  try {
    const [entry, ...others] = parseTOML(`a = ${literal}`, { tomlVersion: '1.0' }).body[0].body;
    if (entry?.type !== 'TOMLKeyValue' || others.length > 0) return false;
    return entry.value.type === 'TOMLValue' && entry.value.kind === 'string' && entry.value.value === wanted;
  } catch {
    return false;
  }
}

/** The literal with only the part written anew in which the texts differ. */
function spliced(literal: string, wanted: string): string | undefined {
  const { value, offsets } = decodeTomlString(literal);
  const most = Math.min(value.length, wanted.length);
  let [same, tail] = [0, 0];
  while (same < most && value[same] === wanted[same]) same += 1;
  // Both halves of a character that one escape stands for, or that is outside the first plane, go together.
  while (same > 0 && (offsets[same] === offsets[same - 1] || isLowHalf(wanted, same) || isLowHalf(value, same)))
    same -= 1;
  while (tail < most - same && value[value.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail += 1;
  while (tail > 0 && (isLowHalf(wanted, wanted.length - tail) || isSplit(offsets, value.length - tail))) tail -= 1;
  const middle = encode(literal, wanted.slice(same, wanted.length - tail));
  const [from, to] = [offsets[same], offsets[value.length - tail]];
  if (middle === undefined || from === undefined || to === undefined) return undefined;
  return literal.slice(0, from) + middle + literal.slice(to);
}

function isLowHalf(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.charAt(at));
}

function isSplit(offsets: readonly number[], at: number): boolean {
  return at > 0 && offsets[at] === offsets[at - 1];
}

/** A part of a text as it stands between the quotes of a literal. */
function encode(literal: string, part: string): string | undefined {
  if (literal.startsWith('"""')) return basicLines(part);
  if (literal.startsWith('"')) return basicString(part).slice(1, -1);
  if (literal.startsWith("'''")) return /[\u0000-\u0008\u000b-\u001f\u007f]/.test(part) ? undefined : part;
  return literalString(part)?.slice(1, -1);
}

function sameQuotes(literal: string, wanted: string): string | undefined {
  const opening = literal[3] === '\n' ? '\n' : '';
  if (literal.startsWith('"""')) return basicBlock(wanted, opening);
  if (literal.startsWith("'''")) return literalBlock(wanted, opening);
  return literal.startsWith('"') ? basicString(wanted) : literalString(wanted);
}
