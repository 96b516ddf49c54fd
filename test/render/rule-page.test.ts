import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/rule.js';
import { rulePage } from '../../src/render/rule-page.js';
import * as samples from './sample-rules.js';

const { BASE, QUERY, EQL, NEW_TERMS, SAVED_QUERY, TESTS, THRESHOLD, THREAT_MATCH } = samples;

describe('the page of each type of rule', () => {
  const rules: readonly Rule[] = [
    QUERY,
    SAVED_QUERY,
    EQL,
    samples.ESQL,
    THRESHOLD,
    NEW_TERMS,
    THREAT_MATCH,
    samples.MACHINE_LEARNING,
  ];

  test.each(rules.map((rule) => [rule.type, rule] as const))('%s', async (type, rule) => {
    const tests = type === 'query' ? { tests: TESTS } : {};
    const page = rulePage(rule, { version: 3, source: `../../rules/idp/${type}.toml`, ...tests });
    await expect(page).toMatchFileSnapshot(`../golden/rules/${type}.md`);
  });

  test('controls of a terminal in a name are shown, not written', () => {
    const page = rulePage({ ...QUERY, name: 'Red \u001b[31m\u202e' }, { version: 3, source: 'a.toml' });
    expect(page).toContain('# Red \u241b\\[31m\ufffd\n');
  });

  test('every type has a page', () => {
    expect(new Set(rules.map((rule) => rule.type)).size).toBe(8);
  });
});

describe('facts', () => {
  test('stand in the order of Elastic’s pages', () => {
    const labels = [...rulePage(QUERY, { version: 3 }).matchAll(/^- \*\*([^*]+):\*\*/gm)].map(([, label]) => label);
    expect(labels.slice(0, 12)).toEqual([
      'Rule type',
      'Rule indices',
      'Severity',
      'Risk score',
      'Runs every',
      'Searches indices from',
      'Maximum alerts per execution',
      'References',
      'Tags',
      'Version',
      'Rule authors',
      'Rule license',
    ]);
    const sections = [...rulePage(QUERY).matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(sections).toEqual([
      'What makes an alert',
      'Data',
      'False positives',
      'Investigation guide',
      'Setup',
      'Rule query',
      'MITRE ATT&CK',
      'MITRE ATLAS',
    ]);
  });

  test('what a rule leaves out is Kibana’s default', () => {
    const page = rulePage({ ...BASE, type: 'query', language: 'kuery', query: 'a: 1' });
    expect(page).toContain('- **Runs every:** `5m` (5 minutes)\n');
    expect(page).toContain(
      '- **Searches indices from:** `now-6m` (each run looks back 6 minutes, 1 minute of it as additional look-back time)\n',
    );
    expect(page).toContain('- **Maximum alerts per execution:** 100\n');
    expect(page).toContain("- **Rule indices:** Kibana's default security indices\n");
    expect(page).not.toContain('**Version:**');
  });

  test.each([
    [{}, 'runs every 5 minutes, looks back 6 minutes'],
    [{ interval: '5m', from: 'now-9m' }, 'runs every 5 minutes, looks back 9 minutes'],
    [{ interval: '1h', from: 'now-1d', to: 'now-1h' }, 'runs every hour, looks back 1 day, up to now-1h'],
    [
      { interval: '24h', from: 'now-1d/d', to: 'now/d' },
      'runs every 24 hours, looks at what came since now-1d/d, up to now/d',
    ],
  ])('timing of %j in words: %s', (times, words) => {
    expect(rulePage({ ...QUERY, from: 'now-6m', interval: '5m', ...times })).toContain(`- **Timing:** ${words}\n`);
  });

  test('a rule without tests says so where somebody looked', () => {
    expect(rulePage(QUERY)).not.toContain('## Tests');
    expect(rulePage(QUERY, { tests: { tests: [] } })).toContain('\n## Tests\n\nThere are no tests.\n');
  });

  test('a risk score of 0 is a score', () => {
    expect(rulePage({ ...QUERY, riskScore: 0 })).toContain('- **Risk score:** 0\n');
  });

  test('the version of the lock goes before that of the file', () => {
    expect(rulePage({ ...QUERY, version: 7 })).toContain('- **Version:** 7\n');
    expect(rulePage({ ...QUERY, version: 7 }, { version: 2 })).toContain('- **Version:** 2\n');
  });
});

describe('EQL', () => {
  test.each([
    ['process where true', 'event that the query finds.'],
    ['sequence [a where true] [b where true]', 'sequence that the query finds: 2 steps in this order.'],
    [
      '/* why */ // how\n sequence by host.id, user.id with maxspan=30s [a where true] [b where true] [c where true]',
      'sequence that the query finds: 3 steps in this order, with the same `host.id` and `user.id`, within 30 seconds.',
    ],
    [
      'sample by host.id [a where true] [b where true]',
      'sample that the query finds: 2 steps in any order, with the same `host.id`.',
    ],
    ['no query at all', 'event, or each sequence of events, that the query finds.'],
  ])('%j gives one alert for each %s', (query, result) => {
    expect(rulePage({ ...EQL, query })).toContain(`One alert for each ${result}\n`);
  });

  test('the picture of a sequence shows missing events, repetitions and the end', () => {
    const page = rulePage({
      ...EQL,
      query:
        'sequence by host.id with maxspan=1h [file where file.name == "<b>\\"`.exe"] by user.id with runs=3 ![network where true] by user.id until [any where false] by user.id',
    });
    expect(page).toContain(
      [
        '```mermaid',
        'flowchart TB',
        '  subgraph all["in this order, same host.id, within 1 hour"]',
        '    step1["1. file where file.name == #34;#60;b#62;#92;#34;#96;.exe#34; by user.id × 3"]',
        '    step2(["2. no network where true by user.id"])',
        '    step1 --> step2',
        '  end',
        '  until[["until any where false by user.id"]]',
        '  all -.-> until',
        '  style step2 stroke-dasharray: 5 5',
        '```',
      ].join('\n'),
    );
  });
});

describe('guides', () => {
  test('nest their headings below those of the page', () => {
    const page = rulePage({ ...QUERY, note: '# Top\ntext\n### Third\nmore\n\nTitle\n---\n' });
    expect(page).toContain(
      '## Investigation guide\n\n### Top\n\ntext\n\n##### Third\n\nmore\n\n#### Title\n\n## Setup\n',
    );
  });

  test('keep code that looks like headings', () => {
    expect(rulePage({ ...QUERY, setup: '```\n## not a heading\n\n\n# nor this\n```' })).toContain(
      '## Setup\n\n```\n## not a heading\n\n\n# nor this\n```\n',
    );
  });

  test('placeholders without an entry, and those of a rule without entries, stay', () => {
    expect(rulePage({ ...QUERY, note: '$osquery_7 and $$' })).toContain('\n$osquery_7 and $\n');
    expect(rulePage({ ...EQL, note: '$osquery_0 and $$' })).toContain('\n$osquery_0 and $$\n');
  });
});

describe('hostile text', () => {
  const HOSTILE = 'a <script>alert(1)</script> | [x](javascript:alert(1)) `b` {{ 1 }} $x$ *c* _d_ &lt;';

  test('in a name renders as itself', () => {
    expect(rulePage({ ...QUERY, name: HOSTILE }).split('\n')[0]).toBe(
      String.raw`# a &lt;script&gt;alert(1)&lt;/script&gt; | \[x\](javascript:alert(1)) ${'`b`'} &#123;{ 1 }} \$x\$ \*c\* \_d\_ &amp;lt;`,
    );
  });

  test('in tags, authors, ids and values stays in its line', () => {
    const evil = '`x`\n\n# Heading <b onclick="x">';
    const page = rulePage({ ...QUERY, tags: [evil], author: [evil], license: evil, ruleId: evil, timelineTitle: evil });
    expect(page).toContain('- **Tags:** `` `x` # Heading <b onclick="x"> ``\n');
    expect(page).toContain(String.raw`- **Rule authors:** \`x\` # Heading &lt;b onclick="x"&gt;` + '\n');
    expect(page).not.toMatch(/^# Heading/m);
  });

  test('a query cannot leave its block', () => {
    const page = rulePage({ ...QUERY, query: '```\n<script>\n````\n# out' });
    expect(page).toContain('`````kuery\n```\n<script>\n````\n# out\n`````\n');
  });

  test('a filter cannot leave its block either', () => {
    expect(rulePage({ ...QUERY, filters: [{ a: '\n```\n# out' }] })).toContain('"a": "\\n```\\n# out"');
  });

  test('links go to web addresses only', () => {
    const page = rulePage({
      ...QUERY,
      references: ['javascript:alert(1)', 'https://example.org/>)<script>'],
      threat: [{ framework: 'MITRE ATT&CK', tactic: { id: 'TA1', name: 'x](y)', reference: 'data:text/html,x' } }],
    });
    expect(page).toContain('  - `javascript:alert(1)`\n');
    expect(page).toContain('  - <https://example.org/%3E%29%3Cscript%3E>\n');
    expect(page).toContain(String.raw`- Tactic: x\](y) (TA1) (${'`data:text/html,x`'})` + '\n');
  });

  test('a pipe stays in its cell', () => {
    const page = rulePage({ ...QUERY, severityMapping: [{ field: 'a|b', value: 'c\\|d|', severity: 'high' }] });
    expect(page).toContain(String.raw`| ${'`a\\|b`'} | ${'`c\\|d\\|`'} | high |`);
  });

  test('keys such as __proto__ in filters and transforms are ordinary', () => {
    const transform = JSON.parse('{"__proto__": [], "osquery": "none"}') as NonNullable<Rule['transform']>;
    expect(rulePage({ ...QUERY, transform, note: '$osquery_0' })).toContain('\n$osquery_0\n');
  });
});
