import { unreachable } from '../../values/unreachable.js';
import type { Expression, MapLiteral } from './ast.js';
import { RESERVED_WORDS } from './parser/reserved.js';

/** How tightly an expression binds; an operand that binds less stands in parentheses. */
const PRECEDENCE = {
  or: 1,
  and: 2,
  not: 3,
  predicate: 4,
  comparison: 5,
  sum: 6,
  product: 7,
  sign: 8,
  atom: 9,
} as const;

type Precedence = (typeof PRECEDENCE)[keyof typeof PRECEDENCE];

const PLAIN_PART = /^(?:[a-z][a-z0-9_]*|[_@][a-z0-9_]+)$/i;

/** A string literal: in quotes, with escapes where needed. */
export function printString(text: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (char) => ESCAPES[char] ?? char);
  return `"${escaped}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A column name, in backticks where a part of it is no plain word or (in expressions) is reserved. */
export function printName(name: string, reserved = true): string {
  const plain = name.split('.').every((part) => isPlain(part, reserved));
  return plain || name.startsWith('?') ? name : `\`${name.replaceAll('`', '``')}\``;
}

function isPlain(part: string, reserved: boolean): boolean {
  return PLAIN_PART.test(part) && !(reserved && RESERVED_WORDS.has(part.toLowerCase()));
}

/** Prints an expression in one line, so that parsing the result gives the same tree. */
export function printExpression(node: Expression): string {
  return print(node)[0];
}

function operand(node: Expression, least: Precedence): string {
  const [text, precedence] = print(node);
  return precedence < least ? `(${text})` : text;
}

function print(node: Expression): readonly [string, Precedence] {
  switch (node.kind) {
    case 'Logical': {
      const least = node.operator === 'or' ? PRECEDENCE.and : PRECEDENCE.not;
      const text = node.operands.map((item) => operand(item, least)).join(` ${node.operator.toUpperCase()} `);
      return [text, PRECEDENCE[node.operator]];
    }
    case 'Not':
      return [`NOT ${operand(node.operand, PRECEDENCE.not)}`, PRECEDENCE.not];
    case 'In':
    case 'IsNull':
    case 'Like':
    case 'Match':
      return [predicate(node), PRECEDENCE.predicate];
    case 'Comparison': {
      const [left, right] = [operand(node.left, PRECEDENCE.sum), operand(node.right, PRECEDENCE.sum)];
      return [`${left} ${node.operator} ${right}`, PRECEDENCE.comparison];
    }
    case 'Arithmetic': {
      const own = node.operator === '+' || node.operator === '-' ? PRECEDENCE.sum : PRECEDENCE.product;
      const right = operand(node.right, (own + 1) as Precedence);
      return [`${operand(node.left, own)} ${node.operator} ${right}`, own];
    }
    case 'Negate':
      return [`${node.sign}${signOperand(node.operand)}`, PRECEDENCE.sign];
    case 'Cast':
      return [`${operand(node.operand, PRECEDENCE.atom)}::${printName(node.type)}`, PRECEDENCE.atom];
    default:
      return [atom(node), PRECEDENCE.atom];
  }
}

/** `-1` alone would be read as a number, and `--` needs a gap: both get parentheses. */
function signOperand(node: Expression): string {
  const text = operand(node, PRECEDENCE.sign);
  return /^[-+.0-9]/.test(text) ? `(${text})` : text;
}

function predicate(node: Extract<Expression, { kind: 'In' | 'IsNull' | 'Like' | 'Match' }>): string {
  if (node.kind === 'Match') return `${operand(node.field, PRECEDENCE.atom)} : ${printExpression(node.query)}`;
  const left = operand(node.operand, PRECEDENCE.comparison);
  const not = node.negated ? 'NOT ' : '';
  switch (node.kind) {
    case 'IsNull':
      return `${left} IS ${not}NULL`;
    case 'In':
      return `${left} ${not}IN (${node.items.map((item) => operand(item, PRECEDENCE.comparison)).join(', ')})`;
    case 'Like': {
      const patterns = node.patterns.map(printExpression).join(', ');
      return `${left} ${not}${node.syntax.toUpperCase()} ${node.list ? `(${patterns})` : patterns}`;
    }
    default:
      return unreachable(node);
  }
}

type Atom = Exclude<
  Expression,
  {
    kind: 'Logical' | 'Not' | 'In' | 'IsNull' | 'Like' | 'Match' | 'Comparison' | 'Arithmetic' | 'Negate' | 'Cast';
  }
>;

function atom(node: Atom): string {
  switch (node.kind) {
    case 'Null':
      return 'NULL';
    case 'Boolean':
      return node.value ? 'true' : 'false';
    case 'Integer':
      return node.value.toString();
    case 'Decimal':
      return printDecimal(node.value);
    case 'String':
      return printString(node.value);
    case 'TimeSpan':
      return `${node.quantity} ${node.unit}`;
    case 'List':
      return `[${node.items.map(atom).join(', ')}]`;
    case 'Parameter':
      return node.text;
    case 'Column':
      return printName(node.name);
    case 'Star':
      return '*';
    case 'Call':
      return `${printFunctionName(node.name)}(${node.arguments.map(printExpression).join(', ')})`;
    case 'Map':
      return printMap(node);
    default:
      return unreachable(node);
  }
}

function printFunctionName(name: string): string {
  return /^(?:first|last)$/i.test(name) ? name : printName(name);
}

/** A decimal keeps its point or exponent, so that it does not become an integer. */
function printDecimal(value: number): string {
  const text = Object.is(value, -0) ? '-0' : value.toString();
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** `{"key": value}` */
export function printMap(node: MapLiteral): string {
  return `{${node.entries.map((entry) => `${printString(entry.key)}: ${printExpression(entry.value)}`).join(', ')}}`;
}
