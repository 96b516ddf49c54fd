import { hitValues } from '../detections/document-fields.js';
import { timeFieldsOf, timeOfHit, timeSort } from '../detections/time-order.js';
import { filterQuery, searchOf } from '../detections/filter-query.js';
import { isRuleError } from '../detections/rule-error.js';
import { searchWindowOf, windowFilter } from '../detections/search-window.js';
import type { SearchHit } from '../engine/cluster.js';
import type { NewTermsRule } from '../model/rule.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Reason } from './explanation.js';
import { combinations } from './explain-threshold.js';
import type { Stage, Verdict } from './scene.js';
import { quote, showValue } from './show-value.js';

/** Of a rule of new terms: which field a document lacks, which document of the history has its values already, or which one came first. */
export async function explainNewTerms(rule: NewTermsRule, stage: Stage): Promise<ReadonlyMap<number, Verdict>> {
  const { survivors, truth, values, run } = stage;
  const fired = new Set(
    run.alerts.flatMap(({ sources }) => sources.map(({ index, id }) => truth.documentAt(index, id))),
  );
  const verdicts = new Map<number, Verdict>();
  const known = new Map<string, SearchHit | undefined>();
  for (const at of survivors) {
    const document = truth.documents[at];
    const hit = document && values.hit(document);
    if (hit === undefined || fired.has(at)) continue;
    const lacking = rule.newTermsFields.find((field) => hitValues(hit, field).length === 0);
    if (lacking !== undefined) {
      verdicts.set(at, {
        stage: 'new-terms',
        what: `it lacks ${quote(lacking)}, whose values are to be new`,
        details: [],
      });
      continue;
    }
    const [terms = []] = combinations(rule.newTermsFields.map((field) => hitValues(hit, field)));
    const key = printJson(terms);
    if (!known.has(key)) known.set(key, await firstWith(rule, terms, stage));
    const first = known.get(key);
    if (first !== undefined && !(first._id === hit._id && first._index === hit._index))
      verdicts.set(at, seen(rule, terms, first, stage));
  }
  return verdicts;
}

/** The first document of history and window that has the values. */
async function firstWith(
  rule: NewTermsRule,
  terms: readonly JsonValue[],
  stage: Stage,
): Promise<SearchHit | undefined> {
  const { cluster, indices, options } = stage;
  const window = searchWindowOf(rule, options.now);
  const from = absoluteTime(rule.historyWindowStart, options.now);
  const search = searchOf(rule);
  if (isRuleError(window) || isRuleError(search) || from === undefined) return undefined;
  const query = await filterQuery(search, cluster);
  if (isRuleError(query)) return undefined;
  const same = rule.newTermsFields.map((field, at): JsonObject => ({ term: { [field]: terms[at] ?? null } }));
  const { hits } = await cluster.search({
    index: indices.join(','),
    ignore_unavailable: true,
    query: { bool: { filter: [query, windowFilter(rule, { from, to: window.to }), ...same] } },
    sort: timeSort(rule, 'asc'),
    fields: [...timeFieldsOf(rule)],
    size: 1,
    track_total_hits: false,
  });
  return hits.hits[0];
}

function seen(rule: NewTermsRule, terms: readonly JsonValue[], first: SearchHit, { options }: Stage): Reason {
  const time = timeOfHit(rule, first) ?? '';
  const names = rule.newTermsFields.map((field) => quote(field)).join(', ');
  const facts = rule.newTermsFields.map((field, at) => `${quote(field)} is ${showValue(terms[at] ?? null)}`).join(', ');
  const window = searchWindowOf(rule, options.now);
  const isHistory = !isRuleError(window) && Date.parse(time) <= Date.parse(window.from);
  const where = isHistory ? `in the history (since ${rule.historyWindowStart})` : 'earlier in the window';
  return {
    stage: 'new-terms',
    what: isHistory
      ? `its ${names} is not new`
      : `an earlier document of the window has the same ${names}, and its alert`,
    details: [`${facts}: the document ${quote(first._id)} had it ${where}, at ${time}.`],
  };
}
