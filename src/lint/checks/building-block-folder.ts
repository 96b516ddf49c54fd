import { isBuildingBlock } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { foldersOf } from '../file-names.js';

const BLOCK = 'building_block_type = "default"';

/** See `summary`. */
export const buildingBlockFolder: Check = {
  name: 'building-block-folder',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Keep building blocks, and nothing else, in the folder rules_building_block.',
  rationale:
    'The repository elastic/detection-rules keeps them apart, because their alerts are hidden and feed other rules. Where a file lies says then what it is.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/about-building-block-rules'],
  examples: {
    invalid: [{ 'rules/a.toml': BLOCK }, { 'rules_building_block/a.toml': 'license = "Apache-2.0"' }],
    valid: [{ 'rules_building_block/a.toml': BLOCK }, { 'rules/a.toml': 'license = "Apache-2.0"' }],
  },
  *rule(rule, { file }) {
    const isThere = foldersOf(file).includes('rules_building_block');
    if (isBuildingBlock(rule) === isThere) return;
    yield {
      path: isThere ? ['rule'] : ['rule', 'building_block_type'],
      at: 'key',
      what: isThere ? 'The rule is no building block.' : 'The rule is a building block.',
      why: 'The folder says something else.',
      fix: isThere ? 'Move it into rules, or set building_block_type.' : 'Move it into rules_building_block.',
    };
  },
};
