import type { JsonObject } from '../values/json.js';
import type { KibanaError } from './kibana-error.js';

/** The kinds of objects that dragnet manages in a Kibana. */
export type ObjectKind = 'connector' | 'value-list' | 'exception-list' | 'exception-item' | 'rule';

/**
 * An object as Kibana answered it. Its key is `rule/<rule_id>`, `exception-list/<namespace>/<list_id>`, `exception-item/<namespace>/<item_id>`,
 * `value-list/<id>` or `connector/<id>`: see `objectKey`.
 */
export interface LiveObject {
  readonly key: string;
  readonly kind: ObjectKind;
  readonly body: JsonObject;
}

/** Which objects a listing gives; without it, all. */
export interface PageOptions {
  /** Objects on a page, at most; 100 without it. */
  readonly size?: number;
  /** Of exception items: those of these lists (their keys) alone. Without it those of all lists that rules use; lists of Elastic Defend are left out. */
  readonly lists?: readonly string[];
}

/** What became of one of several rules in one request. */
export interface BulkResult {
  readonly key: string;
  /** Absent: done, or nothing was to be done. */
  readonly error?: KibanaError;
}

/** A version of a prebuilt rule. */
export interface PrebuiltVersion {
  readonly ruleId: string;
  readonly version: number;
}

/** Values to add to a value list and to take from it. */
export interface ValueChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * One space of a Kibana. Bodies are those of Kibana's API: rules as `POST /api/detection_engine/rules` takes them, exception lists and items as
 * `/api/exception_lists` and `/items`, value lists `{id, name, description, type}`, connectors `{id, name, connector_type_id, config, secrets}`.
 * What fails rejects with a {@link KibanaError}; repeating is done inside, only where it is safe.
 * https://www.elastic.co/docs/api/doc/kibana/
 */
export interface Kibana {
  readonly space: string;
  /** Without credentials, as it may be shown. */
  readonly url: string;

  /** Kibana's version, as `8.19.4`; older than 8.19 rejects (`too-old`). */
  version(): Promise<string>;

  /**
   * All objects of a kind, page after page, never more in memory; also beyond Elasticsearch's window of 10,000. Each object comes once, though Kibana
   * changes meanwhile. Preconfigured connectors are among the connectors; values of value lists are not in them.
   */
  pages(kind: ObjectKind, options?: PageOptions): AsyncIterable<readonly LiveObject[]>;

  /** One object; undefined where there is none. */
  read(kind: ObjectKind, key: string): Promise<LiveObject | undefined>;

  /**
   * Makes an object. A failure that may have come after the write (dropped connection, 5xx) is settled by reading back: what stands then is returned,
   * otherwise it is tried again; never twice. An object that stood before rejects (`conflict`).
   */
  create(kind: ObjectKind, body: JsonObject): Promise<LiveObject>;

  /**
   * Writes an object whole, in place of `live`. What the body leaves out is reset, but a rule's `enabled`. Exception lists and items carry their
   * `_version`: changed since by somebody else rejects (`moved`), also for connectors and rules that are gone (`missing`).
   */
  replace(kind: ObjectKind, key: string, body: JsonObject, live: LiveObject): Promise<LiveObject>;

  /** Changes these fields of a rule (`rule/<rule_id>`) and no others: safe to repeat. One that is gone rejects (`missing`). */
  patch(key: string, fields: JsonObject): Promise<LiveObject>;

  /** Installs prebuilt rules, disabled; one that is installed already is fine. One result a rule, in order. */
  install(rules: readonly PrebuiltVersion[]): Promise<readonly BulkResult[]>;

  /** Deletes an object; one that is gone already is fine. An exception list takes its items with it, a value list its values. */
  remove(kind: ObjectKind, key: string): Promise<void>;

  /** Enables or disables rules (at most 100 a request); one result a rule, in order. Rejects only when nothing can be said of any rule. */
  setEnabled(rules: readonly LiveObject[], enabled: boolean): Promise<readonly BulkResult[]>;

  /** The values of a value list (`value-list/<id>`), page after page, in no order. */
  values(key: string): AsyncIterable<readonly string[]>;

  /** Adds values to a value list and takes others away; both are safe to repeat. */
  changeValues(key: string, changes: ValueChanges): Promise<void>;

  /** The rules of these `rule_id`s as NDJSON that Kibana imports, with their exception lists and connectors; no ids: of all rules. */
  exportRules(ruleIds?: readonly string[]): Promise<string>;
}
