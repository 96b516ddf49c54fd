import type { Cell } from '../../../languages/esql/cells.js';
import { DocSet } from '../documents/doc-set.js';
import type { Field } from '../fields/field.js';

/** Stands for the cell of a document without a value. */
export const NO_ORDINAL = -1;

/** The documents for which a condition is true, and those for which it is false; for the others it is null. */
export interface Decision {
  readonly yes: DocSet;
  readonly no: DocSet;
}

const YES = 1;
const NO = 2;

function codeOf(answer: Cell): number {
  return answer === true ? YES : answer === false ? NO : 0;
}

/** A column in which no document has several values: its different cells, and which of them each document has. */
export class Dictionary {
  /** By document: the ordinal of its cell, or {@link NO_ORDINAL}. */
  private readonly ordinals: Int32Array;
  /** By ordinal: a document that has the cell. */
  private readonly holders: Int32Array;
  private readonly cells: (Cell | undefined)[];
  private readonly read: (doc: number) => Cell;

  private constructor(ordinals: Int32Array, holders: Int32Array, read: (doc: number) => Cell) {
    this.ordinals = ordinals;
    this.holders = holders;
    this.cells = new Array<Cell | undefined>(holders.length).fill(undefined);
    this.read = read;
  }

  /** The dictionary of a field; undefined if some document has several values, or if the field holds none in columns. */
  static of({ valueColumn: column, space }: Field, read: (doc: number) => Cell): Dictionary | undefined {
    if (column === undefined) return undefined;
    const ordinals = new Int32Array(space.size).fill(NO_ORDINAL);
    const holders = new Int32Array(column.values.length).fill(NO_ORDINAL);
    const isSingle = column.everyEntry((doc, ordinal) => {
      if (ordinals[doc] !== NO_ORDINAL) return false;
      ordinals[doc] = ordinal;
      holders[ordinal] = doc;
      return true;
    });
    return isSingle ? new Dictionary(ordinals, holders, read) : undefined;
  }

  /** The cell of a document. */
  cell(doc: number): Cell {
    const ordinal = this.ordinals[doc] ?? NO_ORDINAL;
    return ordinal === NO_ORDINAL ? null : this.cellAt(ordinal);
  }

  /** The documents for whose cell the answer is true, and those for which it is false; each different cell, and null, is asked once. */
  decide(ask: (cell: Cell) => Cell): Decision {
    const answers = new Uint8Array(this.holders.length);
    for (let ordinal = 0; ordinal < answers.length; ordinal++) {
      // Ordinals whose documents were all taken back have no cell.
      if (this.holders[ordinal] !== NO_ORDINAL) answers[ordinal] = codeOf(ask(this.cellAt(ordinal)));
    }
    const ofNone = codeOf(ask(null));
    const { ordinals } = this;
    const [yes, no] = [DocSet.empty(ordinals.length), DocSet.empty(ordinals.length)];
    for (let doc = 0; doc < ordinals.length; doc++) {
      const ordinal = ordinals[doc] ?? NO_ORDINAL;
      const code = ordinal === NO_ORDINAL ? ofNone : answers[ordinal];
      if (code === YES) yes.add(doc);
      else if (code === NO) no.add(doc);
    }
    return { yes, no };
  }

  private cellAt(ordinal: number): Cell {
    const known = this.cells[ordinal];
    return known === undefined ? (this.cells[ordinal] = this.read(this.holders[ordinal] ?? 0)) : known;
  }
}
