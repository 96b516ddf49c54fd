import type { KeyPath } from '../../definitions/locate.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';

const test = (now: string, rest = ''): string =>
  `[[test]]\nname = "stays silent"\nnow = ${now}\n${rest}expect = { alerts = 0 }`;

/** A date, its time of day if there is one, and date math behind it; no zone. */
const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(\|\|.*)?$/u;

/** See `summary`. */
export const testTimeHasZone: Check = {
  name: 'test-time-has-zone',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write the times of tests (`now`, `run_at`) with their zone.',
  rationale:
    'A TOML date-time without a zone is local: it says no instant until somebody adds where it was. `dragnet test` takes such times as UTC, as Elasticsearch takes dates of documents without a zone, so that a test gives the same on every machine; a reader takes them for the clock on the wall. `--fix` adds the `Z` that counts already. Times of documents are left as they are: Elasticsearch reads them.',
  references: ['https://toml.io/en/v1.0.0#local-date-time'],
  examples: {
    invalid: [
      test('2026-05-01T12:00:00'),
      test('"2026-05-01 12:00"'),
      test('2026-05-01T12:00:00Z', 'run_at = ["now", "2026-05-02", "2026-05-03T00:00:00||+1h"]\n'),
      `[defaults]\nnow = 2026-05-01T12:00:00.5\n\n${test('2026-05-01T14:00:00+02:00')}`,
    ],
    valid: [
      test('2026-05-01T12:00:00Z'),
      test('"2026-05-01T14:00:00+02:00"'),
      test('2026-05-01T12:00:00Z', 'run_at = ["now", "now+5m", "2026-05-03T00:00:00Z||+1h"]\n'),
    ],
  },
  *test(table) {
    for (const { path, written } of timesOf(table)) {
      const [, day, time, math = ''] = LOCAL.exec(written) ?? [];
      if (day === undefined) continue;
      const withZone = `${day}T${time ?? '00:00:00'}Z${math}`;
      yield {
        path,
        what: `${shown(written)} has no zone.`,
        why: 'It counts as UTC; a reader may take it for local time.',
        fix: `Write ${shown(withZone)}, or the zone that is meant.`,
        repair: setting(path, withZone),
      };
    }
  },
};

function* timesOf({
  defaults,
  test: tests,
}: JsonObject): Generator<{ path: KeyPath; written: string }, void, undefined> {
  const tables: (readonly [KeyPath, unknown])[] = [
    [['defaults'], defaults],
    ...(isJsonArray(tests) ? tests : []).map((entry, at) => [['test', at], entry] as const),
  ];
  for (const [above, table] of tables) {
    if (!isJsonObject(table)) continue;
    for (const key of ['now', 'run_at']) {
      const value = table[key];
      if (typeof value === 'string') yield { path: [...above, key], written: value };
      for (const [at, item] of (isJsonArray(value) ? value : []).entries()) {
        if (typeof item === 'string') yield { path: [...above, key, at], written: item };
      }
    }
  }
}

/** Without the milliseconds that reading adds. */
function shown(time: string): string {
  return time.replace('.000', '');
}
