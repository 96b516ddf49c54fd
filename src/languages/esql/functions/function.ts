import type { Cell, Failure, Operand, Refusal, Scalar } from '../cells.js';
import type { EsqlType, TypeSet } from '../types.js';

/** One parameter of a function. */
export interface Parameter {
  readonly name: string;
  readonly type: TypeSet;
  readonly optional?: boolean;
  /** The last parameter may be given any number of times. */
  readonly variadic?: boolean;
  /** Needs a value that does not depend on the row. */
  readonly constant?: boolean;
}

/** An example of a function, run by the tests on both engines: a query with one row whose last column is `result`. */
export interface FunctionExample {
  readonly query: string;
  readonly result: unknown;
}

/** What a function knows of the place where it is called. */
export interface CallSite {
  readonly types: readonly EsqlType[];
  /** Values of arguments that do not depend on the row; undefined for the others. */
  readonly constants: readonly (Operand | undefined)[];
  /** The frozen clock: milliseconds since 1970. */
  readonly now: number;
  /** Called by aggregates for the bytes that they hold from now on (or, negative, no more); may throw to end the query. */
  readonly hold?: (bytes: number) => void;
}

interface Described {
  /** Upper case. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The first version that has it; 8.18 or earlier if absent. */
  readonly since?: string;
  /** Documented as a technical preview, which may change or go, in the newest version. */
  readonly preview?: boolean;
  /** Takes the column `@timestamp` as an argument before those that are written; its parameters do not name it. */
  readonly timestamp?: boolean;
  /** One sentence. */
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly examples: readonly FunctionExample[];
  /** Type of the result, or of the first argument if absent. */
  readonly returns: EsqlType | ((types: readonly EsqlType[]) => EsqlType);
  /** Says what is wrong with arguments whose types fit one by one, in Elasticsearch's words; a `Refusal` has the type of its error too. */
  check?(call: CheckedCall): string | Refusal | undefined;
}

/** What {@link Described.check} is told: types, constants, and the source texts for its message. */
export interface CheckedCall extends CallSite {
  readonly text: string;
  readonly argumentTexts: readonly string[];
}

/** Computes one value from one value each; nulls and multi-values never reach it. */
export type Evaluate = (...values: Scalar[]) => Cell | Failure;

/** Computes a cell from cells, nulls and multi-values included. */
export type EvaluateCells = (...cells: Cell[]) => Cell | Failure;

/** Gives the evaluation for the types and constants of a call. */
export type Specialise<E> = (site: CallSite) => E;

/**
 * A function from cells to a cell. `evaluate` sees single values: a null among them gives null, a multi-value null and a warning;
 * `convert` is called for each value of its first argument; `evaluateCells` sees the cells as they are.
 */
export interface ScalarFunction extends Described {
  readonly kind: 'scalar';
  readonly evaluate?: Specialise<Evaluate>;
  readonly convert?: Specialise<(value: Scalar) => Scalar | Failure>;
  readonly evaluateCells?: Specialise<EvaluateCells>;
  /** The first cell is multi-valued and passed as it is, the others must be single values. */
  readonly evaluateFirst?: Specialise<(cell: Cell, ...values: Scalar[]) => Cell | Failure>;
  /** Depends on more than its arguments, so that it is no constant. */
  readonly volatile?: boolean;
}

/** The state of an aggregation over one group. */
export interface Accumulator {
  /** Takes one row's arguments; the first may be null or multi-valued. */
  add(...cells: Cell[]): void;
  finish(): Cell | Failure;
}

/** A function from the rows of a group to a cell. */
export interface AggregateFunction extends Described {
  readonly kind: 'aggregate';
  readonly create: Specialise<() => Accumulator>;
}

/** A function that STATS … BY alone may use. */
export interface GroupingFunction extends Described {
  readonly kind: 'grouping';
  readonly evaluate: Specialise<Evaluate>;
}

/** A function that asks the index: MATCH, KQL and their kin. */
export interface SearchFunction extends Described {
  readonly kind: 'search';
}

/** One entry of the registry. */
export type EsqlFunction = ScalarFunction | AggregateFunction | GroupingFunction | SearchFunction;
