import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { KibanaError } from './kibana-error.js';
import type { Kibana, LiveObject } from './kibana.js';
import type { RuleHealth } from './rule-health.js';

/** How a rule does. */
export interface RuleStatus {
  readonly ruleId: string;
  /** It comes from Kibana: print it through `printable`. */
  readonly name: string;
  readonly isEnabled: boolean;
  /** Of its last run; `unknown` for a rule that never ran, or that does not run. */
  readonly health: 'failing' | 'warning' | 'ok' | 'unknown';
  /** What the last run said. */
  readonly message: string;
  /** When it ran last, ISO 8601; absent before the first run. */
  readonly lastRun?: string;
  /** Whether there is time in the span that no run has looked at; undefined where Kibana does not say. */
  readonly hasGaps?: boolean;
  /** Alerts in the span, those that were closed, and those of them closed as false positives; undefined where Kibana does not say. */
  readonly alerts?: { readonly total: number; readonly closed: number; readonly falsePositive: number };
}

/** How the rules of a space do. */
export interface SpaceStatus {
  /** Those with something to tell: failing ones first, then warnings, gaps, and by the number of alerts. */
  readonly rules: readonly RuleStatus[];
  readonly counts: {
    readonly rules: number;
    readonly enabled: number;
    readonly failing: number;
    readonly warning: number;
    /** Undefined where Kibana does not say. */
    readonly gaps?: number;
    readonly alerts?: number;
  };
  /** What could not be found out, in sentences. */
  readonly notes: readonly string[];
}

type Alerts = NonNullable<RuleStatus['alerts']>;

/**
 * Looks at all rules of a space page by page: how the last run of each went, gaps, and alerts between two times (ISO 8601). What the credentials may not see
 * is a note. Rejects with a `KibanaError`.
 */
export async function statusOf(
  kibana: Pick<Kibana, 'pages'> & { readonly health: RuleHealth },
  from: string,
  to: string,
): Promise<SpaceStatus> {
  const notes: string[] = [];
  const alerts = await unless(notes, 'Alerts cannot be counted', () => alertsByRule(kibana.health, from, to));
  const gaps = await unless(notes, 'Gaps cannot be known', () => rulesWithGaps(kibana.health, from, to));
  const rules: RuleStatus[] = [];
  const counts = { rules: 0, enabled: 0, failing: 0, warning: 0, gaps: 0 };
  for await (const page of kibana.pages('rule')) {
    for (const live of page) {
      const status = ruleStatus(live, alerts, gaps);
      add(counts, status);
      if (rank(status) > 0 || (status.alerts?.total ?? 0) > 0) rules.push(status);
    }
  }
  rules.sort(byUrgency);
  const { gaps: withGaps, ...known } = counts;
  let total = 0;
  for (const { total: some } of alerts?.values() ?? []) total += some;
  return {
    rules,
    counts: {
      ...known,
      ...(gaps === undefined ? {} : { gaps: withGaps }),
      ...(alerts === undefined ? {} : { alerts: total }),
    },
    notes,
  };
}

function add(
  counts: { rules: number; enabled: number; failing: number; warning: number; gaps: number },
  { health, isEnabled, hasGaps }: RuleStatus,
): void {
  counts.rules += 1;
  if (isEnabled) counts.enabled += 1;
  if (health === 'failing' || health === 'warning') counts[health] += 1;
  if (hasGaps === true) counts.gaps += 1;
}

function byUrgency(left: RuleStatus, right: RuleStatus): number {
  const byAlerts = (right.alerts?.total ?? 0) - (left.alerts?.total ?? 0);
  return rank(right) - rank(left) || byAlerts || (left.name < right.name ? -1 : 1);
}

/** What a failure that other questions do not share comes to: a note. */
async function unless<T>(notes: string[], what: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof KibanaError) || error.isFatal) throw error;
    notes.push(`${what}: ${error.message}`);
    return undefined;
  }
}

function rank({ health, hasGaps }: RuleStatus): number {
  return (health === 'failing' ? 4 : health === 'warning' ? 2 : 0) + (hasGaps === true ? 1 : 0);
}

function ruleStatus(
  { body }: LiveObject,
  alerts: ReadonlyMap<string, Alerts> | undefined,
  gaps: ReadonlySet<string> | undefined,
): RuleStatus {
  const { rule_id: ruleId, name, enabled, id, execution_summary: summary } = body;
  const last = isJsonObject(summary) && isJsonObject(summary['last_execution']) ? summary['last_execution'] : {};
  const { status, message, date } = last;
  const isEnabled = enabled === true;
  return {
    ruleId: text(ruleId),
    name: text(name),
    isEnabled,
    // What a rule said before somebody switched it off is no news.
    health: isEnabled ? (HEALTH.get(text(status)) ?? 'unknown') : 'unknown',
    message: text(message),
    ...(typeof date === 'string' ? { lastRun: date } : {}),
    ...(gaps === undefined ? {} : { hasGaps: isEnabled && gaps.has(text(id)) }),
    ...(alerts === undefined ? {} : { alerts: alerts.get(text(id)) ?? { total: 0, closed: 0, falsePositive: 0 } }),
  };
}

/** https://www.elastic.co/docs/troubleshoot/security/detection-rules */
const HEALTH: ReadonlyMap<string, RuleStatus['health']> = new Map([
  ['failed', 'failing'],
  ['partial failure', 'warning'],
  ['succeeded', 'ok'],
]);

async function rulesWithGaps(health: RuleHealth, from: string, to: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const page of health.withGaps(from, to)) for (const { body } of page) ids.add(text(body['id']));
  return ids;
}

/** Rules that one request tells of; the answer says after which one to go on. */
const MOST_RULES = 1000;

/** UUID of a rule → its alerts. */
async function alertsByRule(health: RuleHealth, from: string, to: string): Promise<ReadonlyMap<string, Alerts>> {
  const found = new Map<string, Alerts>();
  let after: JsonObject | undefined;
  do {
    const answer = await health.searchAlerts(alertSearch(from, to, after));
    const rules = tableIn(tableIn(answer, 'aggregations'), 'rules');
    const buckets = isJsonArray(rules['buckets']) ? rules['buckets'].filter(isJsonObject) : [];
    for (const bucket of buckets) {
      const closed = tableIn(bucket, 'closed');
      found.set(text(tableIn(bucket, 'key')['rule']), {
        total: count(bucket),
        closed: count(closed),
        falsePositive: count(tableIn(closed, 'false_positive')),
      });
    }
    after = isJsonObject(rules['after_key']) && buckets.length > 0 ? rules['after_key'] : undefined;
  } while (after !== undefined);
  return found;
}

/** Before Kibana 9.2 nobody gives a reason for closing an alert: then the tag that Kibana offers for it counts. */
function alertSearch(from: string, to: string, after: JsonObject | undefined): JsonObject {
  const falsePositive: JsonObject = {
    bool: {
      should: [
        { term: { 'kibana.alert.workflow_reason': 'false_positive' } },
        { terms: { 'kibana.alert.workflow_tags': ['False Positive', 'false positive', 'false_positive'] } },
      ],
      minimum_should_match: 1,
    },
  };
  return {
    size: 0,
    query: { bool: { filter: [{ range: { '@timestamp': { gte: from, lt: to } } }] } },
    aggs: {
      rules: {
        composite: {
          size: MOST_RULES,
          sources: [{ rule: { terms: { field: 'kibana.alert.rule.uuid' } } }],
          ...(after === undefined ? {} : { after }),
        },
        aggs: {
          closed: {
            filter: { term: { 'kibana.alert.workflow_status': 'closed' } },
            aggs: { false_positive: { filter: falsePositive } },
          },
        },
      },
    },
  };
}

function tableIn(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(value) ? value : {};
}

function count({ doc_count: number }: JsonObject): number {
  return typeof number === 'number' ? number : 0;
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
