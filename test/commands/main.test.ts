import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeAll(async () => {
  space = await workspace({ 'events.ndjson': '{"n":1}\n' });
});
afterAll(() => space.remove());

describe('a call that cannot be', () => {
  test.each([
    [['check', '--fromat', 'json'], 'Unknown option --fromat. Did you mean --format?'],
    [['check', '--foo-bar'], 'Unknown option --foo-bar.'],
    [['check', '--no-colour'], 'Unknown option --no-colour. Did you mean --color?'],
    [['serve', 'foo'], 'dragnet serve takes no argument "foo".'],
    [['serve', '--', '--foo'], 'dragnet serve takes no argument "--foo".'],
    [['chek'], 'There is no command "chek". Did you mean "check"?'],
    [['fixture', 'pul'], 'There is no command "pul". Did you mean "pull"?'],
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['query'], '<query> is missing. Write it like: dragnet query <query> [files..].'],
    [
      ['query', 'n: 1', '--format', 'xml'],
      '--format cannot be "xml". Choose one of "table", "json", "ndjson", "csv", "tsv".',
    ],
    [['query', 'n: 1', '--size'], '--size needs a value.'],
    [['query', 'n: 1', '--size', '1', '--size', '2'], '--size is given 2 times. It takes one value: keep one of 1, 2.'],
    [['plan', '--on-conflict', 'mine'], '--on-conflict cannot be "mine". Choose one of "fail", "git", "live".'],
    [
      ['test', '--min-tests', '1', '--min-tests', '2'],
      '--min-tests is given 2 times. It takes one value: keep one of 1, 2.',
    ],
    [['status', '--fail-on', 'luck'], '--fail-on cannot be "luck". Choose one of "failing", "warning", "gaps".'],
    [['completion', 'fish'], 'The shell cannot be "fish". Choose one of "bash", "zsh".'],
  ])('%j: a sentence, and where the help is', async (args, sentence) => {
    const { code, out, err } = await space.run(args);
    expect(err).toBe(`dragnet: ${sentence}\nRun dragnet --help for the commands and options.\n`);
    expect([code, out]).toEqual([2, '']);
  });
});

test('what stands behind -- is an argument', async () => {
  const { code, out } = await space.run(['query', 'n: 1', '--format', 'ndjson', '--', 'events.ndjson']);
  expect([code, out]).toEqual([0, '{"_index":"events","_id":"events.ndjson:1","_source":{"n":1}}\n']);
  expect((await space.run(['validate', '--', '--foo'])).err).toBe('dragnet: --foo does not exist.\n');
});

describe('help', () => {
  test.each([['--help'], ['-h']])('%s names the commands and every exit code', async (option) => {
    const { code, out } = await space.run([option]);
    expect(code).toBe(0);
    expect(out).toContain('dragnet query <query>');
    for (const exit of ['0 clean', '1 findings', '2 usage', '3 remote', '70 a bug', '130 interrupted'])
      expect(out.replace(/\s+/g, ' ')).toContain(exit);
  });
});

describe('completion', () => {
  test.each([
    ['zsh', 'compdef _dragnet_completion dragnet'],
    ['bash', '-F _dragnet_completion dragnet'],
  ])('a script for %s, by name or by the shell of the user', async (shell, line) => {
    const named = await space.run(['completion', shell]);
    expect(named).toMatchObject({ code: 0, err: '' });
    expect(named.out).toContain(line);
    expect((await space.run(['completion'], { env: { SHELL: `/bin/${shell}` } })).out).toBe(named.out);
  });

  test('the script asks for what can come next', async () => {
    expect((await space.run(['--get-yargs-completions', 'dragnet', ''])).out).toContain('query');
  });
});
