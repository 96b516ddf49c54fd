import type { EqlEvent } from '../../engine/cluster.js';
import type { EqlRule } from '../../model/rule.js';
import { alertFromHit } from '../build-alert.js';
import { hitValues, listOrNothing } from '../document-fields.js';
import { withoutExceptions } from '../exceptions/applied-exceptions.js';
import { enabledFilters } from '../filter-query.js';
import { withoutOwn } from '../run-context.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { windowFilter } from '../search-window.js';
import { timeOfHit } from '../time-order.js';
import { MAX_SIGNALS, MAX_SIGNALS_SUPPRESSED, unappliedExceptions } from '../warnings.js';
import { createFromSequences } from './eql-sequences.js';
import { createSuppressed } from './suppressed-hits.js';

/**
 * One alert for each event in the window that an event query finds, the newest when there are more than `max_signals`; for each sequence or
 * sample one alert and a building block for each of its events. Exceptions are applied before events are put in sequence.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-eql-rule
 */
export async function runEqlRule(rule: EqlRule, context: RunContext): Promise<TypeRun> {
  const { cluster, window, exceptions, indices, limit } = context;
  const { timestampField, eventCategoryOverride, tiebreakerField } = rule;
  const { kept, negated } = enabledFilters(rule.filters ?? []);
  const without = withoutExceptions(exceptions);
  const { hits } = await cluster.eql({
    index: indices.join(','),
    query: rule.query,
    filter: { bool: { filter: [windowFilter(rule, window), ...kept], must_not: [...negated, ...without] } },
    size: limit,
    // Also what only the mapping knows belongs into the alert.
    fields: ['*'],
    ...(timestampField === undefined ? {} : { timestamp_field: timestampField }),
    ...(eventCategoryOverride === undefined ? {} : { event_category_field: eventCategoryOverride }),
    ...(tiebreakerField === undefined ? {} : { tiebreaker_field: tiebreakerField }),
  });
  const { events = [], sequences } = hits;
  if (sequences) createFromSequences(rule, sequences, context);
  else createFromEvents(rule, events, context);
  const found = sequences?.length ?? events.length;
  const reached = rule.alertSuppression && events.length > 0 ? MAX_SIGNALS_SUPPRESSED : MAX_SIGNALS;
  return {
    warnings: [
      ...(exceptions.unprocessed.length === 0 ? [] : [unappliedExceptions(exceptions.unprocessed)]),
      ...(found >= limit ? [reached] : []),
    ],
  };
}

function createFromEvents(rule: EqlRule, events: readonly EqlEvent[], context: RunContext): void {
  const { alertSuppression: suppression } = rule;
  if (!suppression) {
    const alerts = events.map((event) => alertFromHit(context, event));
    context.writer.create(withoutOwn(context, alerts));
    return;
  }
  const page = events.map((event) => ({
    alert: alertFromHit(context, event),
    valueOf: (field: string) => listOrNothing(hitValues(event, field)),
    time: timeOfHit(rule, event),
  }));
  createSuppressed(suppression, page, context, { suppressed: 0 });
}
