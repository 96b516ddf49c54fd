import { nearest } from '../../diagnostics/did-you-mean.js';
import { valueProblem } from '../../languages/value-problem.js';
import { parseIpAddress } from '../../values/ip-address.js';
import type { Check } from '../check.js';

/** Types that value lists can have. https://www.elastic.co/docs/api/doc/kibana/operation/operation-createlist */
const TYPES: readonly string[] =
  'binary boolean byte date date_nanos date_range double double_range float float_range geo_point geo_shape half_float integer integer_range ip ip_range keyword long long_range shape short text'.split(
    ' ',
  );

const LIST = (type: string, value: string): string =>
  `[[value_lists]]\nid = "scanners"\ntype = "${type}"\nvalues = ["${value}"]`;

/** See `summary`. */
export const valueListValuesFit: Check = {
  name: 'value-list-values-fit',
  since: '0.1.0',
  severity: 'error',
  summary: 'Put values into a value list that its type can hold.',
  rationale:
    'Kibana keeps the values of a list in an index of its type: what is no address, number, date or boolean is refused when the list is uploaded. A range of addresses is CIDR or `from-to`.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-manage-value-lists'],
  examples: {
    invalid: [LIST('ip', 'scanner-1'), LIST('ip_range', '10.0.0.1-x'), LIST('keywords', 'x')],
    valid: [LIST('ip', '10.0.0.1'), LIST('ip_range', '10.0.0.1-10.0.0.9'), LIST('keyword', 'x')],
  },
  *valueLists(lists) {
    for (const [at, { type, values }] of lists.entries()) {
      const path = ['value_lists', at];
      if (!TYPES.includes(type)) {
        const [meant] = nearest(type, TYPES, 1);
        yield {
          path: [...path, 'type'],
          what: `Kibana has no value lists of type ${type}.`,
          why: 'The list cannot be made.',
          fix: meant === undefined ? 'Use keyword, ip, ip_range or text.' : `Use ${meant}.`,
        };
        continue;
      }
      for (const [place, value] of values.entries()) {
        if (fits(type, value)) continue;
        yield {
          path: [...path, 'values', place],
          what: `"${value}" is no value of type ${type}.`,
          why: 'Kibana refuses the list, or leaves the value out.',
          fix: 'Correct the value, or the type of the list.',
        };
      }
    }
  },
};

function fits(type: string, value: string): boolean {
  if (type === 'ip') return parseIpAddress(value.trim()) !== undefined;
  if (type !== 'ip_range') return valueProblem(type, value) === undefined;
  const ends = value.split('-').map((end) => end.trim());
  return ends.length === 2
    ? ends.every((end) => parseIpAddress(end) !== undefined)
    : valueProblem('ip', value.trim()) === undefined;
}
