import { type Row, compileExpression } from '../../../languages/esql/analysis/compile.js';
import type { Step } from '../../../languages/esql/analysis/plan.js';
import { type Cell, cellOf, isMultiple, valuesOf } from '../../../languages/esql/cells.js';
import { cellBytes, isLarge } from '../../../languages/esql/cell-size.js';
import { dissect, parseDissect } from '../../../languages/esql/dissect/dissect.js';
import { ClusterError } from '../../cluster-error.js';
import { GrokNumberError, compileGrok, isProblem, matchGrok } from '../../../languages/esql/grok/grok.js';
import { RegexBudgetError } from '../../../languages/esql/regex/match-regex.js';
import { argumentFailure } from '../../../languages/esql/cells.js';
import { URI_COLUMNS, type UriParts, uriParts } from '../../../languages/esql/uri/uri-parts.js';
import { BLOCKS, type Layout, TABLES } from './layout.js';

/** Takes rows one by one; `push` tells whether more are wanted. */
export interface Sink {
  push(row: Row): boolean;
  finish(): void;
}

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** Passes rows whose condition is true. */
export function filter(step: StepOf<'Filter'>, layout: Layout, next: Sink): Sink {
  const condition = compileExpression(step.condition, layout);
  return {
    push: (row) => (condition(row) === true ? next.push(row) : true),
    finish: () => {
      next.finish();
    },
  };
}

/** Adds columns; each may use those before it. */
export function compute(step: StepOf<'Compute'>, layout: Layout, next: Sink): Sink {
  const compiled = step.assignments.map(({ attribute, value }) => ({
    value: compileExpression(value, layout),
    slot: layout.slot(attribute),
  }));
  const { memory } = layout;
  return {
    push: (row) => {
      let held = 0;
      for (const { slot, value } of compiled) {
        const cell = (row[slot] = value(row));
        if (!isLarge(cell)) continue;
        const bytes = cellBytes(cell);
        memory.add(bytes, BLOCKS);
        held += bytes;
      }
      if (held === 0) return next.push(row);
      const wantsMore = next.push(row);
      memory.release(held);
      return wantsMore;
    },
    finish: () => {
      next.finish();
    },
  };
}

/** Passes the first rows, of each group if it has keys. */
export function limit(step: StepOf<'Limit'>, layout: Layout, next: Sink): Sink {
  let left = step.count;
  if (step.by.length > 0) return limitBy(step, layout, next);
  return {
    push: (row) => {
      if (left <= 0) return false;
      left -= 1;
      return next.push(row) && left > 0;
    },
    finish: () => {
      next.finish();
    },
  };
}

function limitBy(step: StepOf<'Limit'>, layout: Layout, next: Sink): Sink {
  const keys = step.by.map((key) => compileExpression(key, layout));
  const counts = new Map<string, number>();
  return {
    push: (row) => {
      const key = keys.map((item) => keyText(item(row))).join('');
      const count = counts.get(key) ?? 0;
      if (count === 0) layout.memory.add(KEY_BYTES + 2 * key.length, TABLES);
      if (count >= step.count) return true;
      counts.set(key, count + 1);
      return next.push(row);
    },
    finish: () => {
      next.finish();
    },
  };
}

/** What a map takes for a key besides its text. */
const KEY_BYTES = 64;

/** A text that two cells share only if they are equal. */
export function keyText(cell: Cell): string {
  if (cell === null) return '-';
  if (isMultiple(cell)) return `[${cell.map(keyText).join('')}]`;
  const text = Object.is(cell, -0) ? '-0' : String(cell);
  return `${typeof cell === 'string' ? 's' : 'v'}${text.length}:${text}`;
}

/** One row for each value. */
export function expand(step: StepOf<'Expand'>, layout: Layout, next: Sink): Sink {
  const read = layout.reference(step.from);
  const slot = layout.slot(step.to);
  return {
    push: (row) => {
      const cell = read(row);
      if (cell === null || !isMultiple(cell)) {
        row[slot] = cell;
        return next.push(row);
      }
      for (const value of cell) {
        const copy = [...row];
        copy[slot] = value;
        if (!next.push(copy)) return false;
      }
      return true;
    },
    finish: () => {
      next.finish();
    },
  };
}

/** Takes texts apart, each value of a multi-value on its own. */
function takeApart(
  read: (row: Row) => Cell,
  slots: readonly number[],
  apart: (text: string) => readonly Cell[] | undefined,
  next: Sink,
): Sink {
  return {
    push: (row) => {
      const cell = read(row);
      if (cell === null || !isMultiple(cell)) {
        const found = cell === null ? undefined : apart(cell as string);
        for (const [at, slot] of slots.entries()) row[slot] = found?.[at] ?? null;
        return next.push(row);
      }
      const found = cell.map((value) => apart(value as string));
      for (const [at, slot] of slots.entries()) {
        row[slot] = cellOf(found.flatMap((part) => valuesOf(part?.[at] ?? null)));
      }
      return next.push(row);
    },
    finish: () => {
      next.finish();
    },
  };
}

/** DISSECT. */
export function dissectRows(step: StepOf<'Dissect'>, layout: Layout, next: Sink): Sink {
  const pattern = parseDissect(step.pattern);
  const names = step.outputs.map((output) => output.name);
  const slots = step.outputs.map((output) => layout.slot(output));
  const apart = (text: string): readonly Cell[] | undefined => {
    const found = typeof pattern === 'string' ? undefined : dissect(pattern, text, step.separator);
    return found && names.map((name) => found.get(name) ?? null);
  };
  return takeApart(compileExpression(step.input, layout), slots, apart, next);
}

/** GROK: the captures of the pattern fill the columns. */
export function grokRows(step: StepOf<'Grok'>, layout: Layout, next: Sink): Sink {
  const pattern = compileGrok(step.patterns);
  const slots = step.outputs.map((output) => layout.slot(output));
  const apart = (text: string): readonly Cell[] | undefined => {
    // The parser refuses a pattern that is none.
    return isProblem(pattern) ? undefined : attempt(() => matchGrok(pattern, text), step, layout);
  };
  return takeApart(compileExpression(step.input, layout), slots, apart, next);
}

/** URI_PARTS takes one value only. */
export function uriRows(step: StepOf<'UriParts'>, layout: Layout, next: Sink): Sink {
  const input = compileExpression(step.input, layout);
  const slots = step.outputs.map((output) => layout.slot(output));
  const read = (row: Row): UriParts | undefined => {
    const cell = input(row);
    if (cell === null) return undefined;
    const found = isMultiple(cell) ? undefined : uriParts(cell as string);
    if (found === undefined) {
      const what = isMultiple(cell)
        ? "This command doesn't support multi-value input"
        : `unable to parse URI [${String(cell)}]`;
      layout.warn(step.source, argumentFailure(what));
    }
    return found;
  };
  return {
    push: (row) => {
      const found = read(row);
      for (const [at, slot] of slots.entries()) {
        const name = URI_COLUMNS[at];
        row[slot] = (name && found?.[name]) ?? null;
      }
      return next.push(row);
    },
    finish: () => {
      next.finish();
    },
  };
}

/** A pattern that takes too long on a text gives no value and a warning, as Elasticsearch's watchdog does. */
function attempt(match: () => Cell[] | undefined, step: StepOf<'Grok'>, layout: Layout): Cell[] | undefined {
  try {
    return match();
  } catch (error) {
    if (error instanceof GrokNumberError) {
      throw new ClusterError(400, { type: 'number_format_exception', reason: error.message });
    }
    if (!(error instanceof RegexBudgetError)) throw error;
    layout.warn(step.input, argumentFailure('grok pattern matching was interrupted'));
    return undefined;
  }
}

/** Passes a share of the rows: those whose running number falls into it, so that runs agree. */
export function sample(step: StepOf<'Sample'>, next: Sink): Sink {
  let credit = 0;
  return {
    push: (row) => {
      credit += step.probability;
      if (credit < 1) return true;
      credit -= 1;
      return next.push(row);
    },
    finish: () => {
      next.finish();
    },
  };
}
