import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { connectTarget } from '../../src/commands/connect-target.js';
import { credentialsOf } from '../../src/commands/credentials.js';
import { runIdentity } from '../../src/commands/run-identity.js';
import { isSameServer, targetOf } from '../../src/commands/target.js';
import { stateStoreOf } from '../../src/commands/target-state.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { UsageError } from '../../src/commands/usage-error.js';
import { toConfig } from '../../src/definitions/config.js';
import type { Config } from '../../src/definitions/config.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { workspace } from './run-cli.js';

const TWO: Config = {
  target: {
    dev: { kibana: 'https://dev.example', space: 'blue', state: '.dragnet/dev.json', tag: '' },
    prod: { kibana: 'https://prod.example/kb/', manage: { actions: false } },
  },
};
const ONE: Config = { target: { prod: { kibana: 'https://prod.example' } } };

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('[target.X] of dragnet.toml', () => {
  const diagnosticsOf = (text: string): readonly string[] =>
    toConfig(parseToml('dragnet.toml', text)).diagnostics.map(
      ({ what, why, fix, span }) => `${span.start}-${span.end} ${what} ${why} ${fix}`,
    );

  test('takes all of its keys', () => {
    const text = `[target.prod]
kibana = "https://kibana.example"
space = "security"
elasticsearch = "https://elasticsearch.example:9200"
state = ".dragnet/prod.json"
select = { tags = ["Production"], paths = ["rules/windows"], maturity = ["production"] }
tag = ""
[target.prod.manage]
enabled = false
exceptions_list = false
actions = false
[target.prod.override]
enabled = true
tags = ["prod"]
index_prefix = "remote:"
exceptions_list = [{ list_id = "admins" }]
`;
    expect(diagnosticsOf(text)).toEqual([]);
    expect(toConfig(parseToml('dragnet.toml', text)).config.target?.['prod']?.manage?.enabled).toBe(false);
  });

  test.each([
    ['[target.prod]\nkibanna = "https://a"', /"kibanna" is not a key of \[target\.prod\].*Did you mean "kibana"\?/],
    ['[target.prod.manage]\nenable = true', /"enable" is not a key of .*Did you mean "enabled"\?/],
    ['[target.prod]\nkibana = "https://ann:secret@kibana.example"', /a URL without credentials/],
    ['[target.prod]\nspace = "Blue Team"', /the id of a space/],
    ['[target.prod]\nselect = { maturity = [] }', /maturity/],
    ['[targets.prod]\nkibana = "https://a"', /Did you mean "target"\?/],
  ])('%s', (text, message) => {
    expect(diagnosticsOf(text).join('\n')).toMatch(message);
  });
});

describe('the target of a call', () => {
  test('is the one that it names, with what dragnet.toml says', () => {
    const target = targetOf({ target: 'dev', kibana: 'https://dev.example' }, TWO, {}, '/repo');
    expect(target).toMatchObject({ name: 'dev', suffix: 'DEV', space: 'blue', isTrusted: true });
    expect(target.stateFile).toBe('/repo/.dragnet/dev.json');
    expect(target.settings.tag).toBe('');
  });

  test('is the only one where it names none', () => {
    expect(targetOf({}, ONE, {}, '/repo')).toMatchObject({
      name: 'prod',
      kibana: 'https://prod.example',
      space: 'default',
    });
    expect(messageOf(() => targetOf({}, TWO, {}, '/repo'))).toContain('--target dev | prod');
  });

  test('needs no dragnet.toml', () => {
    expect(targetOf({ kibana: 'http://localhost:5601', space: 'a' }, {}, {}, '/repo')).toMatchObject({
      name: 'default',
      suffix: '',
      space: 'a',
      isTrusted: true,
      settings: {},
    });
    expect(targetOf({}, {}, { KIBANA_URL: 'http://localhost:5601' }, '/repo').namedBy).toBe('KIBANA_URL');
    expect(messageOf(() => targetOf({}, {}, {}, '/repo'))).toContain('No Kibana is named');
  });

  test('that is not there is told apart from one that is misspelt', () => {
    expect(messageOf(() => targetOf({ target: 'prdo' }, TWO, {}, '/repo'))).toMatch(
      /Did you mean "prod"\? There are: dev, prod/,
    );
    expect(messageOf(() => targetOf({ target: '__proto__' }, TWO, {}, '/repo'))).toContain('no target "__proto__"');
  });

  test('state and space of the call win', () => {
    const target = targetOf({ target: 'dev', space: 'red', state: 'other.json' }, TWO, {}, '/repo', '/repo/rules');
    expect(target).toMatchObject({ space: 'red', stateFile: '/repo/rules/other.json' });
    expect(messageOf(() => targetOf({ target: 'dev', space: 'Red' }, TWO, {}, '/repo'))).toContain('no id of a space');
  });

  test('a state that dragnet.toml puts outside of the repository is refused', () => {
    const config: Config = { target: { prod: { kibana: 'http://a', state: '../other/state.json' } } };
    expect(messageOf(() => targetOf({}, config, {}, '/repo'))).toContain('leads out of the repository');
    const stateFile = targetOf({ state: '/elsewhere/state.json' }, config, {}, '/repo').stateFile;
    expect(stateFile).toBe('/elsewhere/state.json');
  });

  test.each([
    [{ 'my-dev': {}, my_dev: {} }, 'my_dev', /share the variables/],
    [{ file: {} }, 'file', /cannot be the name of a target/],
    [{ 'a b': {} }, 'a b', /cannot be the name of a target/],
  ])('names that would share a variable are refused: %j', (target, name, message) => {
    expect(messageOf(() => targetOf({ target: name, kibana: 'http://a' }, { target }, {}, '/repo'))).toMatch(message);
  });
});

describe('the URL of a target', () => {
  const of = (args: Record<string, string>, env: Record<string, string>): readonly unknown[] => {
    const { kibana, namedBy, isTrusted } = targetOf({ target: 'prod', ...args }, TWO, env, '/repo');
    return [kibana, namedBy, isTrusted];
  };

  test('of dragnet.toml alone is not trusted', () => {
    expect(of({}, {})).toEqual(['https://prod.example/kb/', 'kibana in dragnet.toml', false]);
  });

  test('comes from the call, from the variable of the target, or from KIBANA_URL where that says the same', () => {
    expect(of({ kibana: 'https://other' }, { KIBANA_URL_PROD: 'https://env' })).toEqual([
      'https://other',
      '--kibana',
      true,
    ]);
    expect(of({}, { KIBANA_URL_PROD: 'https://env', KIBANA_URL: 'https://x' })).toEqual([
      'https://env',
      'KIBANA_URL_PROD',
      true,
    ]);
    expect(of({}, { KIBANA_URL: 'https://PROD.example:443/kb' })).toEqual([
      'https://PROD.example:443/kb',
      'KIBANA_URL',
      true,
    ]);
  });

  test('that dragnet.toml and KIBANA_URL contradict is refused', () => {
    const message = messageOf(() => of({}, { KIBANA_URL: 'https://evil.example' }));
    expect(message).toContain(
      'names the Kibana https://prod.example/kb/, KIBANA_URL another one: https://evil.example',
    );
    expect(message).toContain('KIBANA_URL_PROD');
  });

  test('holds no password', () => {
    expect(messageOf(() => of({ kibana: 'https://a:hush@b' }, {}))).toContain('no password into the URL');
    expect(messageOf(() => of({ kibana: 'https://a:hush@b' }, {}))).not.toContain('hush');
  });

  test.each([
    ['https://a', 'https://a/', true],
    ['https://a/kb', 'https://a/kb/', true],
    ['https://a', 'https://a:8443', false],
    ['https://a', 'http://a', false],
    ['https://a/kb', 'https://a', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameServer(a, b)).toBe(same);
  });
});

describe('credentials', () => {
  test('of the target come before those of all', async () => {
    const env = {
      KIBANA_API_KEY: 'all',
      KIBANA_API_KEY_PROD: 'prod',
      KIBANA_USERNAME_DEV: 'd',
      KIBANA_PASSWORD_DEV: 'p',
    };
    expect(await credentialsOf(env, 'KIBANA', 'PROD')).toEqual({ apiKey: 'prod' });
    expect(await credentialsOf(env, 'KIBANA', 'DEV')).toEqual({ username: 'd', password: 'p' });
    expect(await credentialsOf(env, 'KIBANA', 'STAGE')).toEqual({ apiKey: 'all' });
    await expect(credentialsOf({ KIBANA_USERNAME_DEV: 'd' }, 'KIBANA', 'DEV')).rejects.toThrow(/KIBANA_PASSWORD_DEV/);
  });

  test('come from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dragnet-key-'));
    const file = join(folder, 'key');
    await writeFile(file, 'from-file\n');
    expect(await credentialsOf({ KIBANA_API_KEY_PROD_FILE: file }, 'KIBANA', 'PROD')).toEqual({ apiKey: 'from-file' });
    await rm(folder, { recursive: true });
  });
});

describe('connecting', () => {
  let fake: FakeKibana | undefined;

  afterEach(async () => {
    await fake?.stop();
  });

  interface Setting {
    readonly env?: Readonly<Record<string, string>>;
    readonly answers?: readonly string[];
    readonly isTrusted?: boolean;
  }

  async function connect({ env = {}, answers, isTrusted = true }: Setting): Promise<string> {
    fake = await startFakeKibana({
      users: [{ name: 'ci', apiKey: 'a2V5', password: 'open', role: 'all' }],
      version: '9.0.1',
    });
    const config: Config = { target: { prod: { kibana: fake.url } } };
    const target = targetOf(isTrusted ? { kibana: fake.url } : {}, config, env, '/repo');
    const left = [...(answers ?? [])];
    const told: string[] = [];
    const terminal = {
      env,
      err: (text: string) => told.push(text),
      ask: answers === undefined ? undefined : () => Promise.resolve(left.shift()),
    };
    const { kibana, version } = await connectTarget(target, terminal as unknown as Terminal);
    kibana.close();
    expect(told).toEqual([]);
    return version;
  }

  test('with the key of the environment', async () => {
    expect(await connect({ env: { KIBANA_API_KEY_PROD: 'a2V5' } })).toBe('9.0.1');
  });

  test('a URL that only dragnet.toml names gets no credentials', async () => {
    await expect(connect({ env: { KIBANA_API_KEY: 'a2V5' }, isTrusted: false })).rejects.toThrow(
      /it gets no credentials\. Name it yourself, with --kibana or KIBANA_URL_PROD/,
    );
    expect(fake?.log).toEqual([]);
  });

  test('asks on a terminal where Kibana wants some and there are none', async () => {
    expect(await connect({ answers: ['a2V5'] })).toBe('9.0.1');
    await fake?.stop();
    expect(await connect({ answers: ['', 'ci', 'open'] })).toBe('9.0.1');
  });

  test('asks nobody where nobody sits', async () => {
    await expect(connect({})).rejects.toMatchObject({ kind: 'auth' });
  });

  test('wrong ones are refused, and never shown', async () => {
    const failed = connect({ env: { KIBANA_API_KEY: 'd3Jvbmc=' } });
    await expect(failed).rejects.toMatchObject({ kind: 'auth', status: 401 });
    await expect(failed).rejects.not.toThrow(/d3Jvbmc/);
  });
});

describe('the state of a target', () => {
  const terminal = (env: Record<string, string> = {}): Terminal => ({ env, cwd: '/repo' }) as unknown as Terminal;
  const written = { elasticsearch: 'https://es.example:9200' };

  test('is a file, else an index, else nowhere', async () => {
    const file = targetOf({}, { target: { prod: { kibana: 'http://a', state: 'x.json', ...written } } }, {}, '/repo');
    expect((await stateStoreOf(file, terminal()))?.store.place).toBe('The state x.json');
    const none = targetOf({ kibana: 'http://a' }, {}, {}, '/repo');
    expect(await stateStoreOf(none, terminal())).toBeUndefined();
  });

  test('an Elasticsearch that only dragnet.toml names gets no credentials', async () => {
    const target = targetOf({}, { target: { prod: { kibana: 'http://a', ...written } } }, {}, '/repo');
    const env = { ELASTICSEARCH_API_KEY: 'hush' };
    await expect(stateStoreOf(target, terminal(env))).rejects.toThrow(/gets no credentials.*ELASTICSEARCH_URL_PROD/);
    await expect(stateStoreOf(target, terminal({ ...env, ELASTICSEARCH_URL: 'https://other' }))).rejects.not.toThrow(
      /hush/,
    );
  });

  test('says who runs', () => {
    expect(runIdentity({ GITHUB_ACTOR: 'ann', GITHUB_RUN_ID: '7' }).who).toBe('ann in job 7');
    expect(runIdentity({ USER: 'bob' })).toMatchObject({ who: 'bob', pid: process.pid });
  });
});

test('a broken target ends a command with exit code 2', async () => {
  const space = await workspace({ 'dragnet.toml': '[target.prod]\nkibanna = "x"\n' });
  const { code, err, out } = await space.run(['validate']);
  await space.remove();
  expect(code).toBe(2);
  expect(out + err).toContain('kibanna');
});
