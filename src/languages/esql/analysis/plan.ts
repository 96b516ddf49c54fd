import type { Range } from '../../../diagnostics/diagnostic.js';
import type { Cell, Operand } from '../cells.js';
import type {
  AggregateFunction,
  CallSite,
  GroupingFunction,
  ScalarFunction,
  SearchFunction,
} from '../functions/function.js';
import type { EsqlType } from '../types.js';
import type { EsqlField } from './catalogue.js';

/** A column at some place of a query. Two columns of one name are two attributes; renaming keeps the `id`. */
export interface Attribute {
  readonly id: number;
  readonly name: string;
  readonly type: EsqlType;
  /** The field of the index that it reads, as mapped. */
  readonly field?: EsqlField;
  /** The mapped field behind a column that another command read: ENRICH, LOOKUP JOIN, FORK. */
  readonly origin?: EsqlField;
  /** Set where the column could not be computed, which stands in the problems: uses of it are not reported again. */
  readonly broken?: true;
}

/** What every resolved expression has. */
interface Node<K extends string> {
  readonly kind: K;
  readonly type: EsqlType;
  readonly range: Range;
  /** The source text, as messages and warnings show it. */
  readonly text: string;
}

/** A value that does not depend on the row. */
export interface Constant extends Node<'Constant'> {
  readonly value: Operand;
}

/** The value of a column. */
export interface Reference extends Node<'Reference'> {
  readonly attribute: Attribute;
}

/** A call of a function or operator. */
export interface Call extends Node<'Call'> {
  readonly function: ScalarFunction | GroupingFunction;
  readonly arguments: readonly Resolved[];
  readonly site: CallSite;
  /** Its value, where it does not depend on the row. */
  readonly constant?: Operand;
  /** Of the conversion of a field that has several types: the site of the call for each of them, by its {@link EsqlField.conflict} name. */
  readonly variants?: ReadonlyMap<string, CallSite>;
}

/** AND, OR and NOT, three-valued. */
export interface Connective extends Node<'Connective'> {
  readonly operator: 'and' | 'or' | 'not';
  readonly operands: readonly Resolved[];
}

/** IS NULL and IS NOT NULL. */
export interface NullTest extends Node<'NullTest'> {
  readonly negated: boolean;
  readonly operand: Resolved;
}

/** A call that asks the index: KQL, QSTR, MATCH, MATCH_PHRASE and `:`. */
export interface Search extends Node<'Search'> {
  readonly function: SearchFunction;
  readonly field?: Attribute;
  readonly query: Cell;
  readonly options: ReadonlyMap<string, Cell>;
}

/** An expression whose columns, functions and types are known. */
export type Resolved = Constant | Reference | Call | Connective | NullTest | Search;

/** A column and the expression that computes it. */
export interface Assignment {
  readonly attribute: Attribute;
  readonly value: Resolved;
}

/** One aggregate of STATS. */
export interface AggregateCall {
  readonly attribute: Attribute;
  readonly function: AggregateFunction;
  readonly arguments: readonly Resolved[];
  readonly site: CallSite;
  /** Whether Elasticsearch 8.19 cannot compute it, since its argument is a constant. */
  readonly isOfConstant?: boolean;
  readonly filter?: Resolved;
  readonly range: Range;
  readonly text: string;
}

/** A key of SORT, its defaults filled in. */
export interface OrderKey {
  readonly value: Resolved;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** Where rows come from. */
export type Source =
  | { readonly kind: 'Scan'; readonly patterns: readonly string[]; readonly attributes: readonly Attribute[] }
  | { readonly kind: 'Row'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'Info'; readonly attributes: readonly Attribute[] };

/** What is done to rows; KEEP, DROP and RENAME leave no step, they only change which columns are visible. */
export type Step =
  | { readonly kind: 'Filter'; readonly condition: Resolved }
  | { readonly kind: 'Compute'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'Order'; readonly keys: readonly OrderKey[] }
  | { readonly kind: 'Limit'; readonly count: number; readonly by: readonly Resolved[] }
  | {
      readonly kind: 'Aggregate';
      readonly inline: boolean;
      readonly groups: readonly Assignment[];
      readonly aggregates: readonly AggregateCall[];
    }
  | { readonly kind: 'Dissect'; readonly input: Resolved; readonly pattern: string; readonly separator: string; readonly outputs: readonly Attribute[] }
  | { readonly kind: 'Grok'; readonly input: Resolved; readonly patterns: readonly string[]; readonly outputs: readonly Attribute[] }
  | { readonly kind: 'UriParts'; readonly source: { readonly text: string; readonly range: Range }; readonly input: Resolved; readonly outputs: readonly Attribute[] }
  | { readonly kind: 'Expand'; readonly from: Attribute; readonly to: Attribute }
  | { readonly kind: 'Sample'; readonly probability: number }
  | { readonly kind: 'Enrich'; readonly policy: string; readonly on: Attribute; readonly outputs: readonly { readonly field: string; readonly attribute: Attribute }[] }
  | { readonly kind: 'Join'; readonly index: string; readonly keys: readonly Attribute[]; readonly outputs: readonly Attribute[] }
  | { readonly kind: 'Fork'; readonly branches: readonly (readonly Step[])[]; readonly outputs: readonly Attribute[]; readonly inputs: readonly (readonly (Attribute | undefined)[])[]; readonly label: Attribute }
  | { readonly kind: 'Refused'; readonly feature: string }; // prettier-ignore

/** A query ready to run, with the columns that it gives. */
export interface Plan {
  readonly source: Source;
  readonly steps: readonly Step[];
  readonly output: readonly Attribute[];
}
