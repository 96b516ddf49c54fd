#!/usr/bin/env node
import { readFileSync } from 'node:fs';

// `--version` (`-v`) answers before anything else is loaded; the rest of the program is imported only when needed.
const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && ['--version', '-v', '-V'].includes(first) && rest.length === 0) {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  process.stdout.write(`${manifest.version}\n`);
} else {
  const [{ main }, { processTerminal }] = await Promise.all([
    import('./commands/main.js'),
    import('./commands/terminal.js'),
  ]);
  process.exitCode = await main(process.argv.slice(2), processTerminal(process));
}
