import { isJsonArray, isJsonObject, printJson } from '../../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../../values/json.js';
import { compareTexts } from '../../values/text-order.js';
import type { Failure } from '../failure.js';
import { flatten } from '../flatten.js';
import { isNormalised } from './normalised-fields.js';

/** Lines of differences that are shown. */
const SHOWN = 40;

/**
 * Compares the alerts that dragnet and Kibana made of the same documents: alerts of one side alone, and fields that differ, but for those that a preview
 * cannot have. Alerts belong together by the documents that they come from, by their group, or (rows) by their fields. A value and a list of it are the
 * same, as are nothing, null and an empty list.
 */
export function compareAlerts(ours: readonly JsonObject[], theirs: readonly JsonObject[]): readonly Failure[] {
  const [mine, kibanas] = [byIdentity(ours), byIdentity(theirs)];
  const lines: string[] = [];
  for (const identity of [...new Set([...mine.keys(), ...kibanas.keys()])].sort(compareTexts)) {
    const [left, right] = [mine.get(identity) ?? [], kibanas.get(identity) ?? []];
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      const [our, their] = [left[at], right[at]];
      if (our === undefined) lines.push(`kibana only:  ${identity}`);
      else if (their === undefined) lines.push(`dragnet only: ${identity}`);
      else lines.push(...differences(our, their).map((difference) => `${identity}  ${difference}`));
    }
  }
  if (lines.length === 0) return [];
  const left = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
  return [
    {
      what: 'Kibana and dragnet disagree about the alerts. This is a bug of dragnet, or a gap that docs/parity.md names.',
      details: [...lines.slice(0, SHOWN), ...left],
    },
  ];
}

type Leaves = ReadonlyMap<string, JsonValue>;

function byIdentity(documents: readonly JsonObject[]): ReadonlyMap<string, readonly Leaves[]> {
  const groups = new Map<string, Leaves[]>();
  for (const document of documents) {
    const leaves = leavesOf(document);
    const identity = identityOf(leaves);
    groups.set(identity, [...(groups.get(identity) ?? []), leaves]);
  }
  // Several alerts of one document (new terms, sequences that overlap) in an order that both sides have.
  for (const group of groups.values()) group.sort((a, b) => compareTexts(textOf(a), textOf(b)));
  return groups;
}

/** Fields that are compared, in one form. */
function leavesOf(document: JsonObject): Leaves {
  const leaves = flatten(document);
  const isGroup = leaves.has('kibana.alert.threshold_result.count');
  const own = leaves.get('kibana.alert.rule.uuid');
  const entries = [...leaves].flatMap(([field, value]): [string, JsonValue][] => {
    if (isNormalised(field)) return [];
    if (field === 'kibana.alert.ancestors') return [[field, ancestorsOf(value, isGroup, own)]];
    const list = isJsonArray(value) ? value : [value];
    const kept = list.filter((item) => item !== null);
    return kept.length === 0 ? [] : [[field, kept]];
  });
  return new Map(entries);
}

/** Without what the rule's UUID decides: the rule of an alert among them, the id of a group, id and index of its own building blocks. */
function ancestorsOf(value: JsonValue, isGroup: boolean, own: JsonValue | undefined): JsonArray {
  return (isJsonArray(value) ? value : [value]).filter(isJsonObject).map(({ id, index, type, depth, rule }) => ({
    ...(isGroup || id === undefined || (rule !== undefined && rule === own) ? {} : { id }),
    ...(index === undefined || (rule !== undefined && rule === own) ? {} : { index }),
    ...(type === undefined ? {} : { type }),
    ...(depth === undefined ? {} : { depth }),
  }));
}

function identityOf(leaves: Leaves): string {
  const terms = leaves.get('kibana.alert.threshold_result.terms') ?? leaves.get('kibana.alert.new_terms');
  const ancestors = leaves.get('kibana.alert.ancestors');
  const ids = (isJsonArray(ancestors) ? ancestors : []).flatMap((parent) =>
    isJsonObject(parent) && typeof parent['id'] === 'string' && parent['id'] !== '' ? [parent['id']] : [],
  );
  const block = leaves.has('kibana.alert.building_block_type') && leaves.has('kibana.alert.group.type');
  const kind = block ? 'building block' : 'alert';
  if (leaves.has('kibana.alert.threshold_result.count')) return `${kind} of the group ${printJson(terms ?? [])}`;
  const of = ids.length > 0 ? ids.join(', ') : `the row ${rowOf(leaves)}`;
  return `${kind} of ${of}${terms === undefined ? '' : ` with ${printJson(terms)}`}`;
}

function rowOf(leaves: Leaves): string {
  const columns = [...leaves].filter(([field]) => !/^(?:kibana\.|@timestamp$|event\.kind$)/u.test(field));
  return printJson(Object.fromEntries(columns.sort(([a], [b]) => compareTexts(a, b))));
}

function differences(ours: Leaves, theirs: Leaves): readonly string[] {
  const fields = [...new Set([...ours.keys(), ...theirs.keys()])].sort(compareTexts);
  return fields.flatMap((field) => {
    const [our, their] = [shown(ours.get(field)), shown(theirs.get(field))];
    return our === their ? [] : [`${field}: dragnet ${our}, Kibana ${their}`];
  });
}

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  const [first, ...others] = isJsonArray(value) ? value : [value];
  return first !== undefined && others.length === 0 ? printJson(first) : printJson(value);
}

function textOf(leaves: Leaves): string {
  return [...leaves]
    .map(([field, value]) => `${field}=${printJson(value)}`)
    .sort(compareTexts)
    .join(' ');
}
