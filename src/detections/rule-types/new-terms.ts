import type { Cluster, SearchHit } from '../../engine/cluster.js';
import { indexOf, maxSignalsOf } from '../../model/rule-defaults.js';
import type { NewTermsRule } from '../../model/rule.js';
import { absoluteTime } from '../../values/dates/absolute-time.js';
import { isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Alert, RuleRun } from '../alert.js';
import { alertFromHit, maxSignalsWarning } from '../build-alert.js';
import { failedRun } from '../failed-run.js';
import { filterQuery } from '../filter-query.js';
import { isRuleError } from '../rule-error.js';
import type { Execution } from '../execution.js';
import { searchWindowOf, timeFieldOf, windowFilter } from '../search-window.js';
import type { SearchWindow } from '../search-window.js';

/** Combinations asked for at a time. */
const PAGE = 1000;

/**
 * One alert for each combination of values of `new_terms_fields` that the window holds and the history before it, from
 * `history_window_start` on, does not; from the oldest document that has it. Every value of a multi-valued field counts,
 * several fields form the cartesian product, and a document that lacks one of the fields is left out.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-new-terms-rule
 */
export async function runNewTermsRule(rule: NewTermsRule, cluster: Cluster, { now }: Execution): Promise<RuleRun> {
  const query = await filterQuery(rule, cluster);
  if (isRuleError(query)) return failedRun(query.error);
  const window = searchWindowOf(rule, now);
  if (isRuleError(window)) return failedRun(window.error);
  const historyStart = absoluteTime(rule.historyWindowStart, now);
  if (historyStart === undefined) {
    return failedRun(`history_window_start = "${rule.historyWindowStart}" is not date math. Write it like "now-7d".`);
  }
  const search = new NewTermsSearch(rule, cluster, query, window, historyStart);
  const limit = maxSignalsOf(rule);
  const alerts: Alert[] = [];
  for await (const combination of search.combinations()) {
    if (await search.isKnown(combination)) continue;
    if (alerts.length === limit) return { alerts, warnings: [maxSignalsWarning(limit)], errors: [] };
    const hit = await search.oldest(combination);
    if (hit) alerts.push(alertFromHit(rule, hit, { 'kibana.alert.new_terms': Object.values(combination) }));
  }
  return { alerts, warnings: [], errors: [] };
}

/** Field → value, in the order of `new_terms_fields`. */
type Combination = JsonObject;

class NewTermsSearch {
  readonly #rule: NewTermsRule;
  readonly #cluster: Cluster;
  readonly #inWindow: readonly JsonObject[];
  readonly #inHistory: readonly JsonObject[];

  constructor(rule: NewTermsRule, cluster: Cluster, query: JsonObject, window: SearchWindow, historyStart: string) {
    this.#rule = rule;
    this.#cluster = cluster;
    this.#inWindow = [query, windowFilter(rule, window)];
    // What the window itself holds is not history, though both ends of a range are inclusive.
    const history = { from: historyStart, to: window.from };
    this.#inHistory = [query, windowFilter(rule, history), { bool: { must_not: [windowFilter(rule, window)] } }];
  }

  /** All combinations in the window, page by page. */
  async *combinations(): AsyncGenerator<Combination> {
    const sources = this.#rule.newTermsFields.map((field) => ({ [field]: { terms: { field } } }));
    let after: JsonValue | undefined;
    do {
      const composite = { sources, size: PAGE, ...(after === undefined ? {} : { after }) };
      const response = await this.#cluster.search({
        ...this.#request(this.#inWindow),
        size: 0,
        aggs: { new_terms: { composite } },
      });
      const page = response.aggregations?.['new_terms'];
      const buckets = isJsonObject(page) ? page['buckets'] : undefined;
      if (!isJsonObject(page) || !Array.isArray(buckets)) return;
      for (const bucket of buckets as readonly JsonObject[]) {
        if (isJsonObject(bucket['key'])) yield bucket['key'];
      }
      after = page['after_key'];
    } while (after !== undefined);
  }

  /** Whether the history holds the combination. */
  async isKnown(combination: Combination): Promise<boolean> {
    const { count } = await this.#cluster.count(this.#request([...this.#inHistory, ...termFilters(combination)]));
    return count > 0;
  }

  /** The oldest document of the window that holds the combination. */
  async oldest(combination: Combination): Promise<SearchHit | undefined> {
    const response = await this.#cluster.search({
      ...this.#request([...this.#inWindow, ...termFilters(combination)]),
      size: 1,
      sort: [{ [timeFieldOf(this.#rule)]: { order: 'asc', unmapped_type: 'date' } }],
    });
    return response.hits.hits[0];
  }

  #request(filter: readonly JsonObject[]): { index: string; query: JsonObject; ignore_unavailable: boolean } {
    return { index: indexOf(this.#rule).join(','), query: { bool: { filter } }, ignore_unavailable: true };
  }
}

function termFilters(combination: Combination): readonly JsonObject[] {
  return Object.entries(combination).map(([field, value]) => ({ term: { [field]: value } }));
}
