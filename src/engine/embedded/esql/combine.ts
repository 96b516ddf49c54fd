import type { Row } from '../../../languages/esql/analysis/compile.js';
import type { Step } from '../../../languages/esql/analysis/plan.js';
import { type Cell, cellOf, isMultiple, valuesOf } from '../../../languages/esql/cells.js';
import type { EsqlType } from '../../../languages/esql/types.js';
import { parseInstant } from '../../../languages/esql/functions/date-values.js';
import { parseCidr, parseIpAddress } from '../../../values/ip-address.js';
import type { JsonValue } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { EsqlPolicy, EsqlSource } from './esql-source.js';
import { type Layout, TABLES } from './layout.js';
import { type Sink, keyText } from './operators.js';

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** What a map takes for a key and its list besides the key's text. */
const ENTRY_BYTES = 120;

/** LOOKUP JOIN: a row for every match, or one with nulls; multi-valued keys match nothing. */
export function joinRows(step: StepOf<'Join'>, layout: Layout, source: EsqlSource, next: Sink): Sink {
  const table = source.lookup?.(step.index);
  if (table === undefined) throw new UnsupportedError(`LOOKUP JOIN on ${step.index}`);
  const keys = step.keys.map((key) => layout.reference(key));
  const keyColumns = step.keys.map((key) => table.column(key.name));
  const outputs = step.outputs.map((output) => ({ slot: layout.slot(output), column: table.column(output.name) }));
  const index = new Map<string, number[]>();
  for (const doc of table.documents()) {
    const cells = keyColumns.map((column) => column?.(doc) ?? null);
    if (cells.some((cell) => cell === null || isMultiple(cell))) continue;
    const id = cells.map(keyText).join('');
    const docs = index.get(id);
    layout.memory.add(docs === undefined ? ENTRY_BYTES + 2 * id.length : 8, TABLES);
    if (docs === undefined) index.set(id, [doc]);
    else docs.push(doc);
  }
  return {
    push: (row) => {
      const cells = keys.map((key) => key(row));
      const usable = cells.every((cell) => cell !== null && !isMultiple(cell));
      const docs = usable ? (index.get(cells.map(keyText).join('')) ?? []) : [];
      if (docs.length === 0) {
        for (const { slot } of outputs) row[slot] = null;
        return next.push(row);
      }
      for (const doc of docs) {
        const copy = [...row];
        for (const { slot, column } of outputs) copy[slot] = column?.(doc) ?? null;
        if (!next.push(copy)) return false;
      }
      return true;
    },
    finish: () => {
      next.finish();
    },
  };
}

/** ENRICH: the fields of all matching policy rows, as multi-values. */
export function enrichRows(step: StepOf<'Enrich'>, layout: Layout, source: EsqlSource, next: Sink): Sink {
  const policy = source.policy?.(step.policy);
  if (policy === undefined) throw new UnsupportedError(`the enrich policy ${step.policy}`);
  const read = layout.reference(step.on);
  const find = policyIndex(policy, step.on.type);
  const outputs = step.outputs.map(({ field, attribute }) => ({
    field,
    type: attribute.type,
    slot: layout.slot(attribute),
  }));
  return {
    push: (row) => {
      const rows = [...new Set(valuesOf(read(row)).flatMap(find))];
      for (const { field, type, slot } of outputs) {
        row[slot] = cellOf(rows.flatMap((item) => valuesOf(cellOfJson(item[field] ?? null, type))));
      }
      return next.push(row);
    },
    finish: () => {
      next.finish();
    },
  };
}

type PolicyRow = EsqlPolicy['rows'][number];

function policyIndex(policy: EsqlPolicy, type: EsqlType): (value: unknown) => PolicyRow[] {
  if (policy.type === 'range') return (value) => policy.rows.filter((row) => isInRange(row[policy.matchField], value));
  const index = new Map<unknown, PolicyRow[]>();
  for (const row of policy.rows) {
    for (const value of valuesOf(cellOfJson(row[policy.matchField] ?? null, type))) {
      index.set(value, [...(index.get(value) ?? []), row]);
    }
  }
  return (value) => index.get(value) ?? [];
}

function isInRange(range: JsonValue | undefined, value: unknown): boolean {
  const block = typeof range === 'string' ? parseCidr(range) : undefined;
  return block !== undefined && typeof value === 'bigint' && value >= block.from && value <= block.to;
}

/** A JSON value as a cell of a type; what does not fit is left out. */
function cellOfJson(value: JsonValue, type: EsqlType): Cell {
  if (Array.isArray(value)) return cellOf(value.flatMap((item: JsonValue) => valuesOf(cellOfJson(item, type))));
  if (value === null || typeof value === 'object') return null;
  if (type === 'ip') return parseIpAddress(String(value)) ?? null;
  if (type === 'datetime') return typeof value === 'string' ? (parseInstant(value)?.ms ?? null) : value;
  return type === 'keyword' || type === 'text' ? String(value) : value;
}

type Chain = (steps: readonly Step[], last: Sink) => Sink;

/** FORK: every branch gets every row; a column tells the branches apart. */
export function forkRows(step: StepOf<'Fork'>, layout: Layout, chain: Chain, next: Sink): Sink {
  const outputs = step.outputs.map((output) => layout.slot(output));
  const label = layout.slot(step.label);
  const branches = step.branches.map((steps, at) => {
    const inputs = (step.inputs[at] ?? []).map((input) => (input === undefined ? undefined : layout.reference(input)));
    return chain(steps, {
      push: (row) => {
        const made: Row = row.slice(0, 2);
        for (const [place, slot] of outputs.entries()) made[slot] = inputs[place]?.(row) ?? null;
        made[label] = `fork${at + 1}`;
        return next.push(made);
      },
      finish: () => undefined,
    });
  });
  return {
    push: (row) => {
      for (const branch of branches) branch.push([...row]);
      return true;
    },
    finish: () => {
      for (const branch of branches) branch.finish();
      next.finish();
    },
  };
}
