import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportSarif } from '../../src/diagnostics/reporters/sarif.js';
import { CHECKS } from '../../src/lint/checks/index.js';
import { lint } from '../../src/lint/run.js';
import { filesOf, inputOf } from '../lint/lint-files.js';
import { officialSarif } from './official-sarif.js';
import { SARIF_LOG } from './sarif-schema.js';

/** The schema of the standard. */
const isOfficial = officialSarif();

/** Ours, which knows no other keys than those that we write. */
const isSarif = new Ajv({ allErrors: true, strict: true }).compile(SARIF_LOG);

function problemsOf(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): unknown {
  const log: unknown = JSON.parse(
    reportSarif(diagnostics, texts, { version: '0.1.0', describe: (code) => `What ${code} is.` }),
  );
  return [isSarif, isOfficial].flatMap((validate) => (validate(log) ? [] : (validate.errors ?? [])));
}

it('is valid for every example of every check', () => {
  let count = 0;
  for (const example of CHECKS.flatMap(({ examples }) => examples.invalid)) {
    const input = inputOf(filesOf(example));
    const found = lint({ ...input, profile: 'elastic' });
    count += found.length;
    expect(problemsOf(found, input.texts)).toEqual([]);
  }
  expect(count).toBeGreaterThan(CHECKS.length);
});

it('is valid for nothing, for files without text, and for names with any sign', () => {
  expect(problemsOf([], new Map())).toEqual([]);
  const odd: Diagnostic = {
    code: 'toml/unreadable',
    severity: 'info',
    span: { file: 'rules/ä b#?%:"<é>/[x].toml', start: 0, end: 0 },
    what: 'The file cannot be read.',
    why: 'It is not checked.',
    fix: 'Make it readable.',
  };
  expect(problemsOf([odd], new Map())).toEqual([]);
});

it('finds fault with a log that is none', () => {
  expect(isOfficial({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  expect(
    isOfficial({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'fatal' }] }] }),
  ).toBe(false);
});
