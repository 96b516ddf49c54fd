import { techniqueExample } from '../threat-example.js';
import type { Check } from '../check.js';

const PREFIX = 'Tactic: ';

/** See `summary`. */
export const tacticTagsAgree: Check = {
  name: 'tactic-tags-agree',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Tag a rule only with tactics that it lists in `threat`.',
  rationale:
    'Filters use the tags, coverage maps use `threat`. A tag `Tactic: …` without its entry in `threat` counts in one and not in the other. Rules without any `threat` are left alone, and so are tags that are the name of no tactic.',
  examples: {
    invalid: [`tags = ["Tactic: Execution", "Tactic: Persistence"]\n\n${techniqueExample({})}`],
    valid: [`tags = ["Tactic: Execution", "Domain: Endpoint"]\n\n${techniqueExample({})}`],
  },
  *rule({ tags = [], threat = [] }, { attack }) {
    const listed = new Set(threat.map(({ tactic }) => tactic.name));
    if (listed.size === 0) return;
    const { tactics: known } = attack;
    for (const [at, tag] of tags.entries()) {
      const tactic = tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : '';
      if (!known.has(tactic) || listed.has(tactic)) continue;
      yield {
        path: ['rule', 'tags', at],
        what: `The rule has the tag "${tag}", but no entry of threat has that tactic.`,
        why: 'Filters by tag and coverage maps disagree about the rule.',
        fix: `Add a [[rule.threat]] for ${tactic}, or take the tag away.`,
      };
    }
  },
};
