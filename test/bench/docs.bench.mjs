// `dragnet docs build`: 2,000 rules and 140 hunts, copies of the corpus beside the repository, against loading them.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFiles, loadDefinitions, renderPages } from '../../dist/index.js';
import { copyCorpus, CORPUS } from './corpus-copies.mjs';
import { best } from './measure.mjs';
import { measureCommand } from './measure-process.mjs';

const FILES = Number(process.env['BENCH_FILES'] ?? 2140);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

if (existsSync(CORPUS)) await run();
else console.log('skipped: there is no ../shared/corpus beside the repository');

async function run() {
  const root = await mkdtemp(join(tmpdir(), 'dragnet-bench-'));
  try {
    await copyCorpus(root, FILES);
    await inProcess(root);
    const write = measureCommand([cli, 'docs', 'build'], root, 1);
    const again = measureCommand([cli, 'docs', 'build'], root, RUNS);
    const check = measureCommand([cli, 'docs', 'check'], root, RUNS);
    console.log(`dragnet docs build, all pages written: ${shown(write)}`);
    console.log(`dragnet docs build, nothing to write: ${shown(again)}`);
    console.log(`dragnet docs check: ${shown(check)}`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The model of each definition, then all pages of it: each time from a fresh load, as nothing that was parsed once is parsed again. */
async function inProcess(root) {
  const { files } = await findFiles(['rules'], root, root);
  let loaded;
  const load = await best(RUNS, async () => {
    loaded = await loadDefinitions(files, root);
  });
  const results = [];
  for (let at = 0; at < RUNS; at += 1) {
    const { rules, hunts } = await loadDefinitions(files, root);
    const sources = [
      ...rules.map(({ file, value }) => ({ kind: 'rule', file, rule: value })),
      ...hunts.map(({ file, value }) => ({ kind: 'hunt', file, hunt: value })),
    ];
    results.push(await best(1, () => renderPages(sources, undefined, { indexes: true })));
  }
  const render = {
    wall: Math.min(...results.map(({ wall }) => wall)),
    cpu: Math.min(...results.map(({ cpu }) => cpu)),
  };
  const { rules, hunts } = loaded;
  console.log(`load ${rules.length} rules and ${hunts.length} hunts: ${times(load)}`);
  console.log(`render their pages and indexes (goal: at most 2 ×): ${times(render)}`);
  console.log(
    `render ÷ load = ${(render.wall / load.wall).toFixed(2)} by the clock, ${(render.cpu / load.cpu).toFixed(2)} of CPU`,
  );
}

function times({ wall, cpu }) {
  return `${wall.toFixed(0)} ms by the clock, ${cpu.toFixed(0)} ms of CPU`;
}

function shown({ wall, cpu, memory }) {
  return `${(wall / 1000).toFixed(2)} s by the clock, ${(cpu / 1000).toFixed(2)} s of CPU, ${(memory / 1024).toFixed(0)} MiB (best of the runs)`;
}
