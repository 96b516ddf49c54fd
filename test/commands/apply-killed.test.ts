import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { generatedRepository } from '../deploy/generated-repository.js';
import { LiveDeployment } from '../deploy/live-deployment.js';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** With `DRAGNET_FUZZ` 300 objects and many deaths, as in CI. */
const IS_WHOLE = process.env['DRAGNET_FUZZ'] !== undefined;
const SIZE = IS_WHOLE ? { rules: 210, lists: 30, connectors: 12 } : { rules: 16, lists: 4, connectors: 2 };
/** At which of its writes each run dies: of the first, of a later one, before and after it took effect. */
const DEATHS = IS_WHOLE ? Array.from({ length: 24 }, (_, at) => 1 + ((at * 7) % 30)) : [1, 4, 9, 2];
const CONFIG =
  'paths = ["."]\nexclude = ["dragnet.toml"]\n[target.prod]\nkibana = "http://127.0.0.1:1"\nstate = "state.json"\n';

let folder: Workspace | undefined;
const running: LiveDeployment[] = [];

afterEach(async () => {
  for (const live of running.splice(0)) await live.stop();
  await folder?.remove();
});

async function started(): Promise<LiveDeployment> {
  const live = await LiveDeployment.start();
  running.push(live);
  await live.addForeign();
  return live;
}

/** Runs the built command line as a process of its own; `dieAt` kills it, as nothing else can, while its so many-th write is on the way. */
async function run(
  live: LiveDeployment,
  args: readonly string[],
  dieAt?: { readonly write: number; readonly after: boolean },
): Promise<{ readonly code: number | null; readonly out: string }> {
  const secrets = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`SLACK_URL_${at}`, `https://hooks.example/${at}`]),
  );
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder?.root,
    env: { PATH: process.env['PATH'], KIBANA_URL_PROD: live.kibana.url, ...secrets },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
  if (dieAt !== undefined) {
    let writes = 0;
    live.kibana.faults.add({
      when: ({ method }) => {
        if (method === 'GET') return false;
        writes += 1;
        if (writes === dieAt.write) child.kill('SIGKILL');
        return writes >= dieAt.write;
      },
      times: Infinity,
      fault: { kind: 'drop', after: dieAt.after },
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  live.kibana.faults.clear();
  return { code, out };
}

test.skipIf(!existsSync(CLI))(
  'a process that is killed at any write is finished by the next: nothing is made twice, nothing else is touched',
  async () => {
    const files = Object.fromEntries(generatedRepository(13, SIZE));
    folder = await workspace({ ...files, 'dragnet.toml': CONFIG });
    const args = ['apply', '--yes', '--no-validate', '--no-test'];
    const whole = await started();
    expect(await run(whole, args)).toMatchObject({ code: 0 });
    await folder.remove();

    folder = await workspace({ ...files, 'dragnet.toml': CONFIG });
    const live = await started();
    for (const [at, write] of DEATHS.entries()) {
      const { code } = await run(live, args, { write, after: at % 2 === 0 });
      if (code === 0) break;
      expect(code).toBeNull();
      expect(live.foreignChanges()).toEqual([]);
    }
    const last = await run(live, args);
    expect(last, last.out).toMatchObject({ code: 0 });
    expect(live.inventory()).toEqual(whole.inventory());
    expect(live.foreignChanges()).toEqual([]);
    expect(await run(live, ['plan', '--detailed-exitcode'])).toMatchObject({ code: 0 });
    const left = (await readdir(join(folder.root))).filter((name) => name.startsWith('state.json'));
    expect(left).toEqual(['state.json']);
  },
  300_000,
);

test.skipIf(!existsSync(CLI))(
  'Ctrl-C finishes what is being written, says how to go on, and the next run does',
  async () => {
    folder = await workspace({ ...Object.fromEntries(generatedRepository(13, { rules: 8 })), 'dragnet.toml': CONFIG });
    const live = await started();
    const args = ['apply', '--yes', '--no-validate', '--no-test'];
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder.root,
      env: {
        PATH: process.env['PATH'],
        KIBANA_URL_PROD: live.kibana.url,
        SLACK_URL_0: 'https://hooks.example/0',
        SLACK_URL_1: 'https://hooks.example/1',
        SLACK_URL_2: 'https://hooks.example/2',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    live.kibana.faults.add({
      when: ({ method }) => {
        if (method !== 'GET') child.kill('SIGINT');
        return method !== 'GET';
      },
      fault: { kind: 'slow', ms: 300 },
    });
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, out]).toEqual([130, expect.stringContaining('Interrupted. What was written is remembered')]);
    expect(live.kibana.log.filter(({ method, status }) => method !== 'GET' && status !== 200)).toEqual([]);
    expect(await run(live, args)).toMatchObject({ code: 0 });
  },
);
