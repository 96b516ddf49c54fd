import type { LiveObject } from '../deploy/kibana.js';
import { objectKey } from '../deploy/object-key.js';
import type { RuleHealth } from '../deploy/rule-health.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { PAGE_SIZE, query, textOf } from './object-api.js';
import type { ApiContext } from './object-api.js';
import { pagesOf, quoted, toPage } from './pages.js';
import type { Page } from './pages.js';

/** {@link RuleHealth} over HTTP. */
export class HealthApi implements RuleHealth {
  readonly #context: ApiContext;
  #major: Promise<number> | undefined;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  async *withGaps(from: string, to: string): AsyncGenerator<readonly LiveObject[]> {
    const { requests, base } = this.#context;
    // From 9.0 a range has to say which gaps it means; before, Kibana refuses the parameter.
    const statuses =
      (await this.#majorVersion()) >= 9 ? 'gap_fill_statuses=unfilled&gap_fill_statuses=in_progress&' : '';
    const fetch = async (page: number, per: number, since: string | undefined): Promise<Page> => {
      const filter = since === undefined ? undefined : `alert.attributes.createdAt >= ${quoted(since)}`;
      const range = { gaps_range_start: from, gaps_range_end: to };
      const search = query({ page, per_page: per, sort_field: 'created_at', sort_order: 'asc', filter, ...range });
      const path = `${base}/api/detection_engine/rules/_find?${statuses}${search.slice(1)}`;
      return toPage(await requests.object({ method: 'GET', path }, { doing: 'list the rules with gaps' }));
    };
    for await (const page of pagesOf({ fetch, idOf: ({ id }) => textOf(id) }, PAGE_SIZE)) {
      yield page.map((body): LiveObject => ({ kind: 'rule', key: objectKey('rule', body), body }));
    }
  }

  searchAlerts(body: JsonObject): Promise<JsonObject> {
    const { requests, base } = this.#context;
    const path = `${base}/api/detection_engine/signals/search`;
    const request = { method: 'POST' as const, path, body: printJson(body) };
    return requests.object(request, { doing: 'search the alerts', isRepeatable: true });
  }

  #majorVersion(): Promise<number> {
    this.#major ??= this.#context.version().then((version) => Number(version.split('.')[0]));
    return this.#major;
  }
}
