import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCli } from './commands/run-cli.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(`${ROOT}README.md`, 'utf8');

/** The commands of the tour, each with what it prints; a redirected one prints nothing here. */
const transcripts = [...README.matchAll(/^```console\n\$ dragnet (.*)\n([^]*?)^```$/gm)].map(
  ([, command = '', output = '']) => ({ command, output }),
);

/** Splits as a shell would, as far as the README needs it: words and single quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

test('the tour has transcripts', () => {
  expect(transcripts.length).toBeGreaterThanOrEqual(2);
});

test.each(transcripts.filter(({ command }) => !command.includes(' > ')))(
  '$ dragnet $command prints what the README shows',
  async ({ command, output }) => {
    const { code, out, err } = await runCli(ROOT, words(command));
    expect(`${out}${err}`).toBe(output);
    expect(code).toBe(0);
  },
);

test('every link to a file leads somewhere', () => {
  const targets = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets) expect(() => readFileSync(`${ROOT}${target}`), target).not.toThrow(/ENOENT/);
});
