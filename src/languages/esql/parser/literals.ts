import type { Range } from '../../../diagnostics/diagnostic.js';
import type { JsonValue } from '../../../values/json.js';
import type { Expression, ListLiteral } from '../ast.js';
import { isTimeUnit } from '../time-units.js';
import type { Cursor } from './cursor.js';
import { isIdentifier, parameterNamed, unknownParameter } from './names.js';
import type { Token } from './scanner.js';

type Item = ListLiteral['items'][number];

/** Whether a constant starts at the next token. */
export function startsConstant(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token.type === 'integer' || token.type === 'decimal' || token.type === 'string') return true;
  if (token.type === 'symbol' && (token.text === '-' || token.text === '+')) {
    const second = cursor.peekSecond();
    return second.type === 'integer' || second.type === 'decimal';
  }
  return (
    token.text === '[' || ['null', 'true', 'false'].includes(token.text.toLowerCase()) || token.type === 'parameter'
  );
}

/** A constant: literal, time span, list or parameter. */
export function constant(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (!startsConstant(cursor)) cursor.unexpected('a constant');
  if (token.text === '[') return list(cursor);
  if (token.type === 'parameter') return parameter(cursor);
  const word = token.type === 'word' ? token.text.toLowerCase() : '';
  if (word === 'null') {
    cursor.take();
    return { kind: 'Null', range: cursor.rangeFrom(token.start) };
  }
  const item = scalar(cursor);
  if (item.kind === 'Integer' && cursor.peek().type === 'word' && isIdentifier(cursor.peek())) {
    return timeSpan(cursor, item.value, token.start);
  }
  return item;
}

function timeSpan(cursor: Cursor, quantity: bigint, start: number): Expression {
  const unit = cursor.take();
  if (!isTimeUnit(unit.text)) {
    cursor.fail(
      { start, end: unit.end },
      'esql/time-unit',
      `Unexpected temporal unit: '${unit.text}'`,
      'A number followed by a word is a time span, and the word is no unit of time.',
      'Use milliseconds, seconds, minutes, hours, days, weeks, months, quarters or years.',
    );
  }
  return { kind: 'TimeSpan', quantity, unit: unit.text, range: cursor.rangeFrom(start) };
}

function scalar(cursor: Cursor): Item {
  const start = cursor.peek().start;
  let sign = '';
  if (cursor.isSymbol('-') || cursor.isSymbol('+')) sign = cursor.take().text === '-' ? '-' : '';
  const token = cursor.take();
  const range = cursor.rangeFrom(start);
  const word = token.text.toLowerCase();
  switch (token.type) {
    case 'string':
      return { kind: 'String', value: token.value, range };
    case 'integer':
      return { kind: 'Integer', value: BigInt(sign + token.text), range };
    case 'decimal':
      return { kind: 'Decimal', value: decimal(cursor, token, sign), range };
    default:
      if (word !== 'true' && word !== 'false') {
        cursor.reset(token.start);
        cursor.unexpected('a constant');
      }
      return { kind: 'Boolean', value: word === 'true', range };
  }
}

function decimal(cursor: Cursor, token: Token, sign: string): number {
  const value = Number(sign + token.text);
  if (Number.isFinite(value)) return value;
  return cursor.fail(
    token,
    'esql/number',
    `Number [${token.text}] is too large`,
    'Doubles reach from -1.8E308 to 1.8E308.',
    'Use a smaller number.',
  );
}

function list(cursor: Cursor): Expression {
  const start = cursor.take().start;
  const items = [scalar(cursor)];
  while (cursor.acceptSymbol(',')) {
    items.push(scalar(cursor));
    if (listKind(items[0]) !== listKind(items.at(-1))) {
      cursor.reset(items.at(-1)?.range.start ?? cursor.end);
      cursor.unexpected(`a constant of the list's kind (${listKind(items[0])})`);
    }
  }
  cursor.expectSymbol(']');
  return { kind: 'List', items, range: cursor.rangeFrom(start) };
}

function listKind(item: Item | undefined): string {
  if (item?.kind === 'Integer' || item?.kind === 'Decimal') return 'number';
  return item?.kind.toLowerCase() ?? '';
}

function parameter(cursor: Cursor): Expression {
  const token = cursor.take();
  const range = cursor.rangeFrom(token.start);
  if (cursor.parameters === undefined) return { kind: 'Parameter', text: token.text, range };
  const key = token.text.replace(/^\?+/, '');
  const found = parameterNamed(cursor, key);
  if (found === undefined) return unknownParameter(cursor, token, key);
  if (found.kind !== 'value') return { kind: 'Column', name: found.value, range };
  return parameterValue(found.value, range);
}

/** The literal that a parameter's value stands for; objects become null, arrays lists. */
function parameterValue(value: JsonValue, range: Range): Expression {
  if (typeof value === 'object') {
    if (!Array.isArray(value)) return { kind: 'Null', range };
    const items = value.map((item: JsonValue) => parameterValue(item, range)).filter(isItem);
    return items.length === 0 ? { kind: 'Null', range } : { kind: 'List', items, range };
  }
  if (typeof value === 'string') return { kind: 'String', value, range };
  if (typeof value === 'boolean') return { kind: 'Boolean', value, range };
  if (typeof value === 'bigint') return { kind: 'Integer', value, range };
  return Number.isInteger(value) ? { kind: 'Integer', value: BigInt(value), range } : { kind: 'Decimal', value, range };
}

function isItem(expression: Expression): expression is Item {
  return ['Integer', 'Decimal', 'Boolean', 'String'].includes(expression.kind);
}
