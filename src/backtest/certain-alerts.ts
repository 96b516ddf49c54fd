import type { Alert } from '../detections/alert.js';
import type { AlertSetting } from '../detections/alert-fields.js';
import { alertFromHit, isOwnDescendant } from '../detections/build-alert.js';
import type { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import { fetchFields } from '../engine/embedded/search/fields-option.js';
import type { JsonObject } from '../values/json.js';
import type { BacktestDocument } from './backtest-document.js';
import type { KnownIndices } from './known-indices.js';

/** Documents after which an index is emptied. */
const MOST_DOCUMENTS = 2000;

/** A document as the engine took it. */
export interface TakenDocument {
  readonly index: EmbeddedIndex;
  readonly doc: number;
}

/** Puts documents into indices of their own, one after the other, and makes the alerts of those that rules found. */
export class CertainAlerts {
  readonly #known: KnownIndices;
  readonly #indices = new Map<string, EmbeddedIndex>();

  constructor(known: KnownIndices) {
    this.#known = known;
  }

  /** Gives a document to the engine; undefined where the engine rejects it, as Elasticsearch would. */
  take({ index: name, id, text }: BacktestDocument): TakenDocument | undefined {
    let index = this.#indices.get(name);
    if (index === undefined || index.size >= MOST_DOCUMENTS) {
      index = this.#known.open(name);
      this.#indices.set(name, index);
    }
    const { error } = index.add(id, text);
    return error === undefined ? { index, doc: index.size - 1 } : undefined;
  }

  /** The alert that a rule raises of a document; undefined for an alert of the same rule. */
  alert({ index, doc }: TakenDocument, setting: AlertSetting): Alert | undefined {
    const fields: JsonObject = fetchFields(index, doc, [{ pattern: '*', format: undefined }]);
    const hit = { _index: index.name, _id: index.id(doc), _source: index.document(doc), fields };
    const alert = alertFromHit(setting, hit);
    return isOwnDescendant(alert, setting) ? undefined : alert;
  }
}
