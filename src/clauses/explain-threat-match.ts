import { hitValues } from '../detections/document-fields.js';
import { filterQuery } from '../detections/filter-query.js';
import { isRuleError } from '../detections/rule-error.js';
import type { SearchHit } from '../engine/cluster.js';
import type { ThreatMappingEntry, ThreatMatchRule } from '../model/rule.js';
import { threatQueryOf } from '../model/rule-defaults.js';
import { plural } from '../diagnostics/plural.js';
import type { JsonObject } from '../values/json.js';
import type { Reason } from './explanation.js';
import type { Stage, Verdict } from './scene.js';
import { quote, showValues } from './show-value.js';

/** Of an indicator rule: whether there are indicators at all, and which entry of the mapping no indicator satisfies. */
export async function explainThreatMatch(rule: ThreatMatchRule, stage: Stage): Promise<ReadonlyMap<number, Verdict>> {
  const { survivors, truth, values, run } = stage;
  const fired = new Set(
    run.alerts.flatMap(({ sources }) => sources.map(({ index, id }) => truth.documentAt(index, id))),
  );
  const silent = survivors.filter((at) => !fired.has(at));
  const verdicts = new Map<number, Verdict>();
  if (silent.length === 0) return verdicts;
  const count = await counter(rule, stage);
  const all = await count([]);
  for (const at of silent) {
    const document = truth.documents[at];
    const hit = document && values.hit(document);
    const reason =
      hit === undefined ? undefined : all === 0 ? noIndicators(rule) : await unmatched(rule, hit, count, all);
    if (reason !== undefined) verdicts.set(at, reason);
  }
  return verdicts;
}

type Count = (filter: readonly JsonObject[]) => Promise<number>;

/** Counts indicators that the threat query finds. */
async function counter({ threatIndex, ...rule }: ThreatMatchRule, { cluster }: Stage): Promise<Count> {
  const { threatLanguage = 'kuery', threatFilters = [] } = rule;
  const query = threatQueryOf({ ...rule, threatIndex });
  const found = await filterQuery(
    { language: threatLanguage, query, filters: threatFilters, index: threatIndex },
    cluster,
  );
  const known = new Map<string, number>();
  return async (filter) => {
    if (isRuleError(found)) return 0;
    const key = JSON.stringify(filter, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    const before = known.get(key);
    if (before !== undefined) return before;
    const request = {
      index: threatIndex.join(','),
      ignore_unavailable: true,
      query: { bool: { filter: [found, ...filter] } },
    };
    const { count } = await cluster.count(request);
    known.set(key, count);
    return count;
  };
}

function noIndicators(rule: ThreatMatchRule): Reason {
  return {
    stage: 'threat-match',
    what: 'there is no indicator',
    details: [
      `threat_query ${quote(threatQueryOf(rule))} finds nothing in ${rule.threatIndex.map((name) => quote(name)).join(', ')}.`,
    ],
  };
}

async function unmatched(
  rule: ThreatMatchRule,
  hit: SearchHit,
  count: Count,
  all: number,
): Promise<Reason | undefined> {
  const lines: string[] = [];
  for (const { entries } of rule.threatMapping) {
    const line = await firstUnmatched(entries, hit, count, all);
    if (line === undefined) return undefined;
    lines.push(line);
  }
  return {
    stage: 'threat-match',
    what: 'no indicator matches it',
    details: lines.length === 1 ? lines : lines.map((line) => `- ${line}`),
  };
}

async function firstUnmatched(
  entries: readonly ThreatMappingEntry[],
  hit: SearchHit,
  count: Count,
  all: number,
): Promise<string | undefined> {
  const together: JsonObject[] = [];
  for (const { field, value, negate } of entries) {
    const found = hitValues(hit, field);
    if (found.length === 0 && negate !== true)
      return `${quote(field)} is missing, wanted the ${quote(value)} of an indicator.`;
    const same: JsonObject = {
      bool: { should: found.map((each) => ({ match: { [value]: { query: each } } })), minimum_should_match: 1 },
    };
    const wanted: JsonObject = negate === true ? { bool: { must_not: [same] } } : same;
    if ((await count([wanted])) === 0) {
      const fact = `${quote(field)} is ${showValues(found)}`;
      return negate === true
        ? `${fact}, and every one of ${plural(all, 'indicator')} has it in ${quote(value)}.`
        : `${fact}, and none of ${plural(all, 'indicator')} has it in ${quote(value)}.`;
    }
    together.push(wanted);
  }
  if ((await count(together)) > 0) return undefined;
  return `Each entry has an indicator of its own, but no one indicator has all of ${entries.map(({ value }) => quote(value)).join(', ')}.`;
}
