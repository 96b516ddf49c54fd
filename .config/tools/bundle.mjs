// Bundles the command line into a few files: Node takes longer to find and link hundreds of small modules than to run
// most commands. Parts that are imported when needed stay files of their own, packages stay packages, and names stay
// readable for stack traces (`--debug`). The library (dist/index.js) is not bundled.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
await rm(`${root}dist/program`, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: { cli: 'src/cli.ts' },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  tsconfig: 'tsconfig.json',
});
await bundle.write({
  dir: `${root}dist`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'program/[name]-[hash].js',
  // Comments are a quarter of the text that Node reads at each start.
  comments: false,
});
await bundle.close();
