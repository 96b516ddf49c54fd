// @ts-check
/**
 * Runs the tests that need a real Elasticsearch (test/cluster): `npm run test:cluster [-- vitest arguments]`. Uses the one that
 * ORACLE_URL names, otherwise starts one and stops it again, whatever happens. Never skips: without Java or Maven it fails.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SetupError, startNode } from '../../test/elasticsearch/node.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const interruption = new AbortController();
/** @param {string} line */
const log = (line) => void process.stderr.write(`${line}\n`);

let interrupted = 0;
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => {
    interrupted = code;
    interruption.abort();
  });
}

process.exitCode = await main().catch((error) => {
  if (!(error instanceof SetupError)) throw error;
  log(`test:cluster: ${error.message}`);
  return interrupted || 2;
});

async function main() {
  const given = process.env['ORACLE_URL'];
  if (given) {
    await greet(given);
    return runTests(given);
  }
  const node = await startNode({ log, signal: interruption.signal });
  try {
    return await runTests(node.url);
  } finally {
    await node.stop();
  }
}

/** @param {string} url */
async function greet(url) {
  const answer = await fetch(url).catch((error) => {
    throw new SetupError(
      `ORACLE_URL does not answer: ${error.cause?.message ?? error.message}. Unset it to start a node of its own.`,
    );
  });
  if (!answer.ok)
    throw new SetupError(`ORACLE_URL answers ${answer.status} to GET /. Unset it to start a node of its own.`);
}

/**
 * Exit code of the tests; on an interruption they get the time to delete their indices.
 * @param {string} url
 * @returns {Promise<number>}
 */
function runTests(url) {
  const config = '.config/vitest.cluster.config.ts';
  const tests = spawn(process.execPath, [vitest, 'run', '--config', config, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ORACLE_URL: url },
    stdio: 'inherit',
  });
  const stop = () => tests.kill('SIGTERM');
  if (interruption.signal.aborted) stop();
  interruption.signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    tests.once('error', reject);
    tests.once('close', (code) => resolve(interrupted || (code ?? 1)));
  });
}
