/** The range of lines of a section: its heading, and the first line after it. */
interface Section {
  readonly start: number;
  readonly end: number;
}

/**
 * A guide without its `## Setup` section, and the text of that section, which ends at the next heading of any level; undefined where the
 * guide has none. Both are trimmed. Headings in code fences are none.
 */
export function splitSetup(note: string): { readonly note: string; readonly setup: string } | undefined {
  const lines = note.split('\n');
  const section = setupSection(lines);
  if (section === undefined) return undefined;
  const body = lines.slice(section.start + 1, section.end).join('\n');
  const setup = body.trim();
  // What stood around the section stays as it is, blank lines too, as in what elastic/detection-rules ships.
  const before = lines.slice(0, section.start).map((line) => `${line}\n`);
  const after = lines.slice(section.end).map((line) => `\n${line}`);
  return { note: `${before.join('')}${body.slice(body.trimEnd().length)}${after.join('')}`.trim(), setup };
}

function setupSection(lines: readonly string[]): Section | undefined {
  let fenced = false;
  let start: number | undefined;
  for (const [at, line] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || !/^#{1,6}\s/.test(line)) continue;
    if (start !== undefined) return { start, end: at };
    if (/^## Setup\s*$/.test(line)) start = at;
  }
  return start === undefined ? undefined : { start, end: lines.length };
}
