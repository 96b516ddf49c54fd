import type { Row } from '../../../languages/esql/analysis/compile.js';
import type { Step } from '../../../languages/esql/analysis/plan.js';
import { type Scalar, cellOf, isMultiple, valuesOf } from '../../../languages/esql/cells.js';
import { type EsqlType, isDate } from '../../../languages/esql/types.js';
import { scalarText } from '../../../languages/esql/functions/conversions.js';
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
  const find = policyIndex(policy, step.on.type, layout.now);
  const outputs = step.outputs.map(({ field, attribute }) => ({
    column: policy.table.column(field),
    slot: layout.slot(attribute),
  }));
  return {
    push: (row) => {
      // Rows come in their own order, whichever value of the key they match.
      const docs = [...new Set(valuesOf(read(row)).flatMap(find))].sort((left, right) => left - right);
      for (const { column, slot } of outputs) {
        row[slot] = cellOf(docs.flatMap((doc) => valuesOf(column?.(doc) ?? null)));
      }
      return next.push(row);
    },
    finish: () => {
      next.finish();
    },
  };
}

/** Finds the rows of a value: by its text where they are compared, by search where they are ranges. */
function policyIndex({ type, matchField, table }: EsqlPolicy, input: EsqlType, now: Date): (value: Scalar) => number[] {
  const print = (value: Scalar): string => (isDate(input) ? String(value) : scalarText(value, input));
  if (type === 'range') {
    const known = new Map<Scalar, number[]>();
    return (value) => {
      let docs = known.get(value);
      if (docs === undefined) {
        const wanted = typeof value === 'number' ? value : print(value);
        docs = [...table.search({ term: { [matchField]: wanted } }, now)];
        known.set(value, docs);
      }
      return docs;
    };
  }
  const index = new Map<Scalar, number[]>();
  const column = table.column(matchField);
  for (const doc of table.documents()) {
    for (const value of valuesOf(column?.(doc) ?? null)) {
      const docs = index.get(value);
      if (docs) docs.push(doc);
      else index.set(value, [doc]);
    }
  }
  return (value) => index.get(print(value)) ?? [];
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
