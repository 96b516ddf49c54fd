import type { Expression } from '../ast.js';
import type { AggregateFunction, CheckedCall } from '../functions/function.js';
import { operandsOf } from '../visit.js';
import type { Plan, Step } from './plan.js';
import type { Problems } from './scope.js';

/** Aggregates that Elasticsearch 8.19 refuses to compute of a constant for each group; without groups they are null. */
const NOT_OF_CONSTANTS = new Set(['STD_DEV', 'VALUES', 'TOP', 'SAMPLE']);

/** Whether Elasticsearch 8.19 cannot compute an aggregate, since the argument is a constant other than null. */
export function isRefusedConstant({ name }: AggregateFunction, { constants: [constant, limit] }: CheckedCall): boolean {
  // TOP of one value is MAX or MIN, which know constants.
  return constant != null && NOT_OF_CONSTANTS.has(name) && !(name === 'TOP' && limit === 1);
}

/** The call of an aggregate as Elasticsearch 8.19 sees it: it replaces TO_IP too late for the argument to be taken for a constant. */
export function withoutToIp(call: CheckedCall, [argument]: readonly Expression[]): CheckedCall {
  if (argument === undefined || !holdsToIp(argument)) return call;
  return { ...call, constants: [undefined, ...call.constants.slice(1)] };
}

function holdsToIp(node: Expression): boolean {
  return (node.kind === 'Call' && node.name.toUpperCase() === 'TO_IP') || operandsOf(node).some(holdsToIp);
}

/** Passes no rows. */
const NOTHING: Step = {
  kind: 'Filter',
  condition: { kind: 'Constant', type: 'boolean', range: { start: 0, end: 0 }, text: 'false', value: false },
};

/**
 * Does with aggregates of constants what Elasticsearch 8.19 does, in a plan without the columns that nothing reads: with groups the
 * query is refused (noted in the problems), without groups the STATS sees no rows.
 */
export function settleConstants(plan: Plan, problems: Problems): Plan {
  return { ...plan, steps: settled(plan.steps, problems) };
}

function settled(steps: readonly Step[], problems: Problems): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'Fork') return [{ ...step, branches: step.branches.map((branch) => settled(branch, problems)) }];
    if (step.kind !== 'Aggregate') return [step];
    const refused = step.aggregates.filter(({ isOfConstant }) => isOfConstant === true);
    if (refused.length === 0) return [step];
    if (step.groups.length === 0) return [NOTHING, step];
    for (const { range, text } of refused) {
      const what = `Does not support yet aggregations over constants - [${text}]`;
      problems.addThrown(range, 'esql/aggregate', 'invalid_argument_exception', what, 'Use EVAL after STATS.');
    }
    return [step];
  });
}
