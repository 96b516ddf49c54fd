import {
  stateOf,
  techniquesOf,
  type AttackMatrix,
  type CoveredTechnique,
  type ListedHunt,
  type MatrixColumn,
} from './attack-matrix.js';
import { codes, fact, facts, paragraph, section, type Block, type Inlines, type ListItem, type Page } from './page.js';
import { ruleLink } from './rule-indexes.js';
import { slugOf } from './slug.js';

/** A layer file and the platform that it is of. */
export interface LayerFile {
  readonly title: string;
  readonly name: string;
}

/**
 * The page on the coverage of ATT&CK: how much is covered, the heat map, a row a tactic, then a section for each technique that rules
 * or hunts name, whose heading starts with its id.
 */
export function coveragePage(matrix: AttackMatrix, layers: readonly LayerFile[]): Page {
  const techniques = techniquesOf(matrix);
  const named = techniques.filter(isNamed).sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    title: 'ATT&CK coverage',
    blocks: [
      paragraph(
        `MITRE ATT&CK ${matrix.version} (Enterprise): of ${techniques.length} techniques ${count(techniques)} have a rule, ${countTested(techniques)} a rule with tests. Sub-techniques stand with their technique; deprecated rules do not count.`,
      ),
      { kind: 'Image', text: 'Heat map of the techniques that rules cover', target: 'coverage.svg' },
      facts(fact('Layers for the ATT&CK Navigator', layerLinks(layers))),
      {
        kind: 'Table',
        head: ['Tactic', 'Techniques', 'With a rule', 'With tested rules'],
        rows: matrix.columns.map(({ tactic, techniques: cells }) => [
          [{ kind: 'Link', text: tactic.name, url: `https://attack.mitre.org/tactics/${tactic.id}/` }],
          [`${cells.length}`],
          [`${count(cells)}`],
          [`${countTested(cells)}`],
        ]),
      },
    ],
    sections: [
      ...named.map((cell) => section(headingOf(cell), techniqueBlocks(cell, matrix.columns))),
      section('Techniques without a rule', [openTechniques(matrix)]),
      section(
        'Not in this version of ATT&CK',
        matrix.others.length === 0 ? [] : [{ kind: 'List', items: matrix.others.map(otherItem) }],
      ),
    ],
  };
}

/** Where a technique is told of on the page: the anchor that its heading gets from GitHub and VitePress; undefined for one without rules. */
export function coverageAnchor(cell: CoveredTechnique): string | undefined {
  return isNamed(cell) ? slugOf(headingOf(cell)) : undefined;
}

function isNamed({ rules, hunts }: CoveredTechnique): boolean {
  return rules.length > 0 || hunts.length > 0;
}

function headingOf({ id, name }: CoveredTechnique): string {
  return `${id} ${name}`;
}

function techniqueBlocks(cell: CoveredTechnique, columns: readonly MatrixColumn[]): readonly Block[] {
  const tactics = columns.filter(({ techniques }) => techniques.some(({ id }) => id === cell.id));
  return [
    facts(
      fact('Tactics', tactics.map(({ tactic }) => tactic.name).join(', ')),
      fact('State', { tested: 'tested', covered: 'covered by rules without tests', open: 'no rule' }[stateOf(cell)]),
      fact('At MITRE', [{ kind: 'Link', text: cell.id, url: `https://attack.mitre.org/techniques/${cell.id}/` }]),
    ),
    paragraph('Named by:'),
    { kind: 'List', items: [...entries(cell), ...cell.below.map(subItem)] },
  ];
}

function subItem(cell: CoveredTechnique): ListItem {
  const url = `https://attack.mitre.org/techniques/${cell.id.replace('.', '/')}/`;
  return { text: ['Sub-technique ', { kind: 'Link', text: headingOf(cell), url }], items: entries(cell) };
}

function otherItem(cell: CoveredTechnique): ListItem {
  return { text: [headingOf(cell).trim()], items: entries(cell) };
}

function entries({ rules, hunts }: CoveredTechnique): readonly ListItem[] {
  return [
    ...rules.map((listed) => ({ text: [...ruleLink(listed), listed.isTested ? ' (tested)' : ''] })),
    ...hunts.map((listed) => ({ text: ['Hunt: ', ...huntLink(listed)] })),
  ];
}

function huntLink({ hunt, path }: ListedHunt): Inlines {
  return [{ kind: 'File', text: hunt.name, target: `../../${path}`, as: 'name' }];
}

function openTechniques({ columns }: AttackMatrix): Block {
  return {
    kind: 'Table',
    head: ['Tactic', 'Techniques'],
    rows: columns.map(({ tactic, techniques }) => [
      [tactic.name],
      codes(techniques.filter((cell) => stateOf(cell) === 'open').map(({ id }) => id)),
    ]),
  };
}

function layerLinks(layers: readonly LayerFile[]): Inlines {
  return layers.flatMap(({ title, name }, at): Inlines => {
    const link = { kind: 'File' as const, text: title, target: name, as: 'name' as const };
    return at === 0 ? [link] : [', ', link];
  });
}

function count(cells: readonly CoveredTechnique[]): number {
  return cells.filter(({ rules }) => rules.length > 0).length;
}

function countTested(cells: readonly CoveredTechnique[]): number {
  return cells.filter((cell) => stateOf(cell) === 'tested').length;
}
