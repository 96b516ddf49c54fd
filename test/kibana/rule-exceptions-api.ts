import { randomUUID } from 'node:crypto';
import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { newItem, newList } from './exceptions-store.js';
import { ok, siemError } from './fake-request.js';
import type { FakeHandler } from './fake-request.js';
import { storeChangedRule } from './rules-api.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = /^\/api\/detection_engine\/rules\/([^/]+)\/exceptions$/;

/** `POST rules/{id}/exceptions`: items into the rule's own default list, which is made and attached where there is none. */
export function ruleExceptionsApi(state: FakeState): FakeHandler {
  return ({ method, path, space: name, body, user }) => {
    const id = PATH.exec(path)?.[1];
    if (method !== 'POST' || id === undefined) return undefined;
    const space = state.space(name);
    const rule = space.rules.get(decodeURIComponent(id));
    if (rule === undefined) return siemError(500, `Unable to add exception to rule - rule with id:"${id}" not found`);
    const { items } = body as JsonObject;
    const list = defaultList(state, space, user, rule);
    const made = (isJsonArray(items) ? items : []).filter(isJsonObject).map((item) => {
      const stored = newItem(state, user, { ...item, list_id: list['list_id'] ?? '', namespace_type: 'single' });
      space.exceptionItems.set(textOf(stored, 'item_id'), stored);
      return stored;
    });
    return ok(made);
  };
}

function defaultList(state: FakeState, space: SpaceState, user: string, rule: Stored): Stored {
  const lists = rule['exceptions_list'] as readonly JsonObject[] | undefined;
  const own = (lists ?? []).find(({ type }) => type === 'rule_default');
  const known = own === undefined ? undefined : space.exceptionLists.get(textOf(own, 'list_id'));
  if (known !== undefined) return known;
  const list = newList(state, user, {
    list_id: randomUUID(),
    type: 'rule_default',
    name: `Exceptions for rule - ${textOf(rule, 'name')}`,
    description: `Exception list containing exceptions for rule with id: ${textOf(rule, 'id')}`,
    tags: ['default_rule_exception_list'],
  });
  space.exceptionLists.set(textOf(list, 'list_id'), list);
  const { id = '', list_id: listId = '' } = list;
  const kept = (lists ?? []).filter((one) => one !== own);
  const attached = [...kept, { id, list_id: listId, type: 'rule_default', namespace_type: 'single' }];
  storeChangedRule(state, space, user, rule, { ...rule, exceptions_list: attached });
  return list;
}
