import type { Attack } from '../schemas/attack.js';
import { compareTexts } from '../values/text-order.js';
import { attackMatrix, type ListedHunt } from './attack-matrix.js';
import { coverageAnchor, coveragePage, type LayerFile } from './coverage-page.js';
import { GENERATED_MARK } from './generated-page.js';
import { matrixSvg } from './matrix-svg.js';
import { navigatorLayer } from './navigator-layer.js';
import { printPage } from './print-page.js';
import { platformsOf } from './rule-facets.js';
import type { ListedRule } from './rule-indexes.js';
import { slugOf } from './slug.js';

const FOLDER = 'docs/attack';

/**
 * What is told of the coverage of ATT&CK, as files by path: the coverage page, its heat map, and layers for the Navigator, one for all rules
 * and one a platform. None without rules.
 */
export function attackPages(
  attack: Attack,
  rules: readonly ListedRule[],
  hunts: readonly ListedHunt[],
): readonly (readonly [path: string, text: string])[] {
  if (rules.length === 0) return [];
  const matrix = attackMatrix(attack, rules, hunts);
  const platforms = byPlatform(rules);
  const layers: readonly LayerFile[] = [
    { title: 'all rules', name: 'layer-all.json' },
    ...[...platforms.keys()].map((title) => ({ title, name: `layer-${platforms.get(title)?.slug ?? ''}.json` })),
  ];
  const linkOf = (cell: Parameters<typeof coverageAnchor>[0]): string | undefined => {
    const anchor = coverageAnchor(cell);
    return anchor === undefined ? undefined : `coverage.md#${anchor}`;
  };
  return [
    [`${FOLDER}/coverage.md`, printPage(coveragePage(matrix, layers))],
    [`${FOLDER}/coverage.svg`, `${matrixSvg(matrix, linkOf)}${GENERATED_MARK}\n`],
    [`${FOLDER}/layer-all.json`, json(navigatorLayer(matrix))],
    ...[...platforms].map(([platform, { slug, rules: own }]): [string, string] => [
      `${FOLDER}/layer-${slug}.json`,
      json(navigatorLayer(matrix, platform, own)),
    ]),
  ];
}

interface Platform {
  readonly slug: string;
  readonly rules: Set<ListedRule>;
}

// Two names with one slug are one file: the first is its name.
function byPlatform(rules: readonly ListedRule[]): ReadonlyMap<string, Platform> {
  const bySlug = new Map<string, { readonly name: string; readonly platform: Platform }>();
  for (const listed of rules) {
    for (const name of platformsOf(listed.rule)) {
      const slug = slugOf(name) === 'all' ? 'all-platforms' : slugOf(name) || 'platform';
      const known = bySlug.get(slug);
      if (known === undefined) bySlug.set(slug, { name, platform: { slug, rules: new Set([listed]) } });
      else known.platform.rules.add(listed);
    }
  }
  const sorted = [...bySlug.values()].sort((left, right) => compareTexts(left.name, right.name));
  return new Map(sorted.map(({ name, platform }) => [name, platform]));
}

function json(layer: object): string {
  return `${JSON.stringify(layer, null, 2)}\n`;
}
