import type { Column, Name, NamePattern } from '../ast.js';
import type { Cursor } from './cursor.js';
import { RESERVED_WORDS } from './reserved.js';
import type { LexMode, Token } from './scanner.js';

/** Whether a token can be (a part of) a column name in an expression. */
export function isIdentifier(token: Token): boolean {
  if (token.type === 'word') return !RESERVED_WORDS.has(token.text.toLowerCase());
  return token.type === 'quoted' || (token.type === 'parameter' && token.text.startsWith('?'));
}

/** `a.b.c`, parts quoted or not; blanks around the dots are allowed. */
export function qualifiedName(cursor: Cursor): Column {
  const start = cursor.peek().start;
  let name = identifier(cursor);
  while (cursor.isSymbol('.') && cursor.peekSecond().type !== 'integer') {
    cursor.take();
    name += `.${identifier(cursor)}`;
  }
  return { kind: 'Column', name, range: cursor.rangeFrom(start) };
}

function identifier(cursor: Cursor): string {
  const token = cursor.peek();
  if (!isIdentifier(token)) cursor.unexpected('an identifier');
  cursor.take();
  return token.type === 'parameter' ? identifierParameter(cursor, token) : token.value;
}

/** The name that `??x` (or `?x` given as an identifier) stands for; the parameter itself while none are given. */
export function identifierParameter(cursor: Cursor, token: Token): string {
  if (cursor.parameters === undefined) return token.text;
  const key = token.text.replace(/^\?+/, '');
  const found = parameterNamed(cursor, key);
  if (found === undefined) return unknownParameter(cursor, token, key);
  if (found.kind !== 'value') return found.value;
  if (typeof found.value === 'string' && token.text.startsWith('??')) return found.value;
  return cursor.fail(
    token,
    'esql/parameter',
    `Query parameter [${token.text}] is a value and cannot be used as an identifier`,
    'Only an identifier can name a column or a function.',
    `Pass it as {"${key}": {"identifier": "name"}}, or write ??${key}.`,
  );
}

/** Looks a parameter up by name or 1-based position; an empty key is the next one in order. */
export function parameterNamed(
  cursor: Cursor,
  key: string,
): NonNullable<Cursor['parameters']>['positional'][number] | undefined {
  if (cursor.parameters === undefined) return undefined;
  if (key === '') return cursor.parameters.positional[cursor.nextPositional() - 1];
  if (/^[0-9]+$/.test(key)) return cursor.parameters.positional[Number(key) - 1];
  return cursor.parameters.named.get(key);
}

function unknownKey(key: string, count: number): string {
  if (!/^[0-9]+$/.test(key)) return `Unknown query parameter [${key}]`;
  const hint =
    count === 0 ? '' : `, did you mean ${count === 1 ? 'position 1' : `any position between 1 and ${count}`}?`;
  return `No parameter is defined for position ${key}${hint}`;
}

/** Refuses a parameter that the request does not give. */
export function unknownParameter(cursor: Cursor, token: Token, key: string): never {
  const count = cursor.parameters?.positional.length ?? 0;
  return cursor.fail(
    token,
    'esql/parameter',
    key === '' ? `Not enough actual parameters ${count}` : unknownKey(key, count),
    'The query has no value for it.',
    'Pass the parameter in `params`.',
  );
}

/** A name outside expressions (RENAME, ENRICH, MV_EXPAND): no word is reserved there; wildcards are refused. */
export function plainName(cursor: Cursor, command: string): Name {
  const pattern = namePattern(cursor);
  if (pattern.parts.length > 1) {
    cursor.fail(
      pattern.range,
      'esql/wildcard',
      `Using wildcards [*] in ${command} is not allowed [${pattern.parts.join('*')}]`,
      'The command needs exactly one column.',
      'Name the column.',
    );
  }
  return { kind: 'Name', name: pattern.parts[0] ?? '', range: pattern.range };
}

/** `a.*.c`: the parts between the wildcards. */
export function namePattern(cursor: Cursor): NamePattern {
  const start = cursor.peek('pattern').start;
  const parts = [''];
  addPieces(cursor, parts);
  while (cursor.isSymbol('.', 'pattern')) {
    cursor.take('pattern');
    addLiteral(parts, '.', false);
    addPieces(cursor, parts);
  }
  return { kind: 'NamePattern', parts, range: cursor.rangeFrom(start) };
}

function addPieces(cursor: Cursor, parts: string[]): void {
  const token = cursor.peek('pattern');
  if (token.type === 'parameter') {
    cursor.take('pattern');
    addLiteral(parts, identifierParameter(cursor, token), isPatternParameter(cursor, token));
    return;
  }
  if (token.type !== 'pattern') cursor.unexpected('a column name', 'pattern');
  cursor.take('pattern');
  for (const piece of token.text.matchAll(/`(?<quoted>(?:[^`]|``)*)`|(?<plain>[^`]+)/g)) {
    const quoted = piece.groups?.['quoted'];
    if (quoted !== undefined) addLiteral(parts, quoted.replaceAll('``', '`'), false);
    else addLiteral(parts, piece[0], true);
  }
}

function isPatternParameter(cursor: Cursor, token: Token): boolean {
  return cursor.parameters?.named.get(token.text.replace(/^\?+/, ''))?.kind === 'pattern';
}

function addLiteral(parts: string[], text: string, wildcards: boolean): void {
  const [first = '', ...rest] = wildcards ? text.split('*') : [text];
  parts.push((parts.pop() ?? '') + first, ...rest);
}

/** A comma list, without a comma at the end. */
export function commaList<T>(cursor: Cursor, item: () => T, mode: LexMode = 'expression'): T[] {
  const items = [item()];
  while (cursor.acceptSymbol(',', mode)) items.push(item());
  return items;
}
