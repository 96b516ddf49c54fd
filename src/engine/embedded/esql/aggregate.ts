import { type Compiled, type Row, compileExpression } from '../../../languages/esql/analysis/compile.js';
import type { AggregateCall, Step } from '../../../languages/esql/analysis/plan.js';
import { cellBytes } from '../../../languages/esql/cell-size.js';
import { type Cell, Failure, isMultiple } from '../../../languages/esql/cells.js';
import type { Accumulator } from '../../../languages/esql/functions/function.js';
import { compareText } from '../../../languages/esql/functions/code-points.js';
import { type Layout, rowBytes, TABLES } from './layout.js';
import { type Sink, keyText } from './operators.js';

type Aggregate = Extract<Step, { kind: 'Aggregate' }>;

interface CompiledAggregate {
  readonly call: AggregateCall;
  readonly slot: number;
  readonly operands: readonly Compiled[];
  readonly filter: Compiled | undefined;
  readonly create: () => Accumulator;
}

interface Group {
  readonly keys: readonly Cell[];
  readonly states: readonly Accumulator[];
}

/** STATS: rows with equal keys become one row; INLINE STATS adds the results to the rows instead. */
export function aggregate(step: Aggregate, layout: Layout, next: Sink): Sink {
  const grouping = new Grouping(step, layout);
  return step.inline ? inlineSink(grouping, layout, next) : groupSink(grouping, next);
}

function groupSink(grouping: Grouping, next: Sink): Sink {
  return {
    push: (row) => {
      grouping.add(row);
      return true;
    },
    finish: () => {
      for (const row of grouping.rows()) if (!next.push(row)) break;
      next.finish();
    },
  };
}

function inlineSink(grouping: Grouping, { memory }: Layout, next: Sink): Sink {
  const rows: Row[] = [];
  return {
    push: (row) => {
      grouping.add(row);
      memory.add(rowBytes(row), TABLES);
      rows.push(row);
      return true;
    },
    finish: () => {
      grouping.finish();
      for (const row of rows) {
        grouping.complete(row);
        if (!next.push(row)) break;
      }
      next.finish();
    },
  };
}

/** What a group takes besides its keys, and the state of an aggregate. */
const GROUP_BYTES = 200;
const STATE_BYTES = 160;

class Grouping {
  private readonly keys: readonly Compiled[];
  private readonly keySlots: readonly number[];
  private readonly aggregates: readonly CompiledAggregate[];
  private readonly groups = new Map<string | Cell, Group>();
  private readonly results = new Map<Group, Cell[]>();
  private readonly layout: Layout;
  private readonly byOrdinals: boolean;
  private readonly inline: boolean;

  constructor(step: Aggregate, layout: Layout) {
    this.layout = layout;
    this.inline = step.inline;
    this.keys = step.groups.map((group) => compileExpression(group.value, layout));
    this.keySlots = step.groups.map((group) => layout.slot(group.attribute));
    const hold = (bytes: number): void => {
      layout.memory.add(bytes, TABLES);
    };
    this.aggregates = step.aggregates.map((call) => ({
      call,
      slot: layout.slot(call.attribute),
      operands: call.arguments.map((argument) => compileExpression(argument, layout)),
      filter: call.filter && compileExpression(call.filter, layout),
      create: call.function.create({ ...call.site, hold }),
    }));
    const [first] = step.groups;
    this.byOrdinals =
      first?.value.kind === 'Reference' && first.value.type === 'keyword' && first.value.attribute.field !== undefined;
    if (this.keys.length === 0) this.group([]);
  }

  /** Adds a row to its group, or to the groups of all values of a multi-valued key. */
  add(row: Row): void {
    const keys = this.keys.map((key) => key(row));
    if (!keys.some(isMultiple)) {
      this.feed(this.group(keys), row);
      return;
    }
    for (const combination of combinations(keys)) this.feed(this.group(combination), row);
  }

  private group(keys: readonly Cell[]): Group {
    const id = keys.length === 1 ? singleKey(keys[0] ?? null) : keys.map(keyText).join('');
    let group = this.groups.get(id);
    if (group === undefined) {
      this.layout.memory.add(this.groupBytes(keys), TABLES);
      group = { keys, states: this.aggregates.map((item) => item.create()) };
      this.groups.set(id, group);
    }
    return group;
  }

  /** What a group takes while its aggregates hold nothing that grows; its keys stand in the group and in the map. */
  private groupBytes(keys: readonly Cell[]): number {
    let bytes = GROUP_BYTES + STATE_BYTES * this.aggregates.length;
    for (const key of keys) bytes += 2 * cellBytes(key);
    return bytes;
  }

  private feed(group: Group, row: Row): void {
    for (const [at, { operands, filter }] of this.aggregates.entries()) {
      if (filter !== undefined && filter(row) !== true) continue;
      const state = group.states[at];
      const [first, second] = operands;
      if (first === undefined) state?.add(true);
      else if (second === undefined) state?.add(first(row));
      else state?.add(...operands.map((operand) => operand(row)));
    }
  }

  /** The rows of all groups. */
  *rows(): Generator<Row> {
    for (const group of this.inOrder()) {
      const row: Row = [];
      for (const [at, slot] of this.keySlots.entries()) row[slot] = group.keys[at] ?? null;
      this.write(row, this.finished(group));
      yield row;
    }
  }

  /** Groups of one key: null first, then as first seen, or by the key where a keyword field is read by its ordinals. */
  private inOrder(): Group[] {
    const groups = [...this.groups.values()];
    if (this.keySlots.length !== 1) return groups;
    const rank = (group: Group): number => (group.keys[0] === null ? 0 : 1);
    const compare = this.byOrdinals ? compareText : undefined;
    return groups.sort(
      (left, right) =>
        rank(left) - rank(right) || (compare?.(String(left.keys[0] ?? ''), String(right.keys[0] ?? '')) ?? 0),
    );
  }

  /** Computes the results of all groups. */
  finish(): void {
    for (const group of this.groups.values()) this.results.set(group, this.finished(group));
  }

  /** Adds the results of its group to a row. */
  complete(row: Row): void {
    const keys = this.keys.map((key) => key(row));
    for (const [at, slot] of this.keySlots.entries()) row[slot] = keys[at] ?? null;
    const result = keys.some(isMultiple) ? undefined : this.results.get(this.group(keys));
    this.write(row, result ?? this.aggregates.map(() => null));
  }

  private write(row: Row, cells: readonly Cell[]): void {
    for (const [at, { slot }] of this.aggregates.entries()) row[slot] = cells[at] ?? null;
  }

  private finished(group: Group): Cell[] {
    const results = group.states.map((state) => state.finish());
    // Where a sum over all rows overflows, Elasticsearch 8.19 answers as if there were none, and does not warn.
    const isEmptied = this.keys.length === 0 && !this.inline && results.some((result) => result instanceof Failure);
    return this.aggregates.map(({ call, create }, at) => {
      const result = (isEmptied ? create().finish() : results[at]) ?? null;
      if (!(result instanceof Failure)) return result;
      this.layout.warn(call, result);
      return null;
    });
  }
}

/** A single key is its own id; a null must not meet the text that stands for it. */
function singleKey(cell: Cell): string | Cell {
  return typeof cell === 'string' ? cell : Object.is(cell, -0) ? keyText(cell) : cell;
}

function combinations(keys: readonly Cell[]): Cell[][] {
  return keys.reduce<Cell[][]>(
    (heads, key) => {
      const values = isMultiple(key) ? [...new Set(key)] : [key];
      return heads.flatMap((head) => values.map((value) => [...head, value]));
    },
    [[]],
  );
}
