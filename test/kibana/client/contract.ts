import { expect } from 'vitest';
import type { Kibana, LiveObject } from '../../../src/deploy/kibana.js';
import type { Answer } from '../../../src/kibana/exchange.js';
import type { JsonObject } from '../../../src/values/json.js';
import { textOf } from '../state.js';
import type { Violation } from '../state.js';

/** A Kibana to hold to the contract, in a space that is empty before each case. */
export interface ContractSetting {
  readonly kibana: Kibana;
  /** A request as it is, for what the client never looks at by itself; `path` is below the space. */
  readonly ask: (method: 'GET', path: string) => Promise<Answer>;
}

/** One behaviour of Kibana that a deploy depends on. */
export interface ContractCase {
  readonly name: string;
  /** The fake's switch that breaks it: the case must fail then. */
  readonly violation?: Violation;
  readonly check: (setting: ContractSetting) => Promise<void>;
}

/** A rule that finds nothing anywhere: a real Kibana may run it. */
function rule(id: string, more: JsonObject = {}): JsonObject {
  const index = ['dragnet-test-no-such-index'];
  return {
    rule_id: id,
    type: 'query',
    language: 'kuery',
    query: 'event.kind: "never"',
    index,
    name: `Rule ${id}`,
    description: 'Made by a test of dragnet.',
    risk_score: 21,
    severity: 'low',
    ...more,
  };
}

const LIST: JsonObject = {
  list_id: 'dragnet-test-list',
  name: 'List',
  description: 'Made by a test of dragnet.',
  type: 'detection',
  namespace_type: 'single',
};
const ITEM: JsonObject = {
  list_id: 'dragnet-test-list',
  item_id: 'dragnet-test-item',
  name: 'Item',
  description: 'Made by a test of dragnet.',
  type: 'simple',
  namespace_type: 'single',
  entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'a' }],
};

async function rulesOf(kibana: Kibana, size: number): Promise<readonly LiveObject[]> {
  const rules: LiveObject[] = [];
  for await (const page of kibana.pages('rule', { size })) rules.push(...page);
  return rules;
}

async function live(kibana: Kibana, key: string): Promise<JsonObject> {
  const object = await kibana.read('rule', key);
  if (object === undefined) throw new Error(`${key} is not there`);
  return object.body;
}

/** What a deploy depends on, of any Kibana: the fake one of the tests and, with `npm run test:kibana`, a real one. */
export const CONTRACT: readonly ContractCase[] = [
  {
    name: 'it says a version that is new enough',
    violation: 'old-version',
    check: async ({ kibana }) => {
      expect(await kibana.version()).toMatch(/^\d+\.\d+\.\d+/);
    },
  },
  {
    name: 'a rule gets the defaults that a comparison fills in',
    violation: 'no-defaults',
    check: async ({ kibana }) => {
      const { body } = await kibana.create('rule', rule('defaults'));
      expect(body).toMatchObject({
        enabled: false,
        interval: '5m',
        from: 'now-6m',
        to: 'now',
        max_signals: 100,
        version: 1,
        tags: [],
        actions: [],
        exceptions_list: [],
        threat: [],
      });
    },
  },
  {
    name: 'a rule keeps what it was given',
    violation: 'drops-field',
    check: async ({ kibana }) => {
      const given = rule('kept', {
        note: 'Look here.',
        tags: ['a', 'b'],
        references: ['https://example.com'],
        interval: '10m',
      });
      await kibana.create('rule', given);
      expect(await live(kibana, 'rule/kept')).toMatchObject(given);
    },
  },
  {
    name: 'a second rule of the same rule_id is a conflict',
    violation: 'no-conflict',
    check: async ({ kibana }) => {
      await kibana.create('rule', rule('twice'));
      await expect(kibana.create('rule', rule('twice'))).rejects.toMatchObject({ kind: 'conflict' });
    },
  },
  {
    name: 'PUT resets what is absent',
    violation: 'put-keeps-absent',
    check: async ({ kibana }) => {
      const made = await kibana.create('rule', rule('reset', { note: 'Gone.', tags: ['gone'] }));
      await kibana.replace('rule', made.key, rule('reset'), made);
      const now = await live(kibana, made.key);
      expect(now).toMatchObject({ tags: [] });
      expect(now).not.toHaveProperty('note');
    },
  },
  {
    name: 'PUT without `enabled` leaves it as it is',
    violation: 'put-resets-enabled',
    check: async ({ kibana }) => {
      const made = await kibana.create('rule', rule('on'));
      expect(await kibana.setEnabled([made], true)).toEqual([{ key: 'rule/on' }]);
      await kibana.replace('rule', made.key, rule('on', { name: 'Other' }), made);
      expect(await live(kibana, made.key)).toMatchObject({ enabled: true, name: 'Other' });
    },
  },
  {
    name: 'PUT without `version` leaves it as it is',
    violation: 'put-resets-version',
    check: async ({ kibana }) => {
      const made = await kibana.create('rule', rule('versioned', { version: 7 }));
      await kibana.replace('rule', made.key, rule('versioned', { name: 'Other' }), made);
      expect(await live(kibana, made.key)).toMatchObject({ version: 7 });
    },
  },
  {
    name: 'a change is one more revision',
    violation: 'no-revision',
    check: async ({ kibana }) => {
      const made = await kibana.create('rule', rule('revised'));
      await kibana.replace('rule', made.key, rule('revised', { name: 'Other' }), made);
      expect(await live(kibana, made.key)).toMatchObject({ revision: Number(made.body['revision']) + 1 });
    },
  },
  {
    name: 'rules are enabled together',
    violation: 'writes-disabled',
    check: async ({ kibana }) => {
      const rules = [await kibana.create('rule', rule('one')), await kibana.create('rule', rule('two'))];
      await kibana.setEnabled(rules, true);
      expect(await live(kibana, 'rule/one')).toMatchObject({ enabled: true });
      await kibana.setEnabled(rules, false);
      expect(await live(kibana, 'rule/two')).toMatchObject({ enabled: false });
    },
  },
  {
    name: 'of rules that are enabled together the one that fails is named',
    violation: 'bulk-fails-silently',
    check: async ({ kibana }) => {
      const [gone, there] = [await kibana.create('rule', rule('gone')), await kibana.create('rule', rule('there'))];
      await kibana.remove('rule', gone.key);
      const [failed, done] = await kibana.setEnabled([gone, there], true);
      expect(failed?.error).toBeDefined();
      expect(done).toEqual({ key: 'rule/there' });
    },
  },
  {
    name: 'a deleted rule is gone, and deleting it again is fine',
    violation: 'delete-keeps',
    check: async ({ kibana }) => {
      await kibana.create('rule', rule('deleted'));
      await kibana.remove('rule', 'rule/deleted');
      expect(await kibana.read('rule', 'rule/deleted')).toBeUndefined();
      await kibana.remove('rule', 'rule/deleted');
    },
  },
  ...(['find-ignores-page', 'find-misses-last'] as const).map((violation): ContractCase => ({
    name: `every rule is on one page (${violation})`,
    violation,
    check: async ({ kibana }) => {
      for (let count = 0; count < 5; count += 1) await kibana.create('rule', rule(`r${count}`));
      const keys = (await rulesOf(kibana, 2)).map(({ key }) => key);
      expect([...keys].sort()).toEqual(['rule/r0', 'rule/r1', 'rule/r2', 'rule/r3', 'rule/r4']);
    },
  })),
  {
    name: 'a listing says how many rules there are',
    violation: 'find-wrong-total',
    check: async ({ kibana, ask }) => {
      for (let count = 0; count < 3; count += 1) await kibana.create('rule', rule(`r${count}`));
      const { text } = await ask('GET', '/api/detection_engine/rules/_find?page=1&per_page=1');
      expect(JSON.parse(text)).toMatchObject({ total: 3 });
    },
  },
  {
    name: 'rules can be asked for by the time when they were made, which leads beyond 10,000',
    violation: 'find-ignores-filter',
    check: async ({ kibana, ask }) => {
      await kibana.create('rule', rule('old'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { body } = await kibana.create('rule', rule('new'));
      const filter = encodeURIComponent(`alert.attributes.createdAt >= "${textOf(body, 'created_at')}"`);
      const path = `/api/detection_engine/rules/_find?page=1&per_page=10&sort_field=created_at&sort_order=asc&filter=${filter}`;
      const { text } = await ask('GET', path);
      expect((JSON.parse(text) as { data: readonly JsonObject[] }).data.map((found) => found['rule_id'])).toEqual([
        'new',
      ]);
    },
  },
  {
    name: 'an exception item that somebody else changed is not overwritten',
    violation: 'exceptions-ignore-version',
    check: async ({ kibana }) => {
      await kibana.create('exception-list', LIST);
      const item = await kibana.create('exception-item', ITEM);
      await kibana.replace('exception-item', item.key, { ...ITEM, name: 'By hand' }, item);
      const over = kibana.replace('exception-item', item.key, { ...ITEM, name: 'Git' }, item);
      await expect(over).rejects.toMatchObject({ kind: 'moved' });
    },
  },
  {
    name: 'exception lists and items come and go',
    check: async ({ kibana }) => {
      const list = await kibana.create('exception-list', LIST);
      const item = await kibana.create('exception-item', { ...ITEM, comments: [{ comment: 'first' }] });
      const changed = await kibana.replace(
        'exception-item',
        item.key,
        { ...ITEM, comments: [{ comment: 'first' }, { comment: 'second' }] },
        item,
      );
      expect(changed.body['comments']).toMatchObject([{ comment: 'first' }, { comment: 'second' }]);
      const items: string[] = [];
      for await (const page of kibana.pages('exception-item')) items.push(...page.map(({ key }) => key));
      expect(items).toContain(item.key);
      await kibana.remove('exception-list', list.key);
      expect(await kibana.read('exception-item', item.key)).toBeUndefined();
    },
  },
  {
    name: 'value lists take and lose values',
    check: async ({ kibana }) => {
      const key = 'value-list/dragnet-test-values';
      await kibana.create('value-list', {
        id: 'dragnet-test-values',
        name: 'Values',
        description: 'Test',
        type: 'keyword',
      });
      await kibana.changeValues(key, { add: ['a', 'b'], remove: [] });
      await kibana.changeValues(key, { add: ['c'], remove: ['a'] });
      const values: string[] = [];
      for await (const page of kibana.values(key)) values.push(...page);
      expect(values.sort()).toEqual(['b', 'c']);
    },
  },
  {
    name: 'connectors come and go',
    check: async ({ kibana }) => {
      const body = { id: 'dragnet-test-log', name: 'Log', connector_type_id: '.server-log', config: {}, secrets: {} };
      const made = await kibana.create('connector', body);
      await kibana.replace('connector', made.key, { ...body, name: 'Other' }, made);
      expect((await kibana.read('connector', made.key))?.body).toMatchObject({ name: 'Other' });
      await kibana.remove('connector', made.key);
      expect(await kibana.read('connector', made.key)).toBeUndefined();
    },
  },
];
