/**
 * Wall and CPU time of a run, in milliseconds.
 * @param {() => unknown} run what is measured
 * @returns {Promise<{ wall: number, cpu: number }>}
 */
export async function measure(run) {
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  await run();
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/**
 * The least of the wall and CPU times of several runs: what the work takes when nothing disturbs it.
 * @param {number} times how often
 * @param {() => unknown} run what is measured
 * @returns {Promise<{ wall: number, cpu: number }>}
 */
export async function best(times, run) {
  const measured = [];
  for (let at = 0; at < times; at += 1) measured.push(await measure(run));
  return {
    wall: Math.min(...measured.map(({ wall }) => wall)),
    cpu: Math.min(...measured.map(({ cpu }) => cpu)),
  };
}

/** The middle value. @param {number[]} values @returns {number} */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
