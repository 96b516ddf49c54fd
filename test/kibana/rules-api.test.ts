import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/values/json.js';
import { RULE_TYPES } from '../../src/schemas/rule-types.js';
import { ask, ruleBody } from './fake-client.js';
import type { Answer } from './fake-client.js';
import type { FakeKibana } from './fake-kibana.js';
import { startFakeKibana } from './start-fake-kibana.js';
import type { StartOptions } from './start-fake-kibana.js';
import { textOf } from './state.js';

const RULES = '/api/detection_engine/rules';

let kibana: FakeKibana;
let now = Date.parse('2026-05-01T12:00:00.000Z');

beforeEach(async () => {
  await start();
});
afterEach(() => kibana.stop());

async function start(options: StartOptions = {}): Promise<void> {
  kibana = await startFakeKibana({ clock: () => new Date((now += 1000)), ...options });
}

async function restart(options: StartOptions): Promise<void> {
  await kibana.stop();
  await start(options);
}

/** Makes the connector `c`, which actions name. */
const connect = (): Promise<Answer> =>
  call('POST', '/api/actions/connector/c', { name: 'c', connector_type_id: '.index', config: { index: 'i' } });
const call = (method: string, path: string, body?: unknown): Promise<Answer> => ask(kibana.url, method, path, { body });
const post = (body: JsonObject): Promise<Answer> => call('POST', RULES, body);

describe('a new rule', () => {
  it('gets what Kibana fills in, and its identity', async () => {
    const { status, body } = await post(ruleBody('query', { rule_id: 'one', unknown_key: 1 }));
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      rule_id: 'one',
      revision: 0,
      immutable: false,
      rule_source: { type: 'internal' },
      created_at: expect.any(String) as string,
      created_by: 'elastic',
      updated_at: body['created_at'],
      updated_by: 'elastic',
      ...ruleBody('query'),
      enabled: false,
      version: 1,
      interval: '5m',
      from: 'now-6m',
      to: 'now',
      max_signals: 100,
      language: 'kuery',
      query: '',
      output_index: '',
      setup: '',
      ...Object.fromEntries(
        [
          'actions',
          'author',
          'exceptions_list',
          'false_positives',
          'references',
          'related_integrations',
          'required_fields',
          'risk_score_mapping',
          'severity_mapping',
          'tags',
          'threat',
        ].map((key) => [key, []]),
      ),
    });
  });

  it.each(RULE_TYPES)('is taken for every type: %s', async (type) => {
    const { status, body } = await post(ruleBody(type));
    expect([status, body['type']]).toEqual([200, type]);
  });

  it('has lists in place of single values, and `ecs` beside required fields', async () => {
    const threshold = await post(ruleBody('threshold'));
    expect(threshold.body['threshold']).toEqual({ field: ['host.name'], value: 5 });
    const job = await post(ruleBody('machine_learning'));
    expect(job.body['machine_learning_job_id']).toEqual(['a-job']);
    const required_fields = [
      { name: 'host.name', type: 'keyword' },
      { name: 'host.name', type: 'long' },
      { name: 'mine', type: 'keyword' },
    ];
    const { body } = await post(ruleBody('query', { required_fields }));
    expect(body['required_fields']).toEqual(required_fields.map((field, at) => ({ ...field, ecs: at === 0 })));
  });

  it('has actions with a UUID and a frequency', async () => {
    const actions = [{ id: 'c', group: 'default', action_type_id: '.slack', params: { message: 'm' } }];
    expect((await post(ruleBody('query', { actions }))).body['message']).toBe(
      'Failed to load action c (404): Saved object [action/c] not found',
    );
    await connect();
    const { body } = await post(ruleBody('query', { actions }));
    expect(body['actions']).toEqual([
      {
        ...actions[0],
        uuid: expect.any(String) as string,
        frequency: { summary: true, notifyWhen: 'onActiveAlert', throttle: null },
      },
    ]);
  });

  it('of ES|QL has neither index nor filters: they are dropped', async () => {
    const { body } = await post(ruleBody('esql', { index: ['a'], filters: [] }));
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['index']));
  });

  it('is refused when its rule_id is taken, in the words of the security solution', async () => {
    await post(ruleBody('query', { rule_id: 'one' }));
    const { status, body } = await post(ruleBody('query', { rule_id: 'one' }));
    expect([status, body]).toEqual([409, { message: 'rule_id: "one" already exists', status_code: 409 }]);
  });

  it('is refused when its schema is broken, in the words of the platform', async () => {
    const { status, body } = await post({ ...ruleBody(), risk_score: 101, severity: 'bad' });
    expect([status, body['statusCode'], body['error']]).toEqual([400, 400, 'Bad Request']);
    expect(body['message']).toMatch(
      /^\[request body\]: risk_score: Number must be less than or equal to 100, severity: /,
    );
    const many = await post({ type: 'threat_match' });
    expect(many.body['message']).toMatch(/^\[request body\]: name: Required, .*, and 3 more$/);
    expect((await post({ ...ruleBody(), type: 'other' })).body['message']).toMatch(/Invalid discriminator value/);
  });

  it('is refused with a list of sentences where fields do not go together', async () => {
    const { status, body } = await post(ruleBody('query', { timeline_id: 'x' }));
    expect([status, body]).toEqual([
      400,
      { message: ['when "timeline_id" exists, "timeline_title" must also exist'], status_code: 400 },
    ]);
  });

  it('makes the exception list of endpoints, as the first rule does', async () => {
    expect(kibana.state.shared.exceptionLists.size).toBe(0);
    await post(ruleBody());
    expect([...kibana.state.shared.exceptionLists.keys()]).toEqual(['endpoint_list']);
  });

  it('shares no default exception list with another', async () => {
    const exceptions_list = [{ id: 'i', list_id: 'l', type: 'rule_default', namespace_type: 'single' }];
    await post(ruleBody('query', { exceptions_list }));
    expect((await post(ruleBody('query', { exceptions_list }))).status).toBe(409);
  });
});

describe('PUT', () => {
  const full = ruleBody('query', {
    rule_id: 'one',
    enabled: true,
    version: 7,
    tags: ['a'],
    note: 'n',
    meta: { mine: true },
    exceptions_list: [{ id: 'i', list_id: 'l', type: 'detection', namespace_type: 'single' }],
    actions: [{ id: 'c', group: 'default', action_type_id: '.slack', params: {} }],
  });

  it('resets what is absent, but for `enabled` and `version`', async () => {
    await connect();
    const before = (await post(full)).body;
    const { status, body } = await call('PUT', RULES, ruleBody('query', { rule_id: 'one' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: before['id'],
      enabled: true,
      version: 7,
      tags: [],
      exceptions_list: [],
      actions: [],
      revision: 1,
    });
    expect(body).not.toHaveProperty('meta');
    expect(body).not.toHaveProperty('note');
    expect(body['created_at']).toBe(before['created_at']);
    expect(body['updated_at']).not.toBe(before['updated_at']);
  });

  it('makes a revision only where something but `enabled` changes', async () => {
    await post(ruleBody('query', { rule_id: 'one' }));
    const same = await call('PUT', RULES, ruleBody('query', { rule_id: 'one', enabled: true }));
    expect([same.body['revision'], same.body['enabled']]).toEqual([0, true]);
    const other = await call('PUT', RULES, ruleBody('query', { rule_id: 'one', name: 'Other' }));
    expect(other.body['revision']).toBe(1);
  });

  it('makes a revision of every rule with actions', async () => {
    await connect();
    const { body } = await post(full);
    const same = await call('PUT', RULES, { ...full, actions: body['actions'] });
    expect([same.body['actions'], same.body['revision']]).toEqual([body['actions'], 1]);
  });

  it('changes the type', async () => {
    await connect();
    await post(full);
    const { body } = await call('PUT', RULES, ruleBody('eql', { rule_id: 'one' }));
    expect([body['type'], body['language']]).toEqual(['eql', 'eql']);
  });

  it('names one rule, which is there', async () => {
    const none = await call('PUT', RULES, ruleBody('query', { rule_id: 'none' }));
    expect([none.status, none.body]).toEqual([404, { message: 'rule_id: "none" not found', status_code: 404 }]);
    expect((await call('PUT', RULES, ruleBody())).body['message']).toEqual(['either "id" or "rule_id" must be set']);
  });

  it('leaves author and licence of a prebuilt rule', async () => {
    const { body } = await post(ruleBody('query', { rule_id: 'one', author: ['Elastic'], license: 'v2' }));
    kibana.state.space('default').rules.set(body['id'] as string, {
      ...body,
      immutable: true,
      rule_source: { type: 'external', is_customized: false },
    });
    const other = await call('PUT', RULES, ruleBody('query', { rule_id: 'one' }));
    expect([other.status, other.body['message']]).toEqual([400, 'Cannot update "author" field for prebuilt rules']);
  });
});

describe('PATCH, GET and DELETE', () => {
  it('patches only what the body has', async () => {
    await post(ruleBody('query', { rule_id: 'one', tags: ['a'], note: 'n' }));
    const { status, body } = await call('PATCH', RULES, { rule_id: 'one', tags: ['b'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ tags: ['b'], note: 'n', revision: 1 });
    const wrong = await call('PATCH', RULES, { rule_id: 'one', risk_score: 'high' });
    expect(wrong.body['message']).toBe('[request body]: risk_score: Expected number, received string');
  });

  it('reads by id or rule_id, one of them', async () => {
    const { body } = await post(ruleBody('query', { rule_id: 'one' }));
    expect((await call('GET', `${RULES}?rule_id=one`)).body).toEqual(body);
    expect((await call('GET', `${RULES}?id=${textOf(body, 'id')}`)).body).toEqual(body);
    expect((await call('GET', `${RULES}?id=a&rule_id=b`)).body['message']).toEqual([
      'both "id" and "rule_id" cannot exist, choose one or the other',
    ]);
    expect((await call('GET', `${RULES}?id=none`)).body['message']).toBe('id: "none" not found');
  });

  it('deletes, and answers what was', async () => {
    const { body } = await post(ruleBody('query', { rule_id: 'one' }));
    const gone = await call('DELETE', `${RULES}?rule_id=one`);
    expect([gone.status, gone.body]).toEqual([200, body]);
    expect((await call('DELETE', `${RULES}?rule_id=one`)).status).toBe(404);
  });
});

describe('_find', () => {
  const find = async (query: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    call('GET', `${RULES}/_find?${new URLSearchParams(query).toString()}`);
  const names = async (query: Readonly<Record<string, string>>): Promise<unknown> => {
    const { body } = await find(query);
    return (body['data'] as readonly JsonObject[]).map(({ rule_id: id }) => id);
  };

  beforeEach(async () => {
    for (const [id, more] of [
      ['a', { name: 'Alpha one', tags: ['x', 'dragnet: prod'], enabled: true, severity: 'high' }],
      ['b', { name: 'beta', tags: ['x'], risk_score: 5 }],
      ['c', { name: 'Gamma', tags: ['y'], risk_score: 99 }],
    ] as const)
      await post(ruleBody('query', { rule_id: id, ...more }));
  });

  it('pages', async () => {
    expect((await find()).body).toMatchObject({ page: 1, perPage: 20, total: 3 });
    expect((await find({ page: '2', per_page: '2' })).body).toMatchObject({
      page: 2,
      perPage: 2,
      total: 3,
      data: [{ rule_id: 'c' }],
    });
    expect((await find({ page: '0' })).status).toBe(400);
    expect((await find({ page: '101', per_page: '100' })).body['message']).toMatch(/Result window is too large/);
    expect((await find({ page: '1', per_page: '10000' })).status).toBe(200);
  });

  it('sorts by a field and an order, both or none', async () => {
    expect(await names({ sort_field: 'risk_score', sort_order: 'desc' })).toEqual(['c', 'a', 'b']);
    expect(await names({ sort_field: 'name', sort_order: 'asc' })).toEqual(['a', 'b', 'c']);
    expect((await find({ sort_field: 'name' })).status).toBe(400);
    expect((await find({ sort_field: 'size', sort_order: 'asc' })).body['message']).toMatch(
      /^\[request query\]: sort_field/,
    );
  });

  it('filters by KQL on attributes', async () => {
    const byFilter = (filter: string): Promise<unknown> => names({ filter });
    expect(await byFilter('alert.attributes.tags: "dragnet: prod"')).toEqual(['a']);
    expect(await byFilter('alert.attributes.enabled: false')).toEqual(['b', 'c']);
    expect(await byFilter('alert.attributes.params.ruleId: (a or c)')).toEqual(['a', 'c']);
    expect(await byFilter('alert.attributes.params.immutable: true')).toEqual([]);
    expect(await byFilter('alert.attributes.name: alpha and not alert.attributes.tags: y')).toEqual(['a']);
    expect(await byFilter('alert.attributes.name.keyword: Alpha*')).toEqual(['a']);
    expect((await find({ filter: 'alert.attributes.unknown: x' })).body['message']).toBe(
      "This key 'alert.attributes.unknown' does NOT exist in alert saved object index patterns: Bad Request",
    );
    expect((await find({ filter: 'name: x' })).status).toBe(400);
    expect((await find({ filter: 'alert.attributes.name: (' })).status).toBe(400);
  });

  it('follows changes', async () => {
    await call('PATCH', RULES, { rule_id: 'b', tags: ['y'] });
    await call('DELETE', `${RULES}?rule_id=c`);
    expect(await names({ filter: 'alert.attributes.tags: y' })).toEqual(['b']);
  });
});

describe('who asks', () => {
  const users = [
    { name: 'ci', apiKey: 'a2V5', role: 'all' },
    { name: 'reader', password: 'secret', role: 'read' },
    { name: 'stranger', apiKey: 'bm8=', role: 'none' },
  ] as const;
  const as = (authorization: string, method: string, path: string): Promise<Answer> =>
    ask(kibana.url, method, path, {
      headers: { authorization, 'kbn-xsrf': 'x' },
      ...(method === 'GET' ? {} : { body: ruleBody() }),
    });

  it('is known by key or by name and password: 401', async () => {
    await restart({ users });
    expect((await call('GET', `${RULES}/_find`)).body).toMatchObject({ statusCode: 401, error: 'Unauthorized' });
    expect((await as('ApiKey a2V5', 'GET', `${RULES}/_find`)).status).toBe(200);
    expect((await as(`Basic ${btoa('reader:secret')}`, 'GET', `${RULES}/_find`)).status).toBe(200);
    expect((await as(`Basic ${btoa('reader:other')}`, 'GET', `${RULES}/_find`)).status).toBe(401);
    expect((await as('ApiKey a2V5', 'POST', RULES)).body['created_by']).toBe('ci');
    // The version is told to whoever is known, that all is well to everybody.
    expect((await as('ApiKey a2V5', 'GET', '/api/status')).body).toHaveProperty('version');
    expect((await ask(kibana.url, 'GET', '/api/status', { headers: {} })).body).toEqual({
      status: { overall: { level: 'available' } },
    });
  });

  it('may read, or write, or neither: 403 in the words of the platform', async () => {
    await restart({ users });
    const { status, body } = await as(`Basic ${btoa('reader:secret')}`, 'POST', RULES);
    expect([status, body['message']]).toEqual([
      403,
      'API [POST /api/detection_engine/rules] is unauthorized for user, this action is granted by the Kibana privileges [rules-all]',
    ]);
    expect((await as('ApiKey bm8=', 'GET', `${RULES}/_find`)).status).toBe(403);
  });

  it('has its own spaces', async () => {
    await restart({ users: [{ name: 'ci', apiKey: 'a2V5', spaces: ['dev'] }] });
    expect((await as('ApiKey a2V5', 'GET', `/s/dev${RULES}/_find`)).status).toBe(200);
    expect((await as('ApiKey a2V5', 'GET', `${RULES}/_find`)).status).toBe(403);
  });
});

describe('headers and spaces', () => {
  it('asks for kbn-xsrf on writes', async () => {
    const { status, body } = await ask(kibana.url, 'POST', RULES, { body: ruleBody(), headers: {} });
    expect([status, body['message']]).toEqual([400, 'Request must contain a kbn-xsrf header.']);
    expect((await ask(kibana.url, 'GET', `${RULES}/_find`, { headers: {} })).status).toBe(200);
  });

  it('says its version, and takes no other', async () => {
    await restart({ version: '9.1.0' });
    expect((await call('GET', '/api/status')).body).toMatchObject({
      version: { number: '9.1.0', build_flavor: 'traditional' },
      status: { overall: { level: 'available' } },
    });
    const wrong = await ask(kibana.url, 'GET', `${RULES}/_find`, { headers: { 'kbn-version': '8.0.0' } });
    expect(wrong.body).toMatchObject({ attributes: { expected: '9.1.0', got: '8.0.0' } });
    const api = await ask(kibana.url, 'GET', `${RULES}/_find`, { headers: { 'elastic-api-version': '2020-01-01' } });
    expect(api.body['message']).toMatch(/^No version "2020-01-01" available/);
    expect((await call('GET', '/internal/detection_engine/anything')).status).toBe(400);
  });

  it('keeps spaces apart, and takes an API request for a space that nobody made', async () => {
    await call('POST', `/s/dev${RULES}`, ruleBody('query', { rule_id: 'one' }));
    expect((await call('GET', `/s/dev${RULES}?rule_id=one`)).status).toBe(200);
    expect((await call('GET', `${RULES}?rule_id=one`)).status).toBe(404);
    expect((await call('GET', '/api/spaces/space/dev')).body).toMatchObject({ statusCode: 404 });
  });

  it('makes and deletes spaces', async () => {
    expect((await call('POST', '/api/spaces/space', { id: 'dev', name: 'Dev' })).body).toMatchObject({ id: 'dev' });
    expect((await call('POST', '/api/spaces/space', { id: 'dev', name: 'Dev' })).status).toBe(409);
    await call('POST', `/s/dev${RULES}`, ruleBody());
    expect((await call('DELETE', '/api/spaces/space/dev')).status).toBe(204);
    expect((await call('GET', `/s/dev${RULES}/_find`)).body).toMatchObject({ total: 0 });
    expect((await call('DELETE', '/api/spaces/space/default')).status).toBe(400);
  });

  it('logs requests, and counts its own time', async () => {
    await post(ruleBody());
    await call('GET', `${RULES}/_find`);
    expect(kibana.log.map(({ number, method, status }) => [number, method, status])).toEqual([
      [1, 'POST', 200],
      [2, 'GET', 200],
    ]);
    expect(kibana.writes()).toHaveLength(1);
    expect(kibana.serverTime).toBeGreaterThan(0);
  });
});

describe('a Kibana that does otherwise', () => {
  it.each([
    ['put-keeps-absent', { tags: ['a'], version: 7 }],
    ['put-resets-version', { tags: [], version: 1 }],
    ['no-revision', { tags: [], revision: 0 }],
  ] as const)('%s', async (violation, expected) => {
    await restart({ violate: [violation] });
    await post(ruleBody('query', { rule_id: 'one', tags: ['a'], version: 7 }));
    expect((await call('PUT', RULES, ruleBody('query', { rule_id: 'one' }))).body).toMatchObject(expected);
  });
});
