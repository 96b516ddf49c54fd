import { describe, expect, test } from 'vitest';
import { isApplied } from '../../src/deploy/apply-report.js';
import { KibanaError } from '../../src/deploy/kibana-error.js';
import { fixedType, typeHint } from '../../src/deploy/fixed-type.js';
import type { PlannedAction } from '../../src/deploy/plan.js';
import { isOwnVariable } from '../../src/deploy/secrets.js';
import { applied, CONNECTOR, Deployment, FILES, FIRST, outcomes, rule, SECOND } from './deployment.js';

describe('what goes wrong while a plan is applied', () => {
  test('a connector that a run made and could not remember is known again, and its secret is not written twice', async () => {
    const deployment = new Deployment();
    const record = deployment.session.record.bind(deployment.session);
    deployment.session.record = (key, entry) =>
      deployment.kibana.objects.has('connector/slack') && entry !== undefined
        ? Promise.reject(new KibanaError('unavailable', 0, 'Killed.'))
        : record(key, entry);
    expect((await deployment.run()).stopped?.message).toContain('Killed.');
    deployment.session.record = record;
    const plan = await deployment.plan({
      isSecretChanged: (_, entry) => entry?.secrets?.['webhookUrl'] !== 'hash of 23',
    });
    expect(plan.actions.map(({ key }) => key)).not.toContain('connector/slack');
    expect(isApplied(await deployment.run(plan))).toBe(true);
    expect(deployment.session.objects.get('connector/slack')?.secrets).toEqual({ webhookUrl: 'hash of 23' });
  });

  test('the same plan again writes a secret that became another one meanwhile', async () => {
    const deployment = new Deployment();
    const plan = await deployment.plan();
    await deployment.run(plan);
    deployment.kibana.log.length = 0;
    expect(isApplied(await deployment.run(plan))).toBe(true);
    expect(deployment.kibana.log).toEqual([]);
    expect(isApplied(await deployment.run(plan, { secret: () => 'https://hooks.example/another' }))).toBe(true);
    expect(deployment.kibana.log).toEqual(['replace connector/slack']);
  });

  test('what is refused leaves no note that it is managed', async () => {
    const deployment = new Deployment();
    deployment.kibana.before = (line) => {
      if (line === 'create connector/slack') throw new KibanaError('invalid', 400, 'No.');
    };
    await deployment.run();
    expect(deployment.session.objects.has('connector/slack')).toBe(false);
    deployment.kibana.before = (line) => {
      if (line === 'create connector/slack') throw new KibanaError('failed', 500, 'Perhaps.');
    };
    await deployment.run();
    expect(deployment.session.objects.get('connector/slack')?.applied).toEqual({});
  });

  test('a list to which an analyst adds an exception after the plan was made stays, with it', async () => {
    const deployment = await applied();
    deployment.files = { 'rules/b.toml': rule(SECOND) };
    const plan = await deployment.plan();
    expect(plan.actions.map(({ key }) => key)).toContain('exception-list/single/admins');
    deployment.kibana.put('exception-item', { item_id: 'theirs', list_id: 'admins', name: 'Theirs', entries: [] });
    const report = await deployment.run(plan);
    expect(report.results.find(({ key }) => key === 'exception-list/single/admins')).toMatchObject({
      outcome: 'moved',
      message: 'It stays: it holds the exception "Theirs". Make a new plan.',
    });
    expect(deployment.kibana.objects.has('exception-item/single/theirs')).toBe(true);
  });

  test('a connector that a rule begins to use after the plan was made stays', async () => {
    const deployment = await applied();
    deployment.files = { 'rules/b.toml': rule(SECOND) };
    const plan = await deployment.plan();
    const actions = [{ id: 'slack', action_type_id: '.slack', group: 'default', params: {} }];
    deployment.kibana.put('rule', { rule_id: 'theirs', name: 'Theirs', type: 'query', actions });
    expect(outcomes(await deployment.run(plan))).toContain('delete connector/slack moved');
    expect(deployment.kibana.objects.has('connector/slack')).toBe(true);
  });

  test('never shows a secret that Kibana repeats', async () => {
    const deployment = new Deployment();
    deployment.kibana.before = (line) => {
      if (line.startsWith('create connector'))
        throw new KibanaError(
          'invalid',
          400,
          'The URL "https://hooks.example/1" (https%3A%2F%2Fhooks.example%2F1) is not allowed.',
        );
    };
    const report = await deployment.run();
    expect(report.results[0]?.message).toBe('The URL "(secret)" ((secret)) is not allowed.');
    deployment.kibana.before = () => {
      throw new KibanaError('auth', 401, 'Who is https://hooks.example/1?');
    };
    expect((await deployment.run()).stopped?.message).toMatch(/^Who is \(secret\)\?/);
  });

  test('gives no connector the credentials of the run', async () => {
    expect(
      ['KIBANA_API_KEY', 'KIBANA_PASSWORD_PROD', 'ELASTICSEARCH_API_KEY', 'GITHUB_TOKEN'].every(isOwnVariable),
    ).toBe(true);
    expect(['SLACK_URL', 'MY_KIBANA_KEY'].some(isOwnVariable)).toBe(false);
    const deployment = new Deployment();
    const plan = await deployment.plan();
    const text = JSON.stringify(plan).replaceAll('env:SLACK_URL', 'env:KIBANA_API_KEY');
    const report = await deployment.run(JSON.parse(text) as typeof plan, { secret: () => 'the key' });
    expect(report.refused).toMatchObject({ reason: 'secrets', about: ['KIBANA_API_KEY'] });
    expect(deployment.kibana.log).toEqual([]);
    deployment.files = { ...FILES, 'slack.toml': CONNECTOR.replace('SLACK_URL', 'KIBANA_API_KEY') };
    expect((await deployment.plan()).problems.map(({ code, place }) => [code, place])).toContainEqual([
      'deploy/secret-of-the-run',
      'slack.toml:7:1',
    ]);
  });

  test('tells that a type stays for good, where Kibana would ignore another one', async () => {
    const deployment = await applied();
    deployment.files = { ...FILES, 'slack.toml': CONNECTOR.replace('.slack', '.teams') };
    const told = await deployment.plan();
    expect(told.problems.map(({ code, key }) => [code, key])).toEqual([['deploy/immutable-field', 'connector/slack']]);
    expect((await deployment.run(told)).results).toEqual([]);
    expect(deployment.kibana.log).toEqual([]);
    const action: PlannedAction = {
      key: 'rule/a',
      kind: 'rule',
      action: 'update',
      name: 'A',
      fields: [],
      live: '',
      body: { type: 'eql' },
    };
    const live = { key: 'rule/a', kind: 'rule', body: { type: 'query' } } as const;
    expect(fixedType(action, live)).toBeUndefined();
    expect(typeHint(action, live)).toContain('query → eql');
    expect(typeHint(action, { ...live, body: { type: 'eql' } })).toBe('');
  });

  test('enabling alone takes nothing for applied that somebody changes meanwhile', async () => {
    const deployment = await applied();
    deployment.kibana.edit(`rule/${FIRST}`, { enabled: false });
    const plan = await deployment.plan();
    deployment.kibana.before = (line) => {
      if (line.startsWith('enable')) deployment.kibana.edit(`rule/${FIRST}`, { name: 'By hand' });
    };
    expect(outcomes(await deployment.run(plan))).toEqual([`enable rule/${FIRST} done`]);
    const [again] = (await deployment.plan()).actions;
    expect(again?.fields.map((field) => [field.path, field.class])).toEqual([['name', 'drift']]);
  });

  test('an interruption while Kibana does not answer is an interruption', async () => {
    const deployment = new Deployment();
    const stop = new AbortController();
    deployment.kibana.before = () => {
      stop.abort();
      throw new KibanaError('unavailable', 0, 'It does not answer.');
    };
    expect((await deployment.run(undefined, { signal: stop.signal })).stopped?.reason).toBe('interrupted');
  });
});
