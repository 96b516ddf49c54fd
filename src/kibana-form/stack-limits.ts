import { RULE_TYPES } from '../schemas/rule-types.js';
import {
  NEGATED_MAPPING_SINCE,
  RULE_KEY_SINCE,
  RULE_TYPE_SINCE,
  SEVERAL_NEW_TERMS_SINCE,
  SUPPRESSION_SINCE,
  WIDE_THRESHOLD_SINCE,
} from '../schemas/since.js';
import { isJsonArray, isJsonObject, type JsonObject } from '../values/json.js';
import { compareVersions } from '../values/version-order.js';
import type { FormNote } from './form-note.js';

/** A rule as an older Kibana takes it. */
export interface FittedRule {
  readonly rule: JsonObject;
  /** What was removed. */
  readonly notes: readonly FormNote[];
  /** Why the rule cannot be had on that stack at all: what is newer carries its meaning. Empty for a rule that can. */
  readonly obstacles: readonly FormNote[];
}

/** A rule in Kibana's form without the fields that came after a version of the stack (`8.19`). */
export function fitToStack(rule: JsonObject, stack: string): FittedRule {
  const notes: FormNote[] = [];
  const isNewer = (since: string): boolean => compareVersions(stack, since) < 0;
  const kept = Object.entries(rule).filter(([key]) => {
    const since = keySince(key, rule['type']);
    if (since === undefined || !isNewer(since)) return true;
    notes.push({ path: ['rule', key], what: `${key} came with ${since}: left out for ${stack}.` });
    return false;
  });
  const obstacles = [...meaningsSince(rule)].flatMap(({ path, what, since }) =>
    isNewer(since)
      ? [{ path, what: `${what} came with ${since}; without it the rule would be another on ${stack}.` }]
      : [],
  );
  return { rule: Object.fromEntries(kept), notes, obstacles };
}

function keySince(key: string, type: JsonObject[string] | undefined): string | undefined {
  if (key !== 'alert_suppression') return RULE_KEY_SINCE.get(key);
  const known = RULE_TYPES.find((name) => name === type);
  return known === undefined ? undefined : SUPPRESSION_SINCE[known];
}

interface Meaning extends FormNote {
  readonly since: string;
}

function* meaningsSince({
  type,
  threshold,
  new_terms_fields: terms,
  threat_mapping: groups,
}: JsonObject): Generator<Meaning> {
  const name = typeof type === 'string' ? type : '';
  const typeSince = RULE_TYPE_SINCE.get(name);
  if (typeSince !== undefined) yield { path: ['rule', 'type'], what: `Rules of type ${name}`, since: typeSince };
  if (isJsonObject(threshold) && isJsonArray(threshold['field']) && threshold['field'].length > 3) {
    const path = ['rule', 'threshold', 'field'];
    yield { path, what: 'A threshold by more than three fields', since: WIDE_THRESHOLD_SINCE };
  }
  if (isJsonArray(terms) && terms.length > 1) {
    yield { path: ['rule', 'new_terms'], what: 'New terms of several fields', since: SEVERAL_NEW_TERMS_SINCE };
  }
  if (isJsonArray(groups) && groups.some(hasNegation)) {
    yield { path: ['rule', 'threat_mapping'], what: 'Negation in threat mappings', since: NEGATED_MAPPING_SINCE };
  }
}

function hasNegation(group: JsonObject[string]): boolean {
  if (!isJsonObject(group) || !isJsonArray(group['entries'])) return false;
  return group['entries'].some((entry) => isJsonObject(entry) && entry['negate'] === true);
}
