import type { Check } from '../check.js';

const ID = '8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11';
const OVERLAY = `[overlay]\nrule_id = "${ID}"\nenabled = true`;

/** See `summary`. */
export const uniqueOverlay: Check = {
  name: 'unique-overlay',
  since: '0.1.0',
  severity: 'error',
  summary: 'Write one overlay for a prebuilt rule, and none for a rule of the repository.',
  rationale:
    'An overlay says what a team sets on a rule that Elastic maintains. Of two for one rule nobody can tell which counts; and a rule that the repository defines itself says in its own file what it sets.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/install-manage-elastic-prebuilt-rules'],
  examples: {
    invalid: [
      { 'a.toml': OVERLAY, 'b.toml': OVERLAY },
      { 'a.toml': OVERLAY, 'rule.toml': `rule_id = "${ID}"` },
    ],
    valid: [{ 'a.toml': OVERLAY, 'rule.toml': 'rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"' }],
  },
  *repository({ overlays = [], rules }) {
    const own = new Map(rules.map(({ file, value }) => [value.ruleId, file]));
    const first = new Map<string, string>();
    for (const { file, value } of overlays) {
      const { ruleId } = value;
      const [rule, before] = [own.get(ruleId), first.get(ruleId)];
      if (before === undefined) first.set(ruleId, file);
      if (rule !== undefined)
        yield {
          file,
          path: ['overlay', 'rule_id'],
          what: `${rule} defines the rule ${ruleId} itself.`,
          why: 'An overlay is for rules that Elastic maintains; what it sets on this one would fight with its file.',
          fix: `Set the values in ${rule}, and remove the overlay.`,
        };
      else if (before !== undefined)
        yield {
          file,
          path: ['overlay', 'rule_id'],
          what: `${before} is an overlay of the rule ${ruleId} already.`,
          why: 'Of two overlays nobody can tell which counts.',
          fix: 'Put what both say into one file.',
        };
    }
  },
};
