import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import type { Stored } from './state.js';

/** One edit of a bulk action: its type and its value. */
export interface BulkEdit {
  readonly type: string;
  readonly value: JsonValue;
  readonly overwrite_data_views?: boolean;
}

/** Why an edit cannot be made of a rule, with the code that a dry run gives. */
export interface EditProblem {
  readonly message: string;
  readonly code: string;
}

/** The rule after all edits. */
export function editedRule(rule: Stored, edits: readonly BulkEdit[]): Stored {
  return edits.reduce<Stored>((now, edit) => ({ ...now, ...EDITS.get(edit.type)?.(now, edit) }), rule);
}

/** Whether edits change anything of a rule. Actions that are set get new UUIDs and always do. */
export function isEdited(before: Stored, after: Stored): boolean {
  return !isDeepStrictEqual(before, after);
}

/** Why a rule does not take edits of its index patterns. */
export function editProblem(rule: Stored, edits: readonly BulkEdit[]): EditProblem | undefined {
  if (!edits.some(({ type }) => type.endsWith('_index_patterns'))) return undefined;
  if (rule['type'] === 'machine_learning')
    return { message: "Machine learning rule doesn't have index patterns", code: 'MACHINE_LEARNING_INDEX_PATTERN' };
  if (rule['type'] === 'esql') return { message: "ES|QL rule doesn't have index patterns", code: 'ESQL_INDEX_PATTERN' };
  return undefined;
}

type Edit = (rule: Stored, edit: BulkEdit) => JsonObject;

const EDITS: ReadonlyMap<string, Edit> = new Map<string, Edit>([
  ['add_tags', (rule, { value }) => ({ tags: united(rule['tags'], value) })],
  ['delete_tags', (rule, { value }) => ({ tags: reduced(rule['tags'], value) })],
  ['set_tags', (_, { value }) => ({ tags: united([], value) })],
  ['add_index_patterns', (rule, edit) => onIndex(rule, edit, united(rule['index'], edit.value))],
  ['delete_index_patterns', (rule, edit) => onIndex(rule, edit, reduced(rule['index'], edit.value))],
  ['set_index_patterns', (rule, edit) => onIndex(rule, edit, united([], edit.value))],
  [
    'add_investigation_fields',
    (rule, { value }) => fieldNames(united(namesOf(rule['investigation_fields']), namesOf(value))),
  ],
  [
    'delete_investigation_fields',
    (rule, { value }) => fieldNames(reduced(namesOf(rule['investigation_fields']), namesOf(value))),
  ],
  ['set_investigation_fields', (_, { value }) => fieldNames(list(namesOf(value)))],
  ['set_timeline', (_, { value }) => (isJsonObject(value) ? value : {})],
  ['set_schedule', (rule, { value }) => schedule(rule, value)],
  ['set_rule_actions', (_, { value }) => ({ actions: actionsOf(value) })],
  ['add_rule_actions', (rule, { value }) => ({ actions: [...list(rule['actions']), ...actionsOf(value)] })],
]);

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function united(left: JsonValue | undefined, right: JsonValue | undefined): readonly JsonValue[] {
  return [...new Set([...list(left), ...list(right)])];
}

function reduced(left: JsonValue | undefined, right: JsonValue | undefined): readonly JsonValue[] {
  const gone = new Set(list(right));
  return list(left).filter((item) => !gone.has(item));
}

function onIndex(
  rule: Stored,
  { overwrite_data_views: isOverwrite = false }: BulkEdit,
  index: readonly JsonValue[],
): JsonObject {
  if (rule['data_view_id'] !== undefined && !isOverwrite) return {};
  return { index: [...index] };
}

function namesOf(fields: JsonValue | undefined): JsonValue {
  return isJsonObject(fields) ? (fields['field_names'] ?? []) : [];
}

function fieldNames(names: readonly JsonValue[]): JsonObject {
  return { investigation_fields: { field_names: [...names] } };
}

function schedule(rule: Stored, value: JsonValue): JsonObject {
  if (!isJsonObject(value)) return {};
  const { interval = '5m', lookback = '0s' } = value;
  const seconds = spanSeconds(interval) + spanSeconds(lookback);
  const meta = isJsonObject(rule['meta']) ? rule['meta'] : {};
  return { interval, from: `now-${seconds}s`, meta: { ...meta, from: lookback } };
}

function spanSeconds(span: JsonValue): number {
  const [, count = '0', unit = 's'] = /^(\d+)([smhd])$/.exec(typeof span === 'string' ? span : '') ?? [];
  return Number(count) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[unit] ?? 1);
}

function actionsOf(value: JsonValue): readonly JsonObject[] {
  const actions = isJsonObject(value) ? list(value['actions']) : [];
  const frequency = { summary: true, notifyWhen: 'onActiveAlert', throttle: null };
  return actions.filter(isJsonObject).map((action) => ({ frequency, ...action, uuid: randomUUID() }));
}
