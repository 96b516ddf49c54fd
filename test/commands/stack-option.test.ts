import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const NEW = RULE.replace('language = "kuery"', 'language = "esql"')
  .replace('type = "query"', 'type = "esql"')
  .replace(/index = .*\n/, '')
  .replace(
    /event\.category: process .*\n/,
    'from logs-* metadata _id, _index, _version | where mv_contains(event.category, "process") | keep _id, _index, _version\n',
  );

describe('--stack', () => {
  test('says of every version what it refuses', async () => {
    await space.write({ 'a.toml': NEW });
    expect((await space.run(['validate'])).code).toBe(0);
    const { code, out } = await space.run(['validate', '--stack', '8.19,9.1,9.2']);
    expect(code).toBe(1);
    expect(out).toContain('esql/stack');
    expect(out).toContain('MV_CONTAINS came with Elasticsearch 9.2; 8.19 refuses it');
    expect(out).toContain('MV_CONTAINS came with Elasticsearch 9.2; 9.1 refuses it');
    expect(out).not.toContain('; 9.2 refuses it');
  });

  test('is a key of dragnet.toml too, which the call overrules', async () => {
    await space.write({ 'dragnet.toml': 'stack = ["8.19"]\n', 'a.toml': NEW });
    expect((await space.run(['validate'])).code).toBe(1);
    expect((await space.run(['validate', '--stack', '9.3'])).code).toBe(0);
  });

  test('leaves out rules that need a newer stack', async () => {
    await space.write({ 'a.toml': NEW.replace('[metadata]\n', '[metadata]\nmin_stack_version = "9.2.0"\nmin_stack_comments = "mv_contains"\n') });
    expect((await space.run(['validate', '--stack', '8.19'])).code).toBe(0);
  }); // prettier-ignore

  test('holds for dragnet query', async () => {
    const query = ['query', 'ROW x = "a" | WHERE x RLIKE ("a", "b")', '--now', '2026-05-01T00:00:00Z'];
    expect((await space.run(query, { stdin: '' })).code).toBe(0);
    const { code, err } = await space.run([...query, '--stack', '8.19'], { stdin: '' });
    expect(code).toBe(2);
    expect(err).toContain('RLIKE with a list came with Elasticsearch 9.2; 8.19 refuses it');
  });

  test.each([
    ['new', '"new" is not a version of the stack'],
    ['7.17', 'What ES|QL of 7.17 takes is not known'],
  ])('%s is a mistake of the call', async (stack, message) => {
    await space.write({ 'a.toml': RULE });
    const { code, err } = await space.run(['validate', '--stack', stack]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
