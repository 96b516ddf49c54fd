import type { Range } from '../../diagnostics/diagnostic.js';

/**
 * The syntax tree of one ES|QL query. Ranges count in {@link EsqlQuery.text}.
 * Grammar: https://www.elastic.co/docs/reference/query-languages/esql/esql-syntax
 */
export interface EsqlQuery {
  readonly kind: 'Query';
  /** The text that was parsed; unnamed columns take their names from it. */
  readonly text: string;
  /** `SET name = value;` before the query (9.3 and later). */
  readonly settings: readonly Setting[];
  readonly source: SourceCommand;
  readonly commands: readonly ProcessingCommand[];
  readonly range: Range;
}

/** The shared part of all nodes. */
interface Node<K extends string> {
  readonly kind: K;
  readonly range: Range;
}

/** `SET name = value;` */
export interface Setting extends Node<'Setting'> {
  readonly name: string;
  readonly value: Expression;
}

/** A name as the user wrote it, unquoted: a column, an alias, a function, an index. */
export interface Name extends Node<'Name'> {
  readonly name: string;
}

/** A column name pattern of KEEP or DROP: literal parts and `*`; a quoted `*` is a literal. */
export interface NamePattern extends Node<'NamePattern'> {
  /** The name, with a wildcard between two parts; one part means no wildcard. */
  readonly parts: readonly string[];
}

/** `cluster:index::selector`; `name` is the middle part, an exclusion starts with `-`. */
export interface IndexPattern extends Node<'IndexPattern'> {
  readonly cluster?: string;
  readonly name: string;
  readonly selector?: string;
}

/** A parenthesised query in FROM (9.3 and later). */
export interface Subquery extends Node<'Subquery'> {
  readonly source: SourceCommand;
  readonly commands: readonly ProcessingCommand[];
}

/** An expression with the name of the column that it makes; without an alias the name is the source text. */
export interface Field extends Node<'Field'> {
  readonly name: string;
  readonly alias?: Name;
  readonly expression: Expression;
}

/** One aggregate of STATS, with its own filter: `COUNT(*) WHERE x > 1`. */
export interface Aggregate extends Node<'Aggregate'> {
  readonly field: Field;
  readonly filter?: Expression;
}

/** `old AS new`, or `new = old`. */
export interface Renaming extends Node<'Renaming'> {
  readonly from: Name;
  readonly to: Name;
  readonly form: 'as' | 'assign';
}

/** One key of SORT; what is absent was not written. */
export interface SortKey extends Node<'SortKey'> {
  readonly expression: Expression;
  readonly direction?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
}

/** `name = constant` after DISSECT. */
export interface CommandOption extends Node<'CommandOption'> {
  readonly name: string;
  readonly value: Expression;
}

/** `new = field` of ENRICH … WITH; `alias` is absent where the field keeps its name. */
export interface EnrichField extends Node<'EnrichField'> {
  readonly alias?: Name;
  readonly field: Name;
}

/** `FROM index, … METADATA _id, …` */
export interface From extends Node<'From'> {
  /** `TS` is the same over time series. */
  readonly timeSeries: boolean;
  readonly indices: readonly (IndexPattern | Subquery)[];
  readonly metadata: readonly Name[];
  /** Where the brackets of `[METADATA …]`, a form that is going away, begin. */
  readonly bracket?: number;
}
/** `ROW a = 1, …` */
export interface Row extends Node<'Row'> {
  readonly fields: readonly Field[];
}
/** `SHOW INFO` */
export interface Show extends Node<'Show'> {
  readonly what: 'INFO';
}
/** `EXPLAIN (query)` */
export interface Explain extends Node<'Explain'> {
  readonly query: Subquery;
}
/** `WHERE condition` */
export interface Where extends Node<'Where'> {
  readonly condition: Expression;
}
/** `EVAL a = expression, …` */
export interface Eval extends Node<'Eval'> {
  readonly fields: readonly Field[];
}
/** `KEEP pattern, …` */
export interface Keep extends Node<'Keep'> {
  readonly patterns: readonly NamePattern[];
}
/** `DROP pattern, …` */
export interface Drop extends Node<'Drop'> {
  readonly patterns: readonly NamePattern[];
}
/** `RENAME old AS new, …` */
export interface Rename extends Node<'Rename'> {
  readonly renamings: readonly Renaming[];
}
/** `SORT key, …` */
export interface Sort extends Node<'Sort'> {
  readonly keys: readonly SortKey[];
}
/** `LIMIT n` */
export interface Limit extends Node<'Limit'> {
  readonly count: Expression;
  /** `LIMIT n BY …` (9.4 and later). */
  readonly by: readonly Field[];
}
/** `STATS aggregate, … BY grouping, …` */
export interface Stats extends Node<'Stats'> {
  /** INLINE STATS keeps the rows and adds the aggregates to them. */
  readonly inline: boolean;
  readonly aggregates: readonly Aggregate[];
  readonly groupings: readonly Field[];
}
/** `DISSECT input "pattern" append_separator = ","` */
export interface Dissect extends Node<'Dissect'> {
  readonly input: Expression;
  readonly pattern: string;
  readonly options: readonly CommandOption[];
}
/** `GROK input "pattern", …` */
export interface Grok extends Node<'Grok'> {
  readonly input: Expression;
  /** Tried in order; more than one since 9.1. */
  readonly patterns: readonly string[];
}
/** `MV_EXPAND column` */
export interface MvExpand extends Node<'MvExpand'> {
  readonly column: Name;
}
/** `ENRICH policy ON column WITH field, …` */
export interface Enrich extends Node<'Enrich'> {
  readonly mode?: string;
  readonly policy: Name;
  readonly on?: Name;
  readonly fields: readonly EnrichField[];
}
/** `LOOKUP JOIN index ON column, …` */
export interface LookupJoin extends Node<'LookupJoin'> {
  readonly index: IndexPattern;
  readonly alias?: Name;
  /** Columns, or (9.2 and later) one Boolean expression. */
  readonly on: readonly Expression[];
}
/** `SAMPLE probability` */
export interface Sample extends Node<'Sample'> {
  readonly probability: Expression;
}
/** `CHANGE_POINT value ON key AS type, pvalue` */
export interface ChangePoint extends Node<'ChangePoint'> {
  readonly value: Name;
  readonly on?: Name;
  readonly target?: { readonly type: Name; readonly pvalue: Name };
}
/** `FORK (command | …) (…)` */
export interface Fork extends Node<'Fork'> {
  readonly branches: readonly ForkBranch[];
}
/** One branch of FORK. */
export interface ForkBranch extends Node<'ForkBranch'> {
  readonly commands: readonly ProcessingCommand[];
}
/** `FUSE method SCORE BY … KEY BY …` */
export interface Fuse extends Node<'Fuse'> {
  readonly method?: string;
  readonly score?: Name;
  readonly group?: Name;
  readonly keys: readonly Name[];
  readonly options?: MapLiteral;
}
/** `COMPLETION column = prompt WITH {…}` */
export interface Completion extends Node<'Completion'> {
  readonly target?: Name;
  readonly prompt: Expression;
  readonly options?: MapLiteral;
  /** 8.19: `WITH inference_id` */
  readonly inferenceId?: Name;
}
/** `RERANK column = query ON field, … WITH {…}` */
export interface Rerank extends Node<'Rerank'> {
  readonly target?: Name;
  readonly query: Expression;
  readonly fields: readonly Field[];
  readonly options?: MapLiteral;
  readonly inferenceId?: Name;
}
/** `URI_PARTS prefix = expression` and its kin: commands that take one text apart into columns (9.4 and later). */
export interface TakeApart extends Node<'TakeApart'> {
  readonly command: 'URI_PARTS' | 'REGISTERED_DOMAIN' | 'USER_AGENT';
  readonly prefix: Name;
  readonly input: Expression;
  readonly options?: MapLiteral;
}

/** The commands that may start a query. */
export type SourceCommand = From | Row | Show | Explain;

/** The commands that follow a `|`. */
export type ProcessingCommand =
  | Where
  | Eval
  | Keep
  | Drop
  | Rename
  | Sort
  | Limit
  | Stats
  | Dissect
  | Grok
  | MvExpand
  | Enrich
  | LookupJoin
  | Sample
  | ChangePoint
  | Fork
  | Fuse
  | Completion
  | Rerank
  | TakeApart;

/** Any command. */
export type Command = SourceCommand | ProcessingCommand;

/** `NULL` */
export type NullLiteral = Node<'Null'>;
/** `true` or `false` */
export interface BooleanLiteral extends Node<'Boolean'> {
  readonly value: boolean;
}
/** A whole number of any size; the analyser decides between integer, long, unsigned_long and double. */
export interface IntegerLiteral extends Node<'Integer'> {
  readonly value: bigint;
}
/** A number with a point or an exponent. */
export interface DecimalLiteral extends Node<'Decimal'> {
  readonly value: number;
}
/** A text, without its quotes and escapes. */
export interface StringLiteral extends Node<'String'> {
  readonly value: string;
}
/** `7 days`: the unit as written. */
export interface TimeSpan extends Node<'TimeSpan'> {
  readonly quantity: bigint;
  readonly unit: string;
}
/** `[1, 2]`: constants of one kind. */
export interface ListLiteral extends Node<'List'> {
  readonly items: readonly (IntegerLiteral | DecimalLiteral | BooleanLiteral | StringLiteral)[];
}
/** `?`, `?1`, `?name` (a value) or `??name` (an identifier), as written. */
export interface Parameter extends Node<'Parameter'> {
  readonly text: string;
}
/** A column, its parts joined by dots. */
export interface Column extends Node<'Column'> {
  readonly name: string;
}
/** `*` in `COUNT(*)`. */
export type Star = Node<'Star'>;
/** `NAME(argument, …)` */
export interface FunctionCall extends Node<'Call'> {
  /** As written. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}
/** The options at the end of a call: `{"operator": "AND"}`. */
export interface MapLiteral extends Node<'Map'> {
  readonly entries: readonly MapEntry[];
}
/** `"key": value` */
export interface MapEntry extends Node<'MapEntry'> {
  readonly key: string;
  readonly value: Expression;
}
/** `operand::type` */
export interface Cast extends Node<'Cast'> {
  readonly operand: Expression;
  readonly type: string;
}
/** A sign before something that is no number literal. */
export interface Negate extends Node<'Negate'> {
  readonly sign: '-' | '+';
  readonly operand: Expression;
}
/** `left + right` and the like. */
export interface Arithmetic extends Node<'Arithmetic'> {
  readonly operator: '+' | '-' | '*' | '/' | '%';
  readonly left: Expression;
  readonly right: Expression;
}
/** `left == right` and the like. */
export interface Comparison extends Node<'Comparison'> {
  readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=';
  readonly left: Expression;
  readonly right: Expression;
}
/** `NOT operand` */
export interface Not extends Node<'Not'> {
  readonly operand: Expression;
}
/** `a AND b AND c`: two operands or more, so that long chains are not deep. */
export interface Logical extends Node<'Logical'> {
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
}
/** `operand IN (item, …)` */
export interface In extends Node<'In'> {
  readonly negated: boolean;
  readonly operand: Expression;
  readonly items: readonly Expression[];
}
/** `operand IS NULL` */
export interface IsNull extends Node<'IsNull'> {
  readonly negated: boolean;
  readonly operand: Expression;
}
/** `operand LIKE "pattern"`, RLIKE too. */
export interface Like extends Node<'Like'> {
  /** `like` takes wildcards, `rlike` a regular expression. */
  readonly syntax: 'like' | 'rlike';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly patterns: readonly (StringLiteral | Parameter)[];
  /** Whether the patterns stand in parentheses. */
  readonly list: boolean;
}
/** `field : query` */
export interface Match extends Node<'Match'> {
  readonly field: Expression;
  readonly query: Expression;
}

/** Every expression. */
export type Expression =
  | NullLiteral
  | BooleanLiteral
  | IntegerLiteral
  | DecimalLiteral
  | StringLiteral
  | TimeSpan
  | ListLiteral
  | Parameter
  | Column
  | Star
  | FunctionCall
  | MapLiteral
  | Cast
  | Negate
  | Arithmetic
  | Comparison
  | Not
  | Logical
  | In
  | IsNull
  | Like
  | Match;
