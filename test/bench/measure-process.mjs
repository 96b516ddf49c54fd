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
