import { techniqueExample } from '../threat-example.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const attackFrameworkFits: Check = {
  name: 'attack-framework-fits',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Name the framework that the ids of a threat belong to.',
  rationale:
    'Ids of MITRE ATLAS start with `AML.`, those of MITRE ATT&CK do not. Under the wrong framework an entry appears in the map of neither.',
  references: ['https://attack.mitre.org', 'https://atlas.mitre.org'],
  examples: {
    invalid: [techniqueExample({}).replace('MITRE ATT&CK', 'MITRE ATLAS')],
    valid: [techniqueExample({})],
  },
  *rule({ threat = [] }) {
    for (const [at, { framework, tactic }] of threat.entries()) {
      const fitting = tactic.id.startsWith('AML.') ? 'MITRE ATLAS' : 'MITRE ATT&CK';
      if (framework === fitting) continue;
      yield {
        path: ['rule', 'threat', at, 'framework'],
        what: `The framework is "${framework}", but ${tactic.id} belongs to ${fitting}.`,
        why: 'The entry appears in the map of neither framework.',
        fix: `Set framework to "${fitting}".`,
        repair: setting(['rule', 'threat', at, 'framework'], fitting),
      };
    }
  },
};
