import type { JsonObject } from '../../values/json.js';
import type { EqlExpression, EqlField } from './ast.js';
import type { Translated } from './combine.js';
import type { EqlFilter } from './filter.js';

/** What the translation of patterns and functions needs of the translation of the whole condition. */
export interface Translation {
  /** There is a value; one of several is enough for a script. */
  isNotNull(value: EqlExpression): Translated;
  /** `value == text`, with or without case. */
  equals(value: EqlExpression, text: EqlExpression, insensitive: boolean): Translated;
  /** The name under which exact values of a field are found. */
  exact(field: EqlField): string;
  /** Whether the field holds IP addresses. */
  isAddress(field: EqlField): boolean;
  dsl(query: JsonObject): EqlFilter;
  /** The value of a condition that depends on no field, or else a script. */
  constantOrScript(node: EqlExpression): Translated;
}
