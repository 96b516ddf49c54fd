import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { Check } from '../check.js';

const test = (name: string): string =>
  `[[test]]\nname = "${name}"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 0 }`;

/** See `summary`. */
export const uniqueTestNames: Check = {
  name: 'unique-test-names',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give every test of a file a name of its own.',
  rationale: 'Results name tests: where two have the same name, nobody knows which of them failed.',
  examples: {
    invalid: [`${test('stays silent')}\n\n${test('stays silent')}`],
    valid: [`${test('stays silent for root')}\n\n${test('stays silent for others')}`],
  },
  *test(table) {
    const seen = new Set<unknown>();
    for (const [at, entry] of (isJsonArray(table['test']) ? table['test'] : []).entries()) {
      const name = isJsonObject(entry) ? entry['name'] : undefined;
      if (seen.has(name)) {
        yield {
          path: ['test', at, 'name'],
          what: `Another test of this file is called ${JSON.stringify(name)}, too.`,
          why: 'Results do not tell which of the two failed.',
          fix: 'Say in the name what this test is about and the other is not.',
        };
      }
      seen.add(name);
    }
  },
};
