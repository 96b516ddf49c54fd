import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { reportPretty } from '../../src/diagnostics/reporters/pretty.js';
import { CHECKS } from '../../src/lint/checks/index.js';
import { filesOf, inputOf, lintExample } from './lint-files.js';

const folder = path.resolve(import.meta.dirname, '../../src/lint/checks');
const golden = path.resolve(import.meta.dirname, '../golden/lint');

describe('the list of checks', () => {
  const names = CHECKS.map(({ name }) => name);

  it('has every file of the folder, in order, each named after its check', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(names).toEqual(files.map((file) => path.basename(file, '.ts')).sort());
  });

  it('has kebab-case names, and sentences that end', () => {
    for (const { name, summary, rationale } of CHECKS) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(rationale).toMatch(/^[A-Z`][\s\S]*\.$/);
    }
  });

  it('has no snapshot of a check that is gone', () => {
    const known = new Set(names.map((name) => `${name}.txt`));
    expect(readdirSync(golden).filter((file) => !known.has(file))).toEqual([]);
  });
});

describe.each(CHECKS)('$name', (check) => {
  test.each(check.examples.valid)('accepts %j', (example) => {
    expect(lintExample(check, example)).toEqual([]);
  });

  test.each(check.examples.invalid)('finds fault with %j', (example) => {
    const found = lintExample(check, example);
    expect(found).not.toEqual([]);
    for (const { code, what, why, fix, span } of found) {
      // The languages word their messages as Elasticsearch does.
      if (code.startsWith('lint/'))
        for (const sentence of [what, why, fix]) expect(sentence).toMatch(/^\S[\s\S]*[.?]$/);
      expect(span.end).toBeGreaterThan(span.start);
    }
  });

  it('says what it says', async () => {
    const reports = check.examples.invalid.map((example) =>
      reportPretty(lintExample(check, example), inputOf(filesOf(example)).texts),
    );
    await expect(reports.join('\n---\n\n')).toMatchFileSnapshot(path.join(golden, `${check.name}.txt`));
  });
});

it('writes each check into a file of its own', () => {
  for (const { name } of CHECKS) {
    expect(readFileSync(path.join(folder, `${name}.ts`), 'utf8')).toContain(`name: '${name}'`);
  }
});
