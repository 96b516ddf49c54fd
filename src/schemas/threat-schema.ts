import { choice, formed, list, table, text, type JsonSchema } from './json-schema.js';

const ATTACK = 'https://attack\\.mitre\\.org';
const ATLAS = 'https://atlas\\.mitre\\.org';

const SUBTECHNIQUE = table(
  {
    id: formed(
      '^(T\\d{4}\\.\\d{3}|AML\\.T\\d{4}\\.\\d{3})$',
      'the id of a sub-technique like T1059.004',
      'Id of the sub-technique: `T1059.004`, in ATLAS `AML.T0051.000`.',
      { examples: ['T1059.004'] },
    ),
    name: text('Name of the sub-technique, as MITRE writes it.', { examples: ['Unix Shell'] }),
    reference: formed(
      `^(${ATTACK}/techniques/T\\d+/\\d+|${ATLAS}/techniques/AML\\.T\\d+\\.\\d+)/?$`,
      'the page of a sub-technique like https://attack.mitre.org/techniques/T1059/004/',
      'Page of the sub-technique.',
      { examples: ['https://attack.mitre.org/techniques/T1059/004/'] },
    ),
  },
  ['id', 'name', 'reference'],
  'A sub-technique of the technique.',
);

const TECHNIQUE = table(
  {
    id: formed(
      '^(T\\d{4}|AML\\.T\\d{4})$',
      'the id of a technique like T1059',
      'Id of the technique: `T1059`, in ATLAS `AML.T0051`.',
      { examples: ['T1059'] },
    ),
    name: text('Name of the technique, as MITRE writes it.', { examples: ['Command and Scripting Interpreter'] }),
    reference: formed(
      `^(${ATTACK}/techniques/T\\d+|${ATLAS}/techniques/AML\\.T\\d+)/?$`,
      'the page of a technique like https://attack.mitre.org/techniques/T1059/',
      'Page of the technique.',
      { examples: ['https://attack.mitre.org/techniques/T1059/'] },
    ),
    subtechnique: list(SUBTECHNIQUE, 'Sub-techniques of this technique that the rule detects.'),
  },
  ['id', 'name', 'reference'],
  'A technique of the tactic.',
);

const TACTIC = table(
  {
    id: formed(
      '^(TA\\d{4}|AML\\.TA\\d{4})$',
      'the id of a tactic like TA0002',
      'Id of the tactic: `TA0002`, in ATLAS `AML.TA0005`.',
      { examples: ['TA0002'] },
    ),
    name: text('Name of the tactic, as MITRE writes it.', { examples: ['Execution'] }),
    reference: formed(
      `^(${ATTACK}/tactics/TA\\d+|${ATLAS}/tactics/AML\\.TA\\d+)/?$`,
      'the page of a tactic like https://attack.mitre.org/tactics/TA0002/',
      'Page of the tactic.',
      { examples: ['https://attack.mitre.org/tactics/TA0002/'] },
    ),
  },
  ['id', 'name', 'reference'],
  'The tactic: what the adversary wants.',
);

const FRAMEWORK = choice(['MITRE ATT&CK', 'MITRE ATLAS'], 'The framework that the ids belong to.', {
  examples: ['MITRE ATT&CK'],
});

/** One `[[rule.threat]]`: a tactic with its techniques. */
export const THREAT_ENTRY: JsonSchema = table(
  {
    framework: FRAMEWORK,
    tactic: TACTIC,
    technique: list(TECHNIQUE, 'Techniques of the tactic that the rule detects.'),
  },
  ['framework', 'tactic'],
  'A tactic of MITRE ATT&CK or ATLAS, with techniques.',
);

/** One `[[rule.threat_mappings]]`: the threat entries for another version of the framework. */
export const THREAT_MAPPINGS_ENTRY: JsonSchema = table(
  {
    framework: FRAMEWORK,
    version: text('Version of the framework: `v18`.', { examples: ['v18'] }),
    threat: list({ $ref: '#/$defs/threat' }, 'The tactics and techniques in that version.'),
  },
  ['framework', 'version', 'threat'],
  'Tactics and techniques for one version of a framework; kept in the repository, never sent to Kibana.',
);
