import { threatQueryOf } from '../../model/rule-defaults.js';
import type { ThreatMappingGroup, ThreatMatchRule } from '../../model/rule.js';
import type { JsonObject } from '../../values/json.js';
import { withoutExceptions } from '../exceptions/applied-exceptions.js';
import { filterQuery } from '../filter-query.js';
import { isRuleError } from '../rule-error.js';
import type { RuleError } from '../rule-error.js';
import { ruleQuery } from '../rule-query.js';
import type { RunContext } from '../run-context.js';
import { windowFilter } from '../search-window.js';

/** The two sides that a threat-match rule compares. */
export interface ThreatSetting {
  readonly rule: ThreatMatchRule;
  readonly context: RunContext;
  readonly events: ThreatSide;
  readonly threats: ThreatSide;
  /** Whether values of the one entry of a group are looked up exactly: the types of its fields allow it on both sides. */
  readonly isExact: (group: ThreatMappingGroup) => boolean;
}

/** Events or indicators: where they are, and what they must have. */
export interface ThreatSide {
  readonly index: readonly string[];
  readonly filter: readonly JsonObject[];
  readonly count: number;
}

/** Types whose values Kibana looks up by a `terms` query. */
const EXACT = new Set(['keyword', 'constant_keyword', 'wildcard', 'ip']);

/** Compiles the queries of both sides and counts them; exceptions keep out events and indicators alike. */
export async function prepareThreatSearch(
  rule: ThreatMatchRule,
  context: RunContext,
): Promise<ThreatSetting | RuleError> {
  const { cluster, exceptions, indices, window } = context;
  const query = await ruleQuery(rule, context);
  if (isRuleError(query)) return query;
  const { threatIndex, threatLanguage = 'kuery', threatFilters = [], threatMapping } = rule;
  const search = { language: threatLanguage, query: threatQueryOf(rule), filters: threatFilters, index: threatIndex };
  const threatQuery = await filterQuery(search, cluster, withoutExceptions(exceptions));
  if (isRuleError(threatQuery)) return threatQuery;
  const eventFilter = [query, windowFilter(rule, window), haveFields(threatMapping, 'field')];
  const threatFilter = [threatQuery, haveFields(threatMapping, 'value')];
  const count = async (index: readonly string[], filter: readonly JsonObject[]): Promise<ThreatSide> => {
    const request = { index: index.join(','), query: { bool: { filter } }, ignore_unavailable: true };
    return { index, filter, count: (await cluster.count(request)).count };
  };
  const eventTypes = await fieldTypes(rule, 'field', indices, context);
  const threatTypes = await fieldTypes(rule, 'value', threatIndex, context);
  return {
    rule,
    context,
    events: await count(indices, eventFilter),
    threats: await count(threatIndex, threatFilter),
    isExact: ({ entries }) =>
      entries.length === 1 && entries.every(({ field, value }) => eventTypes.has(field) && threatTypes.has(value)),
  };
}

/** Some group whose fields are all there; those that must differ may be missing. */
function haveFields(mapping: readonly ThreatMappingGroup[], side: 'field' | 'value'): JsonObject {
  const should = mapping.map(({ entries }) => ({
    bool: {
      filter: entries.filter(({ negate }) => negate !== true).map((entry) => ({ exists: { field: entry[side] } })),
    },
  }));
  return { bool: { should, minimum_should_match: 1 } };
}

/** The fields of one side that have exact types in all indices. */
async function fieldTypes(
  { threatMapping }: ThreatMatchRule,
  side: 'field' | 'value',
  index: readonly string[],
  { cluster }: RunContext,
): Promise<ReadonlySet<string>> {
  const names = [...new Set(threatMapping.flatMap(({ entries }) => entries.map((entry) => entry[side])))];
  const { fields } = await cluster.fieldCaps({ index: index.join(','), fields: names, ignore_unavailable: true });
  return new Set(
    names.filter((name) => {
      const types = Object.keys(fields[name] ?? {}).filter((type) => type !== 'unmapped');
      return types.length > 0 && types.every((type) => EXACT.has(type));
    }),
  );
}
