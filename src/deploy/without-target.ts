import { without } from '../kibana-form/server-fields.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { withoutIndexPrefix } from './index-prefix.js';
import { objectKey } from './object-key.js';
import { tagOf } from './target.js';
import type { TargetSettings } from './target.js';

/** What besides the target itself decides which parts of a live rule belong into its file. */
export interface OwnParts {
  readonly settings: TargetSettings;
  /** Tags that the file has itself, although the target would add them. */
  readonly tags?: readonly JsonValue[];
  /** Exception lists that stay out of the file, by their keys: those that another file attaches, and rules' own ones that git does not know. */
  readonly isForeignList?: (key: string, list: JsonObject) => boolean;
}

/**
 * A rule as Kibana answered it, or part of one, without what the target adds: the tag of managed rules, the tags, lists and index prefix of `override`, whether
 * it runs where the target says so, what belongs to analysts, and the ids that Kibana gave to actions.
 */
export function withoutTarget(rule: JsonObject, { settings, tags = [], isForeignList }: OwnParts): JsonObject {
  const { override = {}, manage = {} } = settings;
  const left = new Set<string>(['meta', 'version', 'throttle']);
  for (const field of ['enabled', 'exceptions_list', 'actions'] as const) if (manage[field] === false) left.add(field);
  if (override.enabled !== undefined) left.add('enabled');
  const own = withoutIndexPrefix(without(rule, left), override.index_prefix ?? '');
  const added = new Set<JsonValue>([tagOf(settings), ...(override.tags ?? [])].filter((tag) => !tags.includes(tag)));
  const addedLists = new Set((override.exceptions_list ?? []).map((list) => objectKey('exception-list', list)));
  const isOwn = (list: JsonObject): boolean => {
    const key = objectKey('exception-list', list);
    return !addedLists.has(key) && isForeignList?.(key, list) !== true;
  };
  return {
    ...own,
    ...changed(own, 'tags', (value) => value.filter((tag) => !added.has(tag))),
    ...changed(own, 'exceptions_list', (value) => value.filter((list) => !isJsonObject(list) || isOwn(list))),
    ...changed(own, 'actions', (value) =>
      value.map((action) => (isJsonObject(action) ? without(action, new Set(['uuid'])) : action)),
    ),
  };
}

function changed(
  rule: JsonObject,
  key: string,
  change: (value: readonly JsonValue[]) => readonly JsonValue[],
): JsonObject {
  const value = Object.hasOwn(rule, key) ? rule[key] : undefined;
  return isJsonArray(value) ? { [key]: change(value) } : {};
}
