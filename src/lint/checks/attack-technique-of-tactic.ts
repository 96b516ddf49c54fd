import { attackEntries, idMeant } from '../threat-entries.js';
import { techniqueExample } from '../threat-example.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const attackTechniqueOfTactic: Check = {
  name: 'attack-technique-of-tactic',
  since: '0.1.0',
  severity: 'warning',
  summary: 'List a technique under a tactic that it serves, a sub-technique under its technique.',
  rationale:
    'A coverage map has one column per tactic. A technique under a tactic that it does not belong to has no place there. Data: MITRE ATT&CK Enterprise 18.1, or the version that `dragnet attack import` wrote.',
  references: ['https://attack.mitre.org'],
  examples: {
    invalid: [
      techniqueExample({ technique: ['T1003', 'OS Credential Dumping'] }),
      techniqueExample({
        technique: ['T1059', 'Command and Scripting Interpreter'],
        subtechnique: ['T1053.005', 'Scheduled Task'],
      }),
    ],
    valid: [
      techniqueExample({
        technique: ['T1059', 'Command and Scripting Interpreter'],
        subtechnique: ['T1059.001', 'PowerShell'],
      }),
    ],
  },
  *rule(rule, { attack }) {
    const { entries } = attack;
    for (const { kind, path, entry, threat, parent } of attackEntries(rule)) {
      const known = entries.get(entry.id);
      if (known?.kind !== 'technique' || known.status !== 'active') continue;
      // An id that is wrong itself fits nowhere: attack-id-known and attack-names-agree tell it, once.
      const above = parent ?? threat.tactic;
      if (!entries.has(above.id) || idMeant(attack, entry) !== undefined || idMeant(attack, above) !== undefined)
        continue;
      if (kind === 'sub-technique') {
        if (parent === undefined || entry.id.startsWith(`${parent.id}.`)) continue;
        yield {
          path: [...path, 'id'],
          what: `${entry.id} (${known.name}) is not a sub-technique of ${parent.id}.`,
          why: 'It has no place under that technique, neither in Kibana nor in coverage maps.',
          fix: `List it under ${entry.id.split('.')[0] ?? ''}, or choose a sub-technique of ${parent.id}.`,
        };
      } else if (!known.tactics.includes(threat.tactic.id)) {
        const tactics = known.tactics.map((id) => `${entries.get(id)?.name ?? ''} (${id})`);
        yield {
          path: [...path, 'id'],
          what: `${entry.id} (${known.name}) does not serve the tactic ${threat.tactic.name} (${threat.tactic.id}).`,
          why: 'It has no place in the column of that tactic, neither in Kibana nor in coverage maps.',
          fix: `List it under ${tactics.join(' or ')}.`,
        };
      }
    }
  },
};
