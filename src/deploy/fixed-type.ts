import type { JsonObject } from '../values/json.js';
import type { PlannedAction } from './plan.js';
import type { SeenObject } from './standing.js';

/** Why an action cannot be done since Kibana never changes the type of such an object (it ignores another one); undefined where it can. */
export function fixedType({ kind, body }: PlannedAction, live: SeenObject): string | undefined {
  if (body === undefined || (kind !== 'value-list' && kind !== 'connector')) return undefined;
  const change = changeOf(kind === 'connector' ? 'connector_type_id' : 'type', body, live.body);
  const what = kind === 'connector' ? 'connector' : 'value list';
  return change && `The type of a ${what} stays for good, and git changes it (${change}). Give the new one another id.`;
}

/** What to add where Kibana refuses a rule whose type changes: it keeps the parameters of the type that the rule was made with. */
export function typeHint({ kind, body }: PlannedAction, live: SeenObject | undefined): string {
  const change = kind === 'rule' && body && live ? changeOf('type', body, live.body) : undefined;
  return change === undefined
    ? ''
    : ` Git changes the type of the rule (${change}), and Kibana keeps that for good: give the new one another rule_id.`;
}

function changeOf(key: string, wanted: JsonObject, found: JsonObject): string | undefined {
  const [from, to] = [found[key], wanted[key]];
  return from === to || typeof from !== 'string' || typeof to !== 'string' ? undefined : `${from} → ${to}`;
}
