import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { compareTexts } from '../values/text-order.js';
import { canonicalJson } from './canonical-json.js';
import type { ThreeForms } from './compare-fields.js';
import type { DesiredObject } from './desired-object.js';
import type { LiveObject } from './kibana.js';
import { objectKey } from './object-key.js';

/** What decides which of Kibana's values stay. */
export interface MergeOptions {
  /** Fields that belong to analysts. */
  readonly unmanaged: ReadonlySet<string>;
  /** Detach `rule_default` exception lists that git does not know. */
  readonly detachUnknownLists: boolean;
  /** Whether git has or had an object, by its key. */
  readonly isManaged: (key: string) => boolean;
  /** The tag of managed rules; empty for none. */
  readonly tag: string;
}

/**
 * The three forms of an object after what always stays as Kibana has it: a rule's own exception list (`rule_default`) that an analyst attached, comments
 * of exception items, and keys of a connector's configuration that the file never named.
 */
export function settledForms(kind: DesiredObject['kind'], forms: ThreeForms, options: MergeOptions): ThreeForms {
  if (kind === 'rule' && !options.detachUnknownLists) return withOwnLists(forms, options.isManaged);
  if (kind === 'exception-item') return withComments(forms);
  return kind === 'connector' ? withKnownConfig(forms) : forms;
}

function withOwnLists(forms: ThreeForms, isManaged: MergeOptions['isManaged']): ThreeForms {
  const { git, applied, live } = forms;
  const wanted = objectsOf(git['exceptions_list']);
  const keys = new Set(wanted.map((list) => objectKey('exception-list', list)));
  const kept = objectsOf(live['exceptions_list']).filter((list) => {
    const key = objectKey('exception-list', list);
    return list['type'] === 'rule_default' && !keys.has(key) && !isManaged(key);
  });
  if (kept.length === 0) return forms;
  const withKept = (form: JsonObject): JsonObject => ({ ...form, exceptions_list: joined(form, kept) });
  return { git: withKept(git), applied: applied && withKept(applied), live };
}

/** The lists of a rule and others, each once, in the order in which they are compared. */
function joined(form: JsonObject, others: readonly JsonObject[]): readonly JsonObject[] {
  const all = new Map([...objectsOf(form['exceptions_list']), ...others].map((list) => [canonicalJson(list), list]));
  return [...all].sort(([left], [right]) => compareTexts(left, right)).map(([, list]) => list);
}

function withComments(forms: ThreeForms): ThreeForms {
  const { git, applied, live } = forms;
  const found = isJsonArray(live['comments']) ? live['comments'] : [];
  const withFound = (form: JsonObject): JsonObject => {
    const own = isJsonArray(form['comments']) ? form['comments'] : [];
    return { ...form, comments: [...found, ...own.filter((comment) => !found.includes(comment))] };
  };
  return { git: withFound(git), applied: applied && withFound(applied), live };
}

function withKnownConfig(forms: ThreeForms): ThreeForms {
  const { git, applied, live } = forms;
  const known = new Set([git['config'], applied?.['config']].filter(isJsonObject).flatMap(Object.keys));
  const config = isJsonObject(live['config']) ? live['config'] : {};
  const kept = Object.fromEntries(Object.entries(config).filter(([key]) => known.has(key)));
  return { ...forms, live: { ...live, config: kept } };
}

/**
 * The body that replaces a live object: git's, with what stays as Kibana has it. `taken` are fields whose live value was chosen over git's.
 */
export function mergedBody(
  desired: DesiredObject,
  live: LiveObject,
  git: JsonObject,
  taken: ReadonlySet<string>,
  options: MergeOptions,
): JsonObject {
  const { kind, body } = desired;
  if (kind === 'exception-item')
    return { ...fromLive(body, live.body, taken), comments: mergedComments(git, live.body) };
  if (kind !== 'rule') return fromLive(body, live.body, taken);
  const merged = fromLive(body, live.body, new Set([...taken, ...options.unmanaged]));
  const isOurs = (key: string): boolean => !taken.has(key) && !options.unmanaged.has(key);
  const lists = isOurs('exceptions_list') ? git['exceptions_list'] : live.body['exceptions_list'];
  const { meta } = live.body;
  return {
    ...merged,
    ...(isJsonArray(lists) ? { exceptions_list: withIds(lists, live.body) } : {}),
    ...(isOurs('actions') && isJsonArray(body['actions']) ? { actions: withUuids(body['actions'], live.body) } : {}),
    ...(taken.has('tags') ? { tags: withTag(merged['tags'], options.tag) } : {}),
    ...(!Object.hasOwn(body, 'meta') && isJsonObject(meta) ? { meta } : {}),
  };
}

/** A body with some fields as Kibana has them, or without those that it has not. */
function fromLive(body: JsonObject, live: JsonObject, fields: ReadonlySet<string>): JsonObject {
  if (fields.size === 0) return body;
  const merged = new Map(Object.entries(body));
  for (const field of fields) {
    const value = Object.hasOwn(live, field) ? live[field] : undefined;
    if (value === undefined) merged.delete(field);
    else merged.set(field, value);
  }
  return Object.fromEntries(merged);
}

function withTag(tags: JsonValue | undefined, tag: string): readonly JsonValue[] {
  const own = isJsonArray(tags) ? tags : [];
  return tag === '' || own.includes(tag) ? own : [...own, tag];
}

/** References with the ids of saved objects, where the live rule has them. */
function withIds(lists: readonly JsonValue[], live: JsonObject): readonly JsonValue[] {
  const ids = new Map(
    objectsOf(live['exceptions_list']).map((list) => [objectKey('exception-list', list), list['id']] as const),
  );
  return lists.filter(isJsonObject).map((list) => {
    const id = list['list_id'] === 'endpoint_list' ? 'endpoint_list' : ids.get(objectKey('exception-list', list));
    return id === undefined ? list : { id, ...list };
  });
}

/** Actions with the ids that Kibana gave them: it counts their throttles by these. */
export function withUuids(actions: readonly JsonValue[], live: JsonObject): readonly JsonValue[] {
  const left = [...objectsOf(live['actions'])];
  return actions.map((action) => {
    if (!isJsonObject(action) || Object.hasOwn(action, 'uuid')) return action;
    const isSame = ({ id, group, params }: JsonObject): boolean =>
      id === action['id'] &&
      equalJson(group ?? 'default', action['group'] ?? 'default') &&
      equalJson(params, action['params']);
    const exact = left.findIndex(isSame);
    const at = exact >= 0 ? exact : left.findIndex(({ id }) => id === action['id']);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found?.['uuid'] === undefined ? action : { ...action, uuid: found['uuid'] };
  });
}

/** Kibana takes new comments at the end of those that are there, and refuses a list without these. */
function mergedComments(git: JsonObject, live: JsonObject): readonly JsonValue[] {
  const kept = objectsOf(live['comments']);
  const texts = new Set(kept.map(({ comment }) => comment));
  const added = (isJsonArray(git['comments']) ? git['comments'] : []).filter((comment) => !texts.has(comment));
  const known = kept.map(({ id, comment = '' }) => (id === undefined ? { comment } : { id, comment }));
  return [...known, ...added.map((comment) => ({ comment }))];
}
