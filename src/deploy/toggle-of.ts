import type { ObjectKind } from './kibana.js';
import type { PlannedField } from './plan.js';

/** Where nothing else is to change than whether a rule runs. */
export function toggleOf(kind: ObjectKind, fields: readonly PlannedField[]): 'enable' | 'disable' | undefined {
  const changes = fields.filter((field) => field.class !== 'unmanaged');
  const [only, ...others] = changes;
  if (kind !== 'rule' || others.length > 0 || only?.path !== 'enabled') return undefined;
  return only.git === true ? 'enable' : 'disable';
}
