import type { CheckedCall, EsqlFunction, Parameter } from '../functions/function.js';
import { ordinal } from '../functions/ordinal.js';
import type { Attribute, Resolved } from './plan.js';

const COUNTS = ['no arguments', 'one argument', 'two arguments', 'three arguments', 'four arguments'];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four'];

/** Functions that Elasticsearch counts in other words than their parameters say. */
const COUNT_WORDS: ReadonlyMap<string, string> = new Map([
  ['BUCKET', 'expects minimum two, maximum four arguments'],
  ['COUNT', 'expects exactly one argument'],
  ['IP_PREFIX', 'expects two or three arguments'],
  ['TO_IP', 'expects one or two arguments'],
]);

/** What is wrong with the number of arguments, in Elasticsearch's words. */
export function countProblem(entry: EsqlFunction, count: number): string | undefined {
  const least = entry.parameters.filter((parameter) => parameter.optional !== true).length;
  const variadic = entry.parameters.at(-1)?.variadic === true;
  const most = variadic ? Infinity : entry.parameters.length;
  if (count >= least && count <= most) return undefined;
  if (most === 0) return 'expects no arguments';
  const special = COUNT_WORDS.get(entry.name);
  if (special !== undefined) return special;
  if (variadic) return `expects at least ${COUNTS[least] ?? `${least} arguments`}`;
  if (least === most) return `expects exactly ${COUNTS[least] ?? `${least} arguments`}`;
  return `expects ${NUMBERS[least] ?? ''} or ${COUNTS[most] ?? `${most} arguments`}`;
}

/** What is wrong with using a column that ES|QL cannot read; undefined where it can. */
export function unsupportedProblem({ name, type, field, origin = field }: Attribute): string | undefined {
  if (type !== 'unsupported') return undefined;
  if (origin?.conflict === undefined)
    return `Cannot use field [${name}] with unsupported type [${origin?.mappingType ?? 'unsupported'}]`;
  const parts = origin.conflict.map(({ mappingType, indices }) => `[${mappingType}] in [${indices.join(', ')}]`);
  return `Cannot use field [${name}] due to ambiguities being mapped as [${parts.length}] incompatible types: ${parts.join(', ')}`;
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
    const which = isCounted(entry, call, at) ? `${ordinal(at)} ` : '';
    if (type !== 'null' && !parameter.type.types.includes(type)) {
      return `${which}argument of [${call.text}] must be [${parameter.type.words}], found value [${call.argumentTexts[at] ?? ''}] type [${type}]`;
    }
    if (parameter.constant === true && call.constants[at] === undefined) {
      return `${which}argument of [${call.text}] must be a constant, received [${call.argumentTexts[at] ?? ''}]`;
    }
  }
  return undefined;
}

/** Whether messages say the how manieth argument is wrong: not of functions of one parameter, nor of a list of any length that has one. */
function isCounted({ name, parameters }: EsqlFunction, { types }: CheckedCall, at: number): boolean {
  if (parameters.length < 2 || COUNTS_NOTHING.has(name) || (name === 'COUNT_DISTINCT' && at === 0)) return false;
  return types.length > 1 || COUNTED_ALONE.has(name);
}

/** Functions whose messages do not say which argument they mean. */
const COUNTS_NOTHING: ReadonlySet<string> = new Set(['CONCAT', 'LIKE', 'RLIKE']);

/** Functions whose only argument is called the first. */
const COUNTED_ALONE: ReadonlySet<string> = new Set(['DATE_FORMAT', 'DATE_PARSE', 'LOG', 'ROUND']);

/** What is wrong with operands that are neither true nor false; of `a AND b AND c`, `a AND b` is looked at first. */
export function truthProblem(
  operator: 'and' | 'or' | 'not',
  operands: readonly Resolved[],
  textUpTo: (end?: number) => string,
): string | undefined {
  const at = operands.findIndex(({ type }) => type !== 'boolean' && type !== 'null');
  const operand = operands[at];
  if (operand === undefined) return undefined;
  const which = operator === 'not' ? '' : `${at === 0 ? 'first' : 'second'} `;
  const isLast = operator === 'not' || Math.max(at, 1) + 1 === operands.length;
  const text = textUpTo(isLast ? undefined : operands[Math.max(at, 1)]?.range.end);
  return `${which}argument of [${text}] must be [boolean], found value [${operand.text}] type [${operand.type}]`;
}
