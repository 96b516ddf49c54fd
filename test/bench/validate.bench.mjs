// `dragnet validate`: the corpus beside the repository, copied until there are 2,000 files, against a process that only parses them.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCommand } from './measure-process.mjs';

const FILES = Number(process.env['BENCH_FILES'] ?? 2000);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Reads and parses all files, and nothing else. */
const PARSE = `
import { readFileSync, readdirSync } from 'node:fs';
import TOML from ${JSON.stringify(import.meta.resolve('@iarna/toml'))};
for (const name of readdirSync('rules', { recursive: true }))
  if (name.endsWith('.toml')) TOML.parse(readFileSync('rules/' + name, 'utf8'));
`;

if (existsSync(corpus)) await run();
else console.log('skipped: there is no ../shared/corpus beside the repository');

async function run() {
  const root = await mkdtemp(join(tmpdir(), 'dragnet-bench-'));
  try {
    const one = await copyCorpus(root);
    await writeFile(join(root, 'parse.mjs'), PARSE);
    const bare = measureCommand(['-e', '0'], root, RUNS);
    const single = measureCommand([cli, 'validate', one], root, RUNS);
    console.log(`node -e 0: ${shown(bare)}`);
    console.log(
      `one file (goal: at most 0.3 s): ${shown(single)}, ${(single.wall / bare.wall).toFixed(1)} × node -e 0`,
    );
    const parse = measureCommand(['parse.mjs'], root, RUNS);
    const all = measureCommand([cli, 'validate', '--format', 'json'], root, RUNS);
    console.log(`@iarna/toml parses ${FILES} files: ${shown(parse)}`);
    console.log(`dragnet validate (goal: at most 3 ×, 400 MiB): ${shown(all)}`);
    const ratio = (key) => (all[key] / parse[key]).toFixed(1);
    console.log(`validate ÷ parse = ${ratio('wall')} by the clock, ${ratio('cpu')} of CPU`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Writes the files, each rule with an id and a name of its own; returns the path of one of them. */
async function copyCorpus(root) {
  await writeFile(join(root, 'dragnet.toml'), 'paths = ["rules"]\n');
  const names = (await readdir(corpus, { recursive: true })).filter((name) => name.endsWith('.toml')).sort();
  for (let at = 0; at < FILES; at += 1) {
    const name = names[at % names.length];
    const round = Math.floor(at / names.length);
    const text = await readFile(join(corpus, name), 'utf8');
    const path = join(root, 'rules', `round_${round}`, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, round === 0 ? text : renamed(text, round));
  }
  return join('rules', 'round_0', names[0]);
}

function renamed(text, round) {
  const id = String(round).padStart(4, '0');
  return text
    .replace(/^(rule_id|uuid) = "[0-9a-f]{4}/m, `$1 = "${id}`)
    .replace(/^name = "([^"]*)"/m, `name = "$1 ${round}"`);
}

function shown({ wall, cpu, memory }) {
  return `${(wall / 1000).toFixed(2)} s by the clock, ${(cpu / 1000).toFixed(2)} s of CPU, ${(memory / 1024).toFixed(0)} MiB (best of the runs)`;
}
