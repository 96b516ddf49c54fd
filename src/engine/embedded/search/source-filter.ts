import { isJsonObject, isJsonArray, type JsonObject, type JsonValue } from '../../../values/json.js';
import { compilePattern } from '../query/compile-pattern.js';
import { parsingError } from '../query/query-error.js';

/** Cuts a document down to what `_source` of a search asks for; undefined leaves the source out of the hits. */
export type SourceFilter = ((source: JsonObject) => JsonObject) | undefined;

/** Reads `_source`: true, false, a pattern, patterns, or `includes` and `excludes`. */
export function readSourceFilter(spec: JsonValue | undefined): SourceFilter {
  if (spec === undefined || spec === null || spec === true || spec === 'true') return (source) => source;
  if (spec === false || spec === 'false') return undefined;
  if (typeof spec === 'string' || isJsonArray(spec)) return filter(names(spec), []);
  if (!isJsonObject(spec))
    throw parsingError('Expected one of [VALUE_BOOLEAN, VALUE_STRING, START_ARRAY, START_OBJECT]');
  return filter(names(spec['includes'] ?? spec['include']), names(spec['excludes'] ?? spec['exclude']));
}

function names(value: JsonValue | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (isJsonArray(value) ? value : [value]).map(String);
}

function filter(includes: readonly string[], excludes: readonly string[]): SourceFilter {
  if (includes.length === 0 && excludes.length === 0) return (source) => source;
  const include = includes.map(pathTests);
  const exclude = excludes.map(pathTests);
  // Elasticsearch reads patterns by another way than plain paths, and only there an object that loses all it had stays.
  const keepsEmptied = [...includes, ...excludes].some((pattern) => pattern.includes('*'));
  return (source) => cut(source, '', { include, exclude, keepsEmptied }, include.length === 0, 0);
}

interface PathTests {
  /** Whether the pattern names the path. */
  readonly whole: (path: string) => boolean;
  /** Whether the pattern may name something below the path. */
  readonly below: (path: string) => boolean;
}

function pathTests(pattern: string): PathTests {
  const whole = compilePattern(pattern, false);
  const parts = pattern.split('.');
  const beginnings = parts.slice(0, -1).map((_, index) => compilePattern(parts.slice(0, index + 1).join('.'), false));
  return { whole, below: (path) => pattern.includes('*') || beginnings.some((test) => test(path)) };
}

interface FilterTests {
  readonly include: readonly PathTests[];
  readonly exclude: readonly PathTests[];
  readonly keepsEmptied: boolean;
}

function cut(source: JsonObject, prefix: string, tests: FilterTests, isIncluded: boolean, depth: number): JsonObject {
  const { include, exclude, keepsEmptied } = tests;
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(source)) {
    const path = prefix + key;
    if (exclude.some(({ whole }) => whole(path))) continue;
    const included = isIncluded || include.some(({ whole }) => whole(path));
    const inner = (item: JsonObject): JsonObject => cut(item, `${path}.`, tests, included, depth + 1);
    if (included && exclude.length === 0) kept.push([key, value]);
    else if (included || include.some(({ below }) => below(path))) {
      const rest = cutValue(value, inner, included, keepsEmptied, depth);
      if (rest !== undefined) kept.push([key, rest]);
    }
  }
  return Object.fromEntries(kept);
}

function cutValue(
  value: JsonValue,
  inner: (item: JsonObject) => JsonObject,
  included: boolean,
  keepsEmptied: boolean,
  depth: number,
): JsonValue | undefined {
  if (isJsonObject(value)) {
    const rest = inner(value);
    const stays = included && (keepsEmptied || Object.keys(value).length === 0);
    return Object.keys(rest).length > 0 || stays ? rest : undefined;
  }
  if (isJsonArray(value) && depth < 1000) {
    const items = value.flatMap((item) => cutValue(item, inner, included, false, depth + 1) ?? []);
    return items.length > 0 || included ? items : undefined;
  }
  return included ? value : undefined;
}
