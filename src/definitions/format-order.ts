import type { AST } from 'toml-eslint-parser';
import { compareTexts } from '../values/text-order.js';
import type { Change } from './splice-toml.js';

/** Keys of `[rule]` with texts of many lines, which may stand behind all others. */
const LONG: ReadonlySet<string> = new Set(['query', 'threat_query', 'note', 'setup']);

/** Tables whose keys have an order: those of rules. A list of tables at the top, as in tests, is in the order of its author. */
const ORDERED: ReadonlySet<string> = new Set(['metadata', 'rule']);

/** The keys of `[metadata]`, `[rule]` and the tables in them in order. */
export function formatOrder(program: AST.TOMLProgram, text: string): readonly Change[] {
  return tablesOfRule(program).flatMap((table) => {
    const [top] = table.resolvedKey;
    return typeof top === 'string' && ORDERED.has(top) ? orderedBody(table, text) : [];
  });
}

/** `[metadata]` and its tables, with the comments in front of them, move to the front of the file. */
export function formatMetadataFirst(program: AST.TOMLProgram, text: string): readonly Change[] {
  const tables = tablesOfRule(program);
  const isMetadata = ({ resolvedKey }: AST.TOMLTable): boolean => resolvedKey[0] === 'metadata';
  const at = tables.findIndex(isMetadata);
  if (at <= 0) return [];
  const after = tables.findIndex((table, index) => index > at && !isMetadata(table));
  // Tables of metadata in several places stay where they are.
  if (after >= 0 && tables.slice(after).some(isMetadata)) return [];
  const [front, start] = [frontOf(tables[0], text), frontOf(tables[at], text)];
  const end = after < 0 ? text.length : frontOf(tables[after], text);
  const [others, metadata] = [text.slice(front, start).trimEnd(), text.slice(start, end).trim()];
  return [{ start: front, end, text: `${metadata}\n\n${others}\n${after < 0 ? '' : '\n'}` }];
}

/** The tables of a rule's file; none for other files, and for keys in front of all tables, which nothing may move before. */
function tablesOfRule(program: AST.TOMLProgram): readonly AST.TOMLTable[] {
  const nodes = program.body[0].body;
  const tables = nodes.filter((node) => node.type === 'TOMLTable');
  return tables.length === nodes.length && tables.some(({ resolvedKey }) => resolvedKey[0] === 'rule') ? tables : [];
}

/** Where the comment lines right above a table begin. */
function frontOf(table: AST.TOMLTable | undefined, text: string): number {
  let start = table?.range[0] ?? 0;
  for (;;) {
    const line = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^[ \t]*#/.test(text.slice(line, start))) return start;
    start = line;
  }
}

interface Block {
  readonly key: string;
  readonly text: string;
}

/** The lines of a table, each entry with the comments above and behind it. */
function orderedBody({ body, key }: AST.TOMLTable, text: string): readonly Change[] {
  const names = body.map((entry) => nameOf(entry));
  const wanted = orderOf(names);
  if (wanted.every((index, at) => index === at)) return [];
  const start = lineEnd(text, key.range[1]);
  let from = start;
  const blocks = body.map((entry, at): Block => {
    const end = lineEnd(text, entry.range[1]);
    const block = { key: names[at] ?? '', text: text.slice(from, end) };
    from = end;
    return block;
  });
  const sorted = wanted.map((index) => blocks[index]?.text ?? '').join('');
  return [{ start, end: from, text: sorted.replace(/^\n+/, '') }];
}

/** The indices of names in order. Long texts behind all short ones stay there, in their order. */
function orderOf(names: readonly string[]): readonly number[] {
  const indices = names.map((_, at) => at);
  const short = indices.filter((at) => !LONG.has(names[at] ?? ''));
  const isSorted = short.every(
    (at, place) => place === 0 || compareTexts(names[short[place - 1] ?? 0] ?? '', names[at] ?? '') <= 0,
  );
  if (isSorted) return indices;
  const last = short.at(-1) ?? -1;
  const rest = indices.filter((at) => at <= last);
  const byName = [...rest].sort((left, right) => compareTexts(names[left] ?? '', names[right] ?? '') || left - right);
  return [...byName, ...indices.filter((at) => at > last)];
}

function nameOf({ key }: AST.TOMLKeyValue): string {
  const [first] = key.keys;
  return first === undefined ? '' : first.type === 'TOMLBare' ? first.name : first.value;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
