import { isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { importExceptions } from './exceptions-import.js';
import { storeOf } from './exceptions-store.js';
import { ok, siemError } from './fake-request.js';
import type { FakeHandler, FakeRequest } from './fake-request.js';
import { fileOf } from './multipart.js';
import { updatedRule } from './rule-changes.js';
import { bodyProblems } from './rule-fields.js';
import { missingConnectors } from './rule-actions.js';
import { findRule, storeChangedRule, storeNewRule } from './rules-api.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = '/api/detection_engine/rules/_import';

/** `POST rules/_import`: exceptions, connectors and rules of NDJSON. What went wrong with some of it is in the answer, whose status is 200. */
export function importRulesApi(state: FakeState): FakeHandler {
  return (request) => {
    const { method, path, headers, bytes } = request;
    if (method !== 'POST' || path !== PATH) return undefined;
    const file = fileOf(headers['content-type'], bytes);
    const extension = /\.[^.]*$/.exec(file?.fileName ?? '')?.[0] ?? '';
    if (file === undefined || extension !== '.ndjson') return siemError(400, `Invalid file extension ${extension}`);
    const answer = importAll(state, request, file.text);
    return ok(state.does('import-says-success') ? { ...answer, success: true, errors: [] } : answer);
  };
}

interface ParsedLines {
  readonly rules: readonly JsonObject[];
  readonly exceptions: readonly JsonObject[];
  readonly connectors: readonly JsonObject[];
  readonly errors: readonly JsonObject[];
}

function parseLines(text: string): ParsedLines {
  const parsed = {
    rules: [] as JsonObject[],
    exceptions: [] as JsonObject[],
    connectors: [] as JsonObject[],
    errors: [] as JsonObject[],
  };
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      parsed.errors.push({ rule_id: '(unknown id)', error: { status_code: 400, message: (error as Error).message } });
      continue;
    }
    const object = value as JsonObject;
    if (object['exported_count'] !== undefined || object['exported_rules_count'] !== undefined) continue;
    if (isJsonObject(object['attributes'])) parsed.connectors.push(object);
    else if (object['list_id'] !== undefined && object['rule_id'] === undefined) parsed.exceptions.push(object);
    else parsed.rules.push(object);
  }
  return parsed;
}

function importAll(state: FakeState, { space: name, user, query }: FakeRequest, text: string): JsonObject {
  const space = state.space(name);
  const lines = parseLines(text);
  const is = (flag: string): boolean => query.get(flag) === 'true';
  const exceptions = importExceptions(state, {
    space: name,
    user,
    objects: lines.exceptions,
    isOverwrite: is('overwrite_exceptions'),
    isNewList: is('as_new_list'),
  });
  const connectors = importConnectors(space, lines.connectors, is('overwrite_action_connectors'));
  const errors = [...lines.errors];
  let count = 0;
  for (const rule of uniqueRules(lines.rules, is('overwrite'), errors)) {
    const problems = importRule(state, space, name, user, rule, is('overwrite'));
    errors.push(...problems.errors);
    if (problems.isDone) count += 1;
  }
  return {
    success: errors.length === 0,
    success_count: count,
    rules_count: lines.rules.length,
    errors,
    exceptions_success: exceptions.errors.length === 0,
    exceptions_success_count: exceptions.lists + exceptions.items,
    exceptions_errors: [...exceptions.errors],
    action_connectors_success: connectors.errors.length === 0,
    action_connectors_success_count: connectors.count,
    action_connectors_errors: connectors.errors,
    action_connectors_warnings: connectors.warnings,
  };
}

/** The last rule of each `rule_id`; that there were several is an error unless rules are overwritten. */
function uniqueRules(rules: readonly JsonObject[], isOverwrite: boolean, errors: JsonObject[]): readonly JsonObject[] {
  const byId = new Map<string, JsonObject>();
  rules.forEach((rule, at) => {
    const id = textOf(rule, 'rule_id') === '' ? `(none ${at})` : textOf(rule, 'rule_id');
    if (byId.has(id) && !isOverwrite) errors.push(failure(id, 400, `More than one rule with rule-id: "${id}" found`));
    byId.set(id, rule);
  });
  return [...byId.values()];
}

function importRule(
  state: FakeState,
  space: SpaceState,
  spaceName: string,
  user: string,
  rule: JsonObject,
  isOverwrite: boolean,
): { readonly errors: readonly JsonObject[]; readonly isDone: boolean } {
  const id = textOf(rule, 'rule_id');
  const broken = [...(id === '' ? ['rule_id: Required'] : []), ...bodyProblems(rule, { isWhole: true })];
  if (broken.length > 0) return { errors: [failure('(unknown id)', 400, broken.join(', '))], isDone: false };
  const missing = missingConnectors(space, rule);
  if (missing.length > 0) {
    const why = `Rule actions reference the following missing action IDs: ${missing.join(',')}`;
    return { errors: [failure(id, 404, why)], isDone: false };
  }
  const before = findRule(space, { id: undefined, ruleId: id });
  if (before !== undefined && !isOverwrite)
    return { errors: [failure(id, 409, `rule_id: "${id}" already exists`)], isDone: false };
  const [lists, errors] = knownLists(state, spaceName, rule, id);
  const body: JsonObject = { ...rule, ...(lists === undefined ? {} : { exceptions_list: [...lists] }) };
  if (before === undefined) storeNewRule(state, space, user, body);
  else storeChangedRule(state, space, user, before, updatedRule(before, body, state));
  return { errors, isDone: true };
}

/** The exception lists of a rule that are there, by the ids that they have here; others are taken off the rule, with an error. */
function knownLists(
  state: FakeState,
  space: string,
  rule: JsonObject,
  id: string,
): readonly [readonly JsonObject[] | undefined, readonly JsonObject[]] {
  const given = rule['exceptions_list'] as readonly JsonObject[] | undefined;
  const errors: JsonObject[] = [];
  const lists = given?.flatMap((list) => {
    const listId = textOf(list, 'list_id');
    const known: Stored | undefined = storeOf(state, space, list['namespace_type']).exceptionLists.get(listId);
    if (known !== undefined && known['type'] === list['type']) return [{ ...list, id: known['id'] ?? '' }];
    const why = `Rule with rule_id: "${id}" references a non existent exception list of list_id: "${listId}". Reference has been removed.`;
    errors.push(failure(id, 400, why));
    return [];
  });
  return [lists, errors];
}

function importConnectors(
  space: SpaceState,
  connectors: readonly JsonObject[],
  isOverwrite: boolean,
): { readonly errors: JsonObject[]; readonly warnings: JsonObject[]; readonly count: number } {
  const errors = connectors
    .filter((connector) => space.connectors.has(textOf(connector, 'id')) && !isOverwrite)
    .map((connector) => ({
      id: textOf(connector, 'id'),
      error: { status_code: 409, message: 'Saved Object already exists' },
    }));
  // Saved objects are imported all or none.
  if (errors.length > 0) return { errors, warnings: [], count: 0 };
  let secrets = 0;
  for (const connector of connectors) {
    const id = textOf(connector, 'id');
    const attributes = connector['attributes'] as JsonObject;
    const isMissing = attributes['isMissingSecrets'] === true;
    if (isMissing) secrets += 1;
    space.connectors.set(id, {
      id,
      name: attributes['name'] ?? '',
      connector_type_id: attributes['actionTypeId'] ?? '',
      config: attributes['config'] ?? {},
      is_preconfigured: false,
      is_deprecated: false,
      is_missing_secrets: isMissing,
      is_system_action: false,
      secrets: {},
    });
  }
  const message = `${secrets} connector${secrets === 1 ? ' has' : 's have'} sensitive information that require updates.`;
  const actionPath = '/app/management/insightsAndAlerting/triggersActionsConnectors';
  const warnings =
    secrets === 0 ? [] : [{ type: 'action_required', message, actionPath, buttonLabel: 'Go to connectors' }];
  return { errors, warnings, count: connectors.length };
}

function failure(id: string, status: number, message: string): JsonObject {
  return { rule_id: id, error: { status_code: status, message } };
}
