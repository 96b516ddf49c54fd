import { spawnSync } from 'node:child_process';

/**
 * Wall times of processes in milliseconds, run in turn (A B A B …) so that a machine that slows down slows both.
 * @param {Record<string, string[]>} commands name → arguments of `node`
 * @param {number} runs counted runs of each, after one that warms up
 * @returns {Record<string, { min: number, median: number, max: number }>}
 */
export function measureProcesses(commands, runs) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      if (run > 0) times[name].push(elapsed);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => {
      const sorted = list.sort((a, b) => a - b);
      return [name, { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) }];
    }),
  );
}

/** Says at the end of a process what it took. */
const REPORT =
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write(`\\nused ${(u.userCPUTime+u.systemCPUTime)/1000} ${u.maxRSS}`)})';

/**
 * The least wall time, CPU time (milliseconds) and memory (KiB) that a process takes in several runs, and what it printed.
 * @param {string[]} args arguments of `node`
 * @param {string} cwd where it runs
 * @param {number} runs how often
 * @returns {{ wall: number, cpu: number, memory: number, stdout: string, status: number | null }}
 */
export function measureCommand(args, cwd, runs) {
  const best = { wall: Infinity, cpu: Infinity, memory: Infinity, stdout: '', status: null };
  for (let run = 0; run < runs; run += 1) {
    const start = process.hrtime.bigint();
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, ...args],
      { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 30, encoding: 'utf8' },
    );
    if (error) throw error;
    const wall = Number(process.hrtime.bigint() - start) / 1e6;
    const [, cpu, memory] = /used ([\d.]+) (\d+)$/.exec(stderr) ?? [];
    if (cpu === undefined) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    Object.assign(best, {
      wall: Math.min(best.wall, wall),
      cpu: Math.min(best.cpu, Number(cpu)),
      memory: Math.min(best.memory, Number(memory)),
      stdout,
      status,
    });
  }
  return best;
}
