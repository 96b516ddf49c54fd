import type { ApplyInput } from './apply-input.js';
import type { ApplyRefusal } from './apply-report.js';
import { isOpenConflict } from './plan.js';
import { isOwnVariable, secretVariables } from './secrets.js';
import { standingOf } from './standing.js';
import type { SeenObject } from './standing.js';

/** Why nothing of a plan may be done; undefined where it may. `seen` are its objects as Kibana has them now. */
export function refusalOf(
  { plan, kibana, maxDeletes, secret }: Pick<ApplyInput, 'plan' | 'kibana' | 'maxDeletes' | 'secret'>,
  seen: ReadonlyMap<string, SeenObject>,
): ApplyRefusal | undefined {
  if (plan.space !== kibana.space || plan.kibana.url !== kibana.url) {
    const message = `The plan is for the space ${plan.space} of ${plan.kibana.url}, not for the space ${kibana.space} of ${kibana.url}. Make it anew for this target.`;
    return { reason: 'other-target', message, about: [] };
  }
  const moved = plan.actions.filter((action) => standingOf(action, seen.get(action.key), plan.tag) === 'moved');
  if (moved.length > 0) {
    const message = `Kibana moved since the plan was made: ${count(moved.length, 'object is', 'objects are')} not as it saw. Nothing was written. Make a new plan, and look at what changed.`;
    return { reason: 'moved', message, about: moved.map(({ key }) => key) };
  }
  const deleted = plan.actions.filter(({ action, key }) => action === 'delete' && seen.has(key));
  if (deleted.length > maxDeletes) {
    const message = `The plan deletes ${deleted.length} objects, and ${maxDeletes} at most are allowed. Nothing was written. If this is no accident, allow them with --max-deletes ${deleted.length}.`;
    return { reason: 'too-many-deletes', message, about: deleted.map(({ key }) => key) };
  }
  const own = plan.actions.flatMap((action) => [...secretVariables(action).values()]).filter(isOwnVariable);
  if (own.length > 0) {
    const message = `Connectors ask for credentials of the run itself: ${own.join(', ')}. They would leave for whatever the connector points at. Nothing was written.`;
    return { reason: 'secrets', message, about: own };
  }
  const unset = new Set<string>();
  for (const action of plan.actions) {
    if (isOpenConflict(action, plan.onConflict) || standingOf(action, seen.get(action.key), plan.tag) === 'done')
      continue;
    for (const variable of secretVariables(action).values()) if (secret(variable) === undefined) unset.add(variable);
  }
  if (unset.size === 0) return undefined;
  const message = `Connectors need secrets from the environment that are not set: ${[...unset].join(', ')}. Nothing was written. Set them where dragnet apply runs.`;
  return { reason: 'secrets', message, about: [...unset] };
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
