import { expect, it } from 'vitest';
import { readToml } from '../../src/definitions/load.js';
import { toActionConnectors, toExceptionLists, toValueLists } from '../../src/definitions/to-exceptions.js';
import { toHunt, toRule } from '../../src/definitions/to-model.js';
import { toOverlay } from '../../src/definitions/to-overlay.js';
import { validateTable } from '../../src/definitions/validate.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { CHECKS } from '../../src/lint/checks/index.js';
import { lint } from '../../src/lint/run.js';
import { FILE_SCHEMAS } from '../../src/schemas/file-schemas.js';
import type { FileKind } from '../../src/schemas/file-schemas.js';
import { fuzzInputs } from './fuzz-inputs.js';
import { filesOf } from './lint-files.js';

/** `DRAGNET_FUZZ=100000` runs them all, as CI does. */
const COUNT = Number(process.env['DRAGNET_FUZZ'] ?? 3000);

const SEED = 20_260_501;

/** All examples of all checks, whole files: rules of every type, hunts and tests. */
const SEEDS = CHECKS.flatMap(({ examples }) =>
  [...examples.invalid, ...examples.valid].flatMap((example) => Object.values(filesOf(example))),
);

const KINDS: readonly (readonly [key: string, kind: FileKind])[] = [
  ['rule', 'rule'],
  ['hunt', 'hunt'],
  ['test', 'test'],
  ['exceptions', 'exceptions'],
  ['value_lists', 'value-lists'],
  ['action_connectors', 'action-connectors'],
  ['overlay', 'overlay'],
];

interface Outcome {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the file is a definition without mistakes of form. */
  readonly isValid: boolean;
}

function validated(bytes: Buffer): Outcome {
  const toml = readToml('fuzz.toml', bytes);
  const { file, text, table } = toml;
  if (table === undefined) return { text, diagnostics: toml.diagnostics, isValid: false };
  const [, kind] = KINDS.find(([key]) => Object.hasOwn(table, key)) ?? [];
  if (kind === undefined) return { text, diagnostics: [], isValid: true };
  const mistakes = validateTable(kind, { ...toml, table });
  if (mistakes.length > 0) return { text, diagnostics: mistakes, isValid: false };
  const own = (wanted: FileKind): boolean => kind === wanted;
  const diagnostics = lint({
    rules: own('rule') ? [{ file, value: toRule(table) }] : [],
    hunts: own('hunt') ? [{ file, value: toHunt(table) }] : [],
    tests: own('test') ? [{ file, value: table }] : [],
    exceptions: own('exceptions') ? [{ file, value: toExceptionLists(table) }] : [],
    valueLists: own('value-lists') ? [{ file, value: toValueLists(table) }] : [],
    actionConnectors: own('action-connectors') ? [{ file, value: toActionConnectors(table) }] : [],
    overlays: own('overlay') ? [{ file, value: toOverlay(table) }] : [],
    texts: new Map([[file, text]]),
    profile: 'elastic',
  });
  return { text, diagnostics, isValid: true };
}

function isWellFormed({ span, what, why, fix }: Diagnostic, text: string): boolean {
  const isPlaced = span.start >= 0 && span.start <= span.end && span.end <= text.length;
  return isPlaced && what !== '' && why !== '' && fix !== '';
}

it(`answers ${COUNT} broken and hostile files with diagnostics`, { timeout: 600_000 }, () => {
  expect(Object.keys(FILE_SCHEMAS)).toEqual(expect.arrayContaining(KINDS.map(([, kind]) => kind)));
  const outcomes = { broken: 0, valid: 0 };
  for (const bytes of fuzzInputs(SEEDS, COUNT, SEED)) {
    let outcome: Outcome;
    try {
      outcome = validated(bytes);
    } catch (error) {
      throw new Error(`an exception for ${JSON.stringify(bytes.toString('latin1').slice(0, 2000))}`, { cause: error });
    }
    const { text, diagnostics, isValid } = outcome;
    if (!isValid && diagnostics.length === 0) expect.fail(`nothing is said of ${JSON.stringify(text)}`);
    for (const diagnostic of diagnostics)
      if (!isWellFormed(diagnostic, text)) expect.fail(`${JSON.stringify(diagnostic)} in ${JSON.stringify(text)}`);
    outcomes[isValid ? 'valid' : 'broken'] += 1;
  }
  expect(outcomes.broken).toBeGreaterThan(COUNT / 4);
  expect(outcomes.valid).toBeGreaterThan(COUNT / 10);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect({}).not.toHaveProperty('polluted');
});
