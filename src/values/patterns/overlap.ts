/** Longer patterns are not compared: the work is the product of both lengths. */
const LONGEST = 300;

/** Whether some text satisfies both patterns, in which only `*` is special; very long ones are taken to overlap. */
export function patternsOverlap(left: string, right: string): boolean {
  if (left.length > LONGEST || right.length > LONGEST) return true;
  if (differAtStart(left, right)) return false;
  // overlaps[n]: some text satisfies what was read of `left` and the first n characters of `right`.
  let overlaps = [true];
  for (let at = 0; at < right.length; at++) overlaps.push(overlaps[at] === true && right[at] === '*');
  for (const char of left) {
    const next = [overlaps[0] === true && char === '*'];
    for (let at = 0; at < right.length; at++) {
      const other = right.charAt(at);
      const star = char === '*' || other === '*';
      next.push(star ? overlaps[at + 1] === true || next[at] === true : overlaps[at] === true && char === other);
    }
    overlaps = next;
  }
  return overlaps.at(-1) === true;
}

/** Whether the patterns have different characters before the first star: most that do not overlap are told apart by that. */
function differAtStart(left: string, right: string): boolean {
  let at = 0;
  while (at < left.length && left[at] === right[at] && left[at] !== '*') at++;
  return left[at] !== right[at] && left[at] !== '*' && right[at] !== '*';
}
