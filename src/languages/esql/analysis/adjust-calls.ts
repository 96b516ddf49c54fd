import type { Range } from '../../../diagnostics/diagnostic.js';
import type { Expression } from '../ast.js';
import type { CheckedCall } from '../functions/function.js';
import { findFunction } from '../functions/registry.js';
import { type EsqlType, isDate, isNumeric } from '../types.js';
import { constantOf, fold } from './fold.js';
import { isAlwaysNull } from './null-values.js';
import type { Attribute, Call, Resolved } from './plan.js';

/** The arguments and site of a call with `@timestamp` put first; what is wrong with that column, in Elasticsearch's words. */
export function timestampBefore(
  attribute: Attribute | undefined,
  range: Range,
  resolved: readonly Resolved[],
  call: CheckedCall,
): [readonly Resolved[], CheckedCall] | string {
  if (attribute === undefined) {
    return `[${call.text}] requires the [@timestamp] field, which was either not present in the source index, or has been dropped or renamed`;
  }
  const { name, type } = attribute;
  if (!isDate(type)) {
    return `implicit argument of [${call.text}] must be [date_nanos or datetime], found value [${name}] type [${type}]`;
  }
  const column: Resolved = { kind: 'Reference', type, range, text: name, attribute };
  const site: CheckedCall = {
    ...call,
    types: [type, ...call.types],
    constants: [undefined, ...call.constants],
    argumentTexts: [name, ...call.argumentTexts],
  };
  return [[column, ...resolved], site];
}

/** The field of the index behind `field` or `field::type`. */
export function fieldOf(node: Resolved): Attribute | undefined {
  if (node.kind === 'Reference') return node.attribute.field && node.attribute;
  const [inner] =
    node.kind === 'Call' && node.function.kind === 'scalar' && node.function.convert ? node.arguments : [];
  return inner && fieldOf(inner);
}

/** Whether a pattern of LIKE or RLIKE matches every text. */
export function matchesAll(node: Extract<Expression, { kind: 'Like' }>): boolean {
  const all = node.syntax === 'like' ? /^\*+$/ : /^\.\*$/;
  return node.patterns.some((pattern) => pattern.kind === 'String' && all.test(pattern.value));
}

/** Functions whose first value says the type; later numbers are widened to it. */
export const WIDENING: ReadonlySet<string> = new Set(['CASE', 'COALESCE', 'GREATEST', 'LEAST']);

/** A number of another type, turned into the type of the result. */
export function widen(item: Resolved, type: EsqlType, now: number): Resolved {
  if (!isNumeric(type) || !isNumeric(item.type) || item.type === type) return item;
  const entry = findFunction(type === 'double' ? 'TO_DOUBLE' : 'TO_LONG');
  if (entry?.kind !== 'scalar') return item;
  const site = { types: [item.type], constants: [constantOf(item)], now };
  return folded({ kind: 'Call', type, range: item.range, text: item.text, function: entry, arguments: [item], site });
}

/** A call with its value, where that does not depend on the row. */
export function folded(call: Call): Call {
  const constant = isAlwaysNull(call) ? null : fold(call);
  return constant === undefined ? call : { ...call, constant };
}
