// `npm run bench [-- NAME…]`: prints figures and ratios, fails on none of them: machines differ. docs/performance.md keeps what was measured.
import { readdir } from 'node:fs/promises';

const names = process.argv.slice(2);
const folder = new URL('.', import.meta.url);
const benches = (await readdir(folder)).filter((file) => file.endsWith('.bench.mjs')).sort();
const chosen = names.length === 0 ? benches : benches.filter((file) => names.some((name) => file.startsWith(name)));
if (chosen.length === 0) {
  console.error(
    `No bench is called ${names.join(', ')}. There are ${benches.map((file) => file.replace('.bench.mjs', '')).join(', ')}.`,
  );
  process.exitCode = 2;
}
for (const file of chosen) {
  console.log(`\n== ${file.replace('.bench.mjs', '')}`);
  await import(new URL(file, folder).href);
}
