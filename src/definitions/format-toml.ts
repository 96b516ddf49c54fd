import { parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import { equalJson } from '../values/equal-json.js';
import { formatLists } from './format-lists.js';
import { formatMetadataFirst, formatOrder } from './format-order.js';
import { formatBlankLines, formatSpacing } from './format-spacing.js';
import type { EditedToml } from './edit-toml.js';
import { parseToml } from './parse-toml.js';
import { plainText, spliceToml } from './splice-toml.js';
import type { Change } from './splice-toml.js';

/** A step of the formatter: what it would change in a text. */
export type FormatStep = (program: AST.TOMLProgram, text: string) => readonly Change[];

/** In this order; each reads what the one before it left. */
const STEPS: readonly FormatStep[] = [formatSpacing, formatLists, formatMetadataFirst, formatOrder, formatBlankLines];

/**
 * The text of a TOML file in canonical layout, that of elastic/detection-rules' own files: ` = ` between key and value, lists of texts one
 * item a line where they are long or over several lines, `[metadata]` first, the keys of rules in order (long texts such as the query may
 * come last), no blanks at line ends, never more than three empty lines.
 *
 * Comments stay with the key that they stand above or behind; quotes, BOM and line ends stay. Formatting the result again changes nothing.
 * The result is read again: where a value or a comment would change there is a problem and no text. A file that is not TOML has a problem.
 */
export function formatToml(raw: string): EditedToml {
  const before = parseToml('', raw);
  if (before.table === undefined) return { problem: before.diagnostics[0]?.what ?? 'The file is not TOML.' };
  let text = raw === '' || raw.endsWith('\n') ? raw : `${raw}${raw.includes('\r\n') ? '\r\n' : '\n'}`;
  let program = parse(text);
  const comments = commentsOf(program);
  for (const step of STEPS) {
    const changes = step(program, plainText(text));
    if (changes.length === 0) continue;
    const next = spliceToml(text, changes);
    if (next === text) continue;
    text = next;
    program = parse(text);
  }
  const after = parseToml('', text);
  const isSame = after.table !== undefined && equalJson(before.table, after.table) && commentsOf(program) === comments;
  return isSame
    ? { text }
    : { problem: 'The file cannot be formatted without changing what it says. Format it by hand.' };
}

function parse(text: string): AST.TOMLProgram {
  return parseTOML(plainText(text), { tomlVersion: '1.0' });
}

/** All comments, in an order that does not depend on where they stand. */
function commentsOf({ comments }: AST.TOMLProgram): string {
  return comments
    .map(({ value }) => value.trimEnd())
    .sort()
    .join('\n');
}
