// Backtests as whole processes: 100 and 1,000 rules over 100,000 documents, beside a process that only parses the same file. "single" are the rules
// whose alerts are single events. Goals: 1,000 rules ≤ 3 × parsing (aim 2) and ≤ 2 × 100 rules; ≤ 5 candidates a document; ≤ 400 MB.
// BENCH_DOCUMENTS changes the number, BENCH_WHOLE=no leaves out the runs that follow the pass.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isThere, writeLog, writeRules } from './backtest-log.mjs';
import { measureCommand } from './measure-process.mjs';

const COUNT = Number(process.env['BENCH_DOCUMENTS'] ?? 100_000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const SCAN = fileURLToPath(new URL('scan-log.mjs', import.meta.url));
const PARSE = fileURLToPath(new URL('parse-log.mjs', import.meta.url));

if (!isThere) console.log('../shared/corpus or ../shared/data/events is absent: nothing to measure.');
else {
  const root = await mkdtemp(join(tmpdir(), 'dragnet-bench-'));
  try {
    const log = join(root, 'log.ndjson');
    await writeLog(log, COUNT);
    const megabytes = (await stat(log)).size / 1e6;
    const floor = measureCommand([PARSE, log], root, RUNS);
    console.log(`${COUNT} documents, ${megabytes.toFixed(0)} MB; parsing ${told(floor)}`);
    const scans = new Map();
    for (const count of [100, 1000]) {
      const folder = join(root, String(count));
      await writeRules(folder, count);
      for (const kind of ['single', 'all']) {
        const scan = measureCommand([SCAN, log, folder, kind], root, RUNS);
        const { rules, documents, candidates, atoms, hits } = JSON.parse(scan.stdout);
        scans.set(`${kind} ${count}`, scan);
        console.log(
          `the pass, ${rules} rules (${kind}): ${told(scan)}; ${over(scan, floor)}; ${(candidates / documents).toFixed(2)} candidates a document, ${atoms} tests, ${hits} hits`,
        );
      }
    }
    console.log(`1,000 ÷ 100 rules: ${over(scans.get('all 1000'), scans.get('all 100'))} (goal: at most 2)`);
    if (process.env['BENCH_WHOLE'] !== 'no') {
      const whole = measureCommand([CLI, 'backtest', '--data', log, '--format', 'json'], join(root, '1000'), 1);
      const alerts = JSON.parse(whole.stdout).rules.reduce((sum, rule) => sum + rule.alerts, 0);
      console.log(`1000 rules with all their runs: ${told(whole)}; ${over(whole, floor)}; ${alerts} alerts`);
    }
  } finally {
    await rm(root, { recursive: true });
  }
}

function told({ wall, cpu, memory }) {
  return `${(wall / 1000).toFixed(2)} s, CPU ${(cpu / 1000).toFixed(2)} s, ${(memory / 1000).toFixed(0)} MB`;
}

function over(a, b) {
  return `÷ clock ${(a.wall / b.wall).toFixed(2)}, CPU ${(a.cpu / b.cpu).toFixed(2)}`;
}
