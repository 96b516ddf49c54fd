// A plan of 2,000 rules of all eight types against the fake Kibana, which counts its own time: nothing to do, then a change of every rule.
// Goal: at most 5 s beyond the server's own time, and memory that does not grow with what Kibana has. BENCH_RULES changes the number.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { parseToml } from '../../dist/definitions/parse-toml.js';
import { comparableObject } from '../../dist/deploy/comparable-object.js';
import { desiredState } from '../../dist/deploy/desired-state.js';
import { makePlan } from '../../dist/deploy/make-plan.js';
import { KibanaClient } from '../../dist/kibana/kibana-client.js';

const RULES = Number(process.env.BENCH_RULES ?? 2000);
const VERSION = '8.19.4';

/** Modules of the tests, which Node cannot run as they are. */
async function bundled(folder, name) {
  const input = fileURLToPath(new URL(name, import.meta.url));
  const file = join(folder, `${name.replace(/\W/gu, '-')}.mjs`);
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'warn' });
  await bundle.write({ file, codeSplitting: false });
  await bundle.close();
  return import(pathToFileURL(file).href);
}

const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const folder = await mkdtemp(join(tmpdir(), 'dragnet-bench-'));
try {
  const { startFakeKibana } = await bundled(folder, '../kibana/start-fake-kibana.ts');
  const { generatedRepository } = await bundled(folder, '../deploy/generated-repository.ts');
  const server = await startFakeKibana({ version: VERSION });
  const kibana = new KibanaClient({ url: server.url, space: 'default' });
  const texts = [...generatedRepository(1, { rules: RULES, lists: 50 })];
  const settings = {};

  const plan = async (state, edit = (text) => text) => {
    const [before, serverBefore, start] = [process.cpuUsage(), server.serverTime, performance.now()];
    const files = texts.map(([file, text]) => parseToml(file, edit(text)));
    const desired = desiredState(files, { settings, kibanaVersion: VERSION });
    const wanted = performance.now() - start;
    const made = await makePlan({
      target: 'bench',
      settings,
      desired,
      kibana,
      kibanaVersion: VERSION,
      state,
      made: { by: 'bench' },
    });
    const { user, system } = process.cpuUsage(before);
    const all = performance.now() - start;
    const own = server.serverTime - serverBefore;
    return { made, all, own, wanted, cpu: (user + system) / 1000 };
  };
  const told = (name, { made, all, own, wanted, cpu }) => {
    const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
    console.log(
      `${name}: ${made.actions.length} actions, ${made.unchanged} unchanged; ${seconds(all)}, of that the server ${seconds(own)}, ` +
        `so ${seconds(all - own)} (files and desired state ${seconds(wanted)}); CPU with the server ${seconds(cpu)}`,
    );
  };

  const first = await plan(undefined);
  told('all new', first);
  const objects = new Map();
  for (const { key, kind, body, values, file } of first.made.actions) {
    const lists = (body.exceptions_list ?? []).map((list) => ({ id: list.list_id, ...list }));
    await kibana.create(kind, kind === 'rule' ? { ...body, exceptions_list: lists } : body);
    if (values) await kibana.changeValues(key, { add: values, remove: [] });
    objects.set(key, { applied: comparableObject(kind, body, { tag: first.made.tag, values }), file, at: '' });
  }
  const state = { version: 1, objects };
  const before = memory();
  let peak = 0;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), 20);
  for (let run = 0; run < 3; run += 1) told('nothing to do', await plan(state));
  clearInterval(sampling);
  console.log(
    `heap: ${(before / 2 ** 20).toFixed(0)} MiB before (the server's rules among them), ${(peak / 2 ** 20).toFixed(0)} MiB at most`,
  );
  told('all changed', await plan(state, (text) => text.replace(/^risk_score = .*$/mu, 'risk_score = 77')));
  kibana.close();
  await server.stop();
} finally {
  await rm(folder, { recursive: true, force: true });
}
