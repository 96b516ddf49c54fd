// `dragnet validate`: the corpus beside the repository, copied until there are 2,000 files, against a process that only parses them.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyCorpus, CORPUS } from './corpus-copies.mjs';
import { measureCommand } from './measure-process.mjs';

const FILES = Number(process.env['BENCH_FILES'] ?? 2000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Reads and parses all files, and nothing else. */
const PARSE = `
import { readFileSync, readdirSync } from 'node:fs';
import TOML from ${JSON.stringify(import.meta.resolve('@iarna/toml'))};
for (const name of readdirSync('rules', { recursive: true }))
  if (name.endsWith('.toml')) TOML.parse(readFileSync('rules/' + name, 'utf8'));
`;

if (existsSync(CORPUS)) await run();
else console.log('skipped: there is no ../shared/corpus beside the repository');

async function run() {
  const root = await mkdtemp(join(tmpdir(), 'dragnet-bench-'));
  try {
    const one = await copyCorpus(root, FILES);
    await writeFile(join(root, 'parse.mjs'), PARSE);
    const bare = measureCommand(['-e', '0'], root, RUNS);
    const single = measureCommand([cli, 'validate', one], root, RUNS);
    console.log(`node -e 0: ${shown(bare)}`);
    console.log(
      `one file (goal: at most 0.3 s): ${shown(single)}, ${(single.wall / bare.wall).toFixed(1)} × node -e 0`,
    );
    const parse = measureCommand(['parse.mjs'], root, RUNS);
    const all = measureCommand([cli, 'validate', '--format', 'json', '--no-cache'], root, RUNS);
    measureCommand([cli, 'validate', '--cache'], root, 1);
    const again = measureCommand([cli, 'validate', '--format', 'json', '--cache'], root, RUNS);
    console.log(`@iarna/toml parses ${FILES} files: ${shown(parse)}`);
    console.log(`dragnet validate (goal: at most 3 ×, 400 MiB): ${shown(all)}`);
    console.log(`the same with the cache of an earlier run (goal: at most 0.5 s): ${shown(again)}`);
    if (again.stdout !== all.stdout) throw new Error('With the cache the result is another one.');
    const ratio = (key) => (all[key] / parse[key]).toFixed(1);
    console.log(`validate ÷ parse = ${ratio('wall')} by the clock, ${ratio('cpu')} of CPU`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function shown({ wall, cpu, memory }) {
  return `${(wall / 1000).toFixed(2)} s by the clock, ${(cpu / 1000).toFixed(2)} s of CPU, ${(memory / 1024).toFixed(0)} MiB (best of the runs)`;
}
