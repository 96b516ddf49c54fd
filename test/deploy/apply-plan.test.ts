import { describe, expect, test } from 'vitest';
import { isApplied } from '../../src/deploy/apply-report.js';
import { KibanaError } from '../../src/deploy/kibana-error.js';
import { applied, Deployment, FILES, FIRST, outcomes, rule, SECOND, VALUES } from './deployment.js';

describe('applying a plan', () => {
  test('writes what others name first, enables last, and leaves nothing to plan', async () => {
    const deployment = new Deployment();
    const report = await deployment.run();
    expect(new Set(report.results.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
    expect(deployment.kibana.log).toEqual([
      'create connector/slack',
      'create value-list/scanners',
      'values value-list/scanners +10.0.0.1,10.0.0.2 -',
      'create exception-list/single/admins',
      'create exception-item/single/scanners',
      `create rule/${SECOND}`,
      `create rule/${FIRST}`,
      `enable rule/${FIRST}`,
    ]);
    const { body } = deployment.kibana.objects.get(`rule/${FIRST}`)!;
    expect(body['enabled']).toBe(true);
    expect(body['exceptions_list']).toEqual([
      { id: 'id of exception-list/single/admins', list_id: 'admins', namespace_type: 'single', type: 'detection' },
    ]);
    expect(deployment.kibana.objects.get('connector/slack')?.body['secrets']).toEqual({
      webhookUrl: 'https://hooks.example/1',
    });
    const { actions, bookkeeping, problems } = await deployment.plan();
    expect({ actions, bookkeeping, problems }).toEqual({ actions: [], bookkeeping: [], problems: [] });
  });

  test('writes each changed object once', async () => {
    const deployment = await applied();
    deployment.files = {
      ...FILES,
      'rules/b.toml': rule(SECOND, '', 'user.name: bob'),
      'values.toml': VALUES.replace('.2', '.3'),
    };
    expect(isApplied(await deployment.run())).toBe(true);
    expect(deployment.kibana.log).toEqual(['values value-list/scanners +10.0.0.3 -10.0.0.2', `replace rule/${SECOND}`]);
    expect((await deployment.plan()).actions).toEqual([]);
  });

  test('goes on where a run died, at whatever write', async () => {
    const whole = new Deployment();
    await whole.run();
    for (let until = 0; until < whole.kibana.log.length; until += 1) {
      for (const isSamePlan of [true, false]) {
        const deployment = new Deployment();
        const plan = await deployment.plan();
        let writes = 0;
        deployment.kibana.before = () => {
          if (writes === until) throw new KibanaError('unavailable', 0, 'It does not answer.');
          writes += 1;
        };
        const broken = await deployment.run(plan);
        expect(broken.stopped?.message).toContain('It does not answer.');
        deployment.kibana.before = () => undefined;
        const report = await deployment.run(isSamePlan ? plan : undefined);
        expect(report.stopped ?? report.refused).toBeUndefined();
        expect(outcomes(report).filter((line) => !/(done|already)$/.test(line))).toEqual([]);
        expect(deployment.kibana.log.toSorted()).toEqual(whole.kibana.log.toSorted());
        const { actions, problems } = await deployment.plan();
        expect({ actions, problems }).toEqual({ actions: [], problems: [] });
      }
    }
  });

  test('refuses a plan that Kibana has moved away from, and writes nothing', async () => {
    const deployment = await applied();
    deployment.files = { ...FILES, 'rules/b.toml': rule(SECOND, '', 'user.name: bob') };
    const plan = await deployment.plan();
    deployment.kibana.edit(`rule/${SECOND}`, { name: 'By hand' });
    const report = await deployment.run(plan);
    expect(report.refused).toMatchObject({ reason: 'moved', about: [`rule/${SECOND}`] });
    expect(isApplied(report)).toBe(false);
    expect(deployment.kibana.log).toEqual([]);
  });

  test('leaves an object alone that moves while the plan is applied', async () => {
    const deployment = await applied();
    deployment.files = {
      ...FILES,
      'rules/a.toml': rule(FIRST, 'interval = "7m"'),
      'rules/b.toml': rule(SECOND, '', 'user.name: bob'),
    };
    const plan = await deployment.plan();
    deployment.kibana.before = (line) => {
      if (line === `replace rule/${SECOND}`) deployment.kibana.edit(`rule/${FIRST}`, { name: 'By hand' });
    };
    expect(outcomes(await deployment.run(plan))).toEqual([`update rule/${SECOND} done`, `update rule/${FIRST} moved`]);
    expect(deployment.kibana.objects.get(`rule/${FIRST}`)?.body['name']).toBe('By hand');
  });

  test('deletes last, users first, and no more than allowed', async () => {
    const deployment = await applied();
    deployment.files = { 'rules/b.toml': rule(SECOND, '', 'user.name: bob') };
    const plan = await deployment.plan();
    const refused = await deployment.run(plan, { maxDeletes: 4 });
    expect(refused.refused).toMatchObject({ reason: 'too-many-deletes' });
    expect(deployment.kibana.log).toEqual([]);
    const kept: string[] = [];
    const report = await deployment.run(plan, {
      maxDeletes: 5,
      backup: ({ key }) => Promise.resolve(void kept.push(key)),
    });
    expect(isApplied(report)).toBe(true);
    expect(deployment.kibana.log).toEqual([
      `replace rule/${SECOND}`,
      `remove rule/${FIRST}`,
      'remove exception-item/single/scanners',
      'remove exception-list/single/admins',
      'remove value-list/scanners',
      'remove connector/slack',
    ]);
    expect(kept).toHaveLength(6);
    expect([...deployment.session.objects.keys()]).toEqual([`rule/${SECOND}`]);
  });

  test('a refused object keeps back what names it, and nothing else', async () => {
    const deployment = new Deployment();
    deployment.kibana.before = (line) => {
      if (line === 'create exception-list/single/admins')
        throw new KibanaError('invalid', 400, 'Kibana refuses the list.');
    };
    const report = await deployment.run();
    expect(outcomes(report)).toEqual([
      'create connector/slack done',
      'create value-list/scanners done',
      'create exception-list/single/admins failed',
      'create exception-item/single/scanners skipped',
      `create rule/${SECOND} done`,
      `create rule/${FIRST} skipped`,
    ]);
    expect(report.results.at(-1)?.message).toContain('exception-list/single/admins');
  });

  test('keeps lists that a rule may still use when that rule could not be changed', async () => {
    const deployment = await applied();
    deployment.files = { 'rules/a.toml': rule(FIRST), 'rules/b.toml': rule(SECOND) };
    const plan = await deployment.plan();
    deployment.kibana.before = (line) => {
      if (line === `replace rule/${FIRST}`) throw new KibanaError('invalid', 400, 'Kibana refuses the rule.');
    };
    const report = await deployment.run(plan);
    expect(outcomes(report)).toContain('delete exception-list/single/admins skipped');
    expect(deployment.kibana.objects.has('connector/slack')).toBe(true);
  });

  test('asks for all secrets before it writes, and never shows one', async () => {
    const deployment = new Deployment();
    const report = await deployment.run(undefined, { secret: () => undefined });
    expect(report.refused).toMatchObject({ reason: 'secrets', about: ['SLACK_URL'] });
    expect(deployment.kibana.log).toEqual([]);
    await deployment.run();
    expect(JSON.stringify([...deployment.session.objects])).not.toContain('hooks.example');
    expect(deployment.session.objects.get('connector/slack')?.secrets).toEqual({ webhookUrl: 'hash of 23' });
  });

  test('tells where Kibana stores something else than was sent', async () => {
    const deployment = new Deployment();
    const put = deployment.kibana.put.bind(deployment.kibana);
    deployment.kibana.put = (kind, body, values) =>
      put(kind, kind === 'rule' ? { ...body, interval: '1h' } : body, values);
    const report = await deployment.run();
    expect(report.results.find(({ key }) => key === `rule/${SECOND}`)).toMatchObject({ outcome: 'differs' });
    expect(report.results.at(-1)?.message).toContain('interval');
  });

  test('an interruption finishes what is being written, and the next run the rest', async () => {
    const deployment = new Deployment();
    const stop = new AbortController();
    const report = await deployment.run(undefined, {
      signal: stop.signal,
      progress: ({ key }) => {
        if (key === 'value-list/scanners') stop.abort();
      },
    });
    expect(report.stopped?.reason).toBe('interrupted');
    expect(outcomes(report).filter((line) => line.endsWith('done'))).toHaveLength(2);
    expect(isApplied(await deployment.run())).toBe(true);
  });

  test('a plan for another space is refused', async () => {
    const deployment = new Deployment();
    const plan = await deployment.plan();
    const report = await deployment.run({ ...plan, space: 'dev' });
    expect(report.refused?.reason).toBe('other-target');
  });

  test('a conflict that is left as Kibana has it is a conflict again in the next plan', async () => {
    const deployment = await applied();
    deployment.kibana.edit(`rule/${SECOND}`, { name: 'By hand' });
    deployment.files = { ...FILES, 'rules/b.toml': rule(SECOND, 'interval = "9m"').replace('Rule 0b0d', 'By git') };
    const plan = await deployment.plan({ onConflict: 'live' });
    expect(isApplied(await deployment.run(plan))).toBe(true);
    expect(deployment.kibana.objects.get(`rule/${SECOND}`)?.body).toMatchObject({ name: 'By hand', interval: '9m' });
    const { actions } = await deployment.plan();
    expect(actions[0]?.fields).toEqual([
      { path: 'name', class: 'conflict', git: 'By git', applied: 'Rule 0b0d', live: 'By hand' },
    ]);
  });
});
