import type { SearchHit } from '../../engine/cluster.js';
import type { ThreatMappingEntry, ThreatMappingGroup } from '../../model/rule.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import { hitValues } from '../document-fields.js';
import type { ThreatSetting } from './threat-setting.js';

/** Which side a document is of: `field` names the event's fields, `value` the indicator's. */
export type Side = 'field' | 'value';

/** The queries by which a document of one side finds its matches on the other, one for each group that can hold; empty: none can. */
export function clausesOf(hit: SearchHit, side: Side, { rule, isExact }: ThreatSetting): readonly JsonObject[] {
  return rule.threatMapping
    .map((group) => clauseOf(hit, group, side, isExact(group)))
    .filter((clause) => clause !== undefined);
}

/**
 * The query of one group. The only entry of a group with exact fields takes the first value of the document; else each entry needs a single value,
 * as Kibana compares single values only. An entry that must differ needs none: where one side lacks the field, the other must have it.
 */
export function clauseOf(
  hit: SearchHit,
  { entries }: ThreatMappingGroup,
  side: Side,
  isExact: boolean,
): JsonObject | undefined {
  const values = (entry: ThreatMappingEntry): readonly JsonValue[] => hitValues(hit, entry[side]);
  const other = (entry: ThreatMappingEntry): string => entry[side === 'field' ? 'value' : 'field'];
  const [only] = entries;
  if (isExact && only) {
    const [value] = values(only);
    return value === undefined ? undefined : { terms: { [other(only)]: [value] } };
  }
  const equal = entries.filter(({ negate }) => negate !== true);
  if (equal.some((entry) => values(entry).length !== 1)) return undefined;
  const different = entries
    .filter(({ negate }) => negate === true)
    .map((entry) => differs(other(entry), values(entry)))
    .filter((clause) => clause !== undefined);
  const same = equal.flatMap((entry) => values(entry).map((value) => match(other(entry), value)));
  return { bool: { filter: [...same, ...different] } };
}

function match(field: string, value: JsonValue): JsonObject {
  return { match: { [field]: { query: value } } };
}

function differs(field: string, [value, ...more]: readonly JsonValue[]): JsonObject | undefined {
  if (value === undefined) return { exists: { field } };
  return more.length > 0 ? undefined : { bool: { must_not: [match(field, value)] } };
}
