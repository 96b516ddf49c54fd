import type {
  BulkResult,
  Kibana,
  LiveObject,
  ObjectKind,
  PageOptions,
  PrebuiltVersion,
  ValueChanges,
} from '../deploy/kibana.js';
import type { PrebuiltRules } from '../deploy/prebuilt-rules.js';
import type { RuleHealth } from '../deploy/rule-health.js';
import { objectKey } from '../deploy/object-key.js';
import type { JsonObject } from '../values/json.js';
import { setEnabled } from './bulk-action.js';
import { ConnectorsApi } from './connectors-api.js';
import { ExceptionItemsApi, ExceptionListsApi } from './exceptions-api.js';
import { Exchange } from './exchange.js';
import type { ExchangeOptions } from './exchange.js';
import type { ApiContext, ObjectApi } from './object-api.js';
import { HealthApi } from './health-api.js';
import { PrebuiltApi } from './prebuilt-api.js';
import { Requests } from './requests.js';
import type { RetryOptions } from './retry.js';
import { RulesApi } from './rules-api.js';
import { ValueListsApi } from './value-lists-api.js';
import { kibanaVersion } from './version.js';

/** How to reach one space of a Kibana. */
export interface KibanaClientOptions extends ExchangeOptions {
  readonly space: string;
  readonly retry?: RetryOptions | undefined;
}

/** The {@link Kibana} interface over HTTP. It keeps nothing but connections: `close` gives them back. */
export class KibanaClient implements Kibana {
  readonly space: string;
  readonly url: string;
  /** Elastic's prebuilt rules. */
  readonly prebuilt: PrebuiltRules;
  /** How rules do: their gaps and alerts. */
  readonly health: RuleHealth;
  readonly #exchange: Exchange;
  readonly #context: ApiContext;
  readonly #rules: RulesApi;
  readonly #valueLists: ValueListsApi;
  readonly #apis: Readonly<Record<ObjectKind, ObjectApi>>;

  constructor(options: KibanaClientOptions) {
    const { space, retry } = options;
    this.space = space;
    this.#exchange = new Exchange(options);
    this.url = this.#exchange.url;
    const base = space === 'default' ? '' : `/s/${encodeURIComponent(space)}`;
    const requests = new Requests(this.#exchange, retry);
    this.#context = { requests, base, version: () => this.version() };
    this.prebuilt = new PrebuiltApi(this.#context);
    this.health = new HealthApi(this.#context);
    this.#rules = new RulesApi(this.#context);
    this.#valueLists = new ValueListsApi(this.#context);
    this.#apis = {
      rule: this.#rules,
      'exception-list': new ExceptionListsApi(this.#context),
      'exception-item': new ExceptionItemsApi(this.#context),
      'value-list': this.#valueLists,
      connector: new ConnectorsApi(this.#context),
    };
  }

  version(): Promise<string> {
    return kibanaVersion(this.#context, this.space);
  }

  async *pages(kind: ObjectKind, options: PageOptions = {}): AsyncGenerator<readonly LiveObject[]> {
    for await (const page of this.#apis[kind].pages(options)) yield page.map((body) => toLive(kind, body));
  }

  async read(kind: ObjectKind, key: string): Promise<LiveObject | undefined> {
    const body = await this.#apis[kind].read(key);
    return body === undefined ? undefined : toLive(kind, body);
  }

  async create(kind: ObjectKind, body: JsonObject): Promise<LiveObject> {
    return toLive(kind, await this.#apis[kind].create(body));
  }

  async replace(kind: ObjectKind, key: string, body: JsonObject, live: LiveObject): Promise<LiveObject> {
    return toLive(kind, await this.#apis[kind].replace(key, body, live.body));
  }

  async patch(key: string, fields: JsonObject): Promise<LiveObject> {
    return toLive('rule', await this.#rules.patch(key, fields));
  }

  install(rules: readonly PrebuiltVersion[]): Promise<readonly BulkResult[]> {
    return this.prebuilt.install(rules);
  }

  remove(kind: ObjectKind, key: string): Promise<void> {
    return this.#apis[kind].remove(key);
  }

  setEnabled(rules: readonly LiveObject[], enabled: boolean): Promise<readonly BulkResult[]> {
    return setEnabled(this.#context, rules, enabled);
  }

  values(key: string): AsyncIterable<readonly string[]> {
    return this.#valueLists.values(key);
  }

  changeValues(key: string, changes: ValueChanges): Promise<void> {
    return this.#valueLists.changeValues(key, changes);
  }

  exportRules(ruleIds?: readonly string[]): Promise<string> {
    return this.#rules.export(ruleIds);
  }

  close(): void {
    this.#exchange.close();
  }
}

function toLive(kind: ObjectKind, body: JsonObject): LiveObject {
  return { kind, key: objectKey(kind, body), body };
}
