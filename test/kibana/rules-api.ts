import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../src/values/json.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { ensureEndpointList } from './endpoint-list.js';
import { refusedActions } from './rule-actions.js';
import { isCustomized } from './prebuilt-rules.js';
import { filledRule } from './rule-body.js';
import { isRuleChanged, patchedRule, updatedRule } from './rule-changes.js';
import { bodyProblems, problemMessage } from './rule-fields.js';
import { createProblems, idProblems } from './rule-problems.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = '/api/detection_engine/rules';

/** `/api/detection_engine/rules`: making, reading, replacing, patching and deleting one rule. */
export function rulesApi(state: FakeState): FakeHandler {
  return (request) => {
    if (request.path !== PATH) return undefined;
    switch (request.method) {
      case 'POST':
        return create(state, request);
      case 'PUT':
        return change(state, request, { isWhole: true });
      case 'PATCH':
        return change(state, request, { isWhole: false });
      case 'GET':
        return onFound(state, request, (rule) => ok(ruleAnswer(state.space(request.space), rule)));
      case 'DELETE':
        return onFound(state, request, (rule) => remove(state, request, rule));
      default:
        return undefined;
    }
  };
}

/** A stored rule as the API answers it: with what is known of its last run. */
export function ruleAnswer(space: SpaceState, rule: Stored): JsonObject {
  const summary = space.executions.get(textOf(rule, 'id'));
  return summary === undefined ? rule : { ...rule, execution_summary: summary };
}

/** The rule of an `id` or `rule_id`. */
export function findRule(
  space: SpaceState,
  { id, ruleId }: { readonly id: string | undefined; readonly ruleId: string | undefined },
): Stored | undefined {
  if (id !== undefined) return space.rules.get(id);
  if (ruleId === undefined) return undefined;
  for (const rule of space.rules.values()) if (rule['rule_id'] === ruleId) return rule;
  return undefined;
}

/** Stores a new rule of a body that is valid. */
export function storeNewRule(
  state: FakeState,
  space: SpaceState,
  user: string,
  body: JsonObject,
  more: JsonObject = {},
): Stored {
  const now = state.now();
  const filled = state.does('no-defaults') ? { rule_id: randomUUID(), ...body } : filledRule(body);
  const rule: Stored = {
    id: randomUUID(),
    immutable: false,
    rule_source: { type: 'internal' },
    revision: 0,
    created_at: now,
    created_by: user,
    updated_at: now,
    updated_by: user,
    ...(state.does('drops-field') ? without(filled, 'note') : filled),
    ...more,
  };
  space.rules.set(textOf(rule, 'id'), rule);
  return rule;
}

/** Stores the next state of a rule: one revision on where something changed that counts. */
export function storeChangedRule(
  state: FakeState,
  space: SpaceState,
  user: string,
  before: Stored,
  after: JsonObject,
): Stored {
  const isNext = isRuleChanged(before, after) && !state.does('no-revision');
  const source =
    after['immutable'] === true
      ? { rule_source: { type: 'external', is_customized: isCustomized(state, before, after) } }
      : {};
  const rule: Stored = {
    ...(state.does('drops-field') ? without(after, 'note') : after),
    ...source,
    revision: Number(before['revision']) + (isNext ? 1 : 0),
    updated_at: state.now(),
    updated_by: user,
  };
  space.rules.set(textOf(rule, 'id'), rule);
  return rule;
}

function without(rule: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([name]) => name !== key));
}

function create(state: FakeState, { space: name, body, user }: FakeRequest): FakeAnswer {
  const sent = body as JsonObject;
  const problems = bodyProblems(sent, { isWhole: true });
  if (problems.length > 0) return platformError(400, problemMessage(problems));
  const more = createProblems(sent);
  if (more.length > 0) return siemError(400, more);
  const space = state.space(name);
  const ruleId = sent['rule_id'] as string | undefined;
  if (ruleId !== undefined && !state.does('no-conflict') && findRule(space, { id: undefined, ruleId }) !== undefined)
    return siemError(409, `rule_id: "${ruleId}" already exists`);
  ensureEndpointList(state);
  const refused = refusedLists(space, sent, undefined) ?? refusedActions(space, sent);
  if (refused !== undefined) return refused;
  return ok(ruleAnswer(space, storeNewRule(state, space, user, sent)));
}

function change(state: FakeState, request: FakeRequest, { isWhole }: { readonly isWhole: boolean }): FakeAnswer {
  const { space: name, user } = request;
  const body = request.body as JsonObject;
  const space = state.space(name);
  const { id, rule_id: ruleId } = body as { readonly id?: string; readonly rule_id?: string };
  const before = findRule(space, { id, ruleId });
  const typed = isWhole || before === undefined ? body : { ...body, type: before['type'] ?? null };
  const problems = bodyProblems(typed, { isWhole });
  if (problems.length > 0) return platformError(400, problemMessage(problems));
  const more = [...idProblems(id, ruleId), ...(isWhole ? createProblems(body) : [])];
  if (more.length > 0) return siemError(400, more);
  if (before === undefined) return notFound(id, ruleId);
  const refused =
    refusedChange(before, body, { isWhole }) ?? refusedLists(space, body, before) ?? refusedActions(space, body);
  if (refused !== undefined) return refused;
  const after = isWhole ? updatedRule(before, body, state) : patchedRule(before, body, state);
  return ok(ruleAnswer(space, storeChangedRule(state, space, user, before, after)));
}

/** Author and licence of a prebuilt rule are Elastic's: a `PUT` repeats them, a `PATCH` leaves them out. */
function refusedChange(
  before: Stored,
  body: JsonObject,
  { isWhole }: { readonly isWhole: boolean },
): FakeAnswer | undefined {
  if (before['immutable'] !== true) return undefined;
  for (const key of ['author', 'license']) {
    const value = body[key];
    if ((isWhole || value !== undefined) && !isDeepStrictEqual(value, before[key]))
      return siemError(400, `Cannot update "${key}" field for prebuilt rules`);
  }
  return undefined;
}

/** A `rule_default` list belongs to one rule only, and a rule has one of them. */
function refusedLists(space: SpaceState, body: JsonObject, before: Stored | undefined): FakeAnswer | undefined {
  const lists = defaultLists(body);
  if (lists.length > 1) return siemError(500, 'More than one default exception list found on rule');
  const [own] = lists;
  if (own === undefined) return undefined;
  const others = [...space.rules.values()].filter(
    (rule) => rule['id'] !== before?.['id'] && defaultLists(rule).includes(own),
  );
  if (others.length === 0) return undefined;
  const names = others.map((rule) => textOf(rule, 'id')).join(',');
  const ofRule = before === undefined ? '' : ` for rule: ${textOf(before, 'id')}`;
  return siemError(409, `default exception list${ofRule} already exists in rule(s): ${names}`);
}

function defaultLists(rule: JsonObject): readonly string[] {
  const lists = rule['exceptions_list'] as readonly { readonly list_id: string; readonly type: string }[] | undefined;
  return (lists ?? []).filter(({ type }) => type === 'rule_default').map(({ list_id: id }) => id);
}

function onFound(state: FakeState, { space, query }: FakeRequest, then: (rule: Stored) => FakeAnswer): FakeAnswer {
  const id = query.get('id') ?? undefined;
  const ruleId = query.get('rule_id') ?? undefined;
  const problems = idProblems(id, ruleId);
  if (problems.length > 0) return siemError(400, problems);
  const rule = findRule(state.space(space), { id, ruleId });
  return rule === undefined ? notFound(id, ruleId) : then(rule);
}

function remove(state: FakeState, { space: name }: FakeRequest, rule: Stored): FakeAnswer {
  const space = state.space(name);
  const answer = ok(ruleAnswer(space, rule));
  if (!state.does('delete-keeps')) space.rules.delete(textOf(rule, 'id'));
  return answer;
}

function notFound(id: string | undefined, ruleId: string | undefined): FakeAnswer {
  return siemError(404, id === undefined ? `rule_id: "${String(ruleId)}" not found` : `id: "${id}" not found`);
}
