import { type Cell, type Scalar, isMultiple } from './cells.js';

/** Bytes of a string besides its characters, of a place in an array or map, and of a bigint. */
const STRING_HEADER = 24;
const PLACE = 8;
const BIGINT = 32;

/** Values shorter than this are not worth asking for their size. */
const LARGE_TEXT = 16_384;
const LARGE_LIST = 1024;

/** Bytes that a value takes, roughly and at most: strings count two for each character, as if none were shared. */
export function scalarBytes(value: Scalar): number {
  if (typeof value === 'string') return STRING_HEADER + 2 * value.length;
  return typeof value === 'bigint' ? BIGINT : PLACE;
}

/** Bytes that a cell takes, roughly and at most. */
export function cellBytes(cell: Cell): number {
  if (cell === null) return 0;
  if (!isMultiple(cell)) return scalarBytes(cell);
  let bytes = STRING_HEADER;
  for (const value of cell) bytes += PLACE + scalarBytes(value);
  return bytes;
}

/** Whether a cell is so large that one row of it matters. */
export function isLarge(cell: Cell): boolean {
  if (typeof cell === 'string') return cell.length > LARGE_TEXT;
  return typeof cell === 'object' && cell !== null && (cell.length > LARGE_LIST || cell.some(isLargeText));
}

function isLargeText(value: Scalar): boolean {
  return typeof value === 'string' && value.length > LARGE_TEXT;
}
