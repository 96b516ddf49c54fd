import { compileExpression, type Row } from '../../../languages/esql/analysis/compile.js';
import type { Step } from '../../../languages/esql/analysis/plan.js';
import { type Cell, type Scalar, isMultiple } from '../../../languages/esql/cells.js';
import { compareScalars } from '../../../languages/esql/functions/compare.js';
import type { MemoryLimit } from '../memory-limit.js';
import { type Layout, rowBytes, TOP_ROWS } from './layout.js';
import type { Sink } from './operators.js';

type Order = Extract<Step, { kind: 'Order' }>;

/** How rows with equal keys come out: in the order given, or in that of Elasticsearch's heap. */
export interface OrderOptions {
  /** The rows that are wanted at most. */
  readonly atMost: number;
  /** Whether one heap on one node sorts the rows, so that its order of equal rows is known. */
  readonly heap: boolean;
  /** What stands for null in each key while the rows are chosen; undefined or absent where null is a value of its own. */
  readonly missing?: readonly (Scalar | undefined)[];
}

interface Sortable {
  readonly row: Row;
  readonly keys: readonly (Scalar | null)[];
  readonly number: number;
  readonly bytes: number;
}

/** What is held of a row besides its cells: its keys, and its place. */
const KEYS_BYTES = 96;

type Compare = (left: Sortable, right: Sortable) => number;

/** Sorts; keeps no more rows than the limit that follows, if one does. */
export function order(step: Order, layout: Layout, options: OrderOptions, next: Sink): Sink {
  const keys = step.keys.map(({ value, descending, nullsFirst }) => {
    const compare = compareScalars(value.type);
    const sign = descending ? -1 : 1;
    const directed = (left: Scalar, right: Scalar): number => sign * compare(left, right);
    return { read: compileExpression(value, layout), compare: directed, nulls: nullsFirst ? -1 : 1 };
  });
  const comparing =
    (missing: readonly (Scalar | undefined)[]): Compare =>
    (left, right) => {
      for (const [at, { compare, nulls }] of keys.entries()) {
        const absent = missing[at] ?? null;
        const result = compareKeys(left.keys[at] ?? absent, right.keys[at] ?? absent, compare, nulls);
        if (result !== 0) return result;
      }
      return 0;
    };
  const { missing = [] } = options;
  const Rows = options.heap ? HeapRows : StableRows;
  const rows = new Rows(comparing(missing), options.atMost, layout.memory);
  let number = 0;
  return {
    push: (row) => {
      const read = keys.map((key) => sortValue(key.read(row), key.compare));
      rows.add({ row, keys: read, number, bytes: KEYS_BYTES + rowBytes(row) });
      number += 1;
      return true;
    },
    finish: () => {
      // Lucene chooses the rows; how they come out is Elasticsearch's own order, which knows null.
      const chosen = rows.sorted();
      const inOrder = missing.length > 0 ? [...chosen].sort(comparing([])) : chosen;
      for (const { row } of inOrder) if (!next.push(row)) break;
      next.finish();
    },
  };
}

function compareKeys(
  left: Scalar | null,
  right: Scalar | null,
  compare: (left: Scalar, right: Scalar) => number,
  nulls: number,
): number {
  if (left === null) return right === null ? 0 : nulls;
  return right === null ? -nulls : compare(left, right);
}

/** A multi-value sorts by its least value, or descending by its greatest. */
function sortValue(cell: Cell, compare: (left: Scalar, right: Scalar) => number): Scalar | null {
  if (cell === null || !isMultiple(cell)) return cell;
  return cell.reduce((best, value) => (compare(value, best) < 0 ? value : best));
}

/** Keeps the first rows; equal ones stay in the order given. */
class StableRows {
  private rows: Sortable[] = [];
  private readonly compare: Compare;
  private readonly atMost: number;
  private readonly memory: MemoryLimit;

  constructor(compare: Compare, atMost: number, memory: MemoryLimit) {
    this.compare = (left, right) => compare(left, right) || left.number - right.number;
    this.atMost = atMost;
    this.memory = memory;
  }

  add(row: Sortable): void {
    this.memory.add(row.bytes, TOP_ROWS);
    this.rows.push(row);
    if (this.rows.length <= 2 * this.atMost + 1000) return;
    const kept = this.sorted();
    for (const { bytes } of this.rows.slice(this.atMost)) this.memory.release(bytes);
    this.rows = kept;
  }

  sorted(): Sortable[] {
    return this.rows.sort(this.compare).slice(0, this.atMost);
  }
}

/**
 * A binary heap with the worst row on top, as Lucene's priority queue works: rows with equal keys come out in the order in
 * which that queue gives them up, which queries that sort by counts show.
 */
class HeapRows {
  /** The heap; place 0 is not used. */
  private readonly heap: Sortable[] = [];
  private readonly compare: Compare;
  private readonly atMost: number;
  private readonly memory: MemoryLimit;

  constructor(compare: Compare, atMost: number, memory: MemoryLimit) {
    this.compare = compare;
    this.atMost = atMost;
    this.memory = memory;
  }

  add(row: Sortable): void {
    const { heap } = this;
    if (this.atMost === 0) return;
    if (heap.length <= this.atMost) {
      this.memory.add(row.bytes, TOP_ROWS);
      if (heap.length === 0) heap.push(row);
      heap.push(row);
      this.up(heap.length - 1);
    } else if (this.isWorse(heap[1], row)) {
      this.memory.add(row.bytes - (heap[1]?.bytes ?? 0), TOP_ROWS);
      heap[1] = row;
      this.down(heap.length - 1);
    }
  }

  sorted(): Sortable[] {
    const { heap } = this;
    const popped: Sortable[] = [];
    for (let size = heap.length - 1; size > 0; size -= 1) {
      const [, top] = heap;
      const last = heap.pop();
      if (top !== undefined) popped.push(top);
      if (size > 1 && last !== undefined) {
        heap[1] = last;
        this.down(size - 1);
      }
    }
    return popped.reverse();
  }

  private isWorse(left: Sortable | undefined, right: Sortable | undefined): boolean {
    return left !== undefined && right !== undefined && this.compare(left, right) > 0;
  }

  private up(start: number): void {
    const { heap } = this;
    const node = heap[start];
    let at = start;
    for (let parent = at >>> 1; parent > 0 && this.isWorse(node, heap[parent]); parent = at >>> 1) {
      this.place(at, heap[parent]);
      at = parent;
    }
    this.place(at, node);
  }

  private down(size: number): void {
    const { heap } = this;
    const node = heap[1];
    let at = 1;
    for (let child = this.worseChild(at, size); child <= size && this.isWorse(heap[child], node);) {
      this.place(at, heap[child]);
      at = child;
      child = this.worseChild(at, size);
    }
    this.place(at, node);
  }

  private worseChild(at: number, size: number): number {
    const left = at << 1;
    return left + 1 <= size && this.isWorse(this.heap[left + 1], this.heap[left]) ? left + 1 : left;
  }

  private place(at: number, row: Sortable | undefined): void {
    if (row !== undefined) this.heap[at] = row;
  }
}
