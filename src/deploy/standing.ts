import { equalJson } from '../values/equal-json.js';
import type { JsonObject } from '../values/json.js';
import { comparableObject, liveHash } from './comparable-object.js';
import { compareFields } from './compare-fields.js';
import type { LiveObject, ObjectKind } from './kibana.js';
import { isPrebuilt } from './live-facts.js';
import { KNOWN_RULE_KEYS } from './known-rule-keys.js';
import { overlayForm } from './overlay-form.js';
import type { PlannedAction } from './plan.js';

/** An object of Kibana with the values of a value list. */
export interface SeenObject extends LiveObject {
  readonly values?: readonly string[];
}

/**
 * Where an action stands. `planned`: Kibana is as the plan saw it; `done`: it is as the plan wants it; `enable`: all but that the rule does not run yet, since
 * an earlier run of the plan ended there; `values`: all but some values of a value list, for the same reason; `moved`: none of these.
 */
export type Standing = 'planned' | 'done' | 'enable' | 'values' | 'moved';

/** Compares the object of an action, as Kibana has it now, with what the plan was made for and with what it wants. */
export function standingOf(action: PlannedAction, live: SeenObject | undefined, tag: string): Standing {
  if (isAsPlanned(action, live, tag)) return 'planned';
  if (action.action === 'delete') return live === undefined ? 'done' : 'moved';
  if (live === undefined) return 'moved';
  if (action.body === undefined) return isToggled(action, live, tag);
  const differing = differingFields(action, live, tag);
  if (differing.length === 0) return 'done';
  if (equalJson(differing, ['values']) && isOnTheWay(action, live)) return 'values';
  return equalJson(differing, ['enabled']) && action.body['enabled'] === true ? 'enable' : 'moved';
}

/** Whether a value list has nothing but what the plan saw and what it adds, and lacks nothing but what it adds or removes. */
function isOnTheWay({ action, values = [], fields }: PlannedAction, { values: live = [] }: SeenObject): boolean {
  const changed = fields.filter(({ path }) => path === 'values');
  const [wanted, found] = [new Set(values), new Set(live)];
  const added = new Set(action === 'create' ? values : changed.flatMap((field) => field.added ?? []));
  const removed = new Set(changed.flatMap((field) => field.removed ?? []));
  return (
    live.every((one) => wanted.has(one) || removed.has(one)) && values.every((one) => found.has(one) || added.has(one))
  );
}

/** The fields in which a live object is not as the body of an action; of an overlay only those that it sets count. */
export function differingFields(action: PlannedAction, live: SeenObject, tag: string): readonly string[] {
  const { kind, body = {}, values, overlay } = action;
  if (overlay === undefined) return differences(wantedForm(kind, body, tag, values), formOf(live, tag), kind);
  const keys = Object.keys(body);
  return differences(overlayForm(body, keys), overlayForm(live.body, keys), kind);
}

/** What an action wants, in the form in which two are compared. */
export function wantedForm(kind: ObjectKind, body: JsonObject, tag: string, values?: readonly string[]): JsonObject {
  return comparableObject(kind, body, { tag, ...(values === undefined ? {} : { values }) });
}

/** A live object in the form in which two are compared. */
export function formOf({ kind, body, values }: SeenObject, tag: string): JsonObject {
  return wantedForm(kind, body, tag, values);
}

/**
 * The fields in which a live object is not what was wanted. Keys that no schema knows and that Kibana has dropped are none, nor are keys of a connector's
 * configuration that Kibana adds.
 */
function differences(wanted: JsonObject, live: JsonObject, kind: ObjectKind): readonly string[] {
  const found = kind === 'connector' ? { ...live, config: sameKeys(live['config'], wanted['config']) } : live;
  return compareFields({ git: wanted, live: found }, new Set())
    .map(({ path }) => path)
    .filter((path) => kind !== 'rule' || KNOWN_RULE_KEYS.has(path) || Object.hasOwn(live, path));
}

function isAsPlanned(action: PlannedAction, live: SeenObject | undefined, tag: string): boolean {
  if (live !== undefined && isJustInstalled(action, live)) return true;
  if (live === undefined || action.live === null) return live === undefined && action.live === null;
  const { kind, body, values } = live;
  // What a deletion was planned for does not depend on the values of a list.
  const counted = action.action === 'delete' || values === undefined ? {} : { values };
  return liveHash(kind, body, { tag, ...counted }) === action.live;
}

/** Whether a run that was to install a rule, and then to set what an overlay says, ended in between. */
function isJustInstalled({ overlay }: PlannedAction, live: SeenObject): boolean {
  const { version, revision } = live.body;
  return overlay?.install !== undefined && isPrebuilt(live) && version === overlay.install && (revision ?? 0) === 0;
}

/** A rule that was planned to be enabled or disabled only, and is so already, is done if nothing else was changed. */
function isToggled({ action, live: hash }: PlannedAction, { kind, body }: SeenObject, tag: string): Standing {
  const isEnabled = action === 'enable';
  if (body['enabled'] !== isEnabled) return 'moved';
  return liveHash(kind, { ...body, enabled: !isEnabled }, { tag }) === hash ? 'done' : 'moved';
}

function sameKeys(found: JsonObject[string] | undefined, wanted: JsonObject[string] | undefined): JsonObject {
  const [live, git] = [found ?? {}, wanted ?? {}] as [JsonObject, JsonObject];
  return Object.fromEntries(Object.entries(live).filter(([key]) => Object.hasOwn(git, key)));
}
