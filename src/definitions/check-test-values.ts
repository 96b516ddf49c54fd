import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { KeyPositions } from './locate.js';
import type { KeyPath } from './locate.js';
import type { TomlFile } from './parse-toml.js';

/** What is wrong with a value, and where it stands. */
interface Mistake extends Pick<Diagnostic, 'code' | 'what' | 'why' | 'fix'> {
  readonly path: KeyPath;
}

/** Any instant: whether date math can be read does not depend on it. */
const SOME_NOW = new Date(0);

/** Checks of a test file what its schema cannot say: times of `run_at` that are none, and bounds of `alerts` that no number keeps. */
export function checkTestValues(file: TomlFile & { readonly table: JsonObject }): readonly Diagnostic[] {
  const { defaults, test } = file.table;
  const tables: readonly (readonly [KeyPath, JsonValue | undefined])[] = [
    [['defaults'], defaults],
    ...(isJsonArray(test) ? test.map((item, at) => [['test', at], item] as const) : []),
  ];
  const mistakes = tables.flatMap(([path, table]) =>
    isJsonObject(table) ? [...runTimes(path, table), ...bounds(path, table)] : [],
  );
  if (mistakes.length === 0) return [];
  const positions = new KeyPositions(file);
  return mistakes.map(({ path, ...said }) => ({ ...said, severity: 'error', span: positions.value(path) }));
}

function runTimes(path: KeyPath, { run_at: times }: JsonObject): readonly Mistake[] {
  if (!isJsonArray(times)) return [];
  return times.flatMap((time, at) => {
    if (typeof time === 'string' && absoluteTime(time, SOME_NOW) !== undefined) return [];
    return [
      {
        code: 'test/wrong-run-at',
        path: [...path, 'run_at', at],
        what: `run_at has ${printJson(time)}, which is no time.`,
        why: 'The rule runs once at each of these times; it cannot run at this one.',
        fix: 'Write date math from now, like "now+5m" (units: y, M, w, d, h, m, s), or a date with time.',
      },
    ];
  });
}

function bounds(path: KeyPath, { expect }: JsonObject): readonly Mistake[] {
  const alerts = isJsonObject(expect) ? expect['alerts'] : undefined;
  if (!isJsonObject(alerts)) return [];
  const { min, max } = alerts;
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return [];
  return [
    {
      code: 'test/wrong-bounds',
      path: [...path, 'expect', 'alerts', 'min'],
      what: `expect.alerts has min ${min}, which is more than max ${max}.`,
      why: 'No number of alerts is both, so the test can never pass.',
      fix: `Write alerts = { min = ${max}, max = ${min} }, or leave one of them out.`,
    },
  ];
}
