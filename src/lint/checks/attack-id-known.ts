import type { Attack } from '../../schemas/attack.js';
import { attackEntries } from '../threat-entries.js';
import { techniqueExample } from '../threat-example.js';
import type { Check, Violation } from '../check.js';
import type { KeyPath } from '../../definitions/locate.js';

/** See `summary`. */
export const attackIdKnown: Check = {
  name: 'attack-id-known',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use ids that MITRE ATT&CK has.',
  rationale:
    'Coverage maps and links are made from the ids of tactics and techniques; one that does not exist drops out of the map and leads nowhere. The built-in version is Enterprise 18.1; `dragnet attack import` writes the data of another one into the repository, and `data` below `[attack]` in `dragnet.toml` names the file. Ids of MITRE ATLAS (`AML.…`) are not looked up.',
  references: ['https://attack.mitre.org'],
  examples: {
    invalid: [
      techniqueExample({ technique: ['T1959', 'Command and Scripting Interpreter'] }),
      '[hunt]\nmitre = ["T1651", "T1652.999"]',
    ],
    valid: [
      techniqueExample({ technique: ['T1059', 'Command and Scripting Interpreter'] }),
      '[hunt]\nmitre = ["T1651", "AML.T0051"]',
    ],
  },
  *rule(rule, { attack }) {
    for (const { path, entry } of attackEntries(rule)) yield* unknownId(attack, entry.id, [...path, 'id'], entry.name);
  },
  *hunt({ mitre = [] }, { attack }) {
    for (const [at, id] of mitre.entries())
      if (!id.startsWith('AML.')) yield* unknownId(attack, id, ['hunt', 'mitre', at]);
  },
};

function* unknownId(
  { entries, version }: Attack,
  id: string,
  path: KeyPath,
  name?: string,
): Generator<Violation, void, undefined> {
  if (entries.has(id)) return;
  const above = entries.get(id.split('.')[0] ?? '');
  const meant = [...entries.values()].find((entry) => entry.name === name) ?? above;
  yield {
    path,
    what: `MITRE ATT&CK ${version} has no "${id}".`,
    why: 'The id drops out of coverage maps, and its link leads nowhere.',
    fix: meant
      ? `Use ${meant.id} (${meant.name}), or look the right id up at https://attack.mitre.org.`
      : 'Look the right id up at https://attack.mitre.org.',
  };
}
