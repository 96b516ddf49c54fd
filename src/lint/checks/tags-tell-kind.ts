import type { Rule } from '../../model/rule.js';
import { isBuildingBlock, queryOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const tagsTellKind: Check = {
  name: 'tags-tell-kind',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Tag machine learning rules, building blocks, rules with a guide and rules that ask a model as such.',
  rationale:
    'The repository elastic/detection-rules demands `Rule Type: ML` and `Rule Type: Machine Learning`, `Rule Type: BBR`, `Resources: Investigation Guide` where `note` has a section "Investigating …", and `Resources: LLM` where a query has `COMPLETION`.',
  examples: {
    invalid: ['tags = ["Domain: Endpoint"]\nbuilding_block_type = "default"'],
    valid: ['tags = ["Rule Type: BBR"]\nbuilding_block_type = "default"'],
  },
  *rule(rule) {
    const tags = rule.tags ?? [];
    for (const [tag, kind] of wanted(rule)) {
      if (tags.includes(tag)) continue;
      yield {
        path: ['rule', 'tags'],
        what: `The rule ${kind}, but has no tag "${tag}".`,
        why: 'Whoever filters rules by their kind does not find it.',
        fix: `Add "${tag}" to tags.`,
        repair: { isSafe: true, edits: [{ kind: 'insert', path: ['rule', 'tags', tags.length], value: tag }] },
      };
    }
  },
};

function wanted(rule: Rule): readonly (readonly [tag: string, kind: string])[] {
  const isLearning = rule.type === 'machine_learning';
  return [
    ...(isLearning ? (['Rule Type: ML', 'Rule Type: Machine Learning'] as const) : []).map(
      (tag) => [tag, 'uses machine learning'] as const,
    ),
    ...(isBuildingBlock(rule) ? [['Rule Type: BBR', 'is a building block'] as const] : []),
    ...(/^#+ +Investigating/mu.test(rule.note ?? '')
      ? [['Resources: Investigation Guide', 'has an investigation guide'] as const]
      : []),
    ...(rule.type === 'esql' && /\|\s*completion\b/iu.test(queryOf(rule) ?? '')
      ? [['Resources: LLM', 'asks a language model'] as const]
      : []),
  ];
}
