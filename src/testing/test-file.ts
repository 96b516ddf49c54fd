import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Bounds, Expectation, Patch, TestCase, TestFile } from './test-case.js';

/** Keys of a test or its expectations that the schema knows and the runner does not serve yet (docs/parity.md). */
const LATER = ['run_at', 'exceptions', 'enrich', 'lookup', 'indicators', 'anomalies', 'value_lists', 'engine'];
const LATER_EXPECT = ['sequences', 'groups'];

/**
 * Makes tests of the table of a `.test.toml` file that its JSON Schema has accepted; `[defaults]` fill what a test leaves out.
 * Times may be TOML datetimes (already ISO text here) or strings.
 */
export function toTestFile(file: string, table: JsonObject): TestFile {
  const defaults = object(table['defaults']);
  const tests = list(table['test']).filter(isJsonObject);
  return { file, tests: tests.map((test, position) => toTestCase(position, { ...defaults, ...test })) };
}

function toTestCase(position: number, test: JsonObject): TestCase {
  const expect = object(test['expect']);
  const { todo, query, index } = test;
  return {
    name: text(test['name']),
    position,
    now: instant(text(test['now'])),
    mappings: strings(test['mappings']),
    events: strings(test['events']),
    history: list(test['history']).filter((item) => typeof item === 'string' || isJsonObject(item)),
    ...(typeof index === 'string' ? { index } : {}),
    inline: list(test['event']).filter(isJsonObject),
    patches: list(test['patch']).filter(isJsonObject).map(toPatch),
    query: typeof query === 'number' ? query : 1,
    expect: toExpectation(expect),
    ...(typeof todo === 'string' ? { todo } : {}),
    unsupported: [
      ...LATER.filter((key) => Object.hasOwn(test, key)),
      ...LATER_EXPECT.filter((key) => Object.hasOwn(expect, key)).map((key) => `expect.${key}`),
    ],
  };
}

function toPatch(patch: JsonObject): Patch {
  return { id: text(patch['id']), set: object(patch['set']), unset: strings(patch['unset']) };
}

function toExpectation(expect: JsonObject): Expectation {
  const { alerts, matched, matched_any: matchedAny, alert, rows, columns, ordered, warnings, error } = expect;
  return {
    ...(typeof alerts === 'number' ? { alerts } : isJsonObject(alerts) ? { alerts: toBounds(alerts) } : {}),
    ...(matched === undefined ? {} : { matched: strings(matched) }),
    ...(matchedAny === undefined ? {} : { matchedAny: strings(matchedAny) }),
    ...(alert === undefined
      ? {}
      : {
          alert: list(alert)
            .filter(isJsonObject)
            .map((entry) => object(entry['fields'])),
        }),
    ...(rows === undefined ? {} : { rows: list(rows).filter(isJsonObject) }),
    ...(columns === undefined ? {} : { columns: strings(columns) }),
    ...(warnings === undefined ? {} : { warnings: strings(warnings) }),
    ...(typeof error === 'string' ? { error } : {}),
    ordered: ordered === true,
  };
}

function toBounds({ min, max }: JsonObject): Bounds {
  return { ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) };
}

function object(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : value === undefined || value === null ? [] : [value];
}

function strings(value: JsonValue | undefined): readonly string[] {
  return list(value).filter((item) => typeof item === 'string');
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A time without a zone is UTC, on every machine; an invalid date for what is no time, date math included: nothing to count from. */
function instant(written: string): Date {
  const time = written.startsWith('now') ? undefined : absoluteTime(written, new Date(0));
  return new Date(time ?? Number.NaN);
}
