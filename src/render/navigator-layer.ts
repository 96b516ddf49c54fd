import type { JsonObject } from '../values/json.js';
import type { AttackMatrix, CoveredTechnique } from './attack-matrix.js';
import type { ListedRule } from './rule-indexes.js';
import { stateOf, techniquesOf } from './attack-matrix.js';

/** Marks a layer as written by dragnet. */
const GENERATOR = { name: 'generator', value: 'dragnet docs build' };

// The Navigator's own names of platforms that rules have under the same name.
const NAVIGATOR_PLATFORMS = new Set(['Windows', 'macOS', 'Linux']);

/**
 * A layer for the ATT&CK Navigator, format 4.5: each technique and sub-technique that rules name, with the number of these rules as its score
 * and their names as its comment. `platform` says which rules are meant, and `own` holds them; absent: all.
 * https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export function navigatorLayer(matrix: AttackMatrix, platform?: string, own?: ReadonlySet<ListedRule>): JsonObject {
  const cells = techniquesOf(matrix)
    .map((cell) => withRulesOf(cell, own))
    .flatMap((cell) => [cell, ...cell.below])
    .filter(({ rules }) => rules.length > 0)
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const highest = cells.reduce((most, { rules }) => Math.max(most, rules.length), 1);
  return {
    name: platform === undefined ? 'Rules' : `Rules: ${platform}`,
    versions: { attack: matrix.version.split('.', 1)[0] ?? matrix.version, navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `Techniques that rules name${platform === undefined ? '' : ` which watch ${platform}`}; the score is the number of rules.`,
    ...(platform !== undefined && NAVIGATOR_PLATFORMS.has(platform) ? { filters: { platforms: [platform] } } : {}),
    sorting: 0,
    layout: { layout: 'side', showID: true, showName: true, expandedSubtechniques: 'annotated' },
    hideDisabled: false,
    techniques: cells.map(technique),
    gradient: { colors: ['#eaf4ff', '#1f6fd0'], minValue: 0, maxValue: highest },
    legendItems: [],
    showTacticRowBackground: false,
    tacticRowBackground: '#dddddd',
    selectTechniquesAcrossTactics: true,
    selectSubtechniquesWithParent: false,
    metadata: [GENERATOR],
  };
}

/** Whether a text is a layer that dragnet wrote. */
export function isNavigatorLayer(text: string): boolean {
  return (
    text.includes(`"layer": "4.5"`) &&
    text.includes(`"name": "${GENERATOR.name}",\n      "value": "${GENERATOR.value}"`)
  );
}

/** A technique with those of its rules that are meant, and the sub-techniques that still have any. */
function withRulesOf(cell: CoveredTechnique, own: ReadonlySet<ListedRule> | undefined): CoveredTechnique {
  const rules = own === undefined ? cell.rules : cell.rules.filter((rule) => own.has(rule));
  const below = cell.below.map((sub) => withRulesOf(sub, own)).filter((sub) => sub.rules.length > 0);
  return { ...cell, rules, below };
}

function technique(cell: CoveredTechnique): JsonObject {
  const { id, rules, below } = cell;
  const tested = rules.filter(({ isTested }) => isTested).length;
  return {
    techniqueID: id,
    score: rules.length,
    comment: rules.map(({ rule }) => rule.name).join('\n'),
    enabled: true,
    metadata: [
      { name: 'state', value: stateOf(cell) },
      { name: 'rules with tests', value: `${tested}` },
    ],
    showSubtechniques: below.length > 0,
  };
}
