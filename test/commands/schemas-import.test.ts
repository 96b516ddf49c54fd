import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULE, RULE_TESTS, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

/** A package of our own with two data streams. */
const PACKAGE: Readonly<Record<string, string>> = {
  'manifest.yml': 'format_version: 3.0.0\nname: acme\nversion: 1.2.0\ntype: integration\n',
  'data_stream/door/manifest.yml': 'title: Doors\ntype: logs\n',
  'data_stream/door/fields/base-fields.yml': '- name: data_stream.type\n  type: constant_keyword\n',
  'data_stream/door/fields/fields.yml': [
    '- name: acme.door',
    '  type: group',
    '  fields:',
    '    - name: opened',
    '      type: integer',
    '    - name: badge.id',
    '      multi_fields:',
    '        - name: text',
    '          type: text',
    '- external: ecs',
    '  name: process.name',
    '- external: ecs',
    '  name: acme.not_in_ecs',
    '',
  ].join('\n'),
  'data_stream/lift/manifest.yml': 'type: metrics\ndataset: acme.elevator\ndataset_is_prefix: true\n',
  'data_stream/lift/fields/fields.yml': '- name: acme.floor\n  type: long\n  metric_type: gauge\n',
  'kibana/dashboard.json': '{}',
};

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function written(path: string): unknown {
  return JSON.parse(readFileSync(join(space.root, path), 'utf8'));
}

function under(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

const importPackage = (path: string): ReturnType<Workspace['run']> =>
  space.run(['schemas', 'import', '--from-package', path]);

describe('dragnet schemas import --from-package', () => {
  it('makes one catalogue for each data stream, the same from a folder and from a zip file', async () => {
    await space.write(under('acme', PACKAGE));
    const { code, out, err } = await importPackage('acme');
    expect(err).toContain('6 fields from package acme 1.2.0: acme.door, acme.elevator');
    expect(err).toContain('acme.not_in_ecs refers to a schema that does not have it');
    expect(err).toContain('catalogues = ["schemas/fields/acme.json"]');
    expect([code, out]).toEqual([0, 'schemas/fields/acme.json\n']);
    expect(written('schemas/fields/acme.json')).toMatchObject({
      version: 1,
      source: 'package acme 1.2.0',
      catalogues: [
        {
          name: 'acme.door',
          indices: ['logs-acme.door-*'],
          ecs: true,
          fields: {
            'acme.door.badge.id': { type: 'keyword', ignore_above: 1024, fields: { text: { type: 'text' } } },
            'acme.door.opened': { type: 'integer' },
            'data_stream.type': { type: 'constant_keyword' },
            'process.name': { type: 'keyword', fields: { text: { type: 'match_only_text' } } },
          },
        },
        { name: 'acme.elevator', indices: ['metrics-acme.elevator.*-*'], fields: { 'acme.floor': { type: 'long' } } },
      ],
    });
    const fromFolder = readFileSync(join(space.root, 'schemas/fields/acme.json'), 'utf8');
    // Other order, and in a folder as packages are published.
    writeFileSync(
      join(space.root, 'acme.zip'),
      zip(under('acme-1.2.0', Object.fromEntries(Object.entries(PACKAGE).reverse()))),
    );
    expect((await importPackage('acme.zip')).code).toBe(0);
    expect(readFileSync(join(space.root, 'schemas/fields/acme.json'), 'utf8')).toBe(fromFolder);
  });

  const fields = (text: string): Readonly<Record<string, string>> => ({
    'manifest.yml': 'name: acme',
    'data_stream/a/fields/f.yml': text,
  });
  const bomb = [
    'a0: &a0 [x]',
    ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
  ].join('\n');
  it.each([
    ['aliases that multiply', zip(fields(bomb)), 'f.yml is not YAML that can be read'],
    ['nesting without end', zip(fields('['.repeat(200_000))), 'f.yml is not YAML that can be read'],
    ['a file that unpacks to too much', zip(fields(' '.repeat(5 * 1024 * 1024))), 'more than 4194304 bytes in f.yml'],
    [
      'more files than any package has',
      zip(Object.fromEntries(Array.from({ length: 50_001 }, (_, at) => [`x${at}`, '']))),
      'more than 50000 files',
    ],
    ['what is no zip file', strToU8('hello'), 'is not a zip file that can be read'],
    ['nothing', new Uint8Array(0), 'is not a zip file that can be read'],
    ['a cut zip file', zip(PACKAGE).slice(200), 'hostile.zip is'],
    ['a zip file of something else', zip({ 'readme.txt': 'hello' }), 'has no manifest.yml'],
    [
      'names that climb out',
      zip({ '../../manifest.yml': 'name: acme', '../data_stream/a/fields/f.yml': '[]' }),
      'has no manifest.yml',
    ],
    ['a package without fields', zip({ 'manifest.yml': 'name: acme' }), 'has no field files'],
    ['a package without a name', zip({ 'manifest.yml': '- a' }), 'names no package'],
  ])('refuses %s', async (_, bytes, message) => {
    writeFileSync(join(space.root, 'hostile.zip'), bytes);
    const { code, out, err } = await importPackage('hostile.zip');
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, '']);
  });

  it('does not follow links out of the folder', async () => {
    await space.write({
      'acme/manifest.yml': 'name: acme',
      'acme/data_stream/a/fields/f.yml': '- name: mine',
      'secret/f.yml': '- name: secret',
    });
    mkdirSync(join(space.root, 'acme/data_stream/b'));
    symlinkSync(join(space.root, 'secret'), join(space.root, 'acme/data_stream/b/fields'));
    symlinkSync(join(space.root, 'secret/f.yml'), join(space.root, 'acme/data_stream/a/fields/g.yml'));
    expect((await importPackage('acme')).code).toBe(0);
    expect(JSON.stringify(written('schemas/fields/acme.json'))).not.toContain('secret');
  });

  it('takes __proto__ as a name like any other', async () => {
    await space.write({
      'acme/manifest.yml': 'name: acme',
      'acme/data_stream/a/fields/f.yml': '- name: __proto__.x\n  __proto__: {type: long}\n',
    });
    expect((await importPackage('acme')).code).toBe(0);
    expect(written('schemas/fields/acme.json')).toMatchObject({
      catalogues: [{ fields: { '__proto__.x': { type: 'keyword' } } }],
    });
  });
});

describe('dragnet schemas import --from-documents', () => {
  it('takes the types of the values, and the place that --out says', async () => {
    await space.write({
      'a.ndjson':
        '{"acme":{"n":1},"process":{"pid":4}}\n{"_index":"x","_id":"1","_source":{"acme.at":"2026-05-01T12:00:00Z"}}\n',
    });
    const { code, err } = await space.run([
      'schemas',
      'import',
      '--from-documents',
      'a.ndjson',
      '--index',
      'logs-acme.door-*',
      '--out',
      'mine/a.json',
    ]);
    expect(err).toContain('3 fields from 2 documents of a.ndjson: acme.door');
    expect(code).toBe(0);
    expect(written('mine/a.json')).toEqual({
      version: 1,
      source: '2 documents of a.ndjson',
      catalogues: [
        {
          name: 'acme.door',
          indices: ['logs-acme.door-*'],
          ecs: true,
          fields: { 'acme.at': { type: 'date' }, 'acme.n': { type: 'long' }, 'process.pid': { type: 'long' } },
        },
      ],
    });
  });

  it('says that fields of no index are of little use', async () => {
    await space.write({ 'a.ndjson': '{"acme":{"n":1}}\n' });
    const [command, warning] = [['schemas', 'import', '--from-documents', 'a.ndjson'], 'No index has these fields'];
    expect((await space.run(command)).err).toContain(warning);
    expect((await space.run([...command, '--index', 'logs-acme.*'])).err).not.toContain(warning);
  });

  it.each([
    [['--out', '../a.json'], '--out leads outside the repository'],
    [['--out', 'a.toml'], '--out leads outside the repository'],
    [['--out', 'away/a.json'], '--out leads outside the repository'],
    [['--from-package', 'x'], 'Name one source'],
    [['missing.ndjson'], 'missing.ndjson does not exist'],
    [['bad.ndjson'], 'bad.ndjson:1 is not JSON'],
  ])('refuses %j', async (more, message) => {
    await space.write({ 'a.ndjson': '{"a":1}', 'bad.ndjson': '{' });
    symlinkSync(join(space.root, '..'), join(space.root, 'away'));
    const { code, err } = await space.run(['schemas', 'import', '--from-documents', 'a.ndjson', ...more]);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('dragnet schemas import --from-cluster', () => {
  let server: Server;
  let mappingStatus = 200;
  beforeEach(async () => {
    mappingStatus = 200;
    server = createServer(({ url = '' }, response) => {
      const refused = url.includes('_mapping') && mappingStatus !== 200;
      const body = url.includes('_mapping')
        ? {
            'logs-acme-1': {
              mappings: { properties: { user: { properties: { id: { type: 'wildcard', ignore_above: 9 } } } } },
            },
          }
        : url.includes('_field_caps')
          ? {
              indices: ['logs-acme-1', 'logs-acme-2'],
              fields: { 'user.id': { keyword: { indices: ['logs-acme-1'] }, long: { indices: ['logs-acme-2'] } } },
            }
          : { version: { number: '8.19.0' } };
      response.writeHead(refused ? mappingStatus : 200, {
        'content-type': 'application/json',
        'x-elastic-product': 'Elasticsearch',
      });
      response.end(JSON.stringify(refused ? {} : body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.close();
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('reads the mapping, and tells of conflicts', async () => {
    const { code, err } = await space.run([
      'schemas',
      'import',
      '--from-cluster',
      url(),
      '--index',
      'logs-acme-*,-logs-acme-old',
    ]);
    expect(err).toContain('warning: user.id has several types: keyword (logs-acme-1), long (logs-acme-2)');
    expect(code).toBe(0);
    expect(written('schemas/fields/acme.json')).toMatchObject({
      source: `logs-acme-*,-logs-acme-old on ${url()}`,
      catalogues: [
        {
          name: 'acme',
          indices: ['logs-acme-*', '-logs-acme-old'],
          ecs: false,
          fields: { 'user.id': { type: 'wildcard', ignore_above: 9 } },
        },
      ],
    });
  });

  it('takes the field capabilities where the mapping may not be read', async () => {
    mappingStatus = 403;
    const { code, err } = await space.run(['schemas', 'import', '--from-cluster', url(), '--index', 'logs-acme-*']);
    expect(err).toContain('may not read the mapping');
    expect(code).toBe(0);
    expect(written('schemas/fields/acme.json')).toMatchObject({
      catalogues: [{ fields: { 'user.id': { type: 'keyword' } } }],
    });
    mappingStatus = 500;
    expect((await space.run(['schemas', 'import', '--from-cluster', url(), '--index', 'logs-acme-*'])).code).toBe(3);
  });

  it('needs a pattern and a URL', async () => {
    expect((await space.run(['schemas', 'import', '--from-cluster', url()])).err).toContain('needs --index');
    expect((await space.run(['schemas', 'import', '--from-cluster', 'here', '--index', 'a'])).err).toContain(
      '--from-cluster here is not a URL',
    );
  });
});

describe('tests on imported fields', () => {
  const rule = RULE.replace('"logs-endpoint.events.*"', '"logs-acme.door-*"').replace(
    /query = '''[^]*?'''/,
    "query = 'acme.door.opened > 9'",
  );
  const tests = (defaults = ''): string =>
    RULE_TESTS.replace('[defaults]\n', `[defaults]\n${defaults}`)
      .replace('process = { name = "mimikatz.exe" }', 'acme = { door = { opened = "10" } }')
      .replace('process = { name = "notepad.exe" }', 'acme = { door = { opened = "9" } }');
  const config = '[fields]\ncatalogues = ["schemas/fields/acme.json"]\n';

  it('an index gets what was imported for its name, and a test may name it', async () => {
    await space.write({
      ...under('acme', PACKAGE),
      'r.toml': rule,
      'r.test.toml': tests(),
      'dragnet.toml': 'paths = ["r.toml", "r.test.toml"]\n',
    });
    // As text "10" is below "9": without the integer type the test fails.
    expect((await space.run(['test'])).code).toBe(1);
    await importPackage('acme');
    await space.write({ 'dragnet.toml': `paths = ["r.toml", "r.test.toml"]\n${config}` });
    const again = await importPackage('acme');
    expect(again.err).not.toContain('dragnet.toml names it');
    const run = await space.run(['test']);
    expect(`${run.out}${run.err}`).toContain('1 passed');
    expect(run.code).toBe(0);
    await space.write({
      'r.toml': rule.replace('logs-acme.door-*', 'other-*'),
      'r.test.toml': tests('mappings = "acme.door"\n'),
    });
    const named = await space.run(['test']);
    expect(`${named.out}${named.err}`).toContain('1 passed');
    await space.write({ 'r.test.toml': tests('mappings = "acme.dor"\n') });
    const unknown = await space.run(['test']);
    expect(`${unknown.out}${unknown.err}`).toContain('Did you mean "acme.door"?');
  });

  it('dragnet query gives them to the files that it loads', async () => {
    await space.write({
      ...under('acme', PACKAGE),
      'dragnet.toml': config,
      'a.ndjson': '{"acme":{"door":{"opened":"10"}}}\n',
    });
    await space.write({ 'schemas/fields/acme.json': '{"version":1,"catalogues":[]}' });
    const query = ['query', 'acme.door.opened > 9', 'a.ndjson', '--index', 'logs-acme.door-x'];
    expect((await space.run(query)).err).toBe('0 documents\n');
    await importPackage('acme');
    expect((await space.run(query)).err).toBe('1 document\n');
  });

  it.each([
    ['schemas/fields/missing.json', 'does not exist', ''],
    ['../a.json', 'lies outside the repository', ''],
    ['a.json', 'is not JSON', '{'],
    ['a.json', 'is not a JSON object', '[]'],
    ['a.json', 'has version 2; this dragnet reads version 1', '{"version":2}'],
    ['a.json', 'has no list of catalogues', '{"version":1}'],
    ['a.json', 'has no name in catalogues[0]', '{"version":1,"catalogues":[{}]}'],
    ['a.json', 'has no list of indices', '{"version":1,"catalogues":[{"name":"a","indices":[1]}]}'],
    [
      'a.json',
      'has no type for the field "f"',
      '{"version":1,"catalogues":[{"name":"a","indices":[],"fields":{"f":{}}}]}',
    ],
  ])('%s in dragnet.toml: %s', async (file, message, text) => {
    await space.write({ 'r.toml': rule, 'a.json': text, 'dragnet.toml': `[fields]\ncatalogues = ["${file}"]\n` });
    const { code, err } = await space.run(['validate']);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
