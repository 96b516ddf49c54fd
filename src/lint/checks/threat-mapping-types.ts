import type { Check } from '../check.js';

const RULE = (field: string, value: string): string =>
  `type = "threat_match"\nthreat_mapping = [{ entries = [{ field = "${field}", type = "mapping", value = "${value}" }] }]`;

/** Types whose values are written alike. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['wildcard', 'text'],
  ['keyword', 'text'],
  ['constant_keyword', 'text'],
  ['match_only_text', 'text'],
  ['text', 'text'],
  ['ip', 'address'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['date_nanos', 'date'],
  ...'byte short integer long unsigned_long half_float float double scaled_float'
    .split(' ')
    .map((type) => [type, 'number'] as const),
]);

/** See `summary`. */
export const threatMappingTypes: Check = {
  name: 'threat-mapping-types',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Map fields of events to fields of indicators whose values can be equal.',
  rationale:
    'A threat mapping compares values. A number, date, boolean or address never equals a value of another of these types; Elasticsearch refuses the search when it looks for a word in such a field. Texts are left alone where they are compared with something else: an indicator may keep addresses as text.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: [RULE('source.ip', 'threat.indicator.port'), RULE('process.pid', 'threat.indicator.ip')],
    valid: [RULE('source.ip', 'threat.indicator.ip'), RULE('destination.port', 'threat.indicator.port')],
  },
  *rule(rule, { fields }) {
    if (rule.type !== 'threat_match') return;
    const events = fields.of(rule.index ?? []).fields;
    const indicators = fields.of(rule.threatIndex).fields;
    for (const [group, { entries }] of rule.threatMapping.entries()) {
      for (const [at, { field, value }] of entries.entries()) {
        const [left = '', right = ''] = [events.get(field)?.type, indicators.get(value)?.type];
        if (canBeEqual(left, right)) continue;
        yield {
          path: ['rule', 'threat_mapping', group, 'entries', at, 'value'],
          what: `${field} is of type ${left}, ${value} of type ${right}.`,
          why: 'Their values are never equal: the rule finds nothing.',
          fix: 'Map fields of one type.',
        };
      }
    }
  },
};

/** Unknown types, and texts, are taken to be equal to anything. */
function canBeEqual(left: string, right: string): boolean {
  const [one = 'text', other = 'text'] = [FAMILIES.get(left), FAMILIES.get(right)];
  return one === other || one === 'text' || other === 'text';
}
