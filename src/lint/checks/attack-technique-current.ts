import type { KeyPath } from '../../definitions/locate.js';
import type { Repair, RepairValue } from '../../diagnostics/diagnostic.js';
import { attackUrl, successorOf } from '../../schemas/attack.js';
import type { Attack, AttackTechnique } from '../../schemas/attack.js';
import { setting } from '../repairs.js';
import { attackEntries } from '../threat-entries.js';
import type { ThreatEntry } from '../threat-entries.js';
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
  *rule(rule, { attack }) {
    for (const entry of attackEntries(rule))
      yield* outdated(attack, entry.entry.id, [...entry.path, 'id'], (successor) => replaced(attack, entry, successor));
  },
  *hunt({ mitre = [] }, { attack }) {
    for (const [at, id] of mitre.entries()) {
      const path = ['hunt', 'mitre', at];
      yield* outdated(attack, id, path, (successor) => setting(path, successor.id));
    }
  },
};

function* outdated(
  attack: Attack,
  id: string,
  path: KeyPath,
  repairBy: (successor: AttackTechnique) => Repair | undefined,
): Generator<Violation, void, undefined> {
  const { entries, version } = attack;
  const entry = entries.get(id);
  if (entry?.kind !== 'technique' || entry.status === 'active') return;
  const successor = successorOf(attack, entry);
  const repair = successor && repairBy(successor);
  yield {
    path,
    what: `${id} (${entry.name}) is ${entry.status} in MITRE ATT&CK ${version}.`,
    why: 'Coverage maps of the current version do not show it.',
    fix: successor
      ? `Use ${successor.id} (${successor.name}) instead.`
      : `Choose another technique, or take it away: nothing replaces ${id}.`,
    ...(repair && { repair }),
  };
}

/** The entry written anew for its successor: a technique that became a sub-technique goes below the technique of that. */
function replaced(
  { entries }: Attack,
  { kind, path, entry, parent }: ThreatEntry,
  successor: AttackTechnique,
): Repair | undefined {
  const [above = ''] = successor.id.split('.');
  if (kind === 'sub-technique') return parent?.id === above ? setting(path, written(successor)) : undefined;
  const below = 'subtechnique' in entry ? entry.subtechnique : undefined;
  if (above === successor.id) return below === undefined ? setting(path, written(successor)) : undefined;
  const technique = entries.get(above);
  if (below !== undefined || technique?.kind !== 'technique') return undefined;
  return setting(path, { ...written(technique), subtechnique: [written(successor)] });
}

function written({ id, name }: AttackTechnique): Readonly<Record<string, RepairValue>> {
  return { id, name, reference: attackUrl(id) };
}
