import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspace } from '../commands/run-cli.js';
import type { Workspace } from '../commands/run-cli.js';

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/testing.md', import.meta.url)), 'utf8');

/** What the page shows, in its order: files (their path stands behind the language), and commands with what they print. */
type Step = { readonly path: string; readonly text: string } | { readonly command: string; readonly output: string };

const steps: readonly Step[] = [...PAGE.matchAll(/^```(?:console\n\$ dragnet (.*)|\w+ (\S+))\n([^]*?)^```$/gm)].map(
  ([, command, path = '', text = '']) => (command === undefined ? { path, text } : { command, output: text }),
);

let space: Workspace;
beforeAll(async () => {
  space = await workspace();
});
afterAll(() => space.remove());

test('the page has files and transcripts', () => {
  expect(steps.filter((step) => 'path' in step).length).toBeGreaterThanOrEqual(8);
  expect(steps.filter((step) => 'command' in step).length).toBeGreaterThanOrEqual(4);
});

// In the order of the page: a later block may change a file, as a reader would.
test('a reader who follows the page sees what it shows', async () => {
  for (const step of steps) {
    if ('path' in step) {
      await space.write({ [step.path]: step.text });
      continue;
    }
    const { code, out, err } = await space.run(step.command.split(' '));
    expect(`$ dragnet ${step.command}\n${out}${err}`).toBe(`$ dragnet ${step.command}\n${step.output}`);
    // What `why` says of silent documents is an answer, no failure.
    expect(code).toBe(step.output.includes('✗') && !step.command.startsWith('why ') ? 1 : 0);
  }
});

test('its files are valid', async () => {
  const { code, out, err } = await space.run(['validate']);
  expect(`${out}${err}`).not.toMatch(/error/);
  expect(code).toBe(0);
});
