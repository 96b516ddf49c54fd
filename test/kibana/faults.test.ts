import { describe, expect, it, vi } from 'vitest';
import { editInUi } from './edit-in-ui.js';
import { ruleBody } from './fake-client.js';
import { internalError, proxyPage, tooMany } from './faults.js';
import { withKibana } from './with-kibana.js';

const RULES = '/api/detection_engine/rules';
const test = withKibana();
const count = (): number => test.kibana.state.space('default').rules.size;
const post = (id = 'one'): ReturnType<typeof test.call> => test.call('POST', RULES, ruleBody('query', { rule_id: id }));

describe('faults', () => {
  it('answer a request by its number, in place of Kibana', async () => {
    test.kibana.faults.add({ when: 2, fault: tooMany(3) });
    expect((await post('a')).status).toBe(200);
    const refused = await post('b');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await post('b')).status).toBe(200);
    expect(test.kibana.log.map(({ status, done }) => [status, done])).toEqual([
      [200, true],
      [429, false],
      [200, true],
    ]);
  });

  it('answer after the effect too, as HTML of a proxy', async () => {
    test.kibana.faults.add({ when: ({ method }) => method === 'POST', fault: proxyPage(504, { after: true }) });
    const { status, text, headers } = await post();
    expect([status, headers.get('content-type'), count()]).toEqual([504, 'text/html', 1]);
    expect(text).toContain('<h1>504</h1>');
    test.kibana.faults.add({ when: 2, fault: internalError() });
    expect((await post('b')).body).toMatchObject({ statusCode: 500 });
    expect(count()).toBe(1);
  });

  it('drop the connection before or after the effect', async () => {
    test.kibana.faults.add({ when: 1, fault: { kind: 'drop' } }, { when: 2, fault: { kind: 'drop', after: true } });
    await expect(post()).rejects.toThrow();
    expect(count()).toBe(0);
    await expect(post()).rejects.toThrow();
    expect(count()).toBe(1);
  });

  it('send half of an answer, with or without the end of the connection', async () => {
    test.kibana.faults.add(
      { when: 1, fault: { kind: 'truncate' } },
      { when: 2, fault: { kind: 'truncate', cut: true } },
    );
    await expect(post('a')).rejects.toThrow(SyntaxError);
    await expect(post('b')).rejects.toThrow();
    expect(count()).toBe(2);
  });

  it('come late, and do what was asked all the same', async () => {
    test.kibana.faults.add({ when: () => true, times: 2, fault: { kind: 'slow', ms: 20 } });
    const patience = new AbortController();
    const waiting = fetch(`${test.kibana.url}${RULES}`, {
      method: 'POST',
      headers: { 'kbn-xsrf': 'x', 'content-type': 'application/json' },
      body: JSON.stringify(ruleBody()),
      signal: patience.signal,
    });
    await Promise.all([
      expect(waiting).rejects.toThrow(),
      vi
        .waitFor(
          () => {
            expect(test.kibana.requests).toHaveLength(1);
          },
          { interval: 1 },
        )
        .then(() => {
          patience.abort();
        }),
    ]);
    await post('b');
    await vi.waitFor(() => {
      expect(count()).toBe(2);
    });
  });
});

describe('an edit in Kibana’s form', () => {
  it('rewrites meta, from and to, and loses what the form does not have', async () => {
    const threat = [{ framework: 'MITRE ATLAS', tactic: { id: 'TA0001', name: 'n', reference: 'r' } }];
    const body = {
      rule_id: 'one',
      version: 4,
      from: 'now-360s',
      to: 'now-1m',
      interval: '5m',
      meta: { mine: 1 },
      namespace: 'n',
      threat,
      tags: ['a'],
    };
    await test.call('POST', RULES, ruleBody('query', body));
    const edited = editInUi(test.kibana, 'one', { tags: ['a', 'b'] });
    expect(edited).toMatchObject({
      version: 4,
      revision: 1,
      from: 'now-6m',
      to: 'now',
      tags: ['a', 'b'],
      meta: { kibana_siem_app_url: `${test.kibana.url}/app/security` },
      threat: [{ framework: 'MITRE ATT&CK', technique: [] }],
      updated_by: 'analyst',
    });
    expect(edited).not.toHaveProperty('namespace');
    expect(test.kibana.log).toHaveLength(1);
  });
});
