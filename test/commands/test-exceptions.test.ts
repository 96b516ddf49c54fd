import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const rule = (id: string, lists: string): string => `[metadata]
creation_date = "2026/01/02"
maturity = "production"
updated_date = "2026/01/02"

[rule]
author = ["Ann"]
description = "Finds log-ins."
exceptions_list = [${lists}]
from = "now-6m"
index = ["logs-*"]
language = "kuery"
name = "Rule ${id}"
query = "event.action: login"
risk_score = 21
rule_id = "${id}"
severity = "low"
type = "query"
`;
const named = (id: string): string => `{ id = "1", list_id = "${id}", type = "detection", namespace_type = "single" }`;
const events = `events = ["events.ndjson"]
now = 2026-05-01T12:00:00Z
`;
const tests = (matched: string, more = ''): string => `[defaults]
${events}${more}
[[test]]
name = "log-ins of others"
expect = { matched = [${matched}] }
`;
const list = (id: string, entry: string): string => `[metadata]
list_name = "${id}"

[[exceptions]]
[exceptions.container]
list_id = "${id}"
name = "${id}"
type = "detection"

[[exceptions.items]]
name = "known"
entries = [${entry}]
`;
const EVENTS = [
  { _id: 'a', '@timestamp': 'now-1m', event: { action: 'login' }, user: { name: 'ann' } },
  { _id: 's', '@timestamp': 'now-2m', event: { action: 'login' }, user: { name: 'svc' } },
];

let space: Workspace;

beforeAll(async () => {
  space = await workspace({
    'rules/events.ndjson': EVENTS.map((event) => JSON.stringify(event)).join('\n'),
    'rules/one.toml': rule('11111111-1111-4111-8111-111111111111', named('robots')),
    'rules/one.test.toml': tests('"a"'),
    'rules/two.toml': rule('22222222-2222-4222-8222-222222222222', `${named('robots')}, ${named('nowhere')}`),
    'rules/two.test.toml': tests('"a", "s"', 'exceptions = []\n'),
    'rules/three.toml': rule('33333333-3333-4333-8333-333333333333', `${named('nowhere')}, ${named('endpoint_list')}`),
    'rules/three.test.toml': tests('"a", "s"'),
    'rules/four.toml': rule('44444444-4444-4444-8444-444444444444', named('robots')),
    'rules/four.test.toml': tests('"s"', 'exceptions = ["../lists/people.toml"]\n'),
    'lists/robots.toml': list(
      'robots',
      '{ field = "user.name", type = "list", operator = "included", list = { id = "names", type = "keyword" } }',
    ),
    'lists/people.toml': list(
      'people',
      '{ field = "user.name", type = "match", operator = "included", value = "ann" }',
    ),
    'lists/names.toml': '[[value_lists]]\nid = "names"\ntype = "keyword"\nvalues = ["svc"]\n',
  });
});
afterAll(async () => {
  await space.remove();
});

describe('exceptions that a rule names in exceptions_list', () => {
  it('apply from the files of the repository, unless a test names others or none', async () => {
    const { code, err, out } = await space.run(['test']);
    expect(out + err).toContain('4 passed');
    expect(code).toBe(0);
    expect(err.match(/warning: no file has the exception list "nowhere"/g)).toHaveLength(1);
    expect(err).not.toContain('endpoint_list');
  });

  it('apply where only the rule is selected, too', async () => {
    for (const args of [['rules/one.toml'], ['--filter', 'rules/one.*']]) {
      const { code, err, out } = await space.run(['test', ...args]);
      expect(out + err).toContain('1 passed');
      expect([code, err.includes('warning')]).toEqual([0, false]);
    }
  });
});
