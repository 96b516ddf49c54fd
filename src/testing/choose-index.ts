import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { compileWildcard } from '../values/patterns/wildcard.js';

/**
 * The index that a document of a test goes to when its fixture names none: its own data stream where one of the
 * definition's patterns covers it (`data_stream.*`, else `logs-<event.dataset>-default`), else the first pattern
 * with `*` replaced by `default`.
 */
export function chooseIndex(source: JsonObject, patterns: readonly string[]): string {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('-')).map(withoutCluster);
  const covered = dataStreams(source).find((name) => wanted.some((pattern) => compileWildcard(pattern)(name)));
  return covered ?? (wanted[0] ?? 'test').replaceAll('*', 'default').replace(/[-.]$/, '');
}

function dataStreams(source: JsonObject): readonly string[] {
  const { type = 'logs', dataset, namespace = 'default' } = strings(source, 'data_stream');
  const eventDataset = strings(source, 'event')['dataset'];
  return [dataset, eventDataset].flatMap((name) => (name === undefined ? [] : [`${type}-${name}-${namespace}`]));
}

function strings(source: JsonObject, object: string): Readonly<Record<string, string>> {
  const inner = source[object];
  const nested = isJsonObject(inner) ? Object.entries(inner) : [];
  const dotted = Object.entries(source)
    .filter(([key]) => key.startsWith(`${object}.`))
    .map(([key, value]) => [key.slice(object.length + 1), value] as const);
  return Object.fromEntries(
    [...nested, ...dotted].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function withoutCluster(pattern: string): string {
  return pattern.slice(pattern.indexOf(':') + 1);
}
