import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../src/definitions/find.js';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { lint } from '../../src/lint/run.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Rules and hunts kept beside the repository, read in place. */
const corpus = path.resolve(root, '../shared/corpus');

async function problems(paths: readonly string[], folder: string): Promise<readonly string[]> {
  const { files } = await findFiles(paths, folder, folder);
  const definitions = await loadDefinitions(files, folder);
  expect(definitions.texts.size).toBeGreaterThan(0);
  expect(definitions.diagnostics).toEqual([]);
  return lint(definitions).map(({ code, severity, span, what }) => `${severity} ${code} ${span.file}: ${what}`);
}

it('finds no fault with the definitions of this repository', async () => {
  expect(await problems(['rules', 'queries'], root)).toEqual([]);
});

describe('the rules and hunts beside the repository', () => {
  /** Mistakes that are really there, as `code file`, each with the reason. */
  const REAL: ReadonlyMap<string, string> = new Map([]);

  it('have no errors and no warnings but these', async (context) => {
    if (!existsSync(corpus)) return context.skip('no ../shared/corpus beside the repository');
    const found = (await problems(['.'], corpus)).filter((line) => !line.startsWith('info '));
    expect(found.filter((line) => !REAL.has(line))).toEqual([]);
  });
});
