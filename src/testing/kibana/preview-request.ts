import { parseEsql } from '../../languages/esql/parse.js';
import { rewriteForCluster } from '../../languages/esql/rewrite.js';
import { intervalOf } from '../../model/rule-defaults.js';
import type { Rule } from '../../model/rule.js';
import { isJsonArray } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { TestCase } from '../test-case.js';

/** The body of a preview, or why there is none. */
export type PreviewRequest = { readonly body: JsonObject } | { readonly refused: string };

/** What of a rule is not sent: what Kibana would look up, do, or number. */
const NOT_SENT: ReadonlySet<string> = new Set(['actions', 'exceptions_list', 'version', 'enabled', 'throttle', 'meta']);

/**
 * The body of `POST rules/preview` for one test: the rule in the form of Kibana's API, its index names with the prefix of the temporary indices, and
 * the time of the runs. What a preview cannot have is refused in a sentence: exceptions and value lists, jobs, tables, runs at other times than
 * the rule's interval.
 */
export function previewRequest(kibanaRule: JsonObject, rule: Rule, test: TestCase, prefix: string): PreviewRequest {
  const reason = unsupported(rule, test);
  if (reason !== undefined) return { refused: reason };
  const kept = Object.fromEntries(Object.entries(kibanaRule).filter(([key]) => !NOT_SENT.has(key)));
  const prefixed: JsonObject = {
    ...kept,
    ...listOf(kept, 'index', prefix),
    ...listOf(kept, 'threat_index', prefix),
    // The query of a saved query lies in Kibana; the copy in the file is what the test is about.
    ...(rule.type === 'saved_query' ? { type: 'query', language: rule.language ?? 'kuery' } : {}),
  };
  const { saved_id: savedId, ...withoutId } = prefixed;
  const body = savedId === undefined || rule.type !== 'saved_query' ? prefixed : withoutId;
  const last = test.runAt.at(-1) ?? test.now;
  const runs = { invocationCount: test.runAt.length, timeframeEnd: last.toISOString() };
  if (rule.type !== 'esql') return { body: { ...body, ...runs } };
  const query = isolatedEsql(rule.query, prefix, last);
  return typeof query === 'string' ? { body: { ...body, query, ...runs } } : query;
}

function unsupported(rule: Rule, test: TestCase): string | undefined {
  if (rule.type === 'machine_learning') return 'a preview of a machine learning rule needs the jobs of that Kibana';
  if ('dataViewId' in rule) return 'the rule reads a data view of another Kibana';
  if ((test.exceptions ?? []).length > 0 || test.valueLists.length > 0)
    return 'exceptions and value lists would have to be made in that Kibana';
  if (test.enrich.length > 0 || test.lookup.size > 0) return 'enrich policies and lookup indices are not made there';
  if (rule.type === 'saved_query' && rule.query === undefined) return 'the saved query has no copy in the file';
  const interval = milliseconds(intervalOf(rule));
  const [first, ...others] = test.runAt.map((time) => time.getTime());
  const isRegular = others.every((time, at) => time === (first ?? 0) + (at + 1) * interval);
  if (!isRegular)
    return `a preview runs every ${intervalOf(rule)}, the interval of the rule; this test runs at other times`;
  return undefined;
}

function listOf(body: JsonObject, key: string, prefix: string): JsonObject {
  const patterns = body[key];
  if (!isJsonArray(patterns)) return {};
  return {
    [key]: patterns.map((pattern) => (typeof pattern === 'string' ? prefixedPattern(pattern, prefix) : pattern)),
  };
}

/** A pattern list with the prefix in front of each name, behind the dash of an exclusion. */
function prefixedPattern(pattern: string, prefix: string): JsonValue {
  return pattern
    .split(',')
    .map((name) => name.trim())
    .map((name) => (name.startsWith('-') ? `-${prefix}${name.slice(1)}` : `${prefix}${name}`))
    .join(',');
}

function isolatedEsql(text: string, prefix: string, now: Date): string | { readonly refused: string } {
  const { value } = parseEsql(text);
  if (value === undefined) return { refused: 'the query does not parse' };
  const rewritten = rewriteForCluster(value, { index: (name) => `${prefix}${name}`, now });
  return rewritten.value ?? { refused: rewritten.diagnostics.map(({ what }) => what).join(' ') };
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function milliseconds(interval: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smhd])$/u.exec(interval) ?? [];
  return Number(count) * (UNITS[unit] ?? Number.NaN);
}
