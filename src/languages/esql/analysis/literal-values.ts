import type { Expression } from '../ast.js';
import { type Cell, type Operand, type Scalar, cellOf, fitsInteger, fitsLong, wholeNumber } from '../cells.js';
import type { EsqlType } from '../types.js';

/** The cell of a literal; null for what is none. */
export function literalCell(node: Expression): Cell {
  switch (node.kind) {
    case 'String':
    case 'Boolean':
    case 'Decimal':
      return node.value;
    case 'Integer':
      return integerValue(node.value);
    default:
      return null;
  }
}

/** The type of a whole number literal: the first that holds it. */
export function integerType(value: bigint): EsqlType {
  if (fitsInteger(value)) return 'integer';
  if (fitsLong(value)) return 'long';
  return value > 0n && value < 2n ** 64n ? 'unsigned_long' : 'double';
}

/** The value of a whole number literal. */
export function integerValue(value: bigint): number | bigint {
  return integerType(value) === 'double' ? Number(value) : wholeNumber(value);
}

/** Type and value of a list literal. */
export function listValue(items: Extract<Expression, { kind: 'List' }>['items']): [EsqlType, Operand] {
  const [first] = items;
  if (first?.kind === 'String' || first?.kind === 'Boolean') {
    const type = first.kind === 'String' ? 'keyword' : 'boolean';
    return [type, cellOf(items.map((item) => item.value))];
  }
  const types = items.map((item) => (item.kind === 'Integer' ? integerType(item.value) : 'double'));
  const type = (['double', 'unsigned_long', 'long'] as const).find((wanted) => types.includes(wanted)) ?? 'integer';
  const convert = (value: bigint | number): Scalar => (type === 'double' ? Number(value) : integerValue(BigInt(value)));
  return [type, cellOf(items.map((item) => convert(item.value as bigint | number)))];
}
