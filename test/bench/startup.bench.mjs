// Start-up: `npm run bench` prints these ratios; nothing fails on them, machines differ. Needs `npm run build`.
import { fileURLToPath } from 'node:url';
import { measureProcesses } from './measure-process.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const cli = path('../../dist/cli.js');
const times = measureProcesses(
  {
    'node -e 0': ['-e', '0'],
    'bare yargs --help': [path('bare-yargs.mjs'), '--help'],
    'dragnet --help': [cli, '--help'],
    'dragnet --version': [cli, '--version'],
  },
  Number(process.env['BENCH_RUNS'] ?? 9),
);
for (const [name, { min, median, max }] of Object.entries(times)) {
  console.log(
    `${name.padEnd(20)} ${min.toFixed(0)} / ${median.toFixed(0)} / ${max.toFixed(0)} ms (min / median / max)`,
  );
}
const ratio = (a, b) => (times[a].median / times[b].median).toFixed(2);
console.log(`dragnet --help ÷ bare yargs --help = ${ratio('dragnet --help', 'bare yargs --help')} (goal: at most 2)`);
console.log(`dragnet --version ÷ node -e 0 = ${ratio('dragnet --version', 'node -e 0')} (goal: at most 1.5)`);
