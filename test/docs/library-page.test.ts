import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = readFileSync(`${ROOT}docs/library.md`, 'utf8');

/** The examples of the page, each with what it prints. */
const examples = [...PAGE.matchAll(/^```js\n([^]*?)^```\n\n```text\n([^]*?)^```$/gmu)].map(
  ([, code = '', output = '']) => ({ code, output, title: code.split('\n')[0] ?? '' }),
);

describe('the page about the library', () => {
  it('shows what each example prints', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
    expect(PAGE.match(/^```js$/gmu)).toHaveLength(examples.length);
  });

  for (const { code, output, title } of examples) {
    it(`runs: ${title}`, async (context) => {
      if (!existsSync(`${ROOT}dist/index.js`)) return context.skip('not built: npm run build');
      // The package imports itself by its name, as a user's program does.
      const node = promisify(execFile);
      const { stdout } = await node(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT });
      expect(stdout).toBe(output);
    });
  }
});
