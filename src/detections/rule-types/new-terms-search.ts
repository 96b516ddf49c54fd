import type { NewTermsRule } from '../../model/rule.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { AlertSource } from '../build-alert.js';
import { compositePages } from '../composite-pages.js';
import type { CompositeBucket } from '../composite-pages.js';
import type { RunContext } from '../run-context.js';
import { windowFilter } from '../search-window.js';
import type { SearchWindow } from '../search-window.js';
import { readOldest, readTimeSpan, timeAggs } from '../time-order.js';

/** A combination of values that is new, and the oldest document of the window that has it. */
export interface NewTerm {
  readonly values: readonly JsonValue[];
  readonly hit: AlertSource;
}

/** Combinations of the window asked for at a time. */
const PAGE = 10_000;

/** Combinations looked for in the history at a time: each is a clause of the query. */
const BATCH = 500;

/** Finds the combinations of values that are new, in Kibana's three steps: those of the window, those of them without a past, their documents. */
export class NewTermsSearch {
  readonly #rule: NewTermsRule;
  readonly #context: RunContext;
  readonly #query: JsonObject;
  readonly #whole: SearchWindow;

  constructor(rule: NewTermsRule, query: JsonObject, historyStart: string, context: RunContext) {
    this.#rule = rule;
    this.#context = context;
    this.#query = query;
    this.#whole = { from: historyStart, to: context.window.to };
  }

  /** New combinations, batch by batch: of several fields in the order of their values, of one the most frequent in the window first. */
  async *newTerms(): AsyncGenerator<readonly NewTerm[]> {
    const { cluster, indices, window } = this.#context;
    const fields = this.#rule.newTermsFields;
    const filter = [this.#query, windowFilter(this.#rule, window)];
    for await (const page of compositePages(cluster, { index: indices, filter, fields, size: PAGE })) {
      const [field = ''] = fields;
      if (fields.length === 1) yield* this.#ofOneField(field, page);
      else yield* this.#ofSeveralFields(page);
    }
  }

  async *#ofSeveralFields(page: readonly CompositeBucket[]): AsyncGenerator<readonly NewTerm[]> {
    const { cluster, indices } = this.#context;
    for (let at = 0; at < page.length; at += BATCH) {
      const batch = page.slice(at, at + BATCH);
      const wanted = new Set(batch.map(({ key }) => printed(Object.values(key))));
      const should = batch.map(({ key }) => ({
        bool: { filter: Object.entries(key).map(([field, value]) => ({ term: { [field]: value } })) },
      }));
      const filter = [
        this.#query,
        windowFilter(this.#rule, this.#whole),
        { bool: { should, minimum_should_match: 1 } },
      ];
      const fields = this.#rule.newTermsFields;
      const found: NewTerm[] = [];
      // Documents with several values have other combinations, too: those are of other batches, or of none.
      for await (const buckets of compositePages(cluster, {
        index: indices,
        filter,
        fields,
        aggs: this.#aggs(),
        size: BATCH,
      })) {
        for (const bucket of buckets) {
          const values = Object.values(bucket.key);
          const term = wanted.has(printed(values)) && this.#isNew(bucket) ? toTerm(values, bucket) : undefined;
          if (term) found.push(term);
        }
      }
      if (found.length > 0) yield found;
    }
  }

  async *#ofOneField(field: string, page: readonly CompositeBucket[]): AsyncGenerator<readonly NewTerm[]> {
    const values = page.flatMap(({ key }) => key[field] ?? []);
    const seen = await this.#terms(field, values, this.#whole, false);
    const fresh = seen.filter((bucket) => this.#isNew(bucket)).map(keyOf);
    if (fresh.length === 0) return;
    const buckets = await this.#terms(field, fresh, this.#context.window, true);
    yield buckets.flatMap((bucket) => toTerm([keyOf(bucket)], bucket) ?? []);
  }

  /** The listed values as buckets of a `terms` aggregation: the most frequent first. */
  async #terms(
    field: string,
    include: readonly JsonValue[],
    window: SearchWindow,
    oldest: boolean,
  ): Promise<readonly JsonObject[]> {
    const terms = {
      field,
      size: PAGE,
      include: include.map((value) => (typeof value === 'boolean' ? String(value) : value)),
    };
    const response = await this.#context.cluster.search({
      index: this.#context.indices.join(','),
      ignore_unavailable: true,
      query: { bool: { filter: [this.#query, windowFilter(this.#rule, window)] } },
      size: 0,
      aggs: { new_terms: { terms, aggs: timeAggs(this.#rule, oldest) } },
    });
    const result = response.aggregations?.['new_terms'];
    const buckets = isJsonObject(result) ? result['buckets'] : undefined;
    return isJsonArray(buckets) ? buckets.filter(isJsonObject) : [];
  }

  #aggs(): JsonObject {
    return timeAggs(this.#rule, true);
  }

  /** First seen after the start of the window: a document at its very start is known. */
  #isNew(bucket: JsonObject): boolean {
    const { first } = readTimeSpan(bucket);
    return first !== undefined && first > Date.parse(this.#context.window.from);
  }
}

function toTerm(values: readonly JsonValue[], bucket: JsonObject): NewTerm | undefined {
  const hit = readOldest(bucket);
  return hit && { values, hit };
}

function keyOf(bucket: JsonObject): JsonValue {
  return bucket['key'] ?? null;
}

function printed(values: readonly JsonValue[]): string {
  return JSON.stringify(values.map(String));
}
