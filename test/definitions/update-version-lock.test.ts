import { describe, expect, test } from 'vitest';
import { updateVersionLock, type RuleToLock } from '../../src/definitions/update-version-lock.js';
import { NEW_LOCK, printLockText, readLockText, updated } from '../../src/definitions/version-lock-text.js';
import type { JsonObject } from '../../src/values/json.js';

const ID = '0f616aee-8161-4120-857e-742366f5eeb3';
const RULE: RuleToLock = { file: 'a.toml', id: ID, name: 'A', type: 'query', sha256: 'new' };
const ENTRY = { rule_name: 'A', sha256: 'old', type: 'query', version: 7 };

function update(entry: JsonObject | undefined, rule: Partial<RuleToLock>): { entry: unknown; said: unknown } {
  const { lock, changes, problems } = updateVersionLock(
    entry === undefined ? {} : { [ID]: entry },
    [{ ...RULE, ...rule }],
    '8.19',
  );
  const said = problems[0]?.code ?? (changes[0] ? `${changes[0].kind} ${changes[0].to}` : 'unchanged');
  return { entry: lock[ID], said };
}

describe('the version of a rule', () => {
  test('starts at 1, or at the version of its file', () => {
    expect(update(undefined, {})).toEqual({ entry: { ...ENTRY, sha256: 'new', version: 1 }, said: 'new 1' });
    expect(update(undefined, { version: 4, minStack: '9.1.2' }).entry).toEqual({
      ...ENTRY,
      min_stack_version: '9.1',
      sha256: 'new',
      version: 4,
    });
    expect(update(undefined, { maturity: 'development' })).toEqual({ entry: undefined, said: 'unchanged' });
  });

  test('goes up by one when the content changes, and only then', () => {
    expect(update(ENTRY, {})).toEqual({ entry: { ...ENTRY, sha256: 'new', version: 8 }, said: 'changed 8' });
    expect(update(ENTRY, { sha256: 'old', name: 'Other' })).toEqual({ entry: ENTRY, said: 'unchanged' });
    expect(update(ENTRY, { alternative: 'old' }).said).toBe('unchanged');
  });

  test('keeps what the entry has besides', () => {
    const stackEmit = { '9.5': { sha256: 'x', version: 8 } };
    expect(update({ ...ENTRY, stack_emit: stackEmit }, {}).entry).toMatchObject({ stack_emit: stackEmit, version: 8 });
  });

  test('leaves room for older stacks when the rule asks for a newer one', () => {
    const { entry, said } = update({ ...ENTRY, min_stack_version: '8.19' }, { minStack: '9.1.0' });
    expect(said).toBe('fork 107');
    expect(entry).toEqual({
      rule_name: 'A',
      sha256: 'new',
      type: 'query',
      version: 107,
      min_stack_version: '9.1',
      previous: { '8.19': { ...ENTRY, max_allowable_version: 106 } },
    });
  });

  test('of an entry that names no stack stays where the content is the same', () => {
    expect(update(ENTRY, { minStack: '9.1.0', sha256: 'old' })).toEqual({ entry: ENTRY, said: 'unchanged' });
    expect(update(ENTRY, { minStack: '9.1.0' }).said).toBe('fork 107');
    expect(update(ENTRY, { minStack: '8.3.0' }).said).toBe('changed 8');
  });

  test('for an older stack goes up within the room that it has', () => {
    const previous = { '8.19': { ...ENTRY, max_allowable_version: 8 } };
    const forked = { ...ENTRY, sha256: 'forked', version: 107, min_stack_version: '9.1', previous };
    const { entry, said } = update(forked, {});
    expect(said).toBe('changed 8');
    expect(entry).toEqual({ ...forked, previous: { '8.19': { ...previous['8.19'], sha256: 'new', version: 8 } } });
    expect(update({ ...forked, previous: { '8.19': { ...ENTRY, max_allowable_version: 7 } } }, {}).said).toBe(
      'lock/fork-full',
    );
    expect(update({ ...forked, previous: {} }, {}).said).toBe('lock/fork-missing');
    expect(update(forked, { sha256: 'old' }).said).toBe('unchanged');
  });
});

test('adopting takes the hash, and leaves the version', () => {
  const { lock, changes } = updateVersionLock({ [ID]: ENTRY }, [RULE], '8.19', true);
  expect(lock[ID]).toEqual({ ...ENTRY, sha256: 'new' });
  expect(changes.map(({ kind, to }) => [kind, to])).toEqual([['adopted', 7]]);
});

describe('refused', () => {
  test('a change of type, a demotion, an id used twice', () => {
    expect(update(ENTRY, { type: 'eql' })).toEqual({ entry: ENTRY, said: 'lock/type-changed' });
    expect(update(ENTRY, { maturity: 'beta' })).toEqual({ entry: ENTRY, said: 'lock/demoted' });
    expect(update(ENTRY, { maturity: 'deprecated' }).said).toBe('unchanged');
    const twice = updateVersionLock({}, [RULE, { ...RULE, file: 'b.toml' }], '8.19');
    expect(twice.problems.map(({ code, file }) => [code, file])).toEqual([['lock/duplicate-id', 'b.toml']]);
  });
});

describe('the text of a lock', () => {
  test.each([
    ['four spaces, no line break at the end', JSON.stringify({ a: ENTRY, b: { x: [] } }, null, 4)],
    ['tabs and CRLF', `${JSON.stringify({ a: ENTRY }, null, '\t').replaceAll('\n', '\r\n')}\r\n`],
    ['escapes of Python', '{\n  "a": {\n    "rule_name": "caf\\u00e9"\n  }\n}\n'],
    ['characters as they are', '{\n  "a": {\n    "rule_name": "café"\n  }\n}\n'],
  ])('stays as it was written: %s', (_, text) => {
    const read = readLockText(text);
    expect(typeof read === 'string' ? read : printLockText(read.lock, read)).toBe(text);
  });

  test('new entries are sorted in where the others are sorted, else they come last', () => {
    expect(Object.keys(updated({ a: 1, c: 2 }, { b: 3 }))).toEqual(['a', 'b', 'c']);
    expect(Object.keys(updated({ c: 2, a: 1 }, { b: 3 }))).toEqual(['c', 'a', 'b']);
  });

  test('what is no lock is said', () => {
    expect(readLockText('[]')).toContain('not a JSON object');
    expect(readLockText('{')).toContain('not JSON');
    expect(printLockText({}, NEW_LOCK)).toBe('{}\n');
  });
});
