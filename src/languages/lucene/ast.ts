import type { Range } from '../../diagnostics/diagnostic.js';

/**
 * A query in Lucene's classic syntax, as the `query_string` query of Elasticsearch reads it:
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-query-string-query.html#query-string-syntax
 */
export type LuceneNode = LuceneGroup | LuceneLeafNode;

/** What a group is made of in the end. */
export type LuceneLeafNode =
  LuceneWords | LucenePhrase | LucenePrefix | LuceneWildcard | LuceneRegexp | LuceneFuzzy | LuceneRange;

/** The name before a colon, unescaped; it may hold wildcards. */
export interface LuceneField {
  readonly name: string;
  readonly range: Range;
}

/** What every node may have: a field, for a group that of all within it that name none, and a weight, which changes scores only. */
interface Common {
  readonly field?: LuceneField;
  readonly boost?: number;
  readonly range: Range;
}

/** Clauses in brackets, or the whole query; only the whole query may have none, and then matches nothing. */
export interface LuceneGroup extends Common {
  readonly kind: 'Group';
  readonly clauses: readonly LuceneClause[];
}

/** One part of a group, with the operators before it. What they mean depends on their neighbours: see `foldLucene`. */
export interface LuceneClause {
  readonly conjunction?: 'AND' | 'OR';
  readonly modifier?: 'required' | 'prohibited';
  readonly node: LuceneNode;
  readonly range: Range;
}

/** One word, or several in a row, which reach the field's analysis together; `>=10` and its kin are words here. */
export interface LuceneWords extends Common {
  readonly kind: 'Words';
  readonly words: readonly string[];
}

/** A text in quotes; without `slop` the query's own applies. */
export interface LucenePhrase extends Common {
  readonly kind: 'Phrase';
  readonly text: string;
  readonly slop?: number;
}

/** `text*`, unescaped. */
export interface LucenePrefix extends Common {
  readonly kind: 'Prefix';
  readonly text: string;
}

/** A word with `*` and `?`, escapes kept: a pattern of the `wildcard` query. */
export interface LuceneWildcard extends Common {
  readonly kind: 'Wildcard';
  readonly pattern: string;
}

/** `/pattern/`, escapes kept: a pattern of the `regexp` query. */
export interface LuceneRegexp extends Common {
  readonly kind: 'Regexp';
  readonly pattern: string;
}

/** `word~2`; the fuzziness is empty where the query's own applies. */
export interface LuceneFuzzy extends Common {
  readonly kind: 'Fuzzy';
  readonly text: string;
  readonly fuzziness: string;
}

/** `[from TO to}`; a bound that is absent is open. */
export interface LuceneRange extends Common {
  readonly kind: 'Range';
  readonly from?: string;
  readonly to?: string;
  readonly includeFrom: boolean;
  readonly includeTo: boolean;
}
