import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validate } from '../src/commands/validate.js';

const read = (file: string): unknown => parse(readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8'));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly shell: string;
  readonly run: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('action.yml', () => {
  const action = read('action.yml') as Action;
  const { steps } = action.runs;

  it('uses no action of others, and puts no input into a script', () => {
    expect(action.runs.using).toBe('composite');
    for (const { uses, shell, run } of steps) {
      expect(uses).toBeUndefined();
      expect(shell).toBe('bash');
      expect(run).not.toContain('${{');
    }
  });

  it('gives every input to a step, by the environment', () => {
    const given = steps.flatMap(({ env = {} }) => Object.values(env)).join(' ');
    for (const name of Object.keys(action.inputs)) {
      if (name !== 'upload-sarif') expect(given).toContain(`\${{ inputs.${name} }}`);
    }
  });

  it('calls options that there are, and none that runs code of the repository', () => {
    const script = steps.map(({ run }) => run).join('\n');
    const options = [...script.matchAll(/(?<=["( ])--([a-z-]+)(?==\$| "sarif| github)/gu)].map(([, name]) => name);
    expect(options).toEqual(['format', 'output', 'profile', 'changed', 'max-warnings']);
    expect(Object.keys(validate.options)).toEqual(expect.arrayContaining(options));
    expect(script).not.toContain('local-checks');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('has hooks that run commands over all files', () => {
    const hooks = read('.pre-commit-hooks.yaml') as readonly Readonly<Record<string, unknown>>[];
    expect(hooks.map(({ id, entry }) => [id, entry])).toEqual([
      ['dragnet-validate', 'dragnet validate'],
      ['dragnet-check', 'dragnet check'],
    ]);
    for (const hook of hooks) expect(hook).toMatchObject({ language: 'node', pass_filenames: false });
  });
});
