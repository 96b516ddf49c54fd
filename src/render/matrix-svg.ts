import { stateOf, type AttackMatrix, type CoveredTechnique, type MatrixColumn } from './attack-matrix.js';
import { oneLine } from './markdown.js';

const COLUMN = 138;
const ROW = 34;
const GAP = 4;
const HEAD = 40;
const LEGEND = 36;
const MARGIN = 8;
/** Characters of a name that fit into a cell at the size of its letters, a line. */
const LETTERS = 24;

// Each state has a colour of its own and a border of its own, so that it is told apart in print and by those who see no colours. The
// contrast of letters to ground is at least 4.5 in each.
const STYLE = `
  svg { --ground: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #d0d7de; --open: #f6f8fa;
    --covered: #ffe3b0; --tested: #b7e4c0; --more: #7fcf90; --edge: #9a6700; --done: #1a7f37; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #0d1117; --ink: #f0f6fc; --dim: #9198a1; --line: #3d444d; --open: #161b22;
      --covered: #5c4409; --tested: #16492a; --more: #1f6f3a; --edge: #d29922; --done: #3fb950; }
  }
  @media print {
    svg { --ground: #ffffff; --ink: #000000; --dim: #333333; --line: #999999; --open: #ffffff;
      --covered: #eeeeee; --tested: #cccccc; --more: #aaaaaa; --edge: #000000; --done: #000000; }
  }
  .ground { fill: var(--ground); }
  text { font: 9px system-ui, sans-serif; fill: var(--ink); }
  .head { font-weight: 600; font-size: 11px; }
  .dim { fill: var(--dim); }
  rect.open { fill: var(--open); stroke: var(--line); }
  rect.covered { fill: var(--covered); stroke: var(--edge); stroke-dasharray: 4 2; }
  rect.tested { fill: var(--tested); stroke: var(--done); }
  rect.more { fill: var(--more); }
  a:focus rect, a:hover rect { stroke-width: 3; }
`;

/** Where a technique is told of in full; undefined for one that is not. */
export type LinkOf = (cell: CoveredTechnique) => string | undefined;

/**
 * The matrix of ATT&CK as a heat map in SVG: a column a tactic, a cell a technique with the number of its rules; tested techniques, those
 * that only rules without tests cover, and those without a rule differ in colour and border. It follows light and dark and prints in greys.
 * Cells link to where `linkOf` says. The texts are escaped; there are no scripts.
 */
export function matrixSvg(matrix: AttackMatrix, linkOf: LinkOf): string {
  const rows = Math.max(0, ...matrix.columns.map(({ techniques }) => techniques.length));
  const width = 2 * MARGIN + matrix.columns.length * (COLUMN + GAP) - GAP;
  const height = 2 * MARGIN + LEGEND + HEAD + rows * (ROW + GAP);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeXml(`MITRE ATT&CK ${matrix.version}: techniques with rules`)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    legend(),
    ...matrix.columns.map((one, at) => column(one, MARGIN + at * (COLUMN + GAP), linkOf)),
    '</svg>',
    '',
  ].join('\n');
}

function legend(): string {
  const items = [
    ['tested', 'a rule with tests (stronger: 5 rules or more)'],
    ['covered', 'rules, none with tests'],
    ['open', 'no rule'],
  ] as const;
  return items
    .map(([state, words], at) => {
      const x = MARGIN + at * 290;
      return `<rect class="${state}" x="${x}" y="${MARGIN}" width="18" height="14" rx="2"/><text x="${x + 24}" y="${MARGIN + 11}">${words}</text>`;
    })
    .join('\n');
}

function column({ tactic, techniques }: MatrixColumn, x: number, linkOf: LinkOf): string {
  const covered = techniques.filter(({ rules }) => rules.length > 0).length;
  const top = MARGIN + LEGEND;
  return [
    `<g><text class="head" x="${x}" y="${top + 12}">${escapeXml(tactic.name)}</text>`,
    `<text class="dim" x="${x}" y="${top + 26}">${covered} of ${techniques.length}</text>`,
    ...techniques.map((cell, at) => technique(cell, x, top + HEAD + at * (ROW + GAP), linkOf(cell))),
    '</g>',
  ].join('\n');
}

function technique(cell: CoveredTechnique, x: number, y: number, link: string | undefined): string {
  const { id, name, rules } = cell;
  const state = stateOf(cell);
  const tested = rules.filter(({ isTested }) => isTested).length;
  const words = rules.length === 0 ? 'no rule' : `${counted(rules.length)}, ${tested} with tests`;
  const strong = state === 'tested' && rules.length >= 5 ? ' more' : '';
  const box = [
    `<title>${escapeXml(`${id} ${name}: ${words}`)}</title>`,
    `<rect class="${state}${strong}" x="${x}" y="${y}" width="${COLUMN}" height="${ROW}" rx="3"/>`,
    `<text x="${x + 5}" y="${y + 13}">${escapeXml(id)}</text>`,
    ...(rules.length === 0
      ? []
      : [`<text class="head" x="${x + COLUMN - 5}" y="${y + 14}" text-anchor="end">${rules.length}</text>`]),
    `<text class="${rules.length === 0 ? 'dim' : ''}" x="${x + 5}" y="${y + 26}">${escapeXml(shortened(name))}</text>`,
  ].join('');
  return link === undefined ? `<g>${box}</g>` : `<a href="${escapeXml(link)}">${box}</a>`;
}

function shortened(name: string): string {
  const letters = Array.from(oneLine(name));
  return letters.length <= LETTERS ? letters.join('') : `${letters.slice(0, LETTERS - 1).join('')}…`;
}

function counted(rules: number): string {
  return `${rules} rule${rules === 1 ? '' : 's'}`;
}

function escapeXml(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
