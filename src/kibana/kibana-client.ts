import { KibanaError } from '../deploy/kibana-error.js';
import type { BulkResult, LiveObject, ObjectKind, PageOptions } from '../deploy/kibana.js';
import { objectKey } from '../deploy/object-key.js';
import type { JsonObject } from '../values/json.js';
import { setEnabled } from './bulk-action.js';
import { Exchange } from './exchange.js';
import type { ExchangeOptions } from './exchange.js';
import type { ApiContext, ObjectApi } from './object-api.js';
import { Requests } from './requests.js';
import type { RetryOptions } from './retry.js';
import { RulesApi } from './rules-api.js';
import { kibanaVersion } from './version.js';

/** How to reach one space of a Kibana. */
export interface KibanaClientOptions extends ExchangeOptions {
  readonly space: string;
  readonly retry?: RetryOptions | undefined;
}

/** The {@link Kibana} interface over HTTP. It keeps nothing but connections: `close` gives them back. */
export class KibanaClient {
  readonly space: string;
  readonly url: string;
  readonly #exchange: Exchange;
  readonly #context: ApiContext;
  readonly #rules: RulesApi;

  constructor(options: KibanaClientOptions) {
    const { space, retry } = options;
    this.space = space;
    this.#exchange = new Exchange(options);
    this.url = this.#exchange.url;
    const base = space === 'default' ? '' : `/s/${encodeURIComponent(space)}`;
    this.#context = { requests: new Requests(this.#exchange, retry), base };
    this.#rules = new RulesApi(this.#context);
  }

  version(): Promise<string> {
    return kibanaVersion(this.#context, this.space);
  }

  async *pages(kind: ObjectKind, options: PageOptions = {}): AsyncGenerator<readonly LiveObject[]> {
    for await (const page of this.#api(kind).pages(options)) yield page.map((body) => toLive(kind, body));
  }

  async read(kind: ObjectKind, key: string): Promise<LiveObject | undefined> {
    const body = await this.#api(kind).read(key);
    return body === undefined ? undefined : toLive(kind, body);
  }

  async create(kind: ObjectKind, body: JsonObject): Promise<LiveObject> {
    return toLive(kind, await this.#api(kind).create(body));
  }

  async replace(kind: ObjectKind, key: string, body: JsonObject, live: LiveObject): Promise<LiveObject> {
    return toLive(kind, await this.#api(kind).replace(key, body, live.body));
  }

  remove(kind: ObjectKind, key: string): Promise<void> {
    return this.#api(kind).remove(key);
  }

  setEnabled(rules: readonly LiveObject[], enabled: boolean): Promise<readonly BulkResult[]> {
    return setEnabled(this.#context, rules, enabled);
  }

  exportRules(ruleIds?: readonly string[]): Promise<string> {
    return this.#rules.export(ruleIds);
  }

  close(): void {
    this.#exchange.close();
  }

  #api(kind: ObjectKind): ObjectApi {
    if (kind === 'rule') return this.#rules;
    throw new KibanaError('unsupported', 0, `${this.url}: dragnet has no way to a ${kind} yet.`);
  }
}

function toLive(kind: ObjectKind, body: JsonObject): LiveObject {
  return { kind, key: objectKey(kind, body), body };
}
