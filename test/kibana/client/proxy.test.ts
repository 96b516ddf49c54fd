import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { KibanaClient } from '../../../src/kibana/kibana-client.js';
import { proxyFor } from '../../../src/kibana/proxy.js';
import { ScriptedServer } from './scripted-server.js';

test.each([
  ['https://k.example', { HTTPS_PROXY: 'http://p:3128' }, 'http://p:3128/'],
  ['https://k.example', { HTTPS_PROXY: 'p:3128', https_proxy: 'http://small:1' }, 'http://small:1/'],
  ['https://k.example', { HTTPS_PROXY: 'p:3128' }, 'http://p:3128/'],
  ['http://k.example', { HTTPS_PROXY: 'http://p:3128' }, undefined],
  ['http://k.example', { HTTP_PROXY: 'http://p:3128' }, 'http://p:3128/'],
  ['https://k.example', { HTTPS_PROXY: 'http://p', NO_PROXY: 'a, k.example' }, undefined],
  ['https://a.k.example', { HTTPS_PROXY: 'http://p', NO_PROXY: '.k.example' }, undefined],
  ['https://a.k.example', { HTTPS_PROXY: 'http://p', no_proxy: 'k.example:443' }, undefined],
  ['https://a.k.example', { HTTPS_PROXY: 'http://p', no_proxy: 'k.example:8443' }, 'http://p/'],
  ['https://ak.example', { HTTPS_PROXY: 'http://p', NO_PROXY: 'k.example' }, 'http://p/'],
  ['https://k.example', { HTTPS_PROXY: 'http://p', NO_PROXY: '*' }, undefined],
  ['http://127.0.0.1:5601', { HTTP_PROXY: 'http://p' }, undefined],
  ['http://localhost:5601', { HTTP_PROXY: 'http://p' }, undefined],
  ['https://k.example', { HTTPS_PROXY: '' }, undefined],
])('%s with %j goes through %s', (url, env, proxy) => {
  expect(proxyFor(new URL(url), env)?.url.href).toBe(proxy);
});

test('plain HTTP: the proxy is asked for the whole URL, with its own credentials', async () => {
  const proxy = new ScriptedServer({ body: { id: 'u', rule_id: 'r' } });
  const address = (await proxy.start()).replace('http://', 'http://ann:p%40ss@');
  const kibana = new KibanaClient({ url: 'http://kibana.invalid/kb', space: 'default', env: { HTTP_PROXY: address } });
  expect((await kibana.read('rule', 'rule/r'))?.key).toBe('rule/r');
  kibana.close();
  await proxy.stop();
  expect(proxy.asked[0]?.url).toBe('http://kibana.invalid/kb/api/detection_engine/rules?rule_id=r');
  expect(proxy.asked[0]?.headers).toMatchObject({
    host: 'kibana.invalid',
    'proxy-authorization': `Basic ${Buffer.from('ann:p@ss').toString('base64')}`,
  });
});

test('HTTPS: a tunnel is asked for; one that is refused names the variable and no credentials', async () => {
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const env = { HTTPS_PROXY: `http://ann:hush@127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  const kibana = new KibanaClient({ url: 'https://kibana.invalid', space: 'default', env, retry: { attempts: 1 } });
  const failed = kibana.read('rule', 'rule/r');
  await expect(failed).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(failed).rejects.toThrow(/through the proxy of HTTPS_PROXY \(.*407/);
  await expect(failed).rejects.not.toThrow(/hush/);
  expect(tunnels).toEqual(['kibana.invalid:443']);
  kibana.close();
  await new Promise((resolve) => proxy.close(resolve));
});
