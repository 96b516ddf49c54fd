import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, runCli, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const here = existsSync(CORPUS);
if (!here) console.info('Pages of elastic/detection-rules are not compared: ../shared/corpus is absent.');

const hunt = (name: string, uuid: string, language = '["ES|QL"]', more = ''): string => `[hunt]
author = "The team"
description = "Finds programs."
integration = ["endpoint"]
uuid = "${uuid}"
name = "${name}"
language = ${language}
license = "Apache-2.0"
query = ['''
from logs-* | stats c = count(*) by host.id
''']
${more}`;
const UUIDS = ['f9c0c4a5-2d4f-4a53-8c37-31d1a9a3d6b2', 'e1c0c4a5-2d4f-4a53-8c37-31d1a9a3d6b3'] as const;

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());
const read = (path: string): Promise<string> => readFile(join(space.root, path), 'utf8');

interface Expected {
  readonly rule_id: string;
  readonly version: number;
  readonly asciidoc: string;
}

describe.skipIf(!here)('pages of elastic/detection-rules', () => {
  const out = (): string => relative(CORPUS, join(space.root, 'out'));

  test('rules as AsciiDoc, with the versions of a lock', async () => {
    const expected = readFileSync(join(CORPUS, 'expected.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Expected);
    expect(expected.length).toBeGreaterThanOrEqual(237);
    const versions = Object.fromEntries(expected.map(({ rule_id: id, version }) => [id, { version }]));
    await space.write({ 'lock.json': JSON.stringify(versions) });
    const lock = join(space.root, 'lock.json');
    const call = ['docs', 'build', 'rules', 'rules_building_block', '--out', out(), '--format', 'asciidoc'];
    expect((await runCli(CORPUS, [...call, '--lock', lock])).code).toBe(0);
    const differing = expected
      .map(({ asciidoc }) => asciidoc)
      .filter((path) => {
        const page = join(space.root, 'out', path.replace('asciidoc/', 'docs/rules/'));
        return !existsSync(page) || readFileSync(page, 'utf8') !== readFileSync(join(CORPUS, path), 'utf8');
      });
    expect(differing).toEqual([]);
    expect((await runCli(CORPUS, ['docs', 'check', ...call.slice(2), '--lock', lock])).code).toBe(0);
  }, 60_000);

  test.each(['dragnet', 'detection-rules'])('hunts, in the format %s', async (format) => {
    const call = ['docs', 'build', 'hunting', '--out', out(), '--format', format];
    expect((await runCli(CORPUS, call)).code).toBe(0);
    const pages = readdirSync(join(CORPUS, 'hunting'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.md'),
    );
    expect(pages.length).toBeGreaterThanOrEqual(16);
    for (const path of pages) {
      const page = await read(`out/hunting/${path}`);
      const original = readFileSync(join(CORPUS, 'hunting', path), 'utf8');
      if (format === 'detection-rules') expect(page, path).toBe(original);
      // Below a folder of its own the page still links to the file, where that is.
      else expect(page.replace(/\]\((?:\.\.\/)+[^()]*\/(?=queries\/)/, '](../')).toBe(original);
    }
    const index = await read('out/hunting/index.md');
    for (const path of pages) expect(index).toContain(`](./${path}) (`);
  });
});

describe('the index of hunts', () => {
  const FILES = {
    'hunting/linux/queries/b.toml': hunt('Beta: two', UUIDS[0], '["EQL"]', 'mitre = ["T1059.004", "TA0002"]'),
    'hunting/linux/queries/a_queries.toml': hunt('alpha', UUIDS[0], '["ES|QL", "SQL"]'),
    'hunting/aws/queries/c.toml': hunt('Gamma', UUIDS[1]),
  };

  test('of dragnet names every hunt with its languages', async () => {
    await space.write(FILES);
    expect((await space.run(['docs', 'build'])).code).toBe(0);
    expect(await read('hunting/index.md')).toBe(
      [
        '# List of Available Queries',
        '',
        'Here are the queries currently available:',
        '',
        '',
        '## aws',
        '- [Gamma](./aws/docs/c.md) (ES|QL)',
        '',
        '',
        '## linux',
        '- [Beta: two](./linux/docs/b.md) (EQL)',
        '- [alpha](./linux/docs/a_queries.md) (ES|QL, SQL)',
        '',
      ].join('\n'),
    );
    expect(existsSync(join(space.root, 'hunting/index.yml'))).toBe(false);
  });

  test('of detection-rules says ES|QL of all, loses a hunt whose UUID another has, and keeps what is gone', async () => {
    const gone = 'linux:\n  0-1:\n    name: Gone\n    path: ./linux/queries/gone.toml\n    mitre: []\n';
    await space.write({ ...FILES, 'hunting/index.yml': gone });
    const call = ['docs', 'build', '--format', 'detection-rules'];
    expect(await space.run(call)).toMatchObject({ code: 0 });
    expect(await read('hunting/index.md')).toBe(
      [
        '# List of Available Queries',
        '',
        'Here are the queries currently available:',
        '',
        '',
        '## aws',
        '- [Gamma](./aws/docs/c.md) (ES|QL)',
        '',
        '',
        '## linux',
        '- [Beta: two](./linux/docs/b.md) (ES|QL)',
        '- [Gone](./linux/docs/gone.md) (ES|QL)',
        '',
      ].join('\n'),
    );
    expect(await read('hunting/index.yml')).toBe(
      `${gone}  ${UUIDS[0]}:\n    name: 'Beta: two'\n    path: ./linux/queries/b.toml\n    mitre:\n    - T1059.004\n    - TA0002\n` +
        `aws:\n  ${UUIDS[1]}:\n    name: Gamma\n    path: ./aws/queries/c.toml\n    mitre: []\n`,
    );
    expect(await space.run(call)).toMatchObject({ code: 0, out: '' });
    expect((await space.run(['docs', 'check', '--format', 'detection-rules'])).code).toBe(0);
    expect((await space.run(['docs', 'check'])).code).toBe(1);
  });

  test('stays as it is where a call names some of the definitions, but not below a folder of its own', async () => {
    await space.write(FILES);
    expect((await space.run(['docs', 'build', 'hunting/aws'])).out).toBe('hunting/aws/docs/c.md\n');
    await space.run(['docs', 'build', 'hunting/aws', '--out', 'site']);
    expect(await read('site/hunting/index.md')).toContain('- [Gamma]');
    expect((await space.run(['docs', 'build', 'hunting/aws', 'hunting/linux'])).out).toContain('hunting/index.md\n');
  });

  test('of hunts outside of the repository stands below the folder that is named, without which there are no pages', async () => {
    const elsewhere = await workspace(FILES);
    try {
      const hunting = join(elsewhere.root, 'hunting');
      const call = ['docs', 'build', hunting, '--format', 'detection-rules'];
      expect(await space.run([...call, '--out', 'site'])).toMatchObject({ code: 0 });
      expect(await read('site/index.md')).toContain('- [Gamma](./aws/docs/c.md) (ES|QL)');
      expect(await read('site/aws/docs/c.md')).toContain('[Gamma](../queries/c.toml)');
      await space.run(['docs', 'build', join(hunting, 'aws/queries/c.toml'), '--out', 'one']);
      expect(await read('one/aws/docs/c.md')).toContain('# Gamma');
      expect((await space.run(call)).code).toBe(2);
    } finally {
      await elsewhere.remove();
    }
  });

  test('a page that is no index is not overwritten', async () => {
    await space.write({ ...FILES, 'hunting/index.md': '# Mine\n' });
    expect((await space.run(['docs', 'build'])).code).toBe(1);
    expect(await read('hunting/index.md')).toBe('# Mine\n');
  });
});

describe('formats', () => {
  test('AsciiDoc has no pages of hunts, and says so; pages of another format stay', async () => {
    await space.write({ 'rules/a.toml': RULE, 'queries/h.toml': hunt('H', UUIDS[0]) });
    await space.run(['docs', 'build']);
    const { code, out, err } = await space.run(['docs', 'build', '--format', 'asciidoc']);
    expect({ code, out }).toEqual({ code: 0, out: 'docs/rules/forbidden-program-started.asciidoc\n' });
    expect(err).toContain('1 hunt left out, for which the format has no page');
    expect(await read('docs/rules/forbidden-program-started.md')).toContain('# Forbidden');
    expect((await space.run(['docs', 'check'])).code).toBe(0);
    await rm(join(space.root, 'rules/a.toml'));
    await space.run(['docs', 'build', '--format', 'asciidoc']);
    expect(existsSync(join(space.root, 'docs/rules/forbidden-program-started.md'))).toBe(true);
    expect((await space.run(['docs', 'build'])).err).toContain(
      'forbidden-program-started.md belonged to no definition',
    );
  });

  test('format and folder can stand in dragnet.toml', async () => {
    const config = '[docs]\nformat = "asciidoc"\nout = "book"\n';
    await space.write({ 'rules/a.toml': RULE, 'dragnet.toml': config });
    expect((await space.run(['docs', 'build'])).out).toBe('docs/rules/forbidden-program-started.asciidoc\n');
    expect(await read('book/docs/rules/forbidden-program-started.asciidoc')).toContain('*Version*: None');
    expect((await space.run(['docs', 'check'])).code).toBe(0);
  });

  test('a lock that the call names gives the versions', async () => {
    await space.write({ 'rules/a.toml': RULE, 'l.json': '{"0f616aee-8161-4120-857e-742366f5eeb3": {"version": 12}}' });
    await space.run(['docs', 'build', '--lock', 'l.json']);
    expect(await read('docs/rules/forbidden-program-started.md')).toContain('**Version:** 12\n');
    expect((await space.run(['docs', 'build', '--lock', 'none.json'])).code).toBe(2);
    expect((await space.run(['docs', 'check'])).code).toBe(1);
    expect((await space.run(['docs', 'check', '--lock', 'l.json', '--report', 'json'])).code).toBe(0);
  });
});

describe('links do not lead out of the folder', () => {
  test('neither a folder nor a page', async () => {
    const outside = await workspace({ 'secret.txt': 'secret\n' });
    try {
      await space.write({ 'rules/a.toml': RULE });
      await mkdir(join(space.root, 'docs/rules'), { recursive: true });
      const page = join(space.root, 'docs/rules/forbidden-program-started.md');
      await symlink(join(outside.root, 'secret.txt'), page);
      const { code, err, out } = await space.run(['docs', 'build']);
      expect(code).toBe(1);
      expect(err + out).not.toContain('secret\n');
      expect(await readFile(join(outside.root, 'secret.txt'), 'utf8')).toBe('secret\n');
      await rm(join(space.root, 'docs'), { recursive: true });
      await symlink(outside.root, join(space.root, 'docs'));
      expect(await space.run(['docs', 'build'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('by a link') as string,
      });
      expect(readdirSync(outside.root)).toEqual(['secret.txt']);
    } finally {
      await outside.remove();
    }
  });

  test('the list of written pages cannot name files elsewhere', async () => {
    await space.write({ 'repo/rules/a.toml': RULE });
    const root = join(space.root, 'repo');
    await runCli(root, ['docs', 'build']);
    const page = await read('repo/docs/rules/forbidden-program-started.md');
    await space.write({ 'victim.md': page });
    await writeFile(join(root, 'docs/.dragnet-pages'), `../victim.md\n${join(space.root, 'victim.md')}\n`);
    expect((await runCli(root, ['docs', 'build'])).code).toBe(0);
    expect(await read('victim.md')).toBe(page);
  });
});
