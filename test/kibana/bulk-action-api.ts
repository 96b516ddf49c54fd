import { randomUUID } from 'node:crypto';
import { isJsonArray } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { editedRule, editProblem, isEdited } from './bulk-edits.js';
import type { BulkEdit } from './bulk-edits.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { RULE_FILTER } from './rule-document.js';
import { ruleAnswer, storeChangedRule } from './rules-api.js';
import { exportedText } from './rules-export.js';
import { SavedObjectFilter } from './saved-object-filter.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = '/api/detection_engine/rules/_bulk_action';
const ACTIONS = ['enable', 'disable', 'delete', 'duplicate', 'export', 'edit', 'run'];
/** Most ids of one request, and most rules of an edit and of other actions. */
const LIMITS = { ids: 100, edit: 2000, others: 10_000 };

interface Outcome {
  readonly updated: Stored[];
  readonly created: Stored[];
  readonly deleted: Stored[];
  readonly skipped: JsonObject[];
  readonly errors: BulkError[];
}

interface BulkError {
  readonly message: string;
  readonly rule: JsonObject;
  readonly code?: string;
}

/** `POST rules/_bulk_action`: one action on the rules of `ids`, of `query`, or on all. */
export function bulkActionApi(state: FakeState): FakeHandler {
  const filters = new Map<string, SavedObjectFilter>();
  return async (request) => {
    if (request.method !== 'POST' || request.path !== PATH) return undefined;
    const refused = refusal(request);
    if (refused !== undefined) return refused;
    const filter = filters.get(request.space) ?? new SavedObjectFilter(RULE_FILTER);
    filters.set(request.space, filter);
    const found = await rulesOf(state.space(request.space), request, filter);
    return 'status' in found ? found : act(state, request, found);
  };
}

function refusal({ body, query }: FakeRequest): FakeAnswer | undefined {
  const { action, ids, edit } = body as JsonObject;
  if (!ACTIONS.some((one) => one === action))
    return platformError(400, '[request body]: action: Invalid literal value, expected "delete"');
  if (isJsonArray(ids) && ids.length === 0)
    return platformError(400, '[request body]: ids: Array must contain at least 1 element(s)');
  if (action === 'edit' && !(isJsonArray(edit) && edit.length > 0))
    return platformError(400, '[request body]: edit: Required');
  if (isJsonArray(ids) && ids.length > LIMITS.ids)
    return siemError(400, `More than ${LIMITS.ids} ids sent for bulk edit action.`);
  if (ids !== undefined && body['query'] !== undefined)
    return siemError(400, 'Both query and ids are sent. Define either ids or query in request payload.');
  if (action === 'export' && query.get('dry_run') === 'true')
    return siemError(400, "Export action doesn't support dry_run mode");
  return undefined;
}

async function rulesOf(
  space: SpaceState,
  { body }: FakeRequest,
  filter: SavedObjectFilter,
): Promise<{ readonly rules: readonly Stored[]; readonly errors: BulkError[] } | FakeAnswer> {
  const { ids, query, action } = body as {
    readonly ids?: readonly string[];
    readonly query?: string;
    readonly action: string;
  };
  if (ids !== undefined) {
    const rules = ids.map((id) => space.rules.get(id)).filter((rule) => rule !== undefined);
    const errors = ids.filter((id) => !space.rules.has(id)).map((id) => ({ message: 'Rule not found', rule: { id } }));
    return { rules, errors };
  }
  let rules = [...space.rules.values()];
  if (query !== undefined && query !== '') {
    const { ids: found, problem } = await filter.find(query, space.rules);
    if (problem !== undefined) return siemError(400, `${problem}: Bad Request`);
    rules = rules.filter((rule) => found.has(textOf(rule, 'id')));
  }
  const most = action === 'edit' ? LIMITS.edit : LIMITS.others;
  if (rules.length > most)
    return siemError(400, `More than ${most} rules matched the filter query. Try to narrow it down.`);
  return { rules, errors: [] };
}

function act(
  state: FakeState,
  request: FakeRequest,
  found: { readonly rules: readonly Stored[]; readonly errors: BulkError[] },
): FakeAnswer {
  const { body, query, space: name, user } = request;
  const action = textOf(body as JsonObject, 'action');
  if (action === 'export') {
    const headers = {
      'content-type': 'application/ndjson',
      'content-disposition': 'attachment; filename="rules_export.ndjson"',
    };
    return { status: 200, text: exportedText(state, name, found.rules, []), headers };
  }
  const isDryRun = query.get('dry_run') === 'true';
  const outcome: Outcome = { updated: [], created: [], deleted: [], skipped: [], errors: [...found.errors] };
  for (const rule of found.rules) {
    const why = state.failing.get(textOf(rule, 'rule_id'));
    if (why !== undefined) outcome.errors.push({ message: why, rule: named(rule) });
    else onRule(state, { space: state.space(name), user, action, body: body as JsonObject, isDryRun }, rule, outcome);
  }
  return bulkAnswer(state, state.space(name), outcome, isDryRun);
}

interface Job {
  readonly space: SpaceState;
  readonly user: string;
  readonly action: string;
  readonly body: JsonObject;
  readonly isDryRun: boolean;
}

function onRule(state: FakeState, job: Job, rule: Stored, outcome: Outcome): void {
  const { space, user, action, isDryRun } = job;
  const id = textOf(rule, 'id');
  switch (action) {
    case 'enable':
    case 'disable': {
      const enabled = action === 'enable' && !state.does('writes-disabled');
      const next: Stored =
        rule['enabled'] === enabled ? rule : { ...rule, enabled, updated_at: state.now(), updated_by: user };
      if (!isDryRun) space.rules.set(id, next);
      outcome.updated.push(next);
      break;
    }
    case 'delete':
      if (!isDryRun && !state.does('delete-keeps')) space.rules.delete(id);
      outcome.deleted.push(rule);
      break;
    case 'duplicate': {
      const copy = duplicate(state, rule, user);
      if (!isDryRun) space.rules.set(textOf(copy, 'id'), copy);
      outcome.created.push(copy);
      break;
    }
    case 'edit':
      edit(state, job, rule, outcome);
      break;
    default:
      if (rule['enabled'] === true) outcome.updated.push(rule);
      else
        outcome.errors.push({
          message: 'Cannot schedule manual rule run for a disabled rule',
          rule: named(rule),
          code: 'MANUAL_RULE_RUN_DISABLED_RULE',
        });
  }
}

function edit(state: FakeState, { space, user, body, isDryRun }: Job, rule: Stored, outcome: Outcome): void {
  const edits = body['edit'] as unknown as readonly BulkEdit[];
  const isOfActions = edits.every(({ type }) => type.endsWith('_rule_actions'));
  if (rule['immutable'] === true && state.license === 'basic' && !isOfActions) {
    // A dry run says why in a code, the edit itself in words only.
    const code = isDryRun ? { code: 'PREBUILT_CUSTOMIZATION_LICENSE' } : {};
    outcome.errors.push({ message: "Elastic rule can't be edited", rule: named(rule), ...code });
    return;
  }
  const problem = editProblem(rule, edits);
  if (problem !== undefined) {
    outcome.errors.push({ message: problem.message, rule: named(rule), ...(isDryRun ? { code: problem.code } : {}) });
    return;
  }
  const after = editedRule(rule, edits);
  if (isDryRun) outcome.updated.push(rule);
  else if (isEdited(rule, after)) outcome.updated.push(storeChangedRule(state, space, user, rule, after));
  else outcome.skipped.push({ ...named(rule), skip_reason: 'RULE_NOT_MODIFIED' });
}

function duplicate(state: FakeState, rule: Stored, user: string): Stored {
  const now = state.now();
  const lists = (rule['exceptions_list'] as readonly JsonObject[] | undefined) ?? [];
  return {
    ...rule,
    id: randomUUID(),
    rule_id: randomUUID(),
    name: `${textOf(rule, 'name')} [Duplicate]`,
    enabled: false,
    immutable: false,
    rule_source: { type: 'internal' },
    revision: 0,
    exceptions_list: lists.filter(({ type }) => type !== 'rule_default'),
    created_at: now,
    created_by: user,
    updated_at: now,
    updated_by: user,
  };
}

function named(rule: Stored): JsonObject {
  return { id: rule['id'] ?? '', name: rule['name'] ?? '' };
}

function bulkAnswer(state: FakeState, space: SpaceState, outcome: Outcome, isDryRun: boolean): FakeAnswer {
  const { updated, created, deleted, skipped, errors } = outcome;
  const succeeded = updated.length + created.length + deleted.length;
  const summary = {
    failed: errors.length,
    succeeded,
    skipped: skipped.length,
    total: succeeded + errors.length + skipped.length,
  };
  const answers = (rules: readonly Stored[]): readonly JsonObject[] =>
    isDryRun ? [] : rules.map((rule) => ruleAnswer(space, rule));
  const results = {
    updated: answers(updated),
    created: answers(created),
    deleted: answers(deleted),
    skipped: isDryRun ? [] : skipped,
  };
  if (errors.length === 0 || state.does('bulk-fails-silently'))
    return ok({ success: true, rules_count: summary.total, attributes: { results, summary } });
  const message = succeeded > 0 ? 'Bulk edit partially failed' : 'Bulk edit failed';
  return {
    status: 500,
    body: { message, status_code: 500, attributes: { errors: grouped(errors), results, summary } },
  };
}

/** Errors of the same words are one, with all its rules. */
function grouped(errors: readonly BulkError[]): readonly JsonObject[] {
  const groups = new Map<string, { readonly first: BulkError; readonly rules: JsonObject[] }>();
  for (const error of errors) {
    const group = groups.get(error.message);
    if (group === undefined) groups.set(error.message, { first: error, rules: [error.rule] });
    else group.rules.push(error.rule);
  }
  return [...groups].map(([message, { first, rules }]) => ({
    message: message.slice(0, 1000),
    status_code: 500,
    ...(first.code === undefined ? {} : { err_code: first.code }),
    rules,
  }));
}
