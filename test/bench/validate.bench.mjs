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
    const parse = measureCommand(['parse.mjs'], root, RUNS);
    const all = measureCommand([cli, 'validate', '--format', 'json', '--no-cache'], root, RUNS);
    measureCommand([cli, 'validate', '--cache'], root, 1);
    const again = measureCommand([cli, 'validate', '--format', 'json', '--cache'], root, RUNS);
    if (again.stdout !== all.stdout) throw new Error('With the cache the result is another one.');
    const ratio = (of, by, key) => (of[key] / by[key]).toFixed(1);
    console.log('Best of the runs; the goals are for the clock of a quiet machine.\n');
    table([
      ['', 'goal', 'clock', 'CPU', 'memory'],
      ['node -e 0', '', ...shown(bare)],
      ['one file', '0.3 s', ...shown(single)],
      [`@iarna/toml parses ${FILES} files`, '', ...shown(parse)],
      [`dragnet validate, ${FILES} files`, '400 MiB', ...shown(all)],
      ['the same with the cache', '0.5 s', ...shown(again)],
      ['one file ÷ node -e 0', '', ratio(single, bare, 'wall'), ratio(single, bare, 'cpu'), ''],
      ['validate ÷ parse', '3', ratio(all, parse, 'wall'), ratio(all, parse, 'cpu'), ''],
      ['with the cache ÷ parse', '', ratio(again, parse, 'wall'), ratio(again, parse, 'cpu'), ''],
    ]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function shown({ wall, cpu, memory }) {
  return [`${(wall / 1000).toFixed(2)} s`, `${(cpu / 1000).toFixed(2)} s`, `${(memory / 1024).toFixed(0)} MiB`];
}

function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    );
}
