import type { Check } from '../check.js';
import { techniqueExample } from '../threat-example.js';

/** See `summary`. */
export const tacticTagPresent: Check = {
  name: 'tactic-tag-present',
  since: '0.1.0',
  severity: 'info',
  profiles: { recommended: 'off', elastic: 'warning' },
  summary: 'Tag a rule with the first tactic that it lists in `threat`.',
  rationale:
    'Kibana filters rules by tags, not by `threat`: without `Tactic: …` nobody finds the rule there. Rules without any tags are left alone, and so are machine learning rules.',
  examples: {
    invalid: [`tags = ["Domain: Endpoint"]\n\n${techniqueExample({})}`],
    valid: [`tags = ["Domain: Endpoint", "Tactic: Execution"]\n\n${techniqueExample({})}`],
  },
  *rule({ type, tags = [], threat = [] }, { attack }) {
    if (tags.length === 0 || type === 'machine_learning') return;
    for (const [at, { tactic }] of threat.slice(0, 1).entries()) {
      const known = attack.entries.get(tactic.id);
      const tag = `Tactic: ${tactic.name}`;
      if (known?.kind !== 'tactic' || known.name !== tactic.name || tags.includes(tag)) continue;
      yield {
        path: ['rule', 'threat', at, 'tactic', 'name'],
        what: `The rule has no tag "${tag}".`,
        why: 'Whoever filters rules by tactic does not find it.',
        fix: `Add "${tag}" to tags.`,
        repair: { isSafe: true, edits: [{ kind: 'insert', path: ['rule', 'tags', tags.length], value: tag }] },
      };
    }
  },
};
