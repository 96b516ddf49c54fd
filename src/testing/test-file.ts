import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { ValueList } from '../model/exception-list.js';
import type { LocalTable } from './local-tables.js';
import type { Bounds, Expectation, ExpectedGroup, Patch, TestCase, TestFile } from './test-case.js';

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
  const { todo, skip, query, index } = test;
  const now = instant(text(test['now']));
  return {
    name: text(test['name']),
    position,
    now,
    mappings: strings(test['mappings']),
    events: strings(test['events']),
    history: documents(test['history']),
    ...(typeof index === 'string' ? { index } : {}),
    inline: list(test['event']).filter(isJsonObject),
    patches: list(test['patch']).filter(isJsonObject).map(toPatch),
    runAt: runTimes(strings(test['run_at']), now),
    ...(test['exceptions'] === undefined ? {} : { exceptions: strings(test['exceptions']) }),
    valueLists: documents(test['value_lists']).map((item) => (typeof item === 'string' ? item : toValueList(item))),
    indicators: documents(test['indicators']),
    anomalies: documents(test['anomalies']),
    lookup: new Map(Object.entries(object(test['lookup'])).map(([name, path]) => [name, text(path)])),
    enrich: toTables(test['enrich']),
    engines: strings(test['engine']).filter((name) => name === 'embedded' || name === 'elasticsearch'),
    query: typeof query === 'number' ? query : 1,
    expect: toExpectation(expect),
    ...(typeof todo === 'string' ? { todo } : {}),
    ...(typeof skip === 'string' ? { skip } : {}),
    ...(test['only'] === true ? { only: true } : {}),
  };
}

/** Name → path, or a table with the file and how it matches. */
function toTables(value: JsonValue | undefined): readonly LocalTable[] {
  return Object.entries(object(value)).map(([name, entry]): LocalTable => {
    if (!isJsonObject(entry)) return { name, file: text(entry) };
    const { type, match_field: matchField } = entry;
    return {
      name,
      file: text(entry['file']),
      ...(type === 'range' || type === 'match' ? { type } : {}),
      ...(typeof matchField === 'string' ? { matchField } : {}),
    };
  });
}

function toPatch(patch: JsonObject): Patch {
  return { id: text(patch['id']), set: object(patch['set']), unset: strings(patch['unset']) };
}

/** What a test expects, from the table `expect`. */
export function toExpectation(expect: JsonObject): Expectation {
  const { alerts, matched, matched_any: matchedAny, alert, rows, columns, ordered, warnings, error } = expect;
  const { sequences, groups } = expect;
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
    ...(sequences === undefined ? {} : { sequences: list(sequences).map(strings) }),
    ...(groups === undefined ? {} : { groups: list(groups).filter(isJsonObject).map(toGroup) }),
    ...(rows === undefined ? {} : { rows: list(rows).filter(isJsonObject) }),
    ...(columns === undefined ? {} : { columns: strings(columns) }),
    ...(warnings === undefined ? {} : { warnings: strings(warnings) }),
    ...(typeof error === 'string' ? { error } : {}),
    ordered: ordered === true,
  };
}

function toGroup({ key, count }: JsonObject): ExpectedGroup {
  return { key: object(key), ...(typeof count === 'number' ? { count } : {}) };
}

function toValueList({ id, type, values }: JsonObject): ValueList {
  return { id: text(id), type: text(type), values: strings(values) };
}

/** Times as dates or date math from now; what is no time is an invalid date, which fails the test. */
function runTimes(written: readonly string[], now: Date): readonly Date[] {
  if (written.length === 0) return [now];
  return written.map((time) => new Date(absoluteTime(time, now) ?? Number.NaN));
}

function documents(value: JsonValue | undefined): readonly (string | JsonObject)[] {
  return list(value).filter((item) => typeof item === 'string' || isJsonObject(item));
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
  const time = written.startsWith('now') ? undefined : absoluteTime(asStrict(written), new Date(0));
  return new Date(time ?? Number.NaN);
}

/** TOML lets a space stand between date and time, and small letters; Elasticsearch does not. */
function asStrict(written: string): string {
  return written.replace(/^(\d{4}-\d\d-\d\d)[t ]/u, '$1T').replace(/z$/u, 'Z');
}
