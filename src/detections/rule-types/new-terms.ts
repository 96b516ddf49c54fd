import type { NewTermsRule } from '../../model/rule.js';
import { absoluteTime } from '../../values/dates/absolute-time.js';
import type { JsonObject } from '../../values/json.js';
import { fromOf } from '../../model/rule-defaults.js';
import { idOfParts } from '../alert-id.js';
import { alertFromHit } from '../build-alert.js';
import { hitValues, listOrNothing } from '../document-fields.js';
import { isRuleError } from '../rule-error.js';
import { ruleQuery } from '../rule-query.js';
import { withoutOwn } from '../run-context.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { timeOfHit } from '../time-order.js';
import { MAX_SIGNALS, MAX_SIGNALS_SUPPRESSED, unappliedExceptions } from '../warnings.js';
import { NewTermsSearch } from './new-terms-search.js';
import type { NewTerm } from './new-terms-search.js';
import { createSuppressed } from './suppressed-hits.js';

/**
 * One alert for each combination of values of `new_terms_fields` that the window holds and the history before it, from
 * `history_window_start` on, does not; from the oldest document that has it. Every value of a multi-valued field counts,
 * several fields form the cartesian product, and a document that lacks one of the fields is left out. A document at the very start of the window
 * is history.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-new-terms-rule
 */
export async function runNewTermsRule(rule: NewTermsRule, context: RunContext): Promise<TypeRun> {
  const { window, exceptions } = context;
  const query = await ruleQuery(rule, context);
  if (isRuleError(query)) return { errors: [query.error] };
  const historyStart = absoluteTime(rule.historyWindowStart, new Date(window.to));
  if (historyStart === undefined) {
    return {
      errors: [`history_window_start = "${rule.historyWindowStart}" is not date math. Write it like "now-7d".`],
    };
  }
  if (isTooShort(rule, context.now)) return { errors: [TOO_SHORT] };
  const warnings = exceptions.unprocessed.length === 0 ? [] : [unappliedExceptions(exceptions.unprocessed)];
  const stopped = await createAlerts(rule, new NewTermsSearch(rule, query, historyStart, context), context);
  return { warnings: [...warnings, ...(stopped === undefined ? [] : [stopped])] };
}

const TOO_SHORT =
  "History window size is smaller than rule interval + additional lookback, 'historyWindowStart' must be earlier than 'from'";

function isTooShort(rule: NewTermsRule, now: Date): boolean {
  const [start = '', from = ''] = [absoluteTime(rule.historyWindowStart, now), absoluteTime(fromOf(rule), now)];
  return start >= from;
}

/** Creates the alerts, page by page; the warning where it had to stop. */
async function createAlerts(
  rule: NewTermsRule,
  search: NewTermsSearch,
  context: RunContext,
): Promise<string | undefined> {
  const { writer, limit } = context;
  const { alertSuppression: suppression } = rule;
  const before = writer.createdCount;
  const tally = { suppressed: 0 };
  for await (const page of search.newTerms()) {
    const alerts = page.map((term) => ({ term, alert: alertOf(term, context) }));
    const own = new Set(
      withoutOwn(
        context,
        alerts.map(({ alert }) => alert),
      ),
    );
    if (suppression) {
      const grouped = alerts.map(({ term: { hit }, alert }) => ({
        alert,
        valueOf: (field: string) => listOrNothing(hitValues(hit, field)),
        time: timeOfHit(rule, hit),
      }));
      if (createSuppressed(suppression, grouped, context, tally)) return MAX_SIGNALS_SUPPRESSED;
    } else if (writer.create([...own], limit - (writer.createdCount - before)).truncated) return MAX_SIGNALS;
  }
  return undefined;
}

/** The id has the values: a document with several new ones raises as many alerts. */
function alertOf({ values, hit }: NewTerm, context: RunContext): ReturnType<typeof alertFromHit> {
  const { owner } = context;
  const id = idOfParts([hit._index, hit._id, `${owner.space}:${owner.ruleUuid}`, values]);
  const extra: JsonObject = { 'kibana.alert.new_terms': values };
  return alertFromHit(context, hit, { id, extra });
}
