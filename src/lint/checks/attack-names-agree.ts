import { attackUrl } from '../../schemas/attack.js';
import type { Attack } from '../../schemas/attack.js';
import { attackEntries, idMeant, isUrlOf } from '../threat-entries.js';
import type { ThreatEntry } from '../threat-entries.js';
import { techniqueExample } from '../threat-example.js';
import type { Check, Violation } from '../check.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const attackNamesAgree: Check = {
  name: 'attack-names-agree',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let id, name and URL of a tactic or technique be of the same one.',
  rationale:
    'Kibana shows the name, links the URL and counts by id. Where they differ, an analyst reads about one technique and the coverage map shows another. Names are those of MITRE ATT&CK Enterprise 18.1, or of the version that `dragnet attack import` wrote; ids that it does not have, or has no longer, are the matter of other checks.',
  references: ['https://attack.mitre.org'],
  examples: {
    invalid: [
      techniqueExample({ technique: ['T1059', 'Command-Line Interface'] }),
      techniqueExample({ technique: ['T1053', 'Command and Scripting Interpreter', attackUrl('T1059')] }),
      techniqueExample({ tactic: ['TA0002', 'Execution', attackUrl('TA0003')] }),
    ],
    valid: [techniqueExample({ technique: ['T1059', 'Command and Scripting Interpreter'] })],
  },
  *rule(rule, { attack }) {
    for (const entry of attackEntries(rule)) yield* disagreement(attack, entry);
  },
};

function* disagreement(attack: Attack, { kind, path, entry }: ThreatEntry): Generator<Violation, void, undefined> {
  const known = attack.entries.get(entry.id);
  if (!known || (known.kind === 'technique' && known.status !== 'active')) return;
  const url = attackUrl(known.id);
  const sameName = known.name === entry.name;
  const why = 'Kibana shows the name, links the URL and counts by id.';
  const meant = idMeant(attack, entry);
  if (meant !== undefined) {
    yield {
      path: [...path, 'id'],
      what: `The id ${known.id} is that of "${known.name}"; the name is that of ${meant}.`,
      why,
      fix: `Set the id to "${meant}" if the name is right, else name and reference to those of ${known.id}.`,
    };
    return;
  }
  if (!sameName) {
    yield {
      path: [...path, 'name'],
      what: `The ${kind} ${known.id} has the name "${known.name}", not "${entry.name}".`,
      why,
      fix: `Set name to "${known.name}".`,
      repair: setting([...path, 'name'], known.name),
    };
  }
  if (!isUrlOf(entry, known.id)) {
    yield {
      path: [...path, 'reference'],
      what: `This is not the page of ${known.id}.`,
      why,
      fix: `Set reference to "${url}".`,
      repair: setting([...path, 'reference'], url),
    };
  }
}
