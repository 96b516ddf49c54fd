import { missingFieldsStrategyOf } from '../model/rule-defaults.js';
import type { SuppressionByFields, SuppressionDuration } from '../model/suppression.js';
import { isJsonArray } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import type { Alert } from './alert.js';
import type { AlertOwner } from './alert-id.js';
import { idOfParts } from './alert-id.js';
import type { Term } from './rule-history.js';
import { compareValues, valueText } from './value-order.js';

/** Fields of an alert that stands for others, too. */
export interface SuppressionFacts {
  readonly terms: readonly Term[];
  /** ISO 8601: the times of the first and last document that the alert stands for. */
  readonly start: string;
  readonly end: string;
  /** Documents suppressed into it, itself not counted. */
  readonly count: number;
  /** What decides which alerts are one; by default the terms. */
  readonly key?: JsonValue;
}

/** The `kibana.alert.suppression.*` fields, and the instance by which later alerts find this one. */
export function suppressionFields({ terms, start, end, count, key }: SuppressionFacts, owner: AlertOwner): JsonObject {
  const list: JsonArray = terms.map(({ field, value }) => ({ field, value }));
  return {
    'kibana.alert.instance.id': idOfParts([key ?? list, owner.ruleUuid, owner.space]),
    'kibana.alert.suppression.terms': list,
    'kibana.alert.suppression.start': start,
    'kibana.alert.suppression.end': end,
    'kibana.alert.suppression.docs_count': count,
  };
}

/** The group of an alert by its fields: several values in order, so that `[a, b]` and `[b, a]` are one group; null where there is none. */
export function suppressionTerms(
  { groupBy }: SuppressionByFields,
  valueOf: (field: string) => JsonValue | undefined,
): readonly Term[] {
  return groupBy.map((field) => {
    const value = valueOf(field) ?? null;
    return { field, value: isJsonArray(value) ? [...value].sort(compareValues) : value };
  });
}

/** Whether an alert without some group field is suppressed with the others of its kind, or stands alone. */
export function suppressesMissing(suppression: SuppressionByFields): boolean {
  return missingFieldsStrategyOf(suppression) === 'suppress';
}

const MILLISECONDS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** How long suppression lasts, in milliseconds. */
export function millisecondsOf({ value, unit }: SuppressionDuration): number {
  return value * MILLISECONDS[unit];
}

/** What the suppression fields of an alert say. */
export function suppressionOf({ document }: Alert): {
  readonly instance: string;
  readonly start: string;
  readonly end: string;
  readonly count: number;
} {
  const text = (name: string): string => valueText(document[name]);
  return {
    instance: text('kibana.alert.instance.id'),
    start: text('kibana.alert.suppression.start'),
    end: text('kibana.alert.suppression.end'),
    count: Number(document['kibana.alert.suppression.docs_count'] ?? 0),
  };
}
