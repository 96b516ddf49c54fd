import { hitValues } from '../detections/document-fields.js';
import { plural } from '../diagnostics/plural.js';
import type { Threshold, ThresholdRule } from '../model/rule.js';
import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import type { Reason } from './explanation.js';
import type { Stage, Verdict } from './scene.js';
import { quote, showValue } from './show-value.js';

/** The documents of one combination of values. */
interface Group {
  readonly values: readonly JsonValue[];
  readonly members: number[];
  readonly different: Set<string>;
}

/** Of a threshold rule: which documents are in a group that is large enough, and what the groups of the others lack. */
export function explainThreshold(rule: ThresholdRule, stage: Stage): ReadonlyMap<number, Verdict> {
  const { groups, lacking } = grouped(rule, stage);
  const verdicts = new Map<number, Verdict>(Array.from(lacking, ([at, field]) => [at, noGroup(field)]));
  for (const group of groups) {
    // A group that is large enough has its alert, now or before.
    const verdict = shortfall(group, rule.threshold) ?? (stage.run.alerts.length > 0 ? 'fired' : undefined);
    for (const at of group.members) {
      if (verdict !== undefined && verdicts.get(at) !== 'fired') verdicts.set(at, verdict);
    }
  }
  return verdicts;
}

/** The groups of the documents, a document with several values in several; and of those in none the field that they lack. */
function grouped(
  { threshold }: ThresholdRule,
  { survivors, truth, values }: Stage,
): { readonly groups: Iterable<Group>; readonly lacking: ReadonlyMap<number, string> } {
  const [cardinality] = threshold.cardinality ?? [];
  const groups = new Map<string, Group>();
  const lacking = new Map<number, string>();
  for (const at of survivors) {
    const document = truth.documents[at];
    const hit = document && values.hit(document);
    if (hit === undefined) continue;
    const lists = fieldsOf(threshold).map((field) => hitValues(hit, field));
    const missing = fieldsOf(threshold).find((_, place) => lists[place]?.length === 0);
    if (missing !== undefined) lacking.set(at, missing);
    // Without a value of some field there is no combination.
    for (const combination of combinations(lists)) {
      const key = printJson(combination);
      const group = groups.get(key) ?? { values: combination, members: [], different: new Set<string>() };
      groups.set(key, group);
      group.members.push(at);
      const counted = cardinality === undefined ? [] : hitValues(hit, cardinality.field);
      for (const value of counted) group.different.add(printJson(value));
    }
  }
  return { groups: groups.values(), lacking };
}

function fieldsOf({ field }: Threshold): readonly string[] {
  return field.filter((name) => name !== '');
}

function noGroup(field: string): Reason {
  return {
    stage: 'threshold',
    what: `it lacks ${quote(field)}, by which the rule groups, and is in no group`,
    details: [],
  };
}

function shortfall({ values, members, different }: Group, threshold: Threshold): Reason | undefined {
  const { value, cardinality: [cardinality] = [] } = threshold;
  const fields = fieldsOf(threshold);
  const name = fields.map((field, at) => `${quote(field)} is ${showValue(values[at] ?? null)}`).join(', ');
  const group = name === '' ? 'All together' : `The group whose ${name}`;
  if (members.length < value) {
    return {
      stage: 'threshold',
      what: `its group is smaller than the threshold of ${value}`,
      details: [`${group} has ${plural(members.length, 'document')}, wanted ${value} or more.`],
    };
  }
  if (cardinality === undefined || different.size >= cardinality.value) return undefined;
  return {
    stage: 'threshold',
    what: `its group has fewer than ${cardinality.value} different values of ${quote(cardinality.field)}`,
    details: [
      `${group} has ${plural(different.size, 'different value')} of ${quote(cardinality.field)}, wanted ${cardinality.value} or more.`,
    ],
  };
}

/** Each choice of one value of each field. */
export function combinations(lists: readonly (readonly JsonValue[])[]): readonly (readonly JsonValue[])[] {
  return lists.reduce<readonly (readonly JsonValue[])[]>(
    (all, values) => all.flatMap((one) => values.map((value) => [...one, value])).slice(0, MOST_COMBINATIONS),
    [[]],
  );
}

/** The product of many values of several fields is not made to its end. */
const MOST_COMBINATIONS = 1000;
