// Backtests of whole processes: 100 and 1,000 rules over 100,000 documents, beside a process that only parses the same file.
// Goals: 1,000 rules ≤ 3 × parsing (aim 2) and ≤ 2 × 100 rules; ≤ 5 candidates a document; ≤ 400 MB. BENCH_DOCUMENTS changes the number.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isThere, writeLog, writeRules } from './backtest-log.mjs';
import { measureCommand } from './measure-process.mjs';

const COUNT = Number(process.env['BENCH_DOCUMENTS'] ?? 100_000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
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
    const runs = new Map();
    for (const rules of [100, 1000]) {
      const folder = join(root, String(rules));
      await writeRules(folder, rules);
      const run = measureCommand([CLI, 'backtest', '--data', log, '--format', 'json'], folder, RUNS);
      const { counts, rules: outcomes } = JSON.parse(run.stdout);
      const alerts = outcomes.reduce((sum, rule) => sum + rule.alerts, 0);
      runs.set(rules, run);
      console.log(
        `${rules} rules: ${told(run)}; ÷ parsing: clock ${ratio(run.wall, floor.wall)}, CPU ${ratio(run.cpu, floor.cpu)}; ${(counts.candidates / counts.documents).toFixed(2)} candidates a document, ${counts.atoms} tests, ${counts.hits} hits, ${alerts} alerts`,
      );
    }
    const [few, many] = [runs.get(100), runs.get(1000)];
    console.log(
      `1,000 ÷ 100 rules: clock ${ratio(many.wall, few.wall)}, CPU ${ratio(many.cpu, few.cpu)} (goal: at most 2)`,
    );
  } finally {
    await rm(root, { recursive: true });
  }
}

function told({ wall, cpu, memory }) {
  return `${(wall / 1000).toFixed(2)} s, CPU ${(cpu / 1000).toFixed(2)} s, ${(memory / 1000).toFixed(0)} MB`;
}

function ratio(a, b) {
  return (a / b).toFixed(2);
}
