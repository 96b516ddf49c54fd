import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { KNOWN_CODES, SCHEMA_CODES } from '../../src/commands/known-codes.js';

const root = path.resolve(import.meta.dirname, '../../src');

test('explain knows every code that stands in the sources', () => {
  const missing = new Set<string>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const inLanguage = /languages[/\\](\w+)[/\\]/u.exec(file)?.[1];
    const named = [...text.matchAll(/code: ['`]([a-z]+)\/([a-z-]+)['`]/gu)].map(([, area = '', name = '']) => [
      area,
      name,
    ]);
    const failing = [...text.matchAll(/\bfail\(\s*'([a-z-]+)'/gu)].map(([, name = '']) => [inLanguage ?? '', name]);
    for (const [area = '', name = ''] of [...named, ...failing]) {
      const known = KNOWN_CODES[area];
      if (known !== undefined && ![...known, ...SCHEMA_CODES].includes(name)) missing.add(`${area}/${name}`);
    }
  }
  expect([...missing]).toEqual([]);
});
