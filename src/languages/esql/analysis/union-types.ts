import type { Range } from '../../../diagnostics/diagnostic.js';
import type { CallSite, ScalarFunction } from '../functions/function.js';
import { typeOfField } from '../types.js';
import type { Call, Reference } from './plan.js';

/** Where a conversion stands. */
interface Place {
  readonly range: Range;
  readonly text: string;
  readonly now: number;
}

/**
 * The conversion of a field that indices map with different types: each index converts from its own. Undefined if the field has one
 * type, the function is no conversion, or it does not take one of the types; the field is then no value.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-multi-index#esql-multi-index-union-types
 */
export function unionConversion(
  entry: ScalarFunction,
  field: Reference,
  { range, text, now }: Place,
): Call | undefined {
  const conflict = field.attribute.field?.conflict;
  const accepted = entry.parameters[0]?.type.types ?? [];
  if (conflict === undefined || entry.convert === undefined) return undefined;
  const variants = new Map<string, CallSite>();
  for (const { mappingType } of conflict) {
    const type = typeOfField(mappingType);
    if (!accepted.includes(type)) return undefined;
    variants.set(mappingType, { types: [type], constants: [undefined], now });
  }
  const site: CallSite = { types: [field.type], constants: [undefined], now };
  const type = typeof entry.returns === 'function' ? entry.returns(site.types) : entry.returns;
  return { kind: 'Call', type, range, text, function: entry, arguments: [field], site, variants };
}
