import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { KeyPositions } from './locate.js';
import type { KeyPath } from './locate.js';
import type { TomlFile } from './parse-toml.js';

const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?$/;

/**
 * Checks that every test of a file has a clock: `now`, its own or that of `[defaults]`, a date with time; without a zone it is UTC.
 */
export function checkNow(file: TomlFile & { readonly table: JsonObject }): readonly Diagnostic[] {
  const { defaults, test } = file.table;
  const shared = isJsonObject(defaults) ? defaults['now'] : undefined;
  const tests = Array.isArray(test) ? (test as readonly JsonValue[]) : [];
  const wrong: KeyPath[] = shared === undefined || isInstant(shared) ? [] : [['defaults', 'now']];
  const missing: KeyPath[] = [];
  for (const [at, item] of tests.entries()) {
    const own = isJsonObject(item) && Object.hasOwn(item, 'now') ? item['now'] : undefined;
    if (own === undefined && shared === undefined) missing.push(['test', at]);
    else if (own !== undefined && !isInstant(own)) wrong.push(['test', at, 'now']);
  }
  if (wrong.length + missing.length === 0) return [];
  const positions = new KeyPositions(file);
  const value = (path: KeyPath): JsonValue =>
    path.reduce<JsonValue>((inner, step) => (inner as JsonObject)[step] ?? null, file.table);
  const why = 'The test freezes its clock there: window, date math and NOW() count from it, on every machine alike.';
  return [
    ...wrong.map((path): Diagnostic => ({
      code: 'test/wrong-now',
      severity: 'error',
      span: positions.value(path),
      what: `now is ${printJson(value(path))}, not a date with time.`,
      why,
      fix: 'Write it like now = 2026-05-01T12:00:00Z.',
    })),
    ...missing.map((path): Diagnostic => ({
      code: 'test/missing-now',
      severity: 'error',
      span: positions.key(path),
      what: 'The test has no now, neither its own nor in [defaults].',
      why,
      fix: 'Add now = 2026-05-01T12:00:00Z to the test, or to [defaults].',
    })),
  ];
}

/** A date that exists: `2026-02-30` is none, though JavaScript reads it as March. */
function isInstant(value: JsonValue): boolean {
  if (typeof value !== 'string') return false;
  const day = INSTANT.exec(value)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(value.replace(' ', 'T')))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
