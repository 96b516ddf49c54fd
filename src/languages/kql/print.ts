import type { KqlNode, KqlRangeOperator, KqlTerm, KqlValue } from './ast.js';
import { isSpace, SPECIAL } from './scan.js';

/**
 * Prints a tree on one line, with the fewest brackets; reading the text again gives the same tree, positions aside.
 * Lower-case operators, `field: value`, lists as `field: (a or b)`; the empty query is the empty text.
 */
export function printKql(node: KqlNode): string {
  switch (node.kind) {
    case 'MatchAll':
      return '';
    case 'And':
      return node.clauses.map((clause) => grouped(clause, ['And', 'Or'])).join(' and ');
    case 'Or':
      return node.clauses.map((clause) => grouped(clause, ['Or'])).join(' or ');
    case 'Not':
      return `not ${grouped(node.clause, ['And', 'Or', 'Not'])}`;
    case 'Match':
      return `${printTerm(node.field)}: ${isTerm(node.value) ? printTerm(node.value) : `(${printValue(node.value)})`}`;
    case 'Range':
      return `${printTerm(node.field)} ${SYMBOLS[node.operator]} ${printTerm(node.value)}`;
    case 'Exists':
      return `${printTerm(node.field)}: *`;
    case 'Nested':
      return `${printTerm(node.path)}: { ${printKql(node.clause)} }`;
    case 'FreeText':
      return printTerm(node.value);
  }
}

const SYMBOLS: { readonly [operator in KqlRangeOperator]: string } = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function grouped(node: KqlNode, kinds: readonly KqlNode['kind'][]): string {
  return kinds.includes(node.kind) ? `(${printKql(node)})` : printKql(node);
}

function printValue(value: KqlValue): string {
  switch (value.kind) {
    case 'ValueAnd':
      return value.values.map((item) => groupedValue(item, ['ValueAnd', 'ValueOr'])).join(' and ');
    case 'ValueOr':
      return value.values.map((item) => groupedValue(item, ['ValueOr'])).join(' or ');
    case 'ValueNot':
      return `not ${groupedValue(value.value, ['ValueAnd', 'ValueOr', 'ValueNot'])}`;
    default:
      return printTerm(value);
  }
}

function groupedValue(value: KqlValue, kinds: readonly KqlValue['kind'][]): string {
  return kinds.includes(value.kind) ? `(${printValue(value)})` : printValue(value);
}

function isTerm(value: KqlValue): value is KqlTerm {
  return value.kind === 'Literal' || value.kind === 'Wildcard';
}

function printTerm(term: KqlTerm): string {
  if (term.kind === 'Wildcard') return printUnquoted(term.parts);
  if (typeof term.value !== 'string') return String(term.value);
  return term.quoted ? printQuoted(term.value) : printUnquoted([term.value]);
}

function printQuoted(value: string): string {
  return `"${Array.from(value, (char) => (char === '"' || char === '\\' ? `\\${char}` : (CONTROL.get(char) ?? char))).join('')}"`;
}

function printUnquoted(parts: readonly string[]): string {
  // Stars count for where words start and end, so keywords are looked for in the joined text.
  const text = parts.join('*');
  // White space around a value is dropped, so this is how an empty one can be written.
  if (text === '') return '\\t';
  const stars = new Set<number>();
  let star = -1;
  for (const part of parts.slice(0, -1)) stars.add((star += part.length + 1));
  let printed = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (stars.has(at)) printed += '*';
    else if (SPECIAL.has(char)) printed += `\\${char}`;
    else printed += CONTROL.get(char) ?? printPlain(text, at, char);
  }
  return printed;
}

/** Keeps the letters of an escaped keyword from being read as the keyword. */
function printPlain(text: string, at: number, char: string): string {
  const endsWord = (length: number): boolean => at + length >= text.length || isSpace(text[at + length]);
  const starts = (word: string): boolean => text.slice(at, at + word.length).toLowerCase() === word;
  // "\not" would read as a line end and "ot", so the n is spelt by its number.
  if (starts('not') && endsWord(3)) return `\\u00${char.charCodeAt(0).toString(16)}`;
  const startsWord = at === 0 || isSpace(text[at - 1]);
  return startsWord && ((starts('or') && endsWord(2)) || (starts('and') && endsWord(3))) ? `\\${char}` : char;
}

const CONTROL: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\n', '\\n'],
]);
