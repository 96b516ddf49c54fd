import type { ObjectKind } from './kibana.js';
import type { ActionName, Plan, PlannedAction } from './plan.js';

/** How many actions of each name a plan has. */
export function countActions(actions: readonly PlannedAction[]): Readonly<Record<ActionName, number>> {
  const counts = { create: 0, update: 0, adopt: 0, enable: 0, disable: 0, delete: 0 };
  for (const { action } of actions) counts[action] += 1;
  return counts;
}

/** `2 to create, 1 to delete; 12 unchanged`, or that nothing is to be done. */
export function planSummary({ actions, unchanged, bookkeeping, problems }: Plan): string {
  const counts = Object.entries(countActions(actions)).filter(([, count]) => count > 0);
  const todo = counts.map(([action, count]) => `${count} to ${action}`).join(', ');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return [
    todo === '' ? 'Nothing is to be done' : todo,
    `${unchanged} unchanged`,
    ...(bookkeeping.length === 0 ? [] : [`${bookkeeping.length} only to note in the state`]),
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? 'problem' : 'problems'}`]),
  ].join('; ');
}

/** Kind of object → the word for one, and for several. */
export const KIND_WORDS: Readonly<Record<ObjectKind, readonly [string, string]>> = {
  rule: ['rule', 'rules'],
  'exception-list': ['exception list', 'exception lists'],
  'exception-item': ['exception', 'exceptions'],
  'value-list': ['value list', 'value lists'],
  connector: ['connector', 'connectors'],
};

/** The facts of an object that is made, on one line. */
export function newObjectFacts({ kind, body = {}, values }: PlannedAction): readonly string[] {
  if (kind === 'value-list') return [`${values?.length ?? 0} values of type ${text(body['type'])}`];
  if (kind === 'connector') return [text(body['connector_type_id'])];
  if (kind !== 'rule') return [];
  const enabled = body['enabled'] === true ? ['enabled'] : ['disabled'];
  return [text(body['type']), `severity ${text(body['severity'])}`, ...enabled];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
