import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { CliRun, Workspace } from './run-cli.js';

/** What the server answers to one request; undefined: everything is allowed. */
type Answer = (method: string, path: string) => { readonly status: number; readonly reason: string } | undefined;

let space: Workspace;
let server: Server;
let url: string;
let answer: Answer = () => undefined;
let authorization: (string | undefined)[] = [];

beforeAll(async () => {
  space = await workspace({
    'rules/forbidden.toml': RULE,
    'rules/forbidden.test.toml': RULE_TESTS,
    'key.txt': 'ZmlsZWtleQ==\n',
    'empty.txt': '\n',
  });
  server = createServer(({ method = '', url: path = '', headers }, response) => {
    authorization.push(headers.authorization);
    const refused = answer(method, path);
    response.writeHead(refused?.status ?? 200, {
      'content-type': 'application/json',
      'x-elastic-product': 'Elasticsearch',
    });
    const error = refused && { type: 'security_exception', reason: refused.reason };
    response.end(
      JSON.stringify(error ? { error, status: refused.status } : { version: { number: '8.19.0' }, acknowledged: true }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await space.remove();
});

async function test(env: Readonly<Record<string, string>>, given: Answer): Promise<CliRun> {
  answer = given;
  authorization = [];
  return space.run(['test', '--cluster', url], { env });
}

const KEY = 'c2VjcmV0a2V5';

describe('a cluster that asks who is there', () => {
  it('refuses no or wrong credentials with what to set, and never shows them', async () => {
    const reason = 'unable to authenticate user [ann] for REST request [/]';
    const { code, err, out } = await test({ ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD: 'hush' }, () => ({
      status: 401,
      reason,
    }));
    expect(code).toBe(3);
    expect(err).toContain(
      'refuses these credentials, or wants some. Set ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME',
    );
    expect(err + out).not.toContain('hush');
    expect(authorization[0]).toBe(`Basic ${Buffer.from('ann:hush').toString('base64')}`);
  });

  it('says that a key has expired', async () => {
    const reason =
      'unable to authenticate with provided credentials and anonymous access is not allowed for this request; API key is expired';
    const { err } = await test({ ELASTICSEARCH_API_KEY: KEY }, () => ({ status: 401, reason }));
    expect(err).toContain('(the API key has expired or was invalidated)');
  });

  it('names the privilege that would allow it, and where', async () => {
    const reason =
      'action [indices:admin/create] is unauthorized for API key id [kid] of user [elastic] on indices [dragnet-1-logs], this action is granted by the index privileges [create_index,manage,all]';
    const { code, err, out } = await test({ ELASTICSEARCH_API_KEY: KEY }, (method) =>
      method === 'PUT' ? { status: 403, reason } : undefined,
    );
    expect(code).toBe(3);
    expect(err).toContain(
      'does not allow these credentials to do indices:admin/create on dragnet-1-logs. Give the role or the API key the index privilege create_index (or manage, all) on dragnet-1-logs, or use other credentials.',
    );
    expect(err + out).not.toContain(KEY);
  });

  it('does without the privilege to ask for the version', async () => {
    const reason =
      'action [cluster:monitor/main] is unauthorized for API key id [kid] of user [elastic], this action is granted by the cluster privileges [monitor,manage,all]';
    const denied =
      'action [indices:admin/create] is unauthorized for user [ann] with effective roles [reader] on indices [x]';
    const { err } = await test({ ELASTICSEARCH_API_KEY: KEY }, (method, path) =>
      path === '/' ? { status: 403, reason } : method === 'PUT' ? { status: 403, reason: denied } : undefined,
    );
    expect(err).toContain('to do indices:admin/create on x.');
  });

  it('takes key and password from files', async () => {
    const refuse = (): { status: number; reason: string } => ({ status: 401, reason: '' });
    await test({ ELASTICSEARCH_API_KEY_FILE: `${space.root}/key.txt` }, refuse);
    expect(authorization[0]).toBe('ApiKey ZmlsZWtleQ==');
    await test({ ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD_FILE: `${space.root}/key.txt` }, refuse);
    expect(authorization[0]).toBe(`Basic ${Buffer.from('ann:ZmlsZWtleQ==').toString('base64')}`);
    for (const [file, message] of [
      ['empty.txt', 'which is empty'],
      ['none.txt', 'which cannot be read (ENOENT)'],
    ]) {
      const { code, err } = await test({ ELASTICSEARCH_API_KEY_FILE: `${space.root}/${file ?? ''}` }, refuse);
      expect([code, authorization]).toEqual([2, []]);
      expect(err).toContain(message);
    }
  });

  it('sends credentials to the cluster that was named, and follows nobody elsewhere', async () => {
    const { code } = await test({ ELASTICSEARCH_API_KEY: KEY }, () => ({ status: 302, reason: '' }));
    expect(code).toBe(3);
    expect(authorization).toHaveLength(1);
  });

  it('sends none to a cluster that dragnet.toml alone names, and says how to name it', async () => {
    answer = () => ({ status: 401, reason: '' });
    authorization = [];
    const proposed = await workspace({
      'dragnet.toml': `[test]\nengine = "both"\ncluster = "${url}"\n`,
      'rules/forbidden.toml': RULE,
      'rules/forbidden.test.toml': RULE_TESTS,
      'key.txt': 'ZmlsZWtleQ==\n',
    });
    try {
      for (const env of [
        { ELASTICSEARCH_API_KEY: KEY },
        { ELASTICSEARCH_API_KEY_FILE: `${proposed.root}/key.txt` },
        { ELASTICSEARCH_USERNAME: 'ann', ELASTICSEARCH_PASSWORD: 'hush' },
      ]) {
        const { code, err } = await proposed.run(['test'], { env });
        expect([code, authorization]).toEqual([2, []]);
        expect(err).toContain(`Only dragnet.toml names the cluster ${url}`);
        expect(err).toContain('Name it yourself, with --cluster or ELASTICSEARCH_URL');
      }
      expect((await proposed.run(['test'])).code).toBe(3);
      expect(authorization).toEqual([undefined]);
      await proposed.run(['test'], { env: { ELASTICSEARCH_API_KEY: KEY, ELASTICSEARCH_URL: url } });
      await proposed.run(['test', '--cluster', url], { env: { ELASTICSEARCH_API_KEY: KEY } });
      expect(authorization).toEqual([undefined, `ApiKey ${KEY}`, `ApiKey ${KEY}`]);
    } finally {
      await proposed.remove();
    }
  });
});
