import type { EqlExpression, EqlField } from '../languages/eql/ast.js';
import { dataTypeOf, isNumericType, isWholeType } from '../languages/eql/data-type.js';
import { compileExpression } from '../languages/eql/evaluate.js';
import type { EqlRow } from '../languages/eql/evaluate.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import type { EqlValue } from '../languages/eql/value.js';
import { EqlEvaluationError } from '../languages/eql/value.js';
import type { Scalar } from './scalar.js';

/** What EQL sees of a value of a document, by the type of its field: numbers may be written as text, texts as numbers. */
export function eqlValueOf(value: Scalar, field: string, fields: EqlFields): EqlValue {
  const info = fields.get(field);
  const type = info === undefined ? undefined : dataTypeOf(info);
  if (type === 'boolean') return String(value) === 'true';
  if (type === undefined || !isNumericType(type)) return String(value);
  if (!isWholeType(type)) return Number(value);
  return /^-?\d{1,30}$/.test(String(value)) ? BigInt(value) : Number(value);
}

/** A value of EQL as a document of a field writes it; text that is a number becomes one where the field holds numbers, other text is none. */
export function scalarOf(value: Exclude<EqlValue, null>, field: string, fields: EqlFields): Scalar | undefined {
  const info = fields.get(field);
  const type = info === undefined ? undefined : dataTypeOf(info);
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === undefined || !isNumericType(type)) return String(value);
  const number = Number(value);
  if (Number.isNaN(number)) return undefined;
  return typeof value === 'bigint' && !Number.isSafeInteger(number) ? value : number;
}

/** Whether an expression is true of a row; what Elasticsearch could not evaluate is not. */
export type RowTest = (row: EqlRow) => boolean;

/** Compiles an expression over the named fields, whose values stand in rows in that order. */
export function rowTest(node: EqlExpression, names: readonly string[]): RowTest {
  const program = compileExpression(node, ({ name }: EqlField) => names.indexOf(name));
  return (row) => {
    try {
      return program(row) === true;
    } catch (error) {
      if (error instanceof EqlEvaluationError) return false;
      throw error;
    }
  };
}
