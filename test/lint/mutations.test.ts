import { describe, expect, it } from 'vitest';
import { ordered } from '../../src/diagnostics/order.js';
import { CHECKS } from '../../src/lint/checks/index.js';
import { PROFILES, severityIn } from '../../src/lint/profiles.js';
import type { Profile } from '../../src/lint/profiles.js';
import { lint } from '../../src/lint/run.js';
import { MUTATIONS, NAME } from './check-mutations.js';
import { CLEAN } from './clean-repository.js';
import { inputOf } from './lint-files.js';

/** A day on which no exception of the repository has expired. */
const NOW = Date.parse('2026-06-01T00:00:00Z');

function found(files: Readonly<Record<string, string>>, profile: Profile): readonly string[] {
  const input = { ...inputOf(files), profile, now: NOW };
  return ordered(lint(input)).map(({ severity, code, span }) => {
    const text = input.texts.get(span.file) ?? '';
    return `${span.file} ${severity} ${code} «${text.slice(span.start, span.end)}»`;
  });
}

it.each(PROFILES)('finds nothing in a repository with nothing wrong: %s', (profile) => {
  expect(found(CLEAN, profile)).toEqual([]);
});

it('has a fault for every check, and for nothing else', () => {
  expect(Object.keys(MUTATIONS)).toEqual(CHECKS.map(({ name }) => name));
});

describe.each(CHECKS)('$name', (check) => {
  const profile = PROFILES.find((name) => severityIn(check, name) !== 'off') ?? 'recommended';
  it.each(MUTATIONS[check.name] ?? [])('is all that is said of one fault: %s', (file, before, after, ...expected) => {
    const { [file]: text = '', ...others } = CLEAN;
    if (before !== NAME) expect(text.split(before), before).toHaveLength(2);
    const files =
      before === NAME ? { ...others, [after]: text } : { ...others, [file]: text.replace(before, () => after) };
    const all = expected.map((said) => (said.includes('.toml ') ? said : `${file} ${said}`));
    expect(found(files, profile).toSorted()).toEqual(all.toSorted());
  });
});
