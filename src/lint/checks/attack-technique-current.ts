import type { KeyPath } from '../../definitions/locate.js';
import { attack, successorOf } from '../../schemas/attack.js';
import { attackEntries } from '../threat-entries.js';
import { techniqueExample } from '../threat-example.js';
import type { Check, Violation } from '../check.js';

/** See `summary`. */
export const attackTechniqueCurrent: Check = {
  name: 'attack-technique-current',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use techniques that MITRE has neither revoked nor deprecated.',
  rationale:
    'MITRE replaces techniques (revoked, with a successor) and takes them away (deprecated). Coverage maps of the current version do not show them. The message names the successor where there is one.',
  references: ['https://attack.mitre.org/resources/faq/'],
  examples: {
    invalid: [
      techniqueExample({ technique: ['T1086', 'PowerShell'] }),
      techniqueExample({ tactic: ['TA0011', 'Command and Control'], technique: ['T1043', 'Commonly Used Port'] }),
      '[hunt]\nmitre = ["T1086"]',
    ],
    valid: [
      techniqueExample({
        technique: ['T1059', 'Command and Scripting Interpreter'],
        subtechnique: ['T1059.001', 'PowerShell'],
      }),
      '[hunt]\nmitre = ["T1059.001"]',
    ],
  },
  *rule(rule) {
    for (const { path, entry } of attackEntries(rule)) yield* outdated(entry.id, [...path, 'id']);
  },
  *hunt({ mitre = [] }) {
    for (const [at, id] of mitre.entries()) yield* outdated(id, ['hunt', 'mitre', at]);
  },
};

function* outdated(id: string, path: KeyPath): Generator<Violation, void, undefined> {
  const { entries, version } = attack();
  const entry = entries.get(id);
  if (entry?.kind !== 'technique' || entry.status === 'active') return;
  const successor = successorOf(entry);
  yield {
    path,
    what: `${id} (${entry.name}) is ${entry.status} in MITRE ATT&CK ${version}.`,
    why: 'Coverage maps of the current version do not show it.',
    fix: successor
      ? `Use ${successor.id} (${successor.name}) instead.`
      : `Choose another technique, or take it away: nothing replaces ${id}.`,
  };
}
