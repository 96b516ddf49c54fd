import type { SearchHit } from '../../engine/cluster.js';
import type { JsonObject } from '../../values/json.js';
import { searchPages } from '../search-pages.js';
import { timeSort } from '../time-order.js';
import { clauseOf, clausesOf } from './threat-clauses.js';
import type { ThreatSetting, ThreatSide } from './threat-setting.js';

/** An event and the indicators that it matches. */
export interface ThreatMatch {
  readonly hit: SearchHit;
  readonly threats: readonly MatchedThreat[];
}

/** An indicator and the entries by which an event matches it. */
export interface MatchedThreat {
  readonly hit: SearchHit;
  readonly entries: readonly { readonly field: string; readonly value: string }[];
}

/** Documents whose values go into one query. */
const BATCH = 500;

/** Matches of one event that are told. */
const MOST_THREATS = 200;

/**
 * Finds the events that match, in the order in which alerts are made. Kibana walks the side that has fewer documents and asks the other, which
 * matters for fields of several values: it compares single values of the side that it walks.
 */
export async function findMatches(setting: ThreatSetting, limit: number): Promise<readonly ThreatMatch[]> {
  const { events, threats } = setting;
  const matches: ThreatMatch[] = [];
  const walksEvents = events.count < threats.count;
  const reach = limit * (setting.rule.alertSuppression ? 5 : 1);
  for await (const page of walksEvents ? eventPages(setting, []) : eventsOfThreats(setting)) {
    const found = await threatsOf(page, setting);
    const kept = walksEvents ? page.filter((hit) => found.has(hit)) : page;
    matches.push(...kept.map((hit) => ({ hit, threats: found.get(hit) ?? [] })));
    if (matches.length > reach) break;
  }
  return matches;
}

/** The events of the rule, newest first, or oldest first under suppression. */
function eventPages(setting: ThreatSetting, extra: readonly JsonObject[]): AsyncGenerator<readonly SearchHit[]> {
  const { rule, context, events } = setting;
  const sort = timeSort(rule, rule.alertSuppression ? 'asc' : 'desc');
  const filter = [...events.filter, ...extra];
  return searchPages(context.cluster, { index: events.index, filter, sort, size: BATCH });
}

/** The events that some indicator asks for. */
async function* eventsOfThreats(setting: ThreatSetting): AsyncGenerator<readonly SearchHit[]> {
  const { context, threats } = setting;
  const should: JsonObject[] = [];
  const search = { index: threats.index, filter: threats.filter, sort: [], size: BATCH };
  for await (const page of searchPages(context.cluster, search)) {
    const clauses = page.flatMap((hit) => clausesOf(hit, 'value', setting));
    if (clauses.length > 0 && (await countOf(setting, setting.events, clauses)) > 0) should.push(anyOf(clauses));
  }
  if (should.length > 0) yield* eventPages(setting, [anyOf(should)]);
}

/** The indicators of each event that has some: many events are asked about at once, and halved until each has its own. */
async function threatsOf(
  page: readonly SearchHit[],
  setting: ThreatSetting,
): Promise<ReadonlyMap<SearchHit, readonly MatchedThreat[]>> {
  const found = new Map<SearchHit, readonly MatchedThreat[]>();
  const asked = page.map((hit) => ({ hit, clauses: clausesOf(hit, 'field', setting) }));
  const open = [asked.filter(({ clauses }) => clauses.length > 0)];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [only, ...others] = part;
    if (!only) continue;
    if (others.length === 0) {
      const threats = await threatsOfOne(only.hit, only.clauses, setting);
      if (threats.length > 0) found.set(only.hit, threats);
    } else if (
      (await countOf(
        setting,
        setting.threats,
        part.flatMap(({ clauses }) => clauses),
      )) > 0
    ) {
      const half = Math.ceil(part.length / 2);
      open.push(part.slice(half), part.slice(0, half));
    }
  }
  return found;
}

async function threatsOfOne(
  event: SearchHit,
  clauses: readonly JsonObject[],
  setting: ThreatSetting,
): Promise<readonly MatchedThreat[]> {
  const all = await threatsThat(anyOf(clauses), setting);
  if (all.length === 0) return [];
  const entries = new Map(all.map((hit) => [keyOf(hit), new Map<string, { field: string; value: string }>()]));
  for (const group of setting.rule.threatMapping) {
    const clause = clauseOf(event, group, 'field', setting.isExact(group));
    if (clause === undefined) continue;
    // What the only query found needs not be asked for again.
    const hits = clauses.length === 1 ? all : await threatsThat(clause, setting);
    for (const hit of hits) {
      for (const { field, value, negate } of group.entries) {
        if (negate !== true) entries.get(keyOf(hit))?.set(`${field}\n${value}`, { field, value });
      }
    }
  }
  return all.map((hit) => ({ hit, entries: [...(entries.get(keyOf(hit))?.values() ?? [])] }));
}

async function threatsThat(clause: JsonObject, { context, threats }: ThreatSetting): Promise<readonly SearchHit[]> {
  const { hits } = await context.cluster.search({
    index: threats.index.join(','),
    ignore_unavailable: true,
    query: { bool: { filter: [...threats.filter, clause] } },
    size: MOST_THREATS,
    track_total_hits: false,
  });
  return hits.hits;
}

async function countOf(
  { context }: ThreatSetting,
  { index, filter }: ThreatSide,
  clauses: readonly JsonObject[],
): Promise<number> {
  const query = { bool: { filter: [...filter, anyOf(clauses)] } };
  return (await context.cluster.count({ index: index.join(','), query, ignore_unavailable: true })).count;
}

function anyOf(should: readonly JsonObject[]): JsonObject {
  return { bool: { should, minimum_should_match: 1 } };
}

function keyOf({ _index: index, _id: id }: SearchHit): string {
  return `${index}\n${id}`;
}
