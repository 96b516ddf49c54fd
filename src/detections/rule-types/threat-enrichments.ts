import type { SearchHit } from '../../engine/cluster.js';
import { threatIndicatorPathOf } from '../../model/rule-defaults.js';
import type { ThreatMatchRule } from '../../model/rule.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import { fieldOf, withoutField } from '../document-fields.js';
import type { RuleError } from '../rule-error.js';
import { valueText } from '../value-order.js';
import type { MatchedThreat } from './threat-search.js';

/** The event with `threat.enrichments`: one for each indicator and each field by which the event matches it, after those that it has. */
export function enrichedSource(
  rule: ThreatMatchRule,
  { _source: source = {} }: SearchHit,
  threats: readonly MatchedThreat[],
): JsonObject | RuleError {
  const path = threatIndicatorPathOf(rule);
  const added: JsonObject[] = [];
  for (const { hit, entries } of threats) {
    const indicator = indicatorOf(hit._source ?? {}, path);
    if (!isJsonObject(indicator)) {
      return {
        error: `Expected indicator field to be an object, but found: ${valueText(indicator)}. Mend the indicator ${hit._id}, or threat_indicator_path.`,
      };
    }
    const feed = fieldOf(hit._source ?? {}, 'threat.feed.name');
    for (const { field } of entries) {
      const atomic = fieldOf(source, field);
      added.push({
        indicator,
        feed: feed === undefined ? {} : { name: feed },
        matched: {
          ...(atomic === undefined ? {} : { atomic }),
          field,
          id: hit._id,
          index: hit._index,
          type: 'indicator_match_rule',
        },
      });
    }
  }
  const present = fieldOf(source, 'threat.enrichments');
  const before = present === undefined ? [] : isJsonArray(present) ? present : [present];
  const rest = withoutField(source, 'threat.enrichments');
  const threat = isJsonObject(rest['threat']) ? rest['threat'] : {};
  return { ...rest, threat: { ...threat, enrichments: [...before, ...added] } };
}

/** The indicator of an indicator document, the first of several; an empty one where it has none. */
function indicatorOf(source: JsonObject, path: string): JsonValue {
  const value = fieldOf(source, path);
  if (isJsonArray(value)) return value[0] ?? {};
  return value ?? {};
}
