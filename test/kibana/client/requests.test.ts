import { afterEach, describe, expect, test } from 'vitest';
import { KibanaError } from '../../../src/deploy/kibana-error.js';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import type { KibanaClientOptions } from '../../../src/kibana/kibana-client.js';
import { ScriptedServer } from './scripted-server.js';
import type { Asked, Step } from './scripted-server.js';

let server: ScriptedServer | undefined;
let client: KibanaClient | undefined;

afterEach(async () => {
  client?.close();
  await server?.stop();
});

/** A client of a server that follows a script; pauses are noted instead of waited for. */
async function connect(
  steps: readonly (Step | ((asked: Asked) => Step))[],
  more: Partial<KibanaClientOptions> = {},
): Promise<{ readonly kibana: KibanaClient; readonly pauses: number[]; readonly asked: readonly Asked[] }> {
  const pauses: number[] = [];
  server = new ScriptedServer(...steps);
  const url = await server.start();
  const retry = {
    random: () => 0.5,
    now: () => pauses.reduce((sum, pause) => sum + pause, 0),
    wait: (pause: number) => {
      pauses.push(pause);
      return Promise.resolve();
    },
  };
  client = new KibanaClient({ url, space: 'default', retry, ...more });
  return { kibana: client, pauses, asked: server.asked };
}

async function errorOf(work: Promise<unknown>): Promise<KibanaError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KibanaError)) throw new Error(`no KibanaError but ${String(error)}`);
  return error;
}

const RULE = { id: 'uuid-1', rule_id: 'r', name: 'R' };
const GONE: Step = { status: 404, body: { message: 'rule_id: "r" not found', status_code: 404 } };

describe('headers', () => {
  test('each request says who asks, what it speaks and that it is no page of a stranger', async () => {
    const { kibana, asked } = await connect([{ body: RULE }], {
      apiKey: 'c2VjcmV0',
      userAgent: 'dragnet/1.2.3',
      space: 'blue team',
    });
    await kibana.read('rule', 'rule/r');
    expect(asked[0]?.url).toBe('/s/blue%20team/api/detection_engine/rules?rule_id=r');
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'ApiKey c2VjcmV0',
      'kbn-xsrf': 'dragnet',
      'elastic-api-version': '2023-10-31',
      'user-agent': 'dragnet/1.2.3',
    });
  });

  test('user and password go as Basic', async () => {
    const { kibana, asked } = await connect([{ body: RULE }], { username: 'ann', password: 'p:w' });
    await kibana.read('rule', 'rule/r');
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ann:p:w').toString('base64')}`);
  });

  test('a key that no header can carry is refused without being shown', () => {
    const make = (): KibanaClient =>
      new KibanaClient({ url: 'http://localhost:1', space: 'default', apiKey: 'top\nsecret' });
    expect(make).toThrow(/character that no request can carry/);
    expect(make).not.toThrow(/secret/);
  });
});

describe('errors', () => {
  const forms: readonly (readonly [string, Step, Partial<KibanaError>, RegExp])[] = [
    [
      'platform',
      { status: 400, body: { statusCode: 400, error: 'Bad Request', message: '[request body]: risk_score: Required' } },
      { kind: 'invalid', status: 400 },
      /risk_score: Required/,
    ],
    [
      'security solution',
      { status: 409, body: { message: 'rule_id: "r" already exists', status_code: 409 } },
      { kind: 'conflict', status: 409 },
      /already exists/,
    ],
    [
      'several messages',
      { status: 400, body: { message: ['one is wrong', 'two is wrong'], status_code: 400 } },
      { kind: 'invalid', messages: ['one is wrong', 'two is wrong'] },
      /one is wrong two is wrong/,
    ],
    [
      'an object as message',
      { status: 400, body: { message: { error: { message: 'list is in use' } }, status_code: 400 } },
      { kind: 'invalid' },
      /list is in use/,
    ],
    [
      'credentials',
      { status: 401, body: { statusCode: 401, error: 'Unauthorized', message: 'no' } },
      { kind: 'auth', isFatal: true },
      /KIBANA_API_KEY/,
    ],
    [
      'privileges',
      { status: 403, body: { statusCode: 403, error: 'Forbidden', message: 'lists-all needed' } },
      { kind: 'forbidden', isFatal: false },
      /lists-all needed/,
    ],
    [
      'Kibana broke',
      { status: 500, body: { message: 'boom', status_code: 500 } },
      { kind: 'failed', isFatal: false },
      /boom/,
    ],
    [
      'redirect',
      { status: 302, headers: { location: 'http://elsewhere.example/login' } },
      { kind: 'not-kibana', isFatal: true },
      /leads elsewhere/,
    ],
    [
      'a login page',
      { status: 400, text: '<html>log in</html>', headers: { 'content-type': 'text/html' } },
      { kind: 'not-kibana' },
      /is no Kibana/,
    ],
    [
      'Elasticsearch',
      { status: 400, body: { error: 'no handler found for uri [/x]', status: 400 } },
      { kind: 'not-kibana' },
      /not that of Elasticsearch/,
    ],
    [
      'no such path',
      { status: 404, body: { statusCode: 404, error: 'Not Found', message: 'Not Found' } },
      { kind: 'unsupported' },
      /no API/,
    ],
  ];

  test.each(forms)('%s', async (_name, step, wanted, message) => {
    const { kibana } = await connect([step], { apiKey: 'c2VjcmV0' });
    const error = await errorOf(
      kibana
        .replace('rule', 'rule/r', RULE, { kind: 'rule', key: 'rule/r', body: RULE })
        .then(() => kibana.create('rule', RULE)),
    );
    if (wanted.kind === 'conflict') expect(error.kind).toBe('moved');
    else expect(error).toMatchObject(wanted);
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/c2VjcmV0|log in/);
  });

  test('a redirect is not followed', async () => {
    const { kibana, asked } = await connect([{ status: 302, headers: { location: '/elsewhere' } }, { body: RULE }]);
    expect((await errorOf(kibana.read('rule', 'rule/r'))).kind).toBe('not-kibana');
    expect(asked).toHaveLength(1);
  });

  test('a URL with a base path keeps it', async () => {
    const { kibana, asked } = await connect([{ body: RULE }]);
    const based = new KibanaClient({ url: `${kibana.url}/kibana/`, space: 'default' });
    await based.read('rule', 'rule/r');
    based.close();
    expect(asked[0]?.url).toBe('/kibana/api/detection_engine/rules?rule_id=r');
    expect(based.url).toBe(`${kibana.url}/kibana`);
  });
});

describe('repeating', () => {
  test.each([429, 502, 503, 504])('status %i: once more after a pause, twice as long each time', async (status) => {
    const { kibana, pauses, asked } = await connect([
      { status, text: 'busy' },
      { status, text: 'busy' },
      { body: RULE },
    ]);
    expect((await kibana.read('rule', 'rule/r'))?.body).toEqual(RULE);
    expect(asked).toHaveLength(3);
    expect(pauses).toEqual([375, 750]);
  });

  test('Retry-After is honoured', async () => {
    const { kibana, pauses } = await connect([
      { status: 429, text: '', headers: { 'retry-after': '7' } },
      { body: RULE },
    ]);
    await kibana.read('rule', 'rule/r');
    expect(pauses).toEqual([7000]);
  });

  test('a Retry-After beyond the time left ends the tries', async () => {
    const { kibana, pauses } = await connect([{ status: 503, text: '', headers: { 'retry-after': '3600' } }]);
    expect(await errorOf(kibana.read('rule', 'rule/r'))).toMatchObject({ kind: 'unavailable', status: 503 });
    expect(pauses).toEqual([]);
  });

  test('tries are counted', async () => {
    const { kibana, asked } = await connect([{ status: 503, text: '<html>proxy</html>' }]);
    const error = await errorOf(kibana.read('rule', 'rule/r'));
    expect(error.kind).toBe('unavailable');
    expect(error.message).not.toContain('proxy');
    expect(asked).toHaveLength(6);
  });

  test('a dropped connection and a broken answer are asked for again', async () => {
    const { kibana, asked } = await connect([
      'drop',
      'cut',
      { text: '{"id": "u', headers: { 'content-type': 'application/json' } },
      { body: RULE },
    ]);
    expect((await kibana.read('rule', 'rule/r'))?.body).toEqual(RULE);
    expect(asked).toHaveLength(4);
  });

  test('an answer that never comes is given up', async () => {
    const { kibana } = await connect(['hang'], { timeoutMs: 30, retry: { attempts: 1 } });
    expect((await errorOf(kibana.read('rule', 'rule/r'))).message).toMatch(/no answer in 0\.03 seconds/);
  });

  test('an interrupted run tries nothing again', async () => {
    const signal = AbortSignal.abort();
    const { kibana, asked } = await connect([{ status: 503, text: '' }], { retry: { signal } });
    await errorOf(kibana.read('rule', 'rule/r'));
    expect(asked).toHaveLength(1);
  });

  test('a refusal is not repeated', async () => {
    const { kibana, asked } = await connect([{ status: 400, body: { message: 'no', status_code: 400 } }]);
    await errorOf(kibana.create('rule', RULE));
    expect(asked).toHaveLength(1);
  });
});

describe('creating once', () => {
  const methods = (asked: readonly Asked[]): readonly string[] => asked.map(({ method }) => method);

  test.each<readonly [string, Step]>([
    ['a dropped connection', 'drop'],
    ['a broken answer', 'cut'],
    ['status 502', { status: 502, text: '' }],
    ['status 500', { status: 500, body: { message: 'boom', status_code: 500 } }],
  ])('%s after the write: what stands is the answer', async (_name, step) => {
    const { kibana, asked, pauses } = await connect([step, { body: RULE }]);
    expect((await kibana.create('rule', RULE)).body).toEqual(RULE);
    expect(methods(asked)).toEqual(['POST', 'GET']);
    // What was just written is found after the next refresh only.
    expect(pauses[0]).toBeGreaterThanOrEqual(1000);
  });

  test('a dropped connection before the write: it is tried again', async () => {
    const { kibana, asked } = await connect(['drop', GONE, { body: RULE }]);
    expect((await kibana.create('rule', RULE)).body).toEqual(RULE);
    expect(methods(asked)).toEqual(['POST', 'GET', 'POST']);
  });

  test('a write that lands late is taken for what it is', async () => {
    const conflict: Step = { status: 409, body: { message: 'exists', status_code: 409 } };
    const { kibana, asked } = await connect(['drop', GONE, conflict, { body: RULE }]);
    expect((await kibana.create('rule', RULE)).body).toEqual(RULE);
    expect(methods(asked)).toEqual(['POST', 'GET', 'POST', 'GET']);
  });

  test('one that stood before is a conflict', async () => {
    const { kibana } = await connect([{ status: 409, body: { message: 'exists', status_code: 409 } }]);
    expect((await errorOf(kibana.create('rule', RULE))).kind).toBe('conflict');
  });

  test('429 did nothing: it is tried again at once', async () => {
    const { kibana, asked } = await connect([{ status: 429, text: '' }, { body: RULE }]);
    await kibana.create('rule', RULE);
    expect(methods(asked)).toEqual(['POST', 'POST']);
  });
});
