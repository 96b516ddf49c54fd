import { techniqueExample } from '../threat-example.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const attackTacticOnce: Check = {
  name: 'attack-tactic-once',
  since: '0.1.0',
  severity: 'warning',
  summary: 'List each tactic of a rule once, with all its techniques.',
  rationale: 'Kibana and the pages show a section per entry: a tactic that stands twice is split in two.',
  examples: {
    invalid: [
      `${techniqueExample({ technique: ['T1059', 'Command and Scripting Interpreter'] })}\n\n${techniqueExample({ technique: ['T1106', 'Native API'] })}`,
    ],
    valid: [`${techniqueExample({})}\n\n${techniqueExample({ tactic: ['TA0003', 'Persistence'] })}`],
  },
  *rule({ threat = [] }) {
    const seen = new Set<string>();
    for (const [at, { tactic }] of threat.entries()) {
      if (seen.has(tactic.id)) {
        yield {
          path: ['rule', 'threat', at, 'tactic', 'id'],
          what: `The tactic ${tactic.id} (${tactic.name}) stands twice.`,
          why: 'Its techniques are shown in two sections.',
          fix: 'Move the techniques into the first [[rule.threat]] of that tactic.',
        };
      }
      seen.add(tactic.id);
    }
  },
};
