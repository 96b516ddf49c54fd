import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE_TYPES } from '../../src/schemas/rule-types.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/README.md': '', 'queries/README.md': '' });
});
afterEach(() => space.remove());

const read = (name: string): Promise<string> => readFile(join(space.root, name), 'utf8');

describe('dragnet new rule', () => {
  test.each(RULE_TYPES)('makes a %s rule that is valid, and tests that pass', async (type) => {
    const name = `Example of ${type}`;
    const { code, out, err } = await space.run([
      'new',
      'rule',
      '--type',
      type,
      '--name',
      name,
      '--technique',
      'T1059.001',
    ]);
    expect(code, err).toBe(0);
    const [file = '', testFile] = out.split('\n');
    expect(file).toBe(`rules/execution_example_of_${type}.toml`);
    expect(err).toContain('Fill in: description');
    const hasTest = type !== 'saved_query';
    expect(testFile).toBe(hasTest ? file.replace('.toml', '.test.toml') : '');
    if (!hasTest) expect(err).toContain('No test is written: ');
    expect(await space.run(['validate', '--format', 'concise'])).toMatchObject({ code: 0, out: '' });
    if (hasTest) expect((await space.run(['test'])).code).toBe(0);
    expect((await space.run(['fmt', '--check', 'rules'])).code).toBe(0);
  });

  test('fills in what it is told', async () => {
    const { code } = await space.run([
      'new',
      'rule',
      '--name',
      'Shell of a Server',
      '--query',
      'process where process.name == "sh"',
      '--index',
      'logs-x.*',
      '--index',
      'logs-y.*',
      '--integration',
      'x',
      '--technique',
      't1059.004',
      '--technique',
      'T1059.001',
      '--technique',
      'T1105',
      '--severity',
      'high',
      '--author',
      'Robin',
      '--description',
      'Finds shells.',
      '--tag',
      'OS: Linux',
    ]);
    expect(code).toBe(0);
    const { table = {} } = parseToml('', await read('rules/execution_shell_of_a_server.toml'));
    expect(table).toMatchObject({
      metadata: { integration: ['x'], maturity: 'development' },
      rule: {
        type: 'eql',
        language: 'eql',
        query: 'process where process.name == "sh"\n',
        index: ['logs-x.*', 'logs-y.*'],
        author: ['Robin'],
        severity: 'high',
        risk_score: 73,
        tags: ['OS: Linux', 'Tactic: Execution', 'Tactic: Command and Control'],
        threat: [
          {
            tactic: { id: 'TA0002', name: 'Execution', reference: 'https://attack.mitre.org/tactics/TA0002/' },
            technique: [{ id: 'T1059', subtechnique: [{ id: 'T1059.004', name: 'Unix Shell' }, { id: 'T1059.001' }] }],
          },
          { tactic: { id: 'TA0011' }, technique: [{ id: 'T1105', name: 'Ingress Tool Transfer' }] },
        ],
      },
    });
    const { rule_id: id } = table['rule'] as { rule_id: string };
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('takes ES|QL for what it is', async () => {
    await space.run([
      'new',
      'rule',
      '--name',
      'Rows',
      '--query',
      'FROM logs-x METADATA _id | WHERE a == "b" | KEEP _id, a',
    ]);
    expect(await read('rules/rows.toml')).toContain('type = "esql"');
  });

  test.each([
    [['--name', 'X', '--technique', 'T9999'], 'There is no technique "T9999" in ATT&CK'],
    [['--name', 'X', '--technique', 'T1002'], 'T1002 (Data Compressed) is revoked in ATT&CK 18.1. Use T1560'],
    [['--name', 'X', '--technique', 'T1059', '--tactic', 'Impact'], 'serves none of the tactics given, but Execution'],
    [['--name', 'X', '--tactic', 'Fun'], 'There is no tactic "Fun"'],
    [['--name', '…'], '--name has no letter or digit'],
    [['--name', 'X', '--query', 'a: ('], 'the KQL query is wrong at column 5'],
    [['--name', 'X', '--type', 'machine_learning', '--query', 'a: b'], 'has no query'],
    [[], 'name'],
  ])('refuses %j and writes nothing', async (args, message) => {
    const { code, err } = await space.run(['new', 'rule', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(await readdir(join(space.root, 'rules'))).toEqual(['README.md']);
  });

  test('does not overwrite', async () => {
    const call = ['new', 'rule', '--name', 'Twice', '--into', 'rules/deep'];
    expect((await space.run(call)).code).toBe(0);
    const before = await read('rules/deep/twice.toml');
    const { code, err } = await space.run(call);
    expect(code).toBe(2);
    expect(err).toContain('is there already');
    expect(await read('rules/deep/twice.toml')).toBe(before);
  });
});

describe('dragnet new hunt', () => {
  test('makes a hunt of which only its texts are to be written', async () => {
    const { code, out, err } = await space.run(['new', 'hunt', '--name', 'Rare Shells', '--technique', 'T1059.004']);
    expect({ code, out }).toEqual({ code: 0, out: 'queries/rare_shells.toml\n' });
    expect(err).toContain('Fill in: description, query, notes.');
    const found = await space.run(['validate', '--format', 'concise']);
    expect(found.code).toBe(0);
    expect(found.out.split('\n').filter((line) => line !== '')).toEqual([
      expect.stringContaining('lint/no-placeholders'),
    ]);
  });

  test('takes EQL for what it is, and refuses what does not parse', async () => {
    await space.run(['new', 'hunt', '--name', 'Events', '--query', 'any where process.name == "x"']);
    expect(await read('queries/events.toml')).toContain('language = ["EQL"]');
    expect((await space.run(['new', 'hunt', '--name', 'Bad', '--query', 'FROM x | NOPE'])).code).toBe(2);
  });
});
