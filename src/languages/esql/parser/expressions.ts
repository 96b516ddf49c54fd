import type { Column, Expression, Field, Like, MapEntry, MapLiteral, Parameter, StringLiteral } from '../ast.js';
import type { Cursor } from './cursor.js';
import { constant, startsConstant } from './literals.js';
import { commaList, identifierParameter, isIdentifier, qualifiedName } from './names.js';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Any expression: OR binds loosest, then AND, NOT, comparisons, `+ -`, `* / %`, signs, `::`. */
export function expression(cursor: Cursor): Expression {
  return cursor.nested(() => logical(cursor, 'or'));
}

function logical(cursor: Cursor, operator: 'or' | 'and'): Expression {
  const start = cursor.peek().start;
  const operand = (): Expression => (operator === 'or' ? logical(cursor, 'and') : negation(cursor));
  const operands = [operand()];
  while (cursor.acceptWord(operator)) operands.push(operand());
  const [first] = operands;
  if (operands.length === 1 && first !== undefined) return first;
  return { kind: 'Logical', operator, operands, range: cursor.rangeFrom(start) };
}

function negation(cursor: Cursor): Expression {
  const start = cursor.peek().start;
  if (!cursor.acceptWord('not')) return predicate(cursor);
  const operand = cursor.nested(() => negation(cursor));
  return { kind: 'Not', operand, range: cursor.rangeFrom(start) };
}

/** A comparison, and what may follow one: IN, IS NULL, LIKE, RLIKE, `:`. */
function predicate(cursor: Cursor): Expression {
  const start = cursor.peek().start;
  const value = comparison(cursor);
  if (cursor.isSymbol(':') && isMatchable(value)) {
    cursor.take();
    const query = constant(cursor);
    return { kind: 'Match', field: value, query, range: cursor.rangeFrom(start) };
  }
  if (cursor.acceptWord('is')) {
    const negated = cursor.acceptWord('not');
    cursor.expectWord('null');
    return { kind: 'IsNull', negated, operand: value, range: cursor.rangeFrom(start) };
  }
  const before = cursor.end;
  const negated = cursor.acceptWord('not');
  if (cursor.acceptWord('in')) return membership(cursor, value, negated, start);
  if (cursor.isWord('like') || cursor.isWord('rlike')) return like(cursor, value, negated, start);
  cursor.reset(before);
  return value;
}

function isMatchable(value: Expression): boolean {
  return value.kind === 'Column' || (value.kind === 'Cast' && value.operand.kind === 'Column');
}

function membership(cursor: Cursor, operand: Expression, negated: boolean, start: number): Expression {
  cursor.expectSymbol('(');
  if (cursor.isWord('from') && cursor.peekSecond().type !== 'symbol') {
    cursor.fail(
      cursor.peek(),
      'esql/unsupported',
      'IN with a subquery is not supported',
      'dragnet cannot check or run it.',
      'Use LOOKUP JOIN, or list the values.',
    );
  }
  const items = commaList(cursor, () => cursor.nested(() => comparison(cursor)));
  cursor.expectSymbol(')');
  return { kind: 'In', negated, operand, items, range: cursor.rangeFrom(start) };
}

function like(cursor: Cursor, operand: Expression, negated: boolean, start: number): Expression {
  const syntax = cursor.take().text.toLowerCase() === 'like' ? 'like' : 'rlike';
  const list = cursor.acceptSymbol('(');
  const patterns = list ? commaList(cursor, () => pattern(cursor)) : [pattern(cursor)];
  if (list) cursor.expectSymbol(')');
  const node: Like = { kind: 'Like', syntax, negated, operand, patterns, list, range: cursor.rangeFrom(start) };
  return node;
}

function pattern(cursor: Cursor): StringLiteral | Parameter {
  if (cursor.peek().type === 'parameter') {
    const value = constant(cursor);
    if (value.kind === 'String' || value.kind === 'Parameter') return value;
    cursor.fail(
      value.range,
      'esql/parameter',
      'Invalid pattern parameter: it must be a string',
      'LIKE and RLIKE need a pattern.',
      'Pass a string.',
    );
  }
  const token = cursor.expectString();
  return { kind: 'String', value: token.value, range: cursor.rangeFrom(token.start) };
}

function comparison(cursor: Cursor): Expression {
  const start = cursor.peek().start;
  const left = arithmetic(cursor, 'sum');
  const token = cursor.peek();
  if (token.type !== 'symbol' || !COMPARISONS.has(token.text)) return left;
  cursor.take();
  const right = arithmetic(cursor, 'sum');
  const operator = token.text as '==';
  return { kind: 'Comparison', operator, left, right, range: cursor.rangeFrom(start) };
}

const OPERATORS = { sum: ['+', '-'], product: ['*', '/', '%'] } as const;

function arithmetic(cursor: Cursor, level: 'sum' | 'product'): Expression {
  const start = cursor.peek().start;
  const operand = (): Expression => (level === 'sum' ? arithmetic(cursor, 'product') : unary(cursor));
  const operators = OPERATORS[level] as readonly ('+' | '-' | '*' | '/' | '%')[];
  let left = operand();
  let count = 0;
  for (;;) {
    const token = cursor.peek();
    const operator = operators.find((known) => token.type === 'symbol' && token.text === known);
    if (operator === undefined) return left;
    if ((count += 1) > 400) cursor.nested(() => tooLong(cursor));
    cursor.take();
    left = { kind: 'Arithmetic', operator, left, right: operand(), range: cursor.rangeFrom(start) };
  }
}

function tooLong(cursor: Cursor): never {
  return cursor.fail(
    cursor.peek(),
    'esql/too-deep',
    'ESQL statement exceeded the maximum expression depth allowed (400)',
    'Elasticsearch refuses the query.',
    'Split the expression over several EVAL commands.',
  );
}

function unary(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.type === 'symbol' && (token.text === '-' || token.text === '+') && !startsConstant(cursor)) {
    cursor.take();
    const operand = cursor.nested(() => unary(cursor));
    return { kind: 'Negate', sign: token.text, operand, range: cursor.rangeFrom(token.start) };
  }
  return primary(cursor);
}

/** A constant, column, call or parenthesis, with the casts that follow it. */
export function primary(cursor: Cursor): Expression {
  const start = cursor.peek().start;
  let operand = atom(cursor);
  let casts = 0;
  while (cursor.isSymbol('::')) {
    if ((casts += 1) > 400) tooLong(cursor);
    cursor.take();
    const type = cursor.peek();
    if (!isIdentifier(type)) cursor.unexpected('a type name');
    cursor.take();
    operand = { kind: 'Cast', operand, type: type.value, range: cursor.rangeFrom(start) };
  }
  return operand;
}

function atom(cursor: Cursor): Expression {
  if (cursor.acceptSymbol('(')) {
    const inner = expression(cursor);
    cursor.expectSymbol(')');
    return inner;
  }
  const second = cursor.peekSecond();
  const token = cursor.peek();
  if (second.text === '(' && isFunctionName(token)) return call(cursor);
  if (token.type === 'parameter' && (token.text.startsWith('??') || second.text === '.')) return qualifiedName(cursor);
  if (startsConstant(cursor)) return constant(cursor);
  if (!isIdentifier(token)) cursor.unexpected('an expression');
  return qualifiedName(cursor);
}

function isFunctionName(token: ReturnType<Cursor['peek']>): boolean {
  return isIdentifier(token) || (token.type === 'word' && ['first', 'last'].includes(token.text.toLowerCase()));
}

function call(cursor: Cursor): Expression {
  const token = cursor.take();
  const name = token.type === 'parameter' ? identifierParameter(cursor, token) : token.value;
  cursor.expectSymbol('(');
  const args: Expression[] = [];
  if (cursor.isSymbol('*')) {
    const star = cursor.take();
    args.push({ kind: 'Star', range: { start: star.start, end: star.end } });
  } else if (!cursor.isSymbol(')')) {
    do {
      args.push(cursor.isSymbol('{') ? mapLiteral(cursor) : expression(cursor));
    } while (args.at(-1)?.kind !== 'Map' && cursor.acceptSymbol(','));
  }
  cursor.expectSymbol(')');
  return { kind: 'Call', name, arguments: args, range: cursor.rangeFrom(token.start) };
}

/** `{"key": constant, …}` */
export function mapLiteral(cursor: Cursor): MapLiteral {
  const start = cursor.expectSymbol('{').start;
  const entries = cursor.isSymbol('}') ? [] : commaList(cursor, () => mapEntry(cursor));
  cursor.expectSymbol('}');
  return { kind: 'Map', entries, range: cursor.rangeFrom(start) };
}

function mapEntry(cursor: Cursor): MapEntry {
  const key = cursor.expectString();
  cursor.expectSymbol(':');
  const value = cursor.isSymbol('{') ? cursor.nested(() => mapLiteral(cursor)) : constant(cursor);
  return { kind: 'MapEntry', key: key.value, value, range: cursor.rangeFrom(key.start) };
}

/** `name = expression`, or an expression alone, which is named after its text. */
export function field(cursor: Cursor): Field {
  const start = cursor.peek().start;
  const alias = fieldAlias(cursor);
  const from = cursor.peek().start;
  const value = expression(cursor);
  const name = alias?.name ?? cursor.text.slice(from, cursor.end);
  return {
    kind: 'Field',
    name,
    ...(alias && { alias: toName(alias) }),
    expression: value,
    range: cursor.rangeFrom(start),
  };
}

function toName(column: Column): NonNullable<Field['alias']> {
  return { kind: 'Name', name: column.name, range: column.range };
}

/** Reads `name =` if it is there; otherwise stays where it is. */
export function fieldAlias(cursor: Cursor): Column | undefined {
  if (!isIdentifier(cursor.peek())) return undefined;
  const second = cursor.peekSecond().text;
  if (second !== '=' && second !== '.') return undefined;
  const before = cursor.end;
  const name = qualifiedName(cursor);
  if (cursor.acceptSymbol('=')) return name;
  cursor.reset(before);
  return undefined;
}
