import type { Range } from '../../diagnostics/diagnostic.js';
import type { EqlExpression } from './ast.js';
import type { Report } from './check-fields.js';
import type { EqlDataType } from './data-type.js';

/** Place of an argument, in the words of Elasticsearch's messages. */
export type Ordinal = '' | 'first ' | 'second ' | 'third ' | 'fourth ' | 'fifth ';

/** What the check of a function needs of the check of expressions. Types are undefined where something was reported. */
export interface CheckContext {
  readonly report: Report;
  typeOf(node: EqlExpression): EqlDataType | undefined;
  boolean(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): EqlDataType | undefined;
  numeric(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): EqlDataType | undefined;
  string(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): EqlDataType | undefined;
  /** Reports a text field that has no keyword, or several. */
  exact(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): boolean;
  require(
    node: EqlExpression,
    parent: EqlExpression,
    ordinal: Ordinal,
    expected: string,
    fits: (type: EqlDataType) => boolean,
  ): EqlDataType | undefined;
  mismatch(range: Range, what: string, expected: string): void;
  /** The text of a part of the query. */
  source(range: Range): string;
}
