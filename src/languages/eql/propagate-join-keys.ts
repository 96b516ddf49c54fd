import type { EqlExpression, EqlField, EqlStep } from './ast.js';
import { fieldsOfExpression } from './fields.js';
import { replaceFields } from './replace-fields.js';

/**
 * Lets each step know what the others demand of the join keys, as Elasticsearch does: a condition on a key that stands alone or in an
 * `and`, holds no `or` and no field but keys, is asked of the key of every other step, too.
 */
export function propagateJoinKeys(by: readonly EqlField[], steps: readonly EqlStep[]): readonly EqlStep[] {
  const demands = steps.flatMap((step, at) => demandsOf(step, keysOf(by, step)).map((demand) => ({ ...demand, at })));
  if (demands.length === 0) return steps;
  return steps.map((step, at) => {
    const keys = keysOf(by, step);
    const added = demands.flatMap((demand) => {
      const key = keys[demand.position];
      if (demand.at === at || key === undefined) return [];
      return [
        replaceFields(demand.condition, (field) =>
          field.name === demand.key.name ? { ...key, range: field.range } : field,
        ),
      ];
    });
    if (added.length === 0) return step;
    const { filter } = step;
    const condition: EqlExpression = {
      kind: 'And',
      clauses: [filter.condition, ...added],
      range: filter.condition.range,
    };
    return { ...step, filter: { ...filter, condition } };
  });
}

interface Demand {
  readonly condition: EqlExpression;
  readonly key: EqlField;
  readonly position: number;
}

function demandsOf(step: EqlStep, keys: readonly EqlField[]): readonly Demand[] {
  return clausesOf(step.filter.condition).flatMap((condition) => {
    if (holdsOr(condition)) return [];
    const fields = fieldsOfExpression(condition);
    // With another field it would ask that field of other events (https://github.com/elastic/elasticsearch/pull/133134).
    if (!fields.every(({ name }) => keys.some((key) => key.name === name))) return [];
    const position = keys.findIndex((key) => key.name === fields[0]?.name);
    const key = keys[position];
    return key === undefined ? [] : [{ condition, key, position }];
  });
}

function keysOf(by: readonly EqlField[], step: EqlStep): readonly EqlField[] {
  return [...by, ...step.by];
}

function clausesOf(node: EqlExpression): readonly EqlExpression[] {
  return node.kind === 'And' ? node.clauses.flatMap(clausesOf) : [node];
}

/** Lists of patterns, and lists without case, are alternatives as well. */
function holdsOr(node: EqlExpression): boolean {
  switch (node.kind) {
    case 'Or':
      return true;
    case 'And':
      return node.clauses.some(holdsOr);
    case 'Not':
      return holdsOr(node.clause);
    case 'Comparison':
    case 'Arithmetic':
      return holdsOr(node.left) || holdsOr(node.right);
    case 'In':
      return (node.insensitive && node.items.length > 1) || [node.value, ...node.items].some(holdsOr);
    case 'Match':
      return (node.patterns.length > 1 && !node.operator.startsWith('regex')) || holdsOr(node.value);
    case 'Negation':
      return holdsOr(node.value);
    case 'Call':
      return node.arguments.some(holdsOr);
    default:
      return false;
  }
}
