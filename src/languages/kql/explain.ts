import type { Finding, Range } from '../../diagnostics/diagnostic.js';
import type { KqlNode, KqlTerm, KqlValue } from './ast.js';
import { termText } from './ast.js';
import { isSpace, keywordAt } from './scan.js';
import type { KqlScanner } from './scan.js';
import { fail } from './syntax-error.js';

const AS_KIBANA = 'Kibana refuses the query, so the rule would fail at every run.';

/** Reports that a clause had to start here. */
export function expectedClause(scanner: KqlScanner): never {
  const { at, text } = scanner;
  const found = foundAt(text, at);
  if (keywordAt(text, at)) {
    return fail(
      'missing-clause',
      at,
      at + 3,
      'Expected a clause but found "not".',
      `One "not" may stand before a clause. ${AS_KIBANA}`,
      'Remove one "not", or put the inner one in brackets: not (not …).',
    );
  }
  const previous = wordBefore(text, at);
  const fix = KEYWORDS.has(previous)
    ? `Write what "${previous}" should join, or remove it.`
    : text[at] === ':' || text[at] === '<' || text[at] === '>'
      ? 'Write the field name before the operator, as in process.name: cmd.exe.'
      : 'Write a clause such as field: value, or remove the brackets.';
  return fail('missing-clause', at, at + 1, `Expected a clause but found ${found}.`, AS_KIBANA, fix);
}

/** Reports that a value of the field had to start here. */
export function expectedValue(scanner: KqlScanner, field: KqlTerm): never {
  const { at, text } = scanner;
  const name = termText(field);
  if (keywordAt(text, at)) {
    return fail(
      'missing-value',
      at,
      at + 3,
      `Expected a value of "${name}" but found "not".`,
      `After a field, "not" may stand only inside brackets. ${AS_KIBANA}`,
      `Write not ${name}: value, or ${name}: (not value).`,
    );
  }
  return fail(
    'missing-value',
    at,
    at + 1,
    `Expected a value of "${name}" but found ${foundAt(text, at)}.`,
    AS_KIBANA,
    `Write a value, as in ${name}: value, or ${name}: * for documents that have the field.`,
  );
}

/** Reports that the query, or the group that `open` started, had to end here, or go on with `and` or `or`. */
export function expectedEnd(scanner: KqlScanner, open?: { bracket: ')' | '}'; opened: number }): never {
  const { at, text } = scanner;
  if (open !== undefined && text[at] === undefined) {
    return fail(
      'unclosed-bracket',
      open.opened,
      open.opened + 1,
      `Expected "and", "or" or "${open.bracket}" but the query ends.`,
      `The bracket is not closed. ${AS_KIBANA}`,
      `Add the closing "${open.bracket}".`,
    );
  }
  const previous = wordBefore(text, at);
  if (KEYWORDS.has(previous) && text[at] === '(') {
    return fail(
      'unexpected-text',
      at,
      at + 1,
      `"${previous}" stands directly before a bracket.`,
      `Without white space Kibana reads "${previous}" as a value, not as an operator.`,
      `Write "${previous} (".`,
    );
  }
  if (keywordAt(text, at)) {
    return fail(
      'keyword-in-value',
      at,
      at + 3,
      'Expected "and" or "or" before "not".',
      'Outside quotes "not" followed by white space always ends a value, even inside a word or between wildcards.',
      'Join the clauses with "and not", put the value in quotes, or write \\u006eot for the text "not".',
    );
  }
  const expected = open === undefined ? '"and", "or" or the end of the query' : `"and", "or" or "${open.bracket}"`;
  return fail(
    'unexpected-text',
    at,
    at + 1,
    `Expected ${expected} but found ${foundAt(text, at)}.`,
    AS_KIBANA,
    fixFor(text, at, previous),
  );
}

const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

function fixFor(text: string, at: number, previous: string): string {
  const char = text[at] ?? '';
  if (char === ')' || char === '}') return `Remove the "${char}", or add the bracket that it closes.`;
  if (char === ':') return fixForColon(text.slice(0, at));
  if (char === '"') {
    if (text[at - 1] !== '"' && ['=', '=='].includes(lastToken(text, at))) return 'Write ":" instead of "=".';
    return 'Join values with "and" or "or" in brackets, as in field: ("a" or "b"), and write \\" for a quote inside a value.';
  }
  if (text.startsWith('&&', at)) return 'Write "and" instead of "&&".';
  if (text.startsWith('||', at)) return 'Write "or" instead of "||".';
  const word = wordAfter(text, at);
  if (word === 'and' || word === 'or') return `Write a clause after "${word}", with white space between, or remove it.`;
  if (char === '(' && previous !== '') return 'Put ":" between the field and its values, or "and" between clauses.';
  return `Join clauses with "and" or "or"; in an unquoted value write \\${char} for the character itself.`;
}

function foundAt(text: string, at: number): string {
  const char = text.codePointAt(at);
  return char === undefined ? 'the end of the query' : `"${String.fromCodePoint(char)}"`;
}

function lastToken(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - 8), at)
      .trim()
      .split(/\s/)
      .at(-1) ?? ''
  );
}

function wordBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && isSpace(text[end - 1])) end--;
  let start = end;
  while (start > 0 && isLetter(text[start - 1])) start--;
  return text.slice(start, end).toLowerCase();
}

function wordAfter(text: string, at: number): string {
  let end = at;
  while (isLetter(text[end])) end++;
  return text.slice(at, end).toLowerCase();
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
}

/** Warns where a valid query probably means something else than it says: operators of other languages read as text. */
export function misreadOperators(node: KqlNode): readonly Finding[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(misreadOperators);
    case 'Not':
    case 'Nested':
      return misreadOperators(node.clause);
    case 'Match':
      return [...spacedField(node.field), ...values(node.value).flatMap(operatorInValue)];
    case 'Range':
      return [...spacedField(node.field), ...operatorInValue(node.value)];
    case 'Exists':
      return spacedField(node.field);
    case 'FreeText':
      return freeText(node.value);
    case 'MatchAll':
      return [];
  }
}

function values(value: KqlValue): readonly KqlTerm[] {
  switch (value.kind) {
    case 'ValueAnd':
    case 'ValueOr':
      return value.values.flatMap(values);
    case 'ValueNot':
      return values(value.value);
    default:
      return [value];
  }
}

function spacedField(field: KqlTerm): readonly Finding[] {
  const name = termText(field);
  if (isQuoted(field) || !Array.from(name).some(isSpace)) return [];
  return warning(
    'field-with-space',
    field.range,
    `The field name is "${name}", white space included.`,
    'No field has such a name, so the clause never matches.',
    'Put "and" or "or" between the words, or remove those that do not belong to the name.',
  );
}

function operatorInValue(value: KqlTerm): readonly Finding[] {
  const operator = isQuoted(value) ? undefined : operatorIn(termText(value));
  if (operator === undefined) return [];
  return warning(
    'operator-in-value',
    value.range,
    `"${operator}" is part of the value "${termText(value)}".`,
    'KQL has no such operator, so it searches for the text.',
    `Write "${operator === '&&' ? 'and' : 'or'}" to join clauses, or put the value in quotes.`,
  );
}

function freeText(value: KqlTerm): readonly Finding[] {
  const text = termText(value);
  if (isQuoted(value) || !Array.from(text).some((char) => char === '=' || isSpace(char))) return operatorInValue(value);
  return warning(
    'free-text',
    value.range,
    `"${text}" is searched as a text in all fields.`,
    'There is no ":" between a field and a value, so KQL sees neither.',
    'Write field: value, or put the text in quotes if it is meant as one.',
  );
}

function operatorIn(text: string): string | undefined {
  return text.split(/\s+/).find((word) => word === '&&' || word === '||');
}

function isQuoted(term: KqlTerm): boolean {
  return term.kind === 'Literal' && term.quoted;
}

function warning(name: string, range: Range, what: string, why: string, fix: string): readonly Finding[] {
  return [{ code: `kql/${name}`, severity: 'warning', what, why, fix, range }];
}

/** A second colon stands in a value, or in the next clause behind what other languages write for "and" and "or". */
function fixForColon(before: string): string {
  const symbol = / (&&|\|\|) /u.exec(before)?.[1];
  if (symbol !== undefined) return `Write "${symbol === '&&' ? 'and' : 'or'}" instead of "${symbol}".`;
  return 'Put a value with a colon in quotes, or write \\: for the colon.';
}
