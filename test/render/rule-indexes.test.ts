import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/rule.js';
import { printPage } from '../../src/render/print-page.js';
import { dataSourcesOf, platformsOf, tacticsOf } from '../../src/render/rule-facets.js';
import { ruleIndexes } from '../../src/render/rule-indexes.js';
import { BASE, EQL, MACHINE_LEARNING, QUERY, SAVED_QUERY } from './sample-rules.js';

const pages = new Map(
  ruleIndexes([
    { rule: QUERY, path: 'docs/rules/sign-in-from-tor.md', isTested: true },
    { rule: { ...EQL, severity: 'critical', name: 'A | B <script>' }, path: 'docs/rules/a-b.md', isTested: false },
    { rule: SAVED_QUERY, path: 'docs/rules/saved.md', isTested: false },
  ]).map(([path, page]) => [path, printPage(page)]),
);
const headings = (path: string): readonly (string | undefined)[] =>
  [...(pages.get(path) ?? '').matchAll(/^## (.*)$/gm)].map(([, title]) => title);

test('there is a page of all rules, and one a facet', () => {
  expect([...pages.keys()]).toEqual(
    ['index', 'by-tactic', 'by-platform', 'by-data-source', 'by-severity', 'by-type'].map(
      (name) => `docs/indexes/${name}.md`,
    ),
  );
  const index = pages.get('docs/indexes/index.md') ?? '';
  expect(index).toContain('3 rules, 1 with tests.\n');
  expect(index).toContain(
    String.raw`| [A \| B &lt;script&gt;](../rules/a-b.md) | Event correlation | critical | No tactic |`,
  );
  expect(index).toContain('[Sign-in From `TOR`](../rules/sign-in-from-tor.md)');
  expect(index).toContain('building block, deprecated');
  for (const name of ['by-tactic', 'by-type', '../attack/coverage']) expect(index).toContain(`](${name}.md)`);
});

test('groups stand in the order of the field, others by name', () => {
  expect(headings('docs/indexes/by-severity.md')).toEqual(['critical', 'low']);
  expect(headings('docs/indexes/by-tactic.md')).toEqual(['Initial Access', 'Initial Access (ATLAS)', 'No tactic']);
  expect(headings('docs/indexes/by-type.md')).toEqual(['Custom query', 'Saved query', 'Event correlation']);
  expect(pages.get('docs/indexes/by-severity.md')).toContain(
    '## low\n\n2 rules, 1 with tests.\n\n- [Saved Search of the Night Shift](../rules/saved.md): low, Saved query, building block, deprecated\n- [Sign-in From `TOR`](../rules/sign-in-from-tor.md): low, Custom query, tested\n',
  );
});

test('no rules, no indexes', () => {
  expect(ruleIndexes([])).toEqual([]);
});

describe('facets', () => {
  const ml = (more: Partial<Rule>, integration: readonly string[] = [], raw = {}): Rule =>
    ({ ...MACHINE_LEARNING, ...more, metadata: { ...BASE.metadata, integration, raw } }) as Rule;

  test.each([
    [ml({ tags: ['OS: Windows', 'OS: Linux', 'Domain: Endpoint'] }, ['aws']), ['Windows', 'Linux']],
    [ml({}, ['endpoint'], { os_type_list: ['macos', 'other'] }), ['macOS']],
    [ml({ tags: ['Domain: Cloud'] }, ['aws.cloudtrail', 'endpoint', 'azure']), ['AWS', 'Azure']],
    [ml({ tags: ['Domain: Identity'] }, ['unknown']), ['Identity']],
    [ml({ tags: ['OS:', 'constructor: x'] }, ['__proto__', 'constructor']), ['Other']],
  ])('platforms %#', (rule, platforms) => {
    expect(platformsOf(rule)).toEqual(platforms);
  });

  test.each([
    [ml({ tags: ['Data Source: AWS', 'Data Source: AWS', 'Data Source: Okta'] }, ['x']), ['AWS', 'Okta']],
    [ml({}, ['okta']), ['okta']],
    [ml({}), ['Other']],
  ])('data sources %#', (rule, sources) => {
    expect(dataSourcesOf(rule)).toEqual(sources);
  });

  test('tactics, each once', () => {
    const [threat] = QUERY.threat ?? [];
    expect(tacticsOf({ ...QUERY, threat: threat === undefined ? [] : [threat, threat] })).toEqual(['Initial Access']);
  });
});
