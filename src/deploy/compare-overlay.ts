import { without } from '../kibana-form/server-fields.js';
import { isJsonArray, type JsonObject, type JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { compareFields } from './compare-fields.js';
import type { DesiredObject } from './desired-object.js';
import { distinctLists } from './desired-rules.js';
import { withUuids } from './merge-live.js';
import type { MergeOptions } from './merge-live.js';
import { objectKey } from './object-key.js';
import { overlayForm } from './overlay-form.js';
import type { PlannedField } from './plan.js';
import type { StateEntry } from './state.js';

/** An overlay beside the prebuilt rule that it is about. */
export interface OverlayComparison {
  /** What differs, of the fields that the overlay sets. */
  readonly fields: readonly PlannedField[];
  /** Fields that it set when it was applied last, and sets no longer: they stay in Kibana. */
  readonly dropped: readonly string[];
  /** What to write: whole values of the fields, with what stays as Kibana has it; not those that belong to analysts. */
  readonly body: JsonObject;
  /** What to remember once that is done. */
  readonly applied: JsonObject;
}

/**
 * Compares an overlay with a prebuilt rule (as Kibana has it, or as Elastic's package has it where it is not installed) and with what was applied last, on its
 * own fields only. Its tags are added to those that are there. A rule's own exception list and that of Elastic Defend stay.
 */
export function compareOverlay(
  { body: own }: Pick<DesiredObject, 'body'>,
  live: JsonObject,
  entry: Pick<StateEntry, 'applied'> | undefined,
  merge: MergeOptions,
): OverlayComparison {
  const keys = Object.keys(own);
  const isOurs = (key: string): boolean => !merge.unmanaged.has(key);
  const kept = Object.hasOwn(own, 'exceptions_list') ? keptLists(live, merge) : [];
  const withKept = (form: JsonObject): JsonObject =>
    kept.length === 0 || !Object.hasOwn(form, 'exceptions_list')
      ? form
      : { ...form, exceptions_list: distinctLists([...objectsOf(form['exceptions_list']), ...kept]) };
  const tags = textsOf(own['tags']);
  const found = textsOf(live['tags']);
  const git = overlayForm(withKept(own), keys);
  const known = Object.hasOwn(own, 'tags') ? { ...live, tags: tags.filter((tag) => found.includes(tag)) } : live;
  const form = overlayForm(known, keys);
  // An entry without fields is that of a run that was about to install the rule.
  const before = entry === undefined || Object.keys(entry.applied).length === 0 ? undefined : entry.applied;
  const fields = compareFields(
    { git, applied: before && appliedForm(before, form, keys, withKept), live: form },
    merge.unmanaged,
  );
  const whole: JsonObject = {
    ...withKept(own),
    ...(Object.hasOwn(own, 'tags') ? { tags: [...new Set([...found, ...tags])] } : {}),
    ...(isJsonArray(own['actions']) ? { actions: withUuids(own['actions'], live) } : {}),
  };
  return {
    fields,
    dropped: droppedOf(before, own).filter(isOurs),
    body: without(whole, merge.unmanaged),
    applied: without(overlayForm(own, keys), merge.unmanaged),
  };
}

/** What was applied, in the fields that the overlay sets now; one that it did not set before was as Kibana has it. */
function appliedForm(
  before: JsonObject,
  live: JsonObject,
  keys: readonly string[],
  withKept: (form: JsonObject) => JsonObject,
): JsonObject {
  const known = keys.flatMap((key): [string, JsonValue][] => {
    const value = Object.hasOwn(before, key) ? before[key] : live[key];
    return value === undefined ? [] : [[key, value]];
  });
  return overlayForm(withKept(Object.fromEntries(known)), keys);
}

function droppedOf(before: JsonObject | undefined, own: JsonObject): readonly string[] {
  const tags = new Set(textsOf(own['tags']));
  return Object.entries(before ?? {}).flatMap(([key, value]) =>
    !Object.hasOwn(own, key) || (key === 'tags' && textsOf(value).some((tag) => !tags.has(tag))) ? [key] : [],
  );
}

function keptLists(live: JsonObject, { isManaged, detachUnknownLists }: MergeOptions): readonly JsonObject[] {
  return objectsOf(live['exceptions_list']).filter((list) => {
    if (list['list_id'] === 'endpoint_list') return true;
    return list['type'] === 'rule_default' && !detachUnknownLists && !isManaged(objectKey('exception-list', list));
  });
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
