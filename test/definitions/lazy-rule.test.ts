import { expect, test, vi } from 'vitest';
import { digestOf, lazyRule } from '../../src/definitions/lazy-rule.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toRule } from '../../src/definitions/to-model.js';

const whole = toRule(
  parseToml(
    'a.toml',
    '[metadata]\nmaturity = "production"\n[rule]\nname = "N"\nrule_id = "i"\ntype = "query"\nquery = "*"\n',
  ).table ?? {},
);

test('a lazy rule is read when more is asked than its digest has, and once', () => {
  const load = vi.fn(() => whole);
  const lazy = lazyRule(digestOf(whole), load);
  expect([lazy.name, lazy.ruleId, lazy.metadata.maturity, lazy.version]).toEqual(['N', 'i', 'production', undefined]);
  expect(load).not.toHaveBeenCalled();
  expect(lazy.type).toBe('query');
  expect({ ...lazy }).toEqual(whole);
  expect(JSON.stringify(lazy)).toBe(JSON.stringify(whole));
  expect('query' in lazy).toBe(true);
  expect('version' in lazy).toBe(false);
  expect(load).toHaveBeenCalledTimes(1);
});
