import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Hunt } from '../../src/model/hunt.js';
import type { Rule } from '../../src/model/rule.js';
import { attackPages } from '../../src/render/attack-pages.js';
import { isGeneratedPage } from '../../src/render/generated-page.js';
import type { ListedRule } from '../../src/render/rule-indexes.js';
import { toAttack, type AttackEntry } from '../../src/schemas/attack.js';
import { BASE } from './sample-rules.js';

const technique = (id: string, name: string, ...tactics: string[]): AttackEntry => ({
  kind: 'technique',
  id,
  name,
  tactics,
  status: 'active',
});
const ATTACK = toAttack('99.2', [
  { kind: 'tactic', id: 'TA0005', name: 'Defense Evasion' },
  { kind: 'tactic', id: 'TA0001', name: 'Initial Access' },
  technique('T1078', 'Valid Accounts', 'TA0001', 'TA0005'),
  technique('T1078.004', 'Cloud Accounts', 'TA0001', 'TA0005'),
  technique('T1566', 'Phishing', 'TA0001'),
  technique('T1070', 'Indicator Removal', 'TA0005'),
  { kind: 'technique', id: 'T1000', name: 'Gone', tactics: [], status: 'deprecated' },
]);

const rule = (name: string, ids: readonly string[], more: Partial<Rule> = {}): Rule =>
  ({
    ...BASE,
    name,
    type: 'query',
    language: 'kuery',
    query: 'a: 1',
    tags: ['OS: Windows'],
    threat: [
      {
        framework: 'MITRE ATT&CK',
        tactic: { id: 'TA0001', name: 'Initial Access', reference: '' },
        technique: ids
          .filter((id) => !id.includes('.'))
          .map((id) => ({
            id,
            name: `Name of ${id}`,
            reference: '',
            subtechnique: ids
              .filter((sub) => sub.startsWith(`${id}.`))
              .map((sub) => ({ id: sub, name: sub, reference: '' })),
          })),
      },
    ],
    ...more,
  }) as Rule;
const listed = (one: Rule, isTested = false): ListedRule => ({
  rule: one,
  path: `docs/rules/${one.name}.md`,
  isTested,
});

const RULES = [
  listed(rule('beta', ['T1078', 'T1078.004']), true),
  listed(rule('alpha', ['T1078'], { tags: ['OS: Linux', 'OS: Windows'] })),
  listed(rule('gamma <b>', ['T1566'], { tags: ['Domain: Cloud'] })),
  listed(rule('old', ['T1070'], { metadata: { integration: [], maturity: 'deprecated', raw: {} } })),
  listed(rule('strange', ['T1000', 'T9999'], { tags: [] })),
];
const HUNT = { hunt: { name: 'A hunt', mitre: ['T1070.001', 'AML.T0051'] } as unknown as Hunt, path: 'docs/h.md' };
const pages = new Map(attackPages(ATTACK, RULES, [HUNT]));
const page = (name: string): string => pages.get(`docs/attack/${name}`) ?? '';

interface Layer {
  readonly name: string;
  readonly versions: object;
  readonly filters?: object;
  readonly techniques: readonly { readonly techniqueID: string; readonly score: number; readonly comment: string }[];
}
const layer = (name: string): Layer => JSON.parse(page(name)) as Layer;

describe('layers for the Navigator', () => {
  test('one for all rules, one a platform, each as its schema wants it', () => {
    const names = [...pages.keys()].filter((path) => path.endsWith('.json'));
    expect(names).toEqual(
      ['all', 'cloud', 'linux', 'other', 'windows'].map((platform) => `docs/attack/layer-${platform}.json`),
    );
    const schema = JSON.parse(
      readFileSync(new URL('../fixtures/navigator-layer-4.5.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv2020().compile(schema);
    for (const path of names) {
      expect(validate(JSON.parse(pages.get(path) ?? '')), JSON.stringify(validate.errors)).toBe(true);
      expect(isGeneratedPage(pages.get(path) ?? '')).toBe(true);
    }
    expect(isGeneratedPage('{"versions": {"layer": "4.5"}}')).toBe(false);
  });

  test('the score of a technique is the number of its rules, the comment names them', () => {
    expect(layer('layer-all.json').techniques).toMatchObject([
      { techniqueID: 'T1078', score: 2, comment: 'alpha\nbeta' },
      { techniqueID: 'T1078.004', score: 1, comment: 'beta' },
      { techniqueID: 'T1566', score: 1, comment: 'gamma <b>' },
    ]);
    expect(layer('layer-linux.json')).toMatchObject({
      name: 'Rules: Linux',
      versions: { attack: '99', layer: '4.5' },
      filters: { platforms: ['Linux'] },
      techniques: [{ techniqueID: 'T1078', score: 1, comment: 'alpha' }],
    });
    expect(layer('layer-cloud.json').filters).toBeUndefined();
  });
});

describe('the coverage page', () => {
  const text = page('coverage.md');

  test('counts techniques with rules and with tested rules, by tactic', () => {
    expect(text).toContain('of 3 techniques 2 have a rule, 1 a rule with tests.');
    expect(text).toContain('| [Initial Access](https://attack.mitre.org/tactics/TA0001/) | 2 | 2 | 1 |\n');
    expect(text).toContain('| [Defense Evasion](https://attack.mitre.org/tactics/TA0005/) | 2 | 1 | 1 |\n');
    expect(text.indexOf('Initial Access')).toBeLessThan(text.indexOf('Defense Evasion'));
  });

  test('links from techniques to rules, hunts and MITRE', () => {
    expect(text).toContain(
      [
        '## T1078 Valid Accounts',
        '',
        '- **Tactics:** Initial Access, Defense Evasion',
        '- **State:** tested',
        '- **At MITRE:** [T1078](https://attack.mitre.org/techniques/T1078/)',
        '',
        'Named by:',
        '',
        '- [alpha](../rules/alpha.md)',
        '- [beta](../rules/beta.md) (tested)',
        '- Sub-technique [T1078.004 Cloud Accounts](https://attack.mitre.org/techniques/T1078/004/)',
        '  - [beta](../rules/beta.md) (tested)',
        '',
      ].join('\n'),
    );
    expect(text).toContain('## T1070 Indicator Removal\n');
    expect(text).toContain('- Hunt: [A hunt](../../docs/h.md)\n');
    expect(text).toContain('[gamma &lt;b&gt;]');
  });

  test('names what the version does not have', () => {
    const others = text.slice(text.indexOf('## Not in this version of ATT&CK'));
    for (const id of ['AML.T0051', 'T1000 Name of T1000', 'T9999 Name of T9999']) expect(others).toContain(`- ${id}\n`);
  });
});

describe('the heat map', () => {
  const svg = page('coverage.svg');

  test('has a cell a technique and tactic, told apart by more than colour, that links to its rules', () => {
    const cells = [...svg.matchAll(/<title>([^<]*)<\/title><rect class="([^"]*)"/g)].map(([, title, state]) => [
      title,
      state,
    ]);
    expect(cells).toEqual([
      ['T1566 Phishing: 1 rule, 0 with tests', 'covered'],
      ['T1078 Valid Accounts: 2 rules, 1 with tests', 'tested'],
      ['T1070 Indicator Removal: no rule', 'open'],
      ['T1078 Valid Accounts: 2 rules, 1 with tests', 'tested'],
    ]);
    expect(svg).toContain('<a href="coverage.md#t1078-valid-accounts">');
    expect(svg).toMatch(/rect\.covered \{[^}]*stroke-dasharray/);
  });

  test('follows light, dark and print, has a name, and runs nothing', () => {
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
    expect(svg).toContain('@media print');
    expect(svg).toContain('role="img" aria-labelledby="title"');
    expect(svg).not.toContain('<script');
    const evil = toAttack('1', [
      { kind: 'tactic', id: 'TA0001', name: '</text><script>alert(1)</script>' },
      technique('T1078', '"><script>', 'TA0001'),
    ]);
    const hostile = new Map(attackPages(evil, RULES, [])).get('docs/attack/coverage.svg') ?? '';
    expect(hostile).not.toContain('<script');
    expect(hostile).toContain('&lt;/text&gt;&lt;script&gt;');
  });

  test('letters have a contrast of 4.5 to each ground, in all three', () => {
    const blocks = [...svg.matchAll(/svg \{([^}]*)\}/g)].map(([, body]) => body ?? '');
    expect(blocks).toHaveLength(3);
    for (const block of blocks) {
      const colours = new Map(
        [...block.matchAll(/--(\w+): (#\w{6})/g)].map(([, name = '', value = '']) => [name, value]),
      );
      const contrast = (ink: string, ground: string): number => contrastOf(colours.get(ink), colours.get(ground));
      for (const ground of ['ground', 'open', 'covered', 'tested', 'more'])
        expect(contrast('ink', ground), `${block} ink on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['ground', 'open']) expect(contrast('dim', ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('no rules, no pages', () => {
  expect(attackPages(ATTACK, [], [HUNT])).toEqual([]);
});

// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
function contrastOf(left = '#000000', right = '#000000'): number {
  const [high = 0, low = 0] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
