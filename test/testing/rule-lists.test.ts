import { describe, expect, test } from 'vitest';
import { parseRuleLists } from '../../src/testing/rule-lists.js';

const LIST = `
[metadata]
list_name = "Deployments"
rule_ids = ["4b1a92d2-6f0c-4d3c-9a8b-6d7f2c1e9a10"]

[[exceptions]]
[exceptions.container]
name = "Deployments"
list_id = "deployments"
type = "detection"
namespace_type = "single"

[[exceptions.items]]
name = "the deployment user"
expire_time = 2027-01-01T00:00:00Z
os_types = ["linux"]
entries = [
  { field = "user.name", type = "match", operator = "included", value = "deploy" },
  { field = "process.name", type = "match_any", operator = "excluded", value = ["sh", "bash"] },
  { field = "host.id", type = "exists" },
  { field = "parts", type = "nested", entries = [{ field = "name", type = "match", value = "x" }] },
]
`;

describe('files of exception lists and value lists', () => {
  test('exceptions have their entries, included unless they say otherwise', () => {
    const { exceptions } = parseRuleLists('x.toml', LIST);
    expect(exceptions).toEqual([
      {
        listId: 'deployments',
        name: 'Deployments',
        type: 'detection',
        namespaceType: 'single',
        items: [
          {
            name: 'the deployment user',
            expireTime: '2027-01-01T00:00:00.000Z',
            osTypes: ['linux'],
            entries: [
              { field: 'user.name', type: 'match', operator: 'included', value: 'deploy' },
              { field: 'process.name', type: 'match_any', operator: 'excluded', value: ['sh', 'bash'] },
              { field: 'host.id', type: 'exists', operator: 'included' },
              {
                field: 'parts',
                type: 'nested',
                operator: 'included',
                entries: [{ field: 'name', type: 'match', operator: 'included', value: 'x' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('value lists have their values', () => {
    const text = '[[value_lists]]\nid = "scanners"\ntype = "ip"\nvalues = ["10.0.0.1"]\n';
    expect(parseRuleLists('x.toml', text).valueLists).toEqual([{ id: 'scanners', type: 'ip', values: ['10.0.0.1'] }]);
  });

  test.each([
    ['what is not TOML', 'x = ', /x\.toml is not TOML/],
    ['another kind of file', '[rule]\n', /has neither \[\[exceptions\]\] nor \[\[value_lists\]\]/],
    [
      'an exists entry with a value',
      LIST.replace('type = "exists"', 'type = "exists", value = "x"'),
      /x\.toml: .*value/,
    ],
    ['match without a value', LIST.replace(', value = "deploy"', ''), /x\.toml: .*has no value/],
    ['an unknown type of entry', LIST.replace('"exists"', '"exist"'), /x\.toml: .*exist/],
  ])('%s is refused by name', (_, text, message) => {
    expect(() => parseRuleLists('x.toml', text)).toThrow(message);
  });
});
