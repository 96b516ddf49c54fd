import type { SearchHit } from '../../engine/cluster.js';
import type { ThreatMatchRule } from '../../model/rule.js';
import { alertFromHit } from '../build-alert.js';
import { hitValues, listOrNothing } from '../document-fields.js';
import { filterInMemory } from '../exceptions/filter-in-memory.js';
import { isRuleError } from '../rule-error.js';
import { withoutOwn } from '../run-context.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { timeOfHit } from '../time-order.js';
import { MAX_SIGNALS, MAX_SIGNALS_SUPPRESSED } from '../warnings.js';
import { createSuppressed } from './suppressed-hits.js';
import { enrichedSource } from './threat-enrichments.js';
import { findMatches } from './threat-search.js';
import { prepareThreatSearch } from './threat-setting.js';

/**
 * One alert for each event that matches an indicator, newest first (oldest first under suppression), with what matched in `threat.enrichments`. A
 * group of the mapping holds when one indicator satisfies all of its entries; any group is enough.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-indicator-rule
 */
export async function runThreatMatchRule(rule: ThreatMatchRule, context: RunContext): Promise<TypeRun> {
  const setting = await prepareThreatSearch(rule, context);
  if (isRuleError(setting)) return { errors: [setting.error] };
  const matches = await findMatches(setting, context.limit);
  const kept = new Set<SearchHit>(
    filterInMemory(
      matches.map(({ hit }) => hit),
      context.exceptions,
    ),
  );
  const hits: SearchHit[] = [];
  for (const { hit, threats } of matches) {
    if (!kept.has(hit)) continue;
    const source = enrichedSource(rule, hit, threats);
    if (isRuleError(source)) return { errors: [source.error] };
    hits.push({ ...hit, _source: source });
  }
  const stopped = create(rule, hits, context);
  return { warnings: stopped === undefined ? [] : [stopped] };
}

function create(rule: ThreatMatchRule, hits: readonly SearchHit[], context: RunContext): string | undefined {
  const { writer, limit } = context;
  const { alertSuppression: suppression } = rule;
  const alerts = hits.map((hit) => ({ hit, alert: alertFromHit(context, hit) }));
  const own = new Set(
    withoutOwn(
      context,
      alerts.map(({ alert }) => alert),
    ),
  );
  const kept = alerts.filter(({ alert }) => own.has(alert));
  if (!suppression) return writer.create([...own], limit).truncated ? MAX_SIGNALS : undefined;
  const grouped = kept.map(({ hit, alert }) => ({
    alert,
    valueOf: (field: string) => listOrNothing(hitValues(hit, field)),
    time: timeOfHit(rule, hit),
  }));
  return createSuppressed(suppression, grouped, context, { suppressed: 0 }) ? MAX_SIGNALS_SUPPRESSED : undefined;
}
