import type { Alert } from './alert.js';
import type { AlertWriter, Written } from './alert-writer.js';
import { suppressionOf } from './suppression.js';
import { valueText } from './value-order.js';

/** An alert that may be suppressed, with the building blocks that come and go with it. */
export interface Suppressible {
  readonly alert: Alert;
  readonly blocks?: readonly Alert[];
}

/** How far suppression reaches. */
export interface SuppressionReach {
  readonly now: Date;
  /** ISO 8601: alerts created before are not looked at. */
  readonly since: string;
  /** Whether alerts of earlier runs are added to; else a run only leaves out what they have counted. */
  readonly acrossRuns: boolean;
  /** Alerts that may still be created. */
  readonly most: number;
}

/** What became of a batch, and how many were suppressed. */
export interface Suppressed extends Written {
  readonly suppressed: number;
}

/**
 * Makes one alert of those with the same group: the first of the batch, or one that is there already: of this run or, across runs, one
 * created (`kibana.alert.start`) since the given time; closed alerts do not count. An alert that is there gets their number and the
 * time of the last. What an alert of an earlier run has counted before (its end is not older) is not counted again.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts
 */
export function suppressAlerts(
  writer: AlertWriter,
  batch: readonly Suppressible[],
  { now, since, acrossRuns, most }: SuppressionReach,
): Suppressed {
  const fresh = new Set(writer.fresh(batch.map(({ alert }) => alert)));
  const existing = existingAlerts(writer, since);
  const uncounted = batch.filter(({ alert }) => {
    if (!fresh.has(alert)) return false;
    const known = existing.get(suppressionOf(alert).instance);
    return !known || writer.isOfThisRun(known.id) || suppressionOf(known).end < suppressionOf(alert).end;
  });
  const { first, suppressed } = oneOfEach(uncounted);
  const created: Alert[] = [];
  let joined = 0;
  for (const { alert, blocks = [] } of first) {
    const known = existing.get(suppressionOf(alert).instance);
    if (known && (acrossRuns || writer.isOfThisRun(known.id))) {
      join(writer, known, alert, now);
      joined += 1;
    } else created.push(alert, ...blocks);
  }
  return { ...writer.create(created, most), suppressed: suppressed + joined };
}

/** The newest alert of each group, as far back as suppression looks. */
function existingAlerts(writer: AlertWriter, since: string): ReadonlyMap<string, Alert> {
  const found = new Map<string, Alert>();
  for (const alert of writer.all) {
    const start = valueText(alert.document['kibana.alert.start']);
    const { instance } = suppressionOf(alert);
    if (instance === '' || start < since || alert.document['kibana.alert.workflow_status'] === 'closed') continue;
    const other = found.get(instance);
    if (!other || valueText(other.document['kibana.alert.start']) <= start) found.set(instance, alert);
  }
  return found;
}

/** The first alert of each group by its start, with the number of the others and the last end. */
function oneOfEach(batch: readonly Suppressible[]): {
  readonly first: readonly Suppressible[];
  readonly suppressed: number;
} {
  const groups = new Map<string, Suppressible[]>();
  const byStart = batch
    .map((item, at) => ({ item, at, start: suppressionOf(item.alert).start }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.at - b.at));
  for (const { item } of byStart) {
    const { instance } = suppressionOf(item.alert);
    groups.set(instance, [...(groups.get(instance) ?? []), item]);
  }
  const first = [...groups.values()].flatMap((group) => {
    const [head, ...others] = group;
    if (!head) return [];
    const count = others.reduce(
      (sum, { alert }) => sum + suppressionOf(alert).count + 1,
      suppressionOf(head.alert).count,
    );
    const end = group.map(({ alert }) => suppressionOf(alert).end).reduce((a, b) => (a < b ? b : a));
    return [{ ...head, alert: withFields(head.alert, count, end) }];
  });
  return { first, suppressed: batch.length - first.length };
}

function withFields(alert: Alert, count: number, end: string): Alert {
  const fields = { 'kibana.alert.suppression.docs_count': count, 'kibana.alert.suppression.end': end };
  return { ...alert, document: { ...alert.document, ...fields } };
}

/** Adds an alert to one that is there; its start moves only while the run that created it still goes on. */
function join(writer: AlertWriter, known: Alert, alert: Alert, now: Date): void {
  const [before, more] = [suppressionOf(writer.get(known.id) ?? known), suppressionOf(alert)];
  writer.update(known.id, {
    'kibana.alert.suppression.docs_count': before.count + more.count + 1,
    'kibana.alert.suppression.end': before.end < more.end ? more.end : before.end,
    ...(writer.isOfThisRun(known.id) && more.start < before.start
      ? { 'kibana.alert.suppression.start': more.start }
      : {}),
    'kibana.alert.last_detected': now.toISOString(),
  });
}
