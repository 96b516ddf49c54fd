import type { Assignment, Attribute, Plan, Resolved, Step } from './plan.js';

/**
 * The plan without columns that nothing reads: Elasticsearch does not compute those either, so that they neither cost time nor warn.
 * What does not depend on the row stays, since Elasticsearch computes it beforehand.
 */
export function pruned(plan: Plan): Plan {
  // Branches of FORK keep all their columns, as in Elasticsearch.
  if (plan.steps.some((step) => step.kind === 'Fork')) return plan;
  const needed = new Set(plan.output.map((attribute) => attribute.id));
  const steps: Step[] = [];
  for (const step of [...plan.steps].reverse()) {
    const kept = prunedStep(step, needed);
    if (kept) steps.push(kept);
  }
  return { ...plan, steps: steps.reverse() };
}

function prunedStep(step: Step, needed: Set<number>): Step | undefined {
  switch (step.kind) {
    case 'Compute': {
      const assignments = [...step.assignments]
        .reverse()
        .filter((item) => keeps(item, needed))
        .reverse();
      return assignments.length === 0 ? undefined : { ...step, assignments };
    }
    case 'Aggregate':
      return prunedAggregates(step, needed);
    case 'Filter':
      note(step.condition, needed);
      return step;
    case 'Order':
      for (const key of step.keys) note(key.value, needed);
      return step;
    case 'Limit':
      for (const key of step.by) note(key, needed);
      return step;
    case 'Dissect':
    case 'Grok':
    case 'UriParts':
      note(step.input, needed);
      return step;
    default:
      for (const attribute of readBy(step)) needed.add(attribute.id);
      return step;
  }
}

function prunedAggregates(step: Extract<Step, { kind: 'Aggregate' }>, needed: Set<number>): Step {
  const aggregates = step.aggregates.filter((item) => needed.has(item.attribute.id));
  for (const group of step.groups) note(group.value, needed);
  for (const { arguments: operands, filter } of aggregates) {
    for (const operand of operands) note(operand, needed);
    if (filter) note(filter, needed);
  }
  return { ...step, aggregates };
}

function readBy(step: Step): readonly Attribute[] {
  switch (step.kind) {
    case 'Expand':
      return [step.from];
    case 'Enrich':
      return [step.on];
    case 'Join':
      return step.keys;
    default:
      return [];
  }
}

function keeps({ attribute, value }: Assignment, needed: Set<number>): boolean {
  if (!needed.has(attribute.id) && readsColumn(value)) return false;
  note(value, needed);
  return true;
}

function readsColumn(node: Resolved): boolean {
  const before = new Set<number>();
  note(node, before);
  return before.size > 0;
}

/** Adds the columns that an expression reads. */
function note(node: Resolved, needed: Set<number>): void {
  switch (node.kind) {
    case 'Reference':
      needed.add(node.attribute.id);
      return;
    case 'Call':
      for (const argument of node.arguments) note(argument, needed);
      return;
    case 'Connective':
      for (const operand of node.operands) note(operand, needed);
      return;
    case 'NullTest':
      note(node.operand, needed);
      return;
    case 'Search':
      if (node.field) needed.add(node.field.id);
      return;
    default:
  }
}
