import { describe, expect, it } from 'vitest';
import { preconfigured } from './connectors-api.js';
import { ruleBody } from './fake-client.js';
import { withKibana } from './with-kibana.js';

const PATH = '/api/actions/connector';
const test = withKibana();
const SLACK = { name: 'Slack', connector_type_id: '.slack', secrets: { webhookUrl: 'https://hooks.example/secret' } };

describe('connectors', () => {
  it('are made with an id of their own or of the caller, and give no secret away', async () => {
    const { status, body, text } = await test.call('POST', `${PATH}/mine`, SLACK);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 'mine',
      name: 'Slack',
      connector_type_id: '.slack',
      config: {},
      is_preconfigured: false,
      is_deprecated: false,
      is_missing_secrets: false,
      is_system_action: false,
    });
    expect(text).not.toContain('hooks.example');
    expect((await test.call('POST', `${PATH}/mine`, SLACK)).status).toBe(409);
    expect((await test.call('POST', PATH, SLACK)).body['id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are listed with how many rules use them', async () => {
    await test.call('POST', `${PATH}/mine`, SLACK);
    const actions = [{ id: 'mine', group: 'default', action_type_id: '.slack', params: {} }];
    await test.call('POST', '/api/detection_engine/rules', ruleBody('query', { actions }));
    expect((await test.call('GET', `${PATH}s`)).body).toMatchObject([{ id: 'mine', referenced_by_count: 1 }]);
  });

  it('ask for their secrets again when they are changed, and keep their type', async () => {
    await test.call('POST', `${PATH}/mine`, SLACK);
    const put = (body: object): ReturnType<typeof test.call> => test.call('PUT', `${PATH}/mine`, body);
    expect((await put({ name: 'New' })).body['message']).toMatch(/^error validating action type secrets/);
    expect((await put({ name: 'New', secrets: SLACK.secrets })).body).toMatchObject({
      name: 'New',
      connector_type_id: '.slack',
    });
    expect((await put({ ...SLACK })).body['message']).toBe(
      '[request body.connector_type_id]: definition for this key is missing',
    );
    expect((await test.call('GET', `${PATH}/none`)).body).toMatchObject({
      statusCode: 404,
      message: 'Saved object [action/none] not found',
    });
  });

  it('go with 204', async () => {
    await test.call('POST', `${PATH}/mine`, SLACK);
    expect((await test.call('DELETE', `${PATH}/mine`)).status).toBe(204);
    expect((await test.call('DELETE', `${PATH}/mine`)).status).toBe(404);
  });

  it('of the configuration stay as they are', async () => {
    test.kibana.state.space('default').connectors.set('pre', preconfigured('pre', '.email'));
    expect((await test.call('GET', `${PATH}/pre`)).body).not.toHaveProperty('config');
    expect((await test.call('PUT', `${PATH}/pre`, { name: 'x' })).status).toBe(400);
    expect((await test.call('DELETE', `${PATH}/pre`)).body['message']).toBe(
      'Preconfigured action pre is not allowed to delete.',
    );
    expect((await test.call('POST', `${PATH}/pre`, SLACK)).status).toBe(400);
  });

  it('give secrets away only where a test wants to see that it is noticed', async () => {
    await test.restart({ violate: ['returns-secrets'] });
    expect((await test.call('POST', PATH, SLACK)).text).toContain('hooks.example');
  });
});
