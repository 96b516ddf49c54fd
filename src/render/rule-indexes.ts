import type { Rule } from '../model/rule.js';
import { compareTexts } from '../values/text-order.js';
import { paragraph, section, type Block, type Inlines, type ListItem, type Page } from './page.js';
import { FACETS, tacticsOf, type Facet } from './rule-facets.js';
import { TYPE_NAMES } from './rule-facts.js';

/** A rule and where its page stands, below the root of the pages. */
export interface ListedRule {
  readonly rule: Rule;
  readonly path: string;
  /** Whether it has tests. */
  readonly isTested: boolean;
}

const FOLDER = 'docs/indexes';

// A rule stands in half a dozen indexes: one link is printed once.
const LINKS = new WeakMap<ListedRule, Inlines>();

/** The index pages of rules by path: all rules, then one page a facet (tactic, platform, data source, severity, type). */
export function ruleIndexes(rules: readonly ListedRule[]): readonly (readonly [path: string, page: Page])[] {
  if (rules.length === 0) return [];
  const sorted = [...rules].sort(
    (left, right) => compareTexts(left.rule.name, right.rule.name) || compareTexts(left.path, right.path),
  );
  return [
    [`${FOLDER}/index.md`, overview(sorted)],
    ...FACETS.map((facet) => [`${FOLDER}/${facet.name}.md`, facetPage(facet, sorted)] as const),
  ];
}

/** A link to the page of a rule, as it is seen from a page in a folder beside `docs/rules`. */
export function ruleLink(listed: ListedRule): Inlines {
  const known = LINKS.get(listed);
  if (known !== undefined) return known;
  const target = `../${listed.path.replace(/^docs\//, '')}`;
  const link: Inlines = [{ kind: 'File', text: listed.rule.name, target, as: 'name' }];
  LINKS.set(listed, link);
  return link;
}

function overview(rules: readonly ListedRule[]): Page {
  const others: readonly ListItem[] = [
    ...FACETS.map(({ name, title }) => ({ text: pageLink(title, `${name}.md`) })),
    { text: pageLink('ATT&CK coverage', '../attack/coverage.md') },
  ];
  return {
    title: 'Rules',
    blocks: [
      paragraph(`${counted(rules)}.`),
      { kind: 'List', items: others },
      {
        kind: 'Table',
        head: ['Rule', 'Type', 'Severity', 'Tactics'],
        rows: rules.map((listed) => [
          [...ruleLink(listed), marks(listed.rule)],
          [TYPE_NAMES[listed.rule.type]],
          [listed.rule.severity],
          [tacticsOf(listed.rule).join(', ')],
        ]),
      },
    ],
    sections: [],
  };
}

function facetPage({ title, valuesOf, order }: Facet, rules: readonly ListedRule[]): Page {
  const groups = new Map<string, ListedRule[]>();
  for (const listed of rules) {
    for (const value of valuesOf(listed.rule)) {
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [listed]);
      else group.push(listed);
    }
  }
  const ranks = new Map(order.map((value, at) => [value, at]));
  const rank = (value: string): number => ranks.get(value) ?? order.length;
  const sections = [...groups].sort(([left], [right]) => rank(left) - rank(right) || compareTexts(left, right));
  return {
    title,
    blocks: [paragraph(`${counted(rules)}.`)],
    sections: sections.map(([value, group]) => section(value, [paragraph(`${counted(group)}.`), ruleList(group)])),
  };
}

function ruleList(rules: readonly ListedRule[]): Block {
  return {
    kind: 'List',
    items: rules.map((listed) => ({
      text: [
        ...ruleLink(listed),
        `: ${listed.rule.severity}, ${TYPE_NAMES[listed.rule.type]}${marks(listed.rule)}${listed.isTested ? ', tested' : ''}`,
      ],
    })),
  };
}

function marks({ metadata, buildingBlockType }: Rule): string {
  return [
    ...(buildingBlockType === undefined ? [] : [', building block']),
    ...(metadata.maturity === 'deprecated' ? [', deprecated'] : []),
  ].join('');
}

function counted(rules: readonly ListedRule[]): string {
  const tested = rules.filter(({ isTested }) => isTested).length;
  return `${rules.length} rule${rules.length === 1 ? '' : 's'}, ${tested} with tests`;
}

function pageLink(text: string, target: string): Inlines {
  return [{ kind: 'File', text, target, as: 'name' }];
}
