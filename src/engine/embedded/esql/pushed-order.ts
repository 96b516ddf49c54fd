import type { Resolved, Step } from '../../../languages/esql/analysis/plan.js';
import type { EsqlType } from '../../../languages/esql/types.js';
import { constantOf } from '../../../languages/esql/analysis/fold.js';
import type { Scalar } from '../../../languages/esql/cells.js';

const LEAST_LONG = -(2n ** 63n);
const GREATEST_LONG = 2n ** 63n - 1n;

/** What Lucene takes a missing number for when it sorts, by type: before all others, and after them. */
const EXTREMES: ReadonlyMap<EsqlType, readonly [Scalar, Scalar]> = new Map<EsqlType, readonly [Scalar, Scalar]>([
  ['integer', [-2_147_483_648, 2_147_483_647]],
  ['long', [LEAST_LONG, GREATEST_LONG]],
  ['double', [-Infinity, Infinity]],
]);

/**
 * What stands for null in each key of a SORT whose rows Lucene chooses for Elasticsearch: one right after FROM, behind nothing but conditions
 * that are queries, and computed columns. A null then is equal to the least or greatest number of its type. Empty if rows are sorted
 * elsewhere.
 */
export function missingValues(steps: readonly Step[], at: number): readonly (Scalar | undefined)[] {
  const step = steps[at];
  if (step?.kind !== 'Order' || !steps.slice(0, at).every((before) => before.kind === 'Compute' || isQuery(before)))
    return [];
  if (!step.keys.every(({ value }) => value.kind === 'Reference' && isIndexed(value))) return [];
  if (steps[at + 1]?.kind !== 'Limit') return [];
  return step.keys.map(
    ({ value, descending, nullsFirst }) => EXTREMES.get(value.type)?.[descending === nullsFirst ? 1 : 0],
  );
}

function isIndexed(node: Resolved): boolean {
  return (
    node.kind === 'Reference' &&
    node.attribute.field !== undefined &&
    node.type !== 'text' &&
    !node.attribute.name.startsWith('_')
  );
}

function isQuery(step: Step): boolean {
  return step.kind === 'Filter' && isQueryCondition(step.condition);
}

const COMPARING: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'IN', 'LIKE', 'RLIKE', 'CIDR_MATCH', 'STARTS_WITH', 'ENDS_WITH']); // prettier-ignore

/** Whether a condition compares fields with constants, so that it can be a query of Lucene. */
function isQueryCondition(node: Resolved): boolean {
  switch (node.kind) {
    case 'Search':
    case 'Constant':
      return true;
    case 'Connective':
      return node.operands.every(isQueryCondition);
    case 'NullTest':
      return isIndexed(node.operand);
    case 'Call': {
      const [field, ...others] = node.arguments;
      const isPlain =
        field !== undefined && isIndexed(field) && others.every((other) => constantOf(other) !== undefined);
      return COMPARING.has(node.function.name) && isPlain;
    }
    default:
      return false;
  }
}
