import type { ThresholdRule } from '../../model/rule.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Alert } from '../alert.js';
import { idOfParts, uuidOf } from '../alert-id.js';
import { alertFromHit } from '../build-alert.js';
import { suppressionFields } from '../suppression.js';
import { compareValues, valueText } from '../value-order.js';
import type { RunContext } from '../run-context.js';
import type { ThresholdBucket } from './threshold-buckets.js';

/**
 * The alert of a group: its terms and the time of its newest document, and `kibana.alert.threshold_result`. It comes from no document; its
 * ancestor is an id made of the rule, the run's start and the terms.
 */
export function thresholdAlert(rule: ThresholdRule, bucket: ThresholdBucket, context: RunContext): Alert {
  const { owner, indices, now, window } = context;
  const { terms, count, first, last } = bucket;
  const key = terms
    .map(({ value }) => valueText(value))
    .sort()
    .join(',');
  const id = uuidOf(`${rule.ruleId}${now.toISOString()}${rule.threshold.field.join(',')}${key}`);
  const index = indices.join(',');
  const from = first === undefined ? window.from : new Date(first).toISOString();
  const to = last === undefined ? undefined : new Date(last).toISOString();
  const source = {
    ...(to === undefined ? {} : { '@timestamp': to }),
    ...Object.fromEntries(terms.map(({ field, value }) => [field, value])),
  };
  const [cardinality] = rule.threshold.cardinality ?? [];
  const result: JsonObject = {
    ...(cardinality ? { cardinality: [{ field: cardinality.field, value: bucket.cardinality ?? 0 }] } : {}),
    count,
    from,
    terms: terms.map(({ field, value }) => ({ field, value })),
  };
  const suppressed = rule.alertSuppression !== undefined;
  const end = to ?? now.toISOString();
  return alertFromHit(
    context,
    { _index: index, _id: id, _source: source },
    {
      // Of overlapping runs each has its own alert: what was counted before is left out by the history, not by the id.
      ...(suppressed ? { id: idOfParts([index, id, `${owner.space}:${owner.ruleUuid}`]) } : {}),
      sources: [],
      extra: {
        'kibana.alert.threshold_result': result,
        ...(suppressed ? suppressionFields({ terms, start: from, end, count: 0, key: valuesOf(terms) }, owner) : {}),
      },
    },
  );
}

/** Suppression of threshold rules goes by values alone, in order. */
function valuesOf(terms: ThresholdBucket['terms']): readonly JsonValue[] {
  return terms.map(({ value }) => value).sort(compareValues);
}
