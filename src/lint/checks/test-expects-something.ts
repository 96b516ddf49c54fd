import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import type { Check } from '../check.js';

const test = (expect: string): string => `[[test]]\nname = "a case"\nnow = 2026-05-01T12:00:00Z\nexpect = ${expect}`;

/** Expectations that hold whatever happens where their list is empty. */
const EMPTY_IS_NOTHING: readonly string[] = ['matched_any', 'alert', 'warnings'];

/** See `summary`. */
export const testExpectsSomething: Check = {
  name: 'test-expects-something',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Expect something in every test that can fail.',
  rationale:
    'A test whose expectations hold whatever the rule does passes for ever and shows nothing: `ordered` alone, an empty `matched_any`, `alert` or `warnings`, `alerts` of at least 0.',
  examples: {
    invalid: [test('{ ordered = true }'), test('{ matched_any = [] }'), test('{ alerts = { min = 0 } }')],
    valid: [
      test('{ alerts = 0 }'),
      test('{ rows = [] }'),
      test('{ alerts = { min = 1 } }'),
      test('{ error = "unknown" }'),
    ],
  },
  *test(table) {
    const tests = isJsonArray(table['test']) ? table['test'] : [];
    for (const [at, entry] of tests.entries()) {
      if (!isJsonObject(entry) || !isJsonObject(entry['expect']) || canFail(entry['expect'])) continue;
      yield {
        path: ['test', at, 'expect'],
        what: 'This expectation holds whatever happens.',
        why: 'The test can never fail, so it shows nothing.',
        fix: 'Say how many alerts there must be (alerts), from which documents (matched), or which rows.',
      };
    }
  },
};

function canFail(expect: JsonObject): boolean {
  return Object.entries(expect).some(([key, value]) => {
    if (key === 'ordered') return false;
    if (key === 'alerts' && isJsonObject(value)) return value['max'] !== undefined || value['min'] !== 0;
    return !(EMPTY_IS_NOTHING.includes(key) && isJsonArray(value) && value.length === 0);
  });
}
