import type { EqlFieldInfo } from './field-info.js';
import { isKeywordType, isTextType } from './field-info.js';

/** Types of expressions by the names that Elasticsearch's messages give them; `null` fits everywhere. */
export type EqlDataType =
  | 'null'
  | 'boolean'
  | 'byte'
  | 'short'
  | 'integer'
  | 'long'
  | 'unsigned_long'
  | 'double'
  | 'float'
  | 'half_float'
  | 'scaled_float'
  | 'keyword'
  | 'text'
  | 'datetime'
  | 'ip'
  | 'version'
  | 'binary';

const NUMERIC: ReadonlySet<string> = new Set<EqlDataType>([
  'byte', 'short', 'integer', 'long', 'unsigned_long', 'double', 'float', 'half_float', 'scaled_float',
]); // prettier-ignore

const WHOLE: ReadonlySet<string> = new Set<EqlDataType>(['byte', 'short', 'integer', 'long', 'unsigned_long']);

const AS_NAMED: readonly EqlDataType[] = [
  'boolean', 'byte', 'short', 'integer', 'long', 'unsigned_long', 'double', 'float', 'half_float', 'scaled_float', 'ip', 'version',
  'binary',
]; // prettier-ignore

/** The type that a field has in expressions; undefined if EQL cannot use it. */
export function dataTypeOf({ type }: EqlFieldInfo): EqlDataType | undefined {
  if (isKeywordType(type)) return 'keyword';
  if (isTextType(type)) return 'text';
  if (type === 'date' || type === 'date_nanos') return 'datetime';
  return AS_NAMED.find((name) => name === type);
}

/** Whether values of the type are numbers. */
export function isNumericType(type: EqlDataType): boolean {
  return NUMERIC.has(type);
}

/** Whether values of the type are whole numbers. */
export function isWholeType(type: EqlDataType): boolean {
  return WHOLE.has(type);
}

/** Whether values of the type are text. */
export function isStringType(type: EqlDataType): boolean {
  return type === 'keyword' || type === 'text';
}

/** Whether values of the types can be equal. */
export function areCompatible(left: EqlDataType, right: EqlDataType): boolean {
  return (
    left === right ||
    left === 'null' ||
    right === 'null' ||
    (isStringType(left) && isStringType(right)) ||
    (isNumericType(left) && isNumericType(right))
  );
}
