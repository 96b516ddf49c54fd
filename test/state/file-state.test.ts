import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunIdentity, StateEntry } from '../../src/deploy/state.js';
import { FileStateStore } from '../../src/state/file-state.js';

const DIST = fileURLToPath(new URL('../../dist/state/file-state.js', import.meta.url));

let folder: string;
let path: string;
let store: FileStateStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragnet-state-'));
  path = join(folder, 'states', 'prod.json');
  store = new FileStateStore(path, '.dragnet/prod.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

let runs = 0;
function me(more: Partial<RunIdentity> = {}): RunIdentity {
  runs += 1;
  return {
    run: `run-${runs}`,
    host: hostname(),
    pid: process.pid,
    who: 'ann',
    since: '2026-05-01T10:00:00.000Z',
    ...more,
  };
}

const entry = (name: string): StateEntry => ({
  applied: { name },
  at: '2026-05-01T10:00:00.000Z',
  file: `rules/${name}.toml`,
});

/** The number of a process that is gone. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

describe('what is recorded', () => {
  test('is there in the next run, without what was forgotten', async () => {
    expect(await store.read()).toEqual({});
    const session = await store.open(me());
    await session.record('rule/b', entry('b'));
    await session.record('rule/a', { ...entry('a'), secrets: { url: 'abc' } });
    await session.record('rule/c', entry('c'));
    await session.record('rule/c', undefined);
    expect([...session.state.objects.keys()]).toEqual(['rule/b', 'rule/a']);
    await session.close();
    expect((await store.read()).state?.objects).toEqual(
      new Map([
        ['rule/a', { ...entry('a'), secrets: { url: 'abc' } }],
        ['rule/b', entry('b')],
      ]),
    );
    expect(await readdir(join(folder, 'states'))).toEqual(['prod.json']);
  });

  test('keeps 64-bit integers and keys of any name', async () => {
    const session = await store.open(me());
    const odd = { applied: JSON.parse('{"__proto__": {"a": 1}}') as StateEntry['applied'], at: 'now' };
    await session.record('rule/constructor', { ...odd, applied: { ...odd.applied, big: 12345678901234567890n } });
    await session.close();
    const read = (await store.read()).state?.objects.get('rule/constructor');
    expect(read?.applied['big']).toBe(12345678901234567890n);
  });

  test('is durable at once: before the run ends, others read it', async () => {
    const session = await store.open(me());
    await session.record('rule/a', entry('a'));
    expect((await store.read()).state?.objects.get('rule/a')).toEqual(entry('a'));
    await session.close();
  });

  test('at the same time is all written', async () => {
    const session = await store.open(me());
    await Promise.all(Array.from({ length: 100 }, (_, at) => session.record(`rule/${at}`, entry(String(at)))));
    expect(session.state.objects.size).toBe(100);
    await session.close();
    expect((await store.read()).state?.objects.size).toBe(100);
  });

  test('costs a line, not the whole file', async () => {
    const session = await store.open(me());
    await session.record('rule/a', entry('a'));
    const one = (await readFile(`${path}.journal`, 'utf8')).length;
    await session.record('rule/b', entry('b'));
    expect((await readFile(`${path}.journal`, 'utf8')).length).toBe(2 * one);
    await session.close();
  });

  test('makes the same file of the same state', async () => {
    const one = await store.open(me());
    await one.record('rule/a', entry('a'));
    await one.record('rule/b', entry('b'));
    await one.close();
    const before = await readFile(path, 'utf8');
    const two = await store.open(me());
    await two.record('rule/a', entry('x'));
    await two.record('rule/a', entry('a'));
    await two.close();
    expect(await readFile(path, 'utf8')).toBe(before);
  });
});

describe('the lock', () => {
  test('lets one run in; the second one is told who holds it since when', async () => {
    const session = await store.open(me({ who: 'ci of main' }));
    await expect(store.open(me())).rejects.toMatchObject({
      kind: 'locked',
      message: expect.stringMatching(
        /^The state \.dragnet\/prod\.json is held by ci of main \(.*, process \d+\) since 2026-05-01T10:00:00\.000Z\..*--break-lock/,
      ) as string,
    });
    await session.close();
    await (await store.open(me())).close();
  });

  test('of many that come at once gets one', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => store.open(me())));
    const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });

  test('of a dead process of this machine is taken over', async () => {
    await (await store.open(me())).close();
    await writeFile(`${path}.lock`, JSON.stringify(me({ pid: await deadPid() })));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => store.open(me())));
    const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });

  test('of another machine is not, but on demand', async () => {
    await (await store.open(me())).close();
    await writeFile(`${path}.lock`, JSON.stringify(me({ host: 'elsewhere', pid: await deadPid() })));
    await expect(store.open(me())).rejects.toMatchObject({ kind: 'locked' });
    await (await store.open(me(), { breakLock: true })).close();
  });

  test('that nobody can read is taken on demand alone', async () => {
    await (await store.open(me())).close();
    await writeFile(`${path}.lock`, '');
    await expect(store.open(me())).rejects.toMatchObject({
      kind: 'locked',
      message: expect.stringContaining('another run') as string,
    });
    await (await store.open(me(), { breakLock: true })).close();
  });

  test('that was taken from a run ends its writing', async () => {
    const first = await store.open(me());
    await first.record('rule/a', entry('a'));
    const second = await store.open(me(), { breakLock: true });
    await expect(first.record('rule/b', entry('b'))).rejects.toMatchObject({ kind: 'lost' });
    await first.close();
    await second.record('rule/c', entry('c'));
    await second.close();
    expect([...((await store.read()).state?.objects.keys() ?? [])]).toEqual(['rule/a', 'rule/c']);
  });
});

describe('after a death', () => {
  test('half a line was never promised', async () => {
    const session = await store.open(me());
    await session.record('rule/a', entry('a'));
    await appendFile(`${path}.journal`, '{"key":"rule/b","entry":{"appl');
    expect([...((await store.read()).state?.objects.keys() ?? [])]).toEqual(['rule/a']);
    const next = await store.open(me(), { breakLock: true });
    await next.record('rule/c', entry('c'));
    await next.close();
    await session.close();
    expect([...((await store.read()).state?.objects.keys() ?? [])]).toEqual(['rule/a', 'rule/c']);
  });

  test.each(['', '[]', '{"version": 2, "objects": {}}', '{"version": 1, "objects": {"rule/a": 1}}', 'no json'])(
    'a file that dragnet did not write is refused: %j',
    async (text) => {
      await (await store.open(me())).close();
      await writeFile(path, text);
      await expect(store.read()).rejects.toMatchObject({ kind: 'broken' });
      await expect(store.open(me())).rejects.toMatchObject({ kind: 'broken' });
      // It is not held by a run that never began.
      await writeFile(path, '{"version":1,"objects":{}}');
      await (await store.open(me())).close();
    },
  );

  test.skipIf(!existsSync(DIST))('kill -9 loses nothing that was recorded, again and again', async () => {
    // What the child has been promised it says; the parent then kills it, at no particular moment.
    const script = `
      import { hostname } from 'node:os';
      import { FileStateStore } from ${JSON.stringify(DIST)};
      const session = await new FileStateStore(process.argv[1]).open({ run: 'r' + process.pid, host: hostname(), pid: process.pid, who: 'child', since: '' });
      for (let at = 0; ; at += 1) {
        const key = 'rule/' + process.pid + '-' + at;
        await session.record(key, { applied: { at }, at: '' });
        process.stdout.write(key + '\\n');
      }`;
    const promised = new Set<string>();
    for (let death = 0; death < 5; death += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], { env: {} });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.length > 200 * (death + 1)) child.kill('SIGKILL');
      });
      await new Promise((resolve) => child.on('close', resolve));
      const whole = said.slice(0, said.lastIndexOf('\n'));
      for (const key of whole.split('\n').filter((line) => line !== '')) promised.add(key);
      expect(promised.size).toBeGreaterThan(0);
      const known = (await store.read()).state?.objects ?? new Map();
      expect([...promised].filter((key) => !known.has(key))).toEqual([]);
    }
    await (await store.open(me())).close();
    expect((await store.read()).state?.objects.size).toBeGreaterThanOrEqual(promised.size);
  });
});

test('a place that cannot be written is a sentence', async () => {
  await writeFile(join(folder, 'file'), '');
  const bad = new FileStateStore(join(folder, 'file', 'state.json'), 'file/state.json');
  await expect(bad.open(me())).rejects.toMatchObject({
    kind: 'broken',
    message: expect.stringContaining('--state') as string,
  });
});
