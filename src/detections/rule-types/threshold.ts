import type { ThresholdRule } from '../../model/rule.js';
import type { JsonObject } from '../../values/json.js';
import { isRuleError } from '../rule-error.js';
import type { ThresholdGroup } from '../rule-history.js';
import { ruleQuery } from '../rule-query.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { windowFilter } from '../search-window.js';
import { millisecondsOf } from '../suppression.js';
import { suppressAlerts } from '../suppress-alerts.js';
import { MAX_SIGNALS, unappliedExceptions } from '../warnings.js';
import { thresholdAlert } from './threshold-alert.js';
import { groupsFromAlerts, joinGroups, notYetCounted } from './threshold-history.js';
import { thresholdBuckets } from './threshold-buckets.js';

/**
 * One alert for each group of documents that is large enough. A document without one of the fields is in no group; without fields all documents
 * are one. Documents that a group was alerted for before are not counted again.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-threshold-rule
 */
export async function runThresholdRule(rule: ThresholdRule, context: RunContext): Promise<TypeRun> {
  const { window, writer, exceptions, limit, now } = context;
  const query = await ruleQuery(rule, context);
  if (isRuleError(query)) return { errors: [query.error] };
  const warnings = exceptions.unprocessed.length === 0 ? [] : [unappliedExceptions(exceptions.unprocessed)];
  const known = knownGroups(rule, context);
  const filter: JsonObject[] = [query, windowFilter(rule, window), ...notYetCounted(rule, known)];
  const all = await thresholdBuckets(rule, filter, context);
  const buckets = all.slice(0, limit);
  if (all.length > limit) warnings.push(MAX_SIGNALS);
  const alerts = buckets.map((bucket) => thresholdAlert(rule, bucket, context));
  const duration = rule.alertSuppression?.duration;
  if (duration) {
    const since = new Date(now.getTime() - millisecondsOf(duration)).toISOString();
    suppressAlerts(
      writer,
      alerts.map((alert) => ({ alert })),
      { now, since, acrossRuns: true, most: Infinity },
    );
  } else writer.create(alerts);
  const counted = buckets.flatMap(({ terms, last }): readonly ThresholdGroup[] =>
    last === undefined ? [] : [{ terms, lastTime: last }],
  );
  return { warnings, history: { thresholdGroups: joinGroups(known, counted) } };
}

/** The first run learns of groups from the alerts that are there; later ones from the run before, as far as they reach into the window. */
function knownGroups(rule: ThresholdRule, { history, writer, window }: RunContext): readonly ThresholdGroup[] {
  const { thresholdGroups: groups } = history;
  if (groups === undefined) return groupsFromAlerts(rule, writer.all, window);
  return groups.filter(({ lastTime }) => lastTime > Date.parse(window.from));
}
