import type { Check } from '../check.js';

const mapping = (...entries: readonly string[]): string =>
  `type = "threat_match"\nthreat_mapping = [\n  { entries = [\n${entries
    .map((entry) => `    { field = "source.ip", type = "mapping", value = "threat.indicator.ip"${entry} },\n`)
    .join('')}  ] },\n]`;

/** See `summary`. */
export const threatMappingNegation: Check = {
  name: 'threat-mapping-negation',
  since: '0.1.0',
  severity: 'error',
  summary:
    'Use negated entries of an indicator match beside entries that match, and never for the same pair of fields.',
  rationale:
    'Within a group of `threat_mapping` all entries must hold. A group of negated entries only would match nearly everything, and one that both demands and excludes the same pair matches nothing: Kibana refuses both.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: [mapping(', negate = true'), mapping('', ', negate = true')],
    valid: [mapping('')],
  },
  *rule(rule) {
    if (rule.type !== 'threat_match') return;
    for (const [at, { entries }] of rule.threatMapping.entries()) {
      const path = ['rule', 'threat_mapping', at, 'entries'];
      const positive = entries.filter(({ negate }) => negate !== true);
      if (positive.length === 0) {
        yield {
          path: [...path, 0, 'negate'],
          what: 'All entries of this group are negated.',
          why: 'Kibana refuses a group that says only what must not match.',
          fix: 'Add an entry that must match, or take the negation away.',
        };
        continue;
      }
      const pairs = new Set(positive.map(({ field, value }) => JSON.stringify([field, value])));
      for (const [number, { field, value, negate }] of entries.entries()) {
        if (negate !== true || !pairs.has(JSON.stringify([field, value]))) continue;
        yield {
          path: [...path, number, 'negate'],
          what: `${field} and ${value} must match, and must not match.`,
          why: 'Kibana refuses a group that contradicts itself.',
          fix: 'Take one of the two entries away.',
        };
      }
    }
  },
};
