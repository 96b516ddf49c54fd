import type { SuppressionByFields } from '../../model/suppression.js';
import type { JsonValue } from '../../values/json.js';
import type { Alert } from '../alert.js';
import type { RunContext } from '../run-context.js';
import { millisecondsOf, suppressesMissing, suppressionFields, suppressionTerms } from '../suppression.js';
import { suppressAlerts } from '../suppress-alerts.js';
import type { Suppressible } from '../suppress-alerts.js';

/** An alert before suppression: what its group fields hold, and the time of its document (ISO 8601), if it has one. */
export interface GroupedAlert {
  readonly alert: Alert;
  readonly valueOf: (field: string) => JsonValue | undefined;
  readonly time: string | undefined;
  readonly blocks?: readonly Alert[];
}

/** Kibana looks at up to so many times `max_signals` documents when it suppresses. */
export const SUPPRESSION_MULTIPLIER = 5;

/** How many alerts a run has created and suppressed so far. */
export interface SuppressionTally {
  suppressed: number;
}

/**
 * Creates alerts under suppression, page by page: alerts without some group field stand alone where the rule says so, of the others one for each
 * group. Returns whether the run must stop: it has created `max_signals`, or looked at too many.
 */
export function createSuppressed(
  suppression: SuppressionByFields,
  page: readonly GroupedAlert[],
  context: RunContext,
  tally: SuppressionTally,
  multiplier: number = SUPPRESSION_MULTIPLIER,
): boolean {
  const { writer, now, window, limit } = context;
  const { duration, groupBy } = suppression;
  const isComplete = ({ valueOf }: GroupedAlert): boolean => groupBy.every((field) => isPresent(valueOf(field)));
  const alone = suppressesMissing(suppression) ? [] : page.filter((item) => !isComplete(item));
  const grouped = page.filter((item) => !alone.includes(item));
  const left = (): number => limit - writer.createdCount;
  writer.create(
    alone.flatMap(({ alert, blocks = [] }) => [alert, ...blocks]),
    left(),
  );
  const since = duration ? new Date(now.getTime() - millisecondsOf(duration)).toISOString() : window.from;
  const batch = grouped.map((item) => suppressible(suppression, item, context));
  const { suppressed } = suppressAlerts(writer, batch, {
    now,
    since,
    acrossRuns: duration !== undefined,
    most: left(),
  });
  tally.suppressed += suppressed;
  return writer.createdCount >= limit || tally.suppressed + writer.createdCount >= multiplier * limit;
}

function suppressible(suppression: SuppressionByFields, item: GroupedAlert, { owner, now }: RunContext): Suppressible {
  const { alert, valueOf, time = now.toISOString(), blocks } = item;
  const terms = suppressionTerms(suppression, valueOf);
  const fields = suppressionFields({ terms, start: time, end: time, count: 0 }, owner);
  return {
    alert: { ...alert, document: { ...alert.document, ...fields } },
    ...(blocks === undefined ? {} : { blocks }),
  };
}

function isPresent(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null;
}
