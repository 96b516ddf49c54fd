import type { CheckedCall, EsqlFunction, Parameter } from '../functions/function.js';
import { ordinal } from '../functions/conditional.js';
import type { Resolved } from './plan.js';

const COUNTS = ['no arguments', 'one argument', 'two arguments', 'three arguments', 'four arguments'];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four'];

/** What is wrong with the number of arguments, in Elasticsearch's words. */
export function countProblem(entry: EsqlFunction, count: number): string | undefined {
  const least = entry.parameters.filter((parameter) => parameter.optional !== true).length;
  const variadic = entry.parameters.at(-1)?.variadic === true;
  const most = variadic ? Infinity : entry.parameters.length;
  if (count >= least && count <= most) return undefined;
  if (most === 0) return 'expects zero arguments';
  if (variadic) return `expects at least ${COUNTS[least] ?? `${least} arguments`}`;
  if (least === most) return `expects exactly ${COUNTS[least] ?? `${least} arguments`}`;
  return `expects ${NUMBERS[least] ?? ''} or ${COUNTS[most] ?? `${most} arguments`}`;
}

/** What is wrong with using fields that ES|QL cannot read. */
export function unsupportedProblem(resolved: readonly Resolved[]): string | undefined {
  for (const item of resolved) {
    if (item.type !== 'unsupported' || item.kind !== 'Reference') continue;
    const field = item.attribute.field;
    if (field?.conflict) {
      const parts = field.conflict.map(({ mappingType, indices }) => `[${mappingType}] in [${indices.join(', ')}]`);
      return `Cannot use field [${item.attribute.name}] due to ambiguities being mapped as [${field.conflict.length}] incompatible types: ${parts.join(', ')}`;
    }
    return `Cannot use field [${item.attribute.name}] with unsupported type [${field?.mappingType ?? 'unsupported'}]`;
  }
  return undefined;
}

/** The parameter that an argument fills. */
export function parameterOf(entry: EsqlFunction, at: number): Parameter | undefined {
  return entry.parameters[at] ?? (entry.parameters.at(-1)?.variadic === true ? entry.parameters.at(-1) : undefined);
}

/** What is wrong with the type of one argument, or with its depending on the row. */
export function parameterProblem(entry: EsqlFunction, call: CheckedCall): string | undefined {
  for (const [at, type] of call.types.entries()) {
    const parameter = parameterOf(entry, at);
    if (parameter === undefined) continue;
    const which =
      entry.parameters.length > 1 && call.types.length > 1 && entry.name !== 'CONCAT' ? `${ordinal(at)} ` : '';
    if (type !== 'null' && !parameter.type.types.includes(type)) {
      return `${which}argument of [${call.text}] must be [${parameter.type.words}], found value [${call.argumentTexts[at] ?? ''}] type [${type}]`;
    }
    if (parameter.constant === true && call.constants[at] === undefined) {
      return `${which}argument of [${call.text}] must be a constant, received [${call.argumentTexts[at] ?? ''}]`;
    }
  }
  return undefined;
}
