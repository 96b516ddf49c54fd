import type { KeyPath } from '../definitions/locate.js';
import type { Rule } from '../model/rule.js';
import type { Threat, ThreatTactic } from '../model/threat.js';

/** A tactic, technique or sub-technique of a rule's `threat`, with its place and what it stands under. */
export interface ThreatEntry {
  readonly kind: 'tactic' | 'technique' | 'sub-technique';
  readonly path: KeyPath;
  readonly entry: ThreatTactic;
  readonly threat: Threat;
  /** Of a sub-technique: its technique. */
  readonly parent?: ThreatTactic;
}

/** The entries of `[[rule.threat]]` in the order of the file, those of MITRE ATLAS left out: their data are not built in. */
export function attackEntries(rule: Rule): readonly ThreatEntry[] {
  return (rule.threat ?? []).flatMap((threat, at) => entriesOf(threat, ['rule', 'threat', at]));
}

function entriesOf(threat: Threat, path: KeyPath): readonly ThreatEntry[] {
  const entries: ThreatEntry[] = [{ kind: 'tactic', path: [...path, 'tactic'], entry: threat.tactic, threat }];
  for (const [at, technique] of (threat.technique ?? []).entries()) {
    const techniquePath = [...path, 'technique', at];
    entries.push({ kind: 'technique', path: techniquePath, entry: technique, threat });
    for (const [below, entry] of (technique.subtechnique ?? []).entries()) {
      entries.push({
        kind: 'sub-technique',
        path: [...techniquePath, 'subtechnique', below],
        entry,
        threat,
        parent: technique,
      });
    }
  }
  return entries.filter(({ entry }) => !entry.id.startsWith('AML.'));
}
