/** The length of a text in code points. */
export function codePointLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length) at += 1;
    length += 1;
  }
  return length;
}

/** The part of a text between two counts of code points. */
export function sliceCodePoints(text: string, from: number, to: number): string {
  // Without surrogates code points are code units.
  return /[\ud800-\udfff]/.test(text) ? Array.from(text).slice(from, to).join('') : text.slice(from, to);
}

/** Orders texts as their UTF-8 bytes are ordered: by code points. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) {
      const surrogates = a >= 0xd800 && b >= 0xd800;
      return surrogates ? fixSurrogate(a) - fixSurrogate(b) : a - b;
    }
  }
  return left.length - right.length;
}

/** Moves surrogates above the rest of the plane, where the code points that they stand for belong. */
function fixSurrogate(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** The number of bytes that a text takes in UTF-8. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
