// @ts-check
/**
 * Starts the fake Kibana and keeps it until Ctrl-C: `node test/kibana/start.mjs [PORT] [OPTIONS]`; prints its URL. OPTIONS are those of
 * `startFakeKibana` that JSON can hold: `'{"version":"9.1.0","users":[{"name":"ci","apiKey":"a2V5"}]}'`. Node 20 runs no TypeScript, so it is
 * bundled first, into a folder of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const ended = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
});
const folder = await mkdtemp(join(tmpdir(), 'dragnet-kibana-'));
try {
  const file = join(folder, 'start-fake-kibana.mjs');
  const input = fileURLToPath(new URL('start-fake-kibana.ts', import.meta.url));
  await build({ input, platform: 'node', output: { file, codeSplitting: false }, logLevel: 'warn' });
  const { startFakeKibana } = await import(pathToFileURL(file).href);
  const [port, options] = process.argv.slice(2);
  const kibana = await startFakeKibana({
    .../** @type {object} */ (JSON.parse(options ?? '{}')),
    port: Number(port ?? 0),
  });
  process.stdout.write(`${kibana.url}\n`);
  await ended;
  await kibana.stop();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
} finally {
  await rm(folder, { recursive: true, force: true });
}
