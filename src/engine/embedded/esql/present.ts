import type { Attribute } from '../../../languages/esql/analysis/plan.js';
import type { Row } from '../../../languages/esql/analysis/compile.js';
import { type Cell, type Scalar, isMultiple } from '../../../languages/esql/cells.js';
import { printInstant } from '../../../languages/esql/functions/date-values.js';
import { printDouble } from '../../../languages/esql/functions/numbers.js';
import { printIpAddress } from '../../../values/ip-address.js';
import type { JsonValue } from '../../../values/json.js';
import type { EsqlTable } from './esql-source.js';
import { DOC_SLOT, type Layout, TABLE_SLOT } from './layout.js';

/** Gives the JSON of a column's cells, as responses show them. */
export function presenter(attribute: Attribute, layout: Layout, tables: readonly EsqlTable[]): (row: Row) => JsonValue {
  if (attribute.type === '_source') {
    return (row) => tables[row[TABLE_SLOT] as number]?.source(row[DOC_SLOT] as number) ?? null;
  }
  const read = layout.reference(attribute);
  const print = scalarPrinter(attribute);
  return (row) => printCell(read(row), print);
}

function printCell(cell: Cell, print: (value: Scalar) => JsonValue): JsonValue {
  if (cell === null) return null;
  return isMultiple(cell) ? cell.map(print) : print(cell);
}

function scalarPrinter({ type }: Attribute): (value: Scalar) => JsonValue {
  switch (type) {
    case 'datetime':
    case 'date_nanos':
      return (value) => printInstant(value, type);
    case 'ip':
      return (value) => (typeof value === 'bigint' ? printIpAddress(value) : value);
    case 'double':
      return (value) => (Number.isFinite(value) ? value : printDouble(value as number));
    case 'unsupported':
      return () => null;
    default:
      return (value) => value;
  }
}
