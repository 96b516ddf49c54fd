import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const OTHER = `# Kept by hand.\r\n${RULE.replace('0f616aee', '1f616aee').replace('Forbidden', 'Other').replaceAll('\n', '\r\n')}tags = ["OS: Linux", 'Old'] # two\r\n`;

let space: Workspace;
beforeEach(async () => {
  space = await workspace({ 'rules/a.toml': RULE, 'rules/b.toml': OTHER });
});
afterEach(() => space.remove());

const read = (name: string): Promise<string> => readFile(join(space.root, name), 'utf8');

describe('dragnet edit', () => {
  test('changes what the query finds, shows it, and keeps the rest byte for byte', async () => {
    const { code, out, err } = await space.run([
      'edit',
      '--where',
      'tags: "OS: Linux"',
      '--set',
      'severity=high',
      '--set',
      'risk_score=73',
      '--yes',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: 'edit: 1 of 2 definitions found, 1 to change, written\n' });
    expect(out).toContain('rules/b.toml\n');
    expect(out).toContain('  -risk_score = 47\n');
    expect(out).toContain('  +risk_score = 73\n');
    expect(await read('rules/a.toml')).toBe(RULE);
    expect(await read('rules/b.toml')).toBe(
      OTHER.replace('risk_score = 47', 'risk_score = 73').replace('"medium"', '"high"'),
    );
  });

  test('adds to and removes from lists, once', async () => {
    const args = ['--add', 'tags=New', '--add', 'tags="OS: Linux"', '--remove', 'tags=Old', '--yes', 'rules'];
    expect((await space.run(['edit', ...args])).code).toBe(0);
    expect(await read('rules/b.toml')).toContain(`tags = ["OS: Linux", 'New'] # two\r\n`);
    expect(await read('rules/a.toml')).toContain('tags = ["New", "OS: Linux"]');
    const { err } = await space.run(['edit', ...args]);
    expect(err).toBe('edit: 2 of 2 definitions found, 0 to change\n');
  });

  test('takes keys away, and reaches metadata and inner tables', async () => {
    await space.run([
      'edit',
      'rules/a.toml',
      '--unset',
      'license',
      '--set',
      'metadata.maturity=development',
      '--set',
      'alert_suppression.group_by=["host.id"]',
      '--yes',
    ]);
    const text = await read('rules/a.toml');
    expect(text).not.toContain('license');
    expect(text).toContain('maturity = "development"');
    expect(text).toMatch(/\[rule\.alert_suppression\]\ngroup_by = \["host\.id"\]/);
  });

  test('one after another on the same list', async () => {
    const args = [
      'rules/b.toml',
      '--set',
      'tags=[]',
      '--add',
      'tags=A',
      '--add',
      'tags=["B", "A"]',
      '--remove',
      'tags=A',
    ];
    await space.run(['edit', ...args, '--yes']);
    expect(await read('rules/b.toml')).toMatch(/^tags = \["B"\] # two\r$/m);
  });

  test('touches the date of what changes alone', async () => {
    await space.run(['edit', '--where', 'name: *', '--remove', 'tags=Old', '--touch', '--yes']);
    expect(await read('rules/a.toml')).toBe(RULE);
    expect(await read('rules/b.toml')).not.toContain('updated_date = "2026/05/02"');
    expect(await read('rules/b.toml')).toMatch(/updated_date = "\d{4}\/\d{2}\/\d{2}"/);
  });

  test('writes nothing at all where one file would break its schema', async () => {
    const { code, out, err } = await space.run(['edit', 'rules', '--set', 'severity=urgent', '--yes']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/rules\/a\.toml:\d+:\d+ {2}error {2}schema\//);
    expect(err).toContain('The same in 1 more file: rules/b.toml\n');
    expect(err.match(/error {2}schema/g)).toHaveLength(1);
    expect(err).toContain('2 refused. Nothing is written.');
    expect(await read('rules/a.toml')).toBe(RULE);
  });

  test('does not blame the edit for mistakes that were there', async () => {
    await space.write({ 'rules/c.toml': RULE.replace('license', 'licence').replace('0f61', '2f61') });
    const { code } = await space.run(['edit', 'rules/c.toml', '--set', 'severity=high', '--yes']);
    expect(code).toBe(0);
    expect(await read('rules/c.toml')).toContain('severity = "high"');
  });

  test('shows and writes nothing with --dry-run', async () => {
    const { code, out, err } = await space.run(['edit', 'rules', '--set', 'severity=low', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('+severity = "low"');
    expect(err).toContain('2 to change; nothing is written');
    expect(await read('rules/a.toml')).toBe(RULE);
  });

  test('asks on a terminal, and needs --yes elsewhere', async () => {
    const call = ['edit', 'rules/a.toml', '--set', 'severity=low'];
    const { code, err } = await space.run(call);
    expect(code).toBe(2);
    expect(err).toContain('1 file would change, and nobody can be asked here. Give --yes, or --dry-run.');
    await space.run(call, { stdinIsTerminal: true, stdin: 'n\n' });
    expect(await read('rules/a.toml')).toBe(RULE);
    const agreed = await space.run(call, { stdinIsTerminal: true, stdin: 'y\n' });
    expect(agreed.err).toContain('Write 1 file? [y/N] ');
    expect(await read('rules/a.toml')).toContain('severity = "low"');
  });

  test.each([
    [['--where', 'name: *'], 'Nothing to change'],
    [['--set', 'severity=low'], 'Say which definitions are meant'],
    [['--where', 'nmae: x', '--set', 'severity=low'], 'Did you mean "name"'],
    [['--where', 'name: *', '--set', 'severity'], 'is not KEY=VALUE'],
    [['--where', 'name: *', '--unset', 'a..b'], 'a part of the key is empty'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await space.run(['edit', ...args, '--yes']);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
