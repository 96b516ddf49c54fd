import type { ThresholdRule } from '../model/rule.js';
import type { ObservedRow } from '../testing/observation.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { OutcomeAlert } from '../testing/test-case.js';
import { combinations, fetchFields } from './documents.js';
import type { FieldTexts } from './documents.js';
import { holds } from './condition.js';
import { documentRows } from './scene.js';
import type { Scene } from './scene.js';
import { truthOfLetters } from './truth-letters.js';

/**
 * Rows of a threshold rule: of its groups whether they are large enough, and of its documents the clauses of the query. A document shows something
 * about the query only where its kind (all documents of its group for which the clauses are the same) matters: a group that alerted would not
 * have without them, or one that stayed silent would have alerted with them.
 */
export async function observeThreshold(
  rule: ThresholdRule,
  scene: Scene,
): Promise<readonly (readonly ObservedRow[])[]> {
  const { cluster, indices, window, conditions, outcome } = scene;
  const { field, cardinality = [] } = rule.threshold;
  const fields = [...field, ...cardinality.map(({ field: name }) => name)];
  const { values } = await fetchFields(cluster, indices, window, fields);
  const clauses = conditions[0]?.clauses ?? [];
  const rows = documentRows(scene, clauses);
  const alerted = new Set((outcome.alerts ?? []).map((alert) => keyOf(alert, field)));
  const groups = [...groupsOf(rows, field, values)].map(([key, members]): Group => {
    const passing = members.filter(({ truth }) => holds(clauses, truthOfLetters(truth)));
    return { key, members, passing, fired: alerted.has(key) };
  });
  return [
    groups.flatMap((group) => telling(group, rule, values)),
    groups.flatMap((group) => groupRow(group, rule, values)),
  ];
}

interface Group {
  readonly key: string;
  readonly members: readonly ObservedRow[];
  readonly passing: readonly ObservedRow[];
  readonly fired: boolean;
}

function groupsOf(
  rows: readonly ObservedRow[],
  fields: readonly string[],
  values: FieldTexts,
): ReadonlyMap<string, readonly ObservedRow[]> {
  const groups = new Map<string, ObservedRow[]>();
  for (const row of rows) {
    for (const key of combinations(row.document, fields, values)) {
      const members = groups.get(key) ?? [];
      groups.set(key, members);
      members.push(row);
    }
  }
  return groups;
}

/** The documents whose kind decides whether the group alerts. */
function telling({ members, passing, fired }: Group, rule: ThresholdRule, values: FieldTexts): readonly ObservedRow[] {
  return members.map((row) => {
    const kind = members.filter(({ truth }) => truth === row.truth);
    const isPassing = passing.includes(row);
    const others = passing.filter((other) => !kind.includes(other));
    const matters = isPassing
      ? fired && !isEnough(others, rule, values)
      : !fired && isEnough([...passing, ...kind], rule, values);
    // What decides nothing is shown with an outcome that the clauses do not explain: it counts for what is true alone.
    return { ...row, fired: matters === isPassing };
  });
}

function groupRow({ key, passing, fired }: Group, rule: ThresholdRule, values: FieldTexts): readonly ObservedRow[] {
  if (passing.length === 0) return [];
  const parts = JSON.parse(key) as readonly string[];
  const document = parts.length === 0 ? 'all documents' : `group ${parts.join(', ')}`;
  const truth = sizesOf(passing, rule, values).map(({ has, least }) => (has >= least ? '1' : '0'));
  return [{ document, truth: truth.join(''), fired }];
}

function isEnough(rows: readonly ObservedRow[], rule: ThresholdRule, values: FieldTexts): boolean {
  return sizesOf(rows, rule, values).every(({ has, least }) => has >= least);
}

function sizesOf(
  rows: readonly ObservedRow[],
  { threshold: { value, cardinality = [] } }: ThresholdRule,
  values: FieldTexts,
): readonly { readonly has: number; readonly least: number }[] {
  return [
    { has: rows.length, least: value },
    ...cardinality.map(({ field, value: least }) => ({
      has: new Set(rows.flatMap(({ document }) => values(document, field))).size,
      least,
    })),
  ];
}

/** The values of a group's fields, in the order of the rule. */
function keyOf({ document }: OutcomeAlert, fields: readonly string[]): string {
  const result = document['kibana.alert.threshold_result'];
  const terms = isJsonObject(result) && isJsonArray(result['terms']) ? result['terms'].filter(isJsonObject) : [];
  return JSON.stringify(
    fields.map((field) => {
      const value = terms.find((term) => term['field'] === field)?.['value'] ?? null;
      return typeof value === 'string' ? value : printJson(value);
    }),
  );
}
