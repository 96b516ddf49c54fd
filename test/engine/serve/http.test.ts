import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { type RunningServer, startServer } from '../../../src/engine/serve/start-server.js';

let cluster: EmbeddedCluster;
let server: RunningServer;
const bugs: unknown[] = [];

beforeAll(async () => {
  cluster = new EmbeddedCluster({ clock: () => new Date('2024-08-03T00:00:00Z') });
  server = await startServer(cluster, { bodyLimit: 10_000, onBug: (bug) => bugs.push(bug) });
});
afterAll(() => server.close());
beforeEach(async () => {
  for (const { name } of cluster.indices('*')) await cluster.deleteIndex(name);
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function call(
  method: string,
  path: string,
  body?: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const type = path.includes('_bulk') || path.includes('_msearch') ? 'application/x-ndjson' : 'application/json';
  const response = await fetch(server.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('documents', () => {
  it('come back with every digit, in any route', async () => {
    const source = '{"id":1234567890123456789,"small":9007199254740993,"ratio":1.0,"tiny":1e-400,"text":"\\u00e4"}';
    expect((await call('PUT', '/i/_doc/1', source)).status).toBe(201);
    expect((await call('GET', '/i/_doc/1')).text).toContain(`"_source":${source}`);
    expect((await call('GET', '/i/_source/1')).text).toBe(source);
    expect((await call('GET', '/i/_search')).text).toContain(`"_source":${source}`);
    expect((await call('GET', '/i/_search?_source=small')).text).toContain('"_source":{"small":9007199254740993}');
    expect(
      (await call('POST', '/i/_eql/search', '{"query":"any where small == 9007199254740993"}')).status,
    ).toBeLessThan(500);
  });

  it('may be found by integers that JavaScript cannot hold', async () => {
    await call(
      'POST',
      '/_bulk',
      '{"index":{"_index":"i","_id":"1"}}\n{"n":9007199254740993}\n{"index":{"_index":"i","_id":"2"}}\n{"n":9007199254740992}\n',
    );
    const { text } = await call('POST', '/i/_search', '{"query":{"term":{"n":9007199254740993}}}');
    expect((JSON.parse(text) as { hits: { hits: { _id: string }[] } }).hits.hits.map(({ _id }) => _id)).toEqual(['1']);
  });

  it('may be found through names with special characters', async () => {
    expect((await call('PUT', `/i/_doc/${encodeURIComponent('a/b c%?ä')}`, '{}')).status).toBe(201);
    expect((await call('GET', `/i/_doc/${encodeURIComponent('a/b c%?ä')}`)).text).toContain('"_id":"a/b c%?ä"');
    expect((await call('GET', '/i/_doc/%E0%A4%A')).status).toBe(400);
  });
});

describe('the bulk request', () => {
  it.each([
    ['', 'no requests added'],
    ['{"index":{"_index":"i"}}\n{"a":1}', 'terminated by a newline'],
    ['{"index":{"_index":"i"}}\n', 'terminated by a newline'],
    ['{"index":{}}\n{"a":1}\n', 'index is missing'],
    ['{"delete":{"_index":"i"}}\n', 'id is missing'],
    ['{"remove":{"_index":"i"}}\n{}\n', 'but found [remove]'],
    ['[]\n{}\n', 'Malformed action/metadata line [1]'],
    ['{"index":{"_index":"i","colour":1}}\n{}\n', 'unknown parameter [colour]'],
    ['not json\n{}\n', ''],
  ])('is refused as a whole when it is not of the form: %j', async (body, reason) => {
    const answer = await call('POST', '/_bulk', body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(reason);
    expect(cluster.indices('*')).toEqual([]);
  });

  it('takes blank lines, CRLF and gzip', async () => {
    const body = '{"index":{"_id":"1"}}\r\n{"a":1}\r\n\r\n{"create":{"_id":2}}\r\n{"a":2}\r\n';
    const answer = await call('POST', '/i/_bulk', gzipSync(body), { 'content-encoding': 'gzip' });
    expect(answer.text).toContain('"errors":false');
    expect((await call('GET', '/i/_count')).text).toContain('"count":2');
  });

  it('keeps a broken document to itself', async () => {
    const answer = await call('POST', '/i/_bulk', '{"index":{}}\n{broken\n{"index":{}}\n{"a":1}\n');
    const { errors, items } = JSON.parse(answer.text) as { errors: boolean; items: { index: { status: number } }[] };
    expect([errors, items.map(({ index }) => index.status)]).toEqual([true, [400, 201]]);
  });
});

describe('the server', () => {
  it('says what it is in every answer', async () => {
    for (const path of ['/', '/missing/_search', '/_cat/indices']) {
      expect((await call('GET', path)).headers.get('x-elastic-product')).toBe('Elasticsearch');
    }
  });

  it('answers with the type that the client asked for', async () => {
    const versioned = 'application/vnd.elasticsearch+json;compatible-with=8';
    expect((await call('GET', '/', undefined, { accept: versioned })).headers.get('content-type')).toBe(versioned);
    expect((await call('GET', '/')).headers.get('content-type')).toBe('application/json');
    expect((await call('PUT', '/i/_doc/1', '{}', { 'content-type': versioned })).status).toBe(201);
    expect((await call('PUT', '/i/_doc/1', '{}', { 'content-type': versioned.replace('8', '9') })).status).toBe(400);
    expect((await call('PUT', '/i/_doc/1', '{}', { 'content-type': 'text/plain' })).status).toBe(406);
    expect(
      (await call('PUT', '/i/_doc/1', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(406);
  });

  it('prints pretty where asked to', async () => {
    expect((await call('GET', '/_count?pretty')).text).toBe(
      '{\n  "count" : 0,\n  "_shards" : {\n    "total" : 0,\n    "successful" : 0,\n    "skipped" : 0,\n    "failed" : 0\n  }\n}\n',
    );
  });

  it('refuses bodies beyond the limit, packed ones by what they unpack to', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(20_000) });
    expect((await call('PUT', '/i/_doc/1', long)).status).toBe(413);
    expect((await call('PUT', '/i/_doc/1', gzipSync(long), { 'content-encoding': 'gzip' })).status).toBe(413);
    expect((await call('PUT', '/i/_doc/1', 'junk', { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await call('PUT', '/i/_doc/1', '{}', { 'content-encoding': 'br' })).status).toBe(400);
  });

  it('refuses a gzip bomb and broken gzip, and goes on serving', async () => {
    const packed = { 'content-encoding': 'gzip' };
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    expect((await call('PUT', '/i/_doc/1', bomb, packed)).status).toBe(413);
    const document = gzipSync(JSON.stringify({ text: 'as it should be' }));
    const flipped = Buffer.from(document);
    flipped[flipped.length - 6] = (flipped[flipped.length - 6] ?? 0) ^ 0xff;
    for (const body of [document.subarray(0, -9), document.subarray(0, 4), flipped]) {
      const answer = await call('PUT', '/i/_doc/1', body, packed);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('cannot read the request body')]);
    }
    expect(cluster.indices('*')).toEqual([]);
    expect((await call('PUT', '/i/_doc/1', document, packed)).status).toBe(201);
  });

  it('refuses bodies that are not what the request takes', async () => {
    expect((await call('POST', '/i/_search', '{"query":')).text).toContain('x_content_parse_exception');
    expect((await call('POST', '/_search', '[]')).text).toContain('parsing_exception');
    expect((await call('POST', '/_search', '['.repeat(5000))).status).toBe(400);
    expect((await call('PUT', '/i', '{"properties":{}}')).text).toContain('unknown key [properties] for create index');
    expect((await call('PUT', '/i', '{"mappings":[]}')).status).toBe(400);
    expect((await call('PUT', '/i/_doc/1')).text).toContain('request body is required');
    expect((await call('GET', '/_search?size=ten')).text).toContain(
      'Failed to parse int parameter [size] with value [ten]',
    );
    expect((await call('GET', '/_count?ignore_unavailable=perhaps')).status).toBe(400);
  });

  it('says so when a path, a method or a parameter is not there', async () => {
    expect((await call('GET', '/a/b/c')).text).toBe('{"error":"no handler found for uri [/a/b/c] and method [GET]"}');
    const wrong = await call('DELETE', '/_search');
    expect([wrong.status, wrong.text]).toEqual([
      405,
      '{"error":"Incorrect HTTP method for uri [/_search] and method [DELETE], allowed: [GET, POST]","status":405}',
    ]);
    const unknown = await call('GET', '/_search?sise=1');
    expect([unknown.status, unknown.text]).toEqual([
      400,
      expect.stringContaining('request [/_search] contains unrecognized parameter: [sise]'),
    ]);
    expect((await call('PUT', '/i/_settings', '{}')).status).toBe(501);
  });

  it('names the indices of an error, and the cause behind failed shards', async () => {
    const missing = JSON.parse((await call('GET', '/nope/_search')).text) as object;
    const cause = {
      type: 'index_not_found_exception',
      reason: 'no such index [nope]',
      'resource.type': 'index_or_alias',
      'resource.id': 'nope',
      index_uuid: '_na_',
      index: 'nope',
    };
    expect(missing).toEqual({ error: { root_cause: [cause], ...cause }, status: 404 });
    await call('PUT', '/i/_doc/1', '{"when":"2024-08-02T00:00:00Z"}');
    const failed = JSON.parse(
      (await call('POST', '/i/_search', '{"query":{"range":{"when":{"gte":"soon"}}}}')).text,
    ) as { error: { type: string; root_cause: { type: string }[] } };
    expect(failed.error.type).toBe('search_phase_execution_exception');
    expect(failed.error.root_cause.map(({ type }) => type)).not.toContain('search_phase_execution_exception');
  });

  it('lets no web page in that has pointed its own name at this machine', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${server.url}/`, { headers: { host: 'evil.example:9200' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    for (const host of ['localhost', '127.0.0.1', '[::1]:9200']) {
      const allowed = await new Promise<number | undefined>((resolve, reject) => {
        request(`${server.url}/`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(allowed).toBe(200);
    }
  });

  it('rejects when the port is taken', async () => {
    await expect(startServer(cluster, { port: server.port })).rejects.toThrow(/EADDRINUSE/);
  });

  it('has met no bug of its own', () => {
    expect(bugs).toEqual([]);
  });
});
