/**
 * A list of exceptions: what a rule that uses it does not alert on.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions
 */
export interface ExceptionList {
  readonly listId: string;
  readonly name: string;
  readonly description?: string;
  /** `detection`, `rule_default`, `endpoint`; the endpoint's own list (`endpoint_list`) never filters rules. */
  readonly type?: string;
  /** `single` (one space) or `agnostic` (all spaces). */
  readonly namespaceType?: string;
  readonly items: readonly ExceptionItem[];
}

/** One exception: all of its entries must hold; any item of a list is enough. */
export interface ExceptionItem {
  readonly name: string;
  readonly itemId?: string;
  /** The list that the item says it is of; that of the list that it stands in, or absent. */
  readonly listId?: string;
  readonly namespaceType?: string;
  readonly entries: readonly ExceptionEntry[];
  /** Only on hosts of these systems (`linux`, `macos`, `windows`); empty or absent: on all. */
  readonly osTypes?: readonly string[];
  /** ISO 8601; from then on the item counts no more. */
  readonly expireTime?: string;
}

/** A condition on a field of the document. */
export type ExceptionEntry = SimpleEntry | NestedEntry;

/** A condition on one field; `excluded` turns it round. */
export type SimpleEntry = ValueEntry | ValuesEntry | ExistsEntry | ListEntry;

/** Whether the condition must hold (`included`) or must not (`excluded`). */
export type EntryOperator = 'included' | 'excluded';

interface EntryBase {
  readonly field: string;
  readonly operator: EntryOperator;
}

/** The field has the value (`match`: as a phrase) or a value of the pattern (`wildcard`: `*` and `?`). */
export interface ValueEntry extends EntryBase {
  readonly type: 'match' | 'wildcard';
  readonly value: string;
}

/** The field has one of the values. */
export interface ValuesEntry extends EntryBase {
  readonly type: 'match_any';
  readonly value: readonly string[];
}

/** The field has a value. */
export interface ExistsEntry extends EntryBase {
  readonly type: 'exists';
}

/** The field has a value of a value list. */
export interface ListEntry extends EntryBase {
  readonly type: 'list';
  readonly list: { readonly id: string; readonly type: ValueListType };
}

/** Conditions on one object of a nested field; their names count from `field`. */
export interface NestedEntry {
  readonly type: 'nested';
  readonly field: string;
  readonly entries: readonly SimpleEntry[];
}

/** What the values of a list are. Others of Elasticsearch's types (`date`, `long` …) may be named; they are filtered in memory. */
export type ValueListType = 'keyword' | 'ip' | 'ip_range' | 'text' | (string & {});

/** Values in Kibana, uploaded as a file: https://www.elastic.co/docs/solutions/security/detect-and-alert/create-manage-value-lists */
export interface ValueList {
  readonly id: string;
  readonly type: ValueListType;
  readonly values: readonly string[];
}
