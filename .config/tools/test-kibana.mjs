// @ts-check
/**
 * Holds a real Kibana to what a deploy depends on (test/kibana/client/contract.ts): `KIBANA_URL=http://localhost:5601 npm run test:kibana`, with KIBANA_API_KEY,
 * or KIBANA_USERNAME and KIBANA_PASSWORD. Works in a space of its own, which is deleted at the end, also after a failure or Ctrl-C. Needs a build (dist/).
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Exchange } from '../../dist/kibana/exchange.js';
import { Requests } from '../../dist/kibana/requests.js';
import { deleteSpace, ensureSpace } from '../../dist/kibana/spaces-api.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
/** @param {string} line */
const log = (line) => void process.stderr.write(`test:kibana: ${line}\n`);

// The child gets the signal too, and ends; the space is deleted then.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

process.exitCode = await main();

async function main() {
  const {
    KIBANA_URL: url = '',
    KIBANA_API_KEY: apiKey,
    KIBANA_USERNAME: username,
    KIBANA_PASSWORD: password,
  } = process.env;
  if (!/^https?:\/\//.test(url)) {
    log('name a Kibana: KIBANA_URL=http://localhost:5601 npm run test:kibana (docker compose up --wait starts one).');
    return 2;
  }
  const exchange = new Exchange({ url, apiKey, username, password, env: process.env, userAgent: 'dragnet-test' });
  const requests = new Requests(exchange);
  const space = `dragnet-test-${randomBytes(6).toString('hex')}`;
  try {
    if (!(await ensureSpace(requests, space, 'Made by a test of dragnet; deleted at its end.'))) return 2;
    log(`${exchange.url}, space ${space}`);
    return await runTests(space);
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    return 3;
  } finally {
    await deleteSpace(requests, space).catch((error) => {
      log(`the space ${space} could not be deleted (${error.message}). Delete it by hand.`);
      process.exitCode = 1;
    });
    exchange.close();
  }
}

/** @param {string} space @returns {Promise<number>} */
function runTests(space) {
  const args = [vitest, 'run', '--config', '.config/vitest.kibana.config.ts', ...process.argv.slice(2)];
  const env = { ...process.env, DRAGNET_TEST_SPACE: space };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
