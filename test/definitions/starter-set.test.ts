import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../src/definitions/find.js';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { RULE_TYPES } from '../../src/schemas/rule-types.js';
import { isJsonArray } from '../../src/values/json.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { files } = await findFiles(['rules', 'queries'], ROOT, ROOT);
const { rules, hunts, tests } = await loadDefinitions(files, ROOT);
const own = rules.filter(({ value }) => value.author.includes('dragnet'));
const ownHunts = hunts.filter(({ value }) => value.author === 'dragnet');

/** How many tests stand beside a definition. */
function testsBeside(file: string): number {
  const beside = tests.find((other) => other.file === file.replace(/\.toml$/, '.test.toml'))?.value['test'];
  return beside !== undefined && isJsonArray(beside) ? beside.length : 0;
}

describe('the rules and hunts of this repository', () => {
  test('are of all types, three of each at least', () => {
    for (const type of RULE_TYPES)
      expect(own.filter(({ value }) => value.type === type).length, type).toBeGreaterThanOrEqual(3);
    expect(own.length).toBeGreaterThanOrEqual(24);
    expect(ownHunts.length).toBeGreaterThanOrEqual(8);
  });

  test.each([...own, ...ownHunts])('$file has three tests at least', ({ file }) => {
    expect(testsBeside(file)).toBeGreaterThanOrEqual(3);
  });

  test.each(own)('$file says what to do with its alerts', ({ value }) => {
    expect(value.license).toBe('Apache-2.0');
    for (const part of [`Investigating ${value.name}`, 'Possible investigation steps', 'Response and remediation'])
      expect(value.note).toContain(`### ${part}\n`);
  });
});
