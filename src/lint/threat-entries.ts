import type { KeyPath } from '../definitions/locate.js';
import type { Rule } from '../model/rule.js';
import type { Threat, ThreatTactic } from '../model/threat.js';
import { attackUrl } from '../schemas/attack.js';
import type { Attack } from '../schemas/attack.js';

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

/** Whether the reference of an entry is the page of this id in MITRE ATT&CK. */
export function isUrlOf({ reference }: ThreatTactic, id: string): boolean {
  return attackUrl(id) === (reference.endsWith('/') ? reference : `${reference}/`);
}

/** The id that the name of an entry has, where its own id is that of another one: neither name nor URL agree with it. */
export function idMeant({ entries }: Attack, entry: ThreatTactic): string | undefined {
  const known = entries.get(entry.id);
  if (known === undefined || known.name === entry.name || isUrlOf(entry, known.id)) return undefined;
  return [...entries.values()].find(({ name }) => name === entry.name)?.id;
}
