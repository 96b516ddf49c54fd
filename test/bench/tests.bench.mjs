// Rule tests: what one rule's tests take from start to exit, and 2,000 tests of 1,000 rules of every type, in time and memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCommand } from './measure-process.mjs';
import { RULE_KINDS, writeRuleRepository } from './rule-repository.mjs';

const RULES = Number(process.env['BENCH_RULES'] ?? 1000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const root = await mkdtemp(join(tmpdir(), 'dragnet-bench-'));
try {
  await writeRuleRepository(root, RULES);
  const bare = measureCommand(['-e', '0'], root, RUNS);
  console.log(`node -e 0: ${shown(bare)}`);
  console.log('One rule with two tests, cold (goal: at most 0.3 s):');
  for (const [at, kind] of RULE_KINDS.entries()) {
    const file = `rules/group_${at % 20}/bench_rule_${String(at).padStart(5, '0')}.test.toml`;
    const one = measureCommand([cli, 'test', file], root, RUNS);
    console.log(`  ${kind.padEnd(16)} ${shown(one)}, ${(one.wall / bare.wall).toFixed(1)} × node -e 0`);
  }
  const all = measureCommand([cli, 'test', '--format', 'json'], root, Math.min(RUNS, 3));
  const tests = JSON.parse(all.stdout).summary;
  console.log(`${RULES} rules, ${JSON.stringify(tests)} (goal for 2,000 tests: at most 10 s, 1 GiB): ${shown(all)}`);
  console.log(
    `  ${((all.wall - bare.wall) / (2 * RULES)).toFixed(2)} ms a test, ${(all.wall / bare.wall).toFixed(0)} × node -e 0`,
  );
} finally {
  await rm(root, { recursive: true, force: true });
}

function shown({ wall, cpu, memory }) {
  return `${(wall / 1000).toFixed(2)} s by the clock, ${(cpu / 1000).toFixed(2)} s of CPU, ${(memory / 1024).toFixed(0)} MiB (best of the runs)`;
}
