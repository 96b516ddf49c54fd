import { isBuildingBlock } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';

/** See `summary`. */
export const guidePresent: Check = {
  name: 'guide-present',
  since: '0.1.0',
  severity: 'info',
  profiles: { recommended: 'off', elastic: 'warning' },
  summary: 'Give rules of high and critical severity an investigation guide.',
  rationale:
    'An urgent alert is no time to work out what to look at. elastic/detection-rules demands a section `## Triage and analysis` in `note` of its rules of these severities, building blocks left out.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides'],
  examples: {
    invalid: ['severity = "high"\nrisk_score = 73'],
    valid: [
      "severity = \"high\"\nrisk_score = 73\nnote = '''\n## Triage and analysis\n\nLook.\n'''",
      'severity = "low"\nrisk_score = 21',
    ],
  },
  *rule(rule) {
    const { severity, note = '' } = rule;
    if ((severity !== 'high' && severity !== 'critical') || isBuildingBlock(rule)) return;
    if (/^[ \t]*##[ \t]+triage and analysis/imu.test(note)) return;
    yield {
      path: note === '' ? ['rule', 'severity'] : ['rule', 'note'],
      what: `A rule of severity ${severity} has no section "## Triage and analysis".`,
      why: 'Whoever gets its alerts has to find out alone what to look at.',
      fix: 'Add the section to note: what happened, what to check, what to do.',
    };
  },
};
