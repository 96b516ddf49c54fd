import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const layers = createRequire(import.meta.url)('../.config/layers.cjs') as Record<string, { imports: string[] }>;
const table = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');

/** Layer → what the documentation says that it may import. */
const documented = new Map(
  [...table.matchAll(/^\| (`.*?) \| .*? \| (.*?) \| .*? \|$/gm)].flatMap(([, names = '', imports = '']) =>
    [...names.matchAll(/`([\w-]+)`/g)].map(([, name = '']): [string, string] => [name, imports]),
  ),
);

test('docs/architecture.md lists every layer', () => {
  expect([...documented.keys()].sort()).toEqual(Object.keys(layers).sort());
});

test.each(Object.entries(layers))('docs/architecture.md says what %s may import', (name, { imports }) => {
  const words = documented.get(name) ?? '';
  if (/^(nothing|everything|all of the above)/.test(words)) {
    if (words.startsWith('nothing')) expect(imports).toEqual([]);
    return;
  }
  expect(
    words
      .replaceAll('`', '')
      .split(',')
      .map((word) => word.trim())
      .sort(),
  ).toEqual([...imports].sort());
});
