import type { Alert } from './alert.js';
import type { JsonObject } from '../values/json.js';

/** What became of a batch of alerts. */
export interface Written {
  readonly created: number;
  /** More alerts were new than the run may still create. */
  readonly truncated: boolean;
}

/**
 * Collects the alerts of a run. An alert whose id is there already, from this run or an earlier one, is not created again;
 * no more than the run's limit are created.
 */
export class AlertWriter {
  readonly #earlier: ReadonlyMap<string, Alert>;
  readonly #created = new Map<string, Alert>();
  readonly #updated = new Map<string, Alert>();

  constructor(earlier: readonly Alert[]) {
    this.#earlier = new Map(earlier.map((alert) => [alert.id, alert]));
  }

  get created(): readonly Alert[] {
    return [...this.#created.values()];
  }

  /** Alerts that count against `max_signals`: the building blocks of a sequence do not. */
  get createdCount(): number {
    return this.created.filter(({ document }) => document['kibana.alert.group.index'] === undefined).length;
  }

  /** Alerts of earlier runs as this run changed them. */
  get updated(): readonly Alert[] {
    return [...this.#updated.values()];
  }

  /** All alerts that there are now, those of earlier runs first. */
  get all(): readonly Alert[] {
    return [...this.#earlier.keys(), ...this.#created.keys()].flatMap((id) => this.get(id) ?? []);
  }

  get(id: string): Alert | undefined {
    return this.#created.get(id) ?? this.#updated.get(id) ?? this.#earlier.get(id);
  }

  isOfThisRun(id: string): boolean {
    return this.#created.has(id);
  }

  /** Those of the alerts that are not there yet, each id once. */
  fresh(alerts: readonly Alert[]): readonly Alert[] {
    const unique = new Map(alerts.map((alert) => [alert.id, alert] as const).reverse());
    return alerts.filter((alert) => unique.get(alert.id) === alert && this.get(alert.id) === undefined);
  }

  /** Creates those of the alerts that are not there yet, the first ones up to `most`. */
  create(alerts: readonly Alert[], most?: number): Written {
    const fresh = this.fresh(alerts);
    const kept = fresh.slice(0, Math.max(0, most ?? Infinity));
    for (const alert of kept) this.#created.set(alert.id, alert);
    return { created: kept.length, truncated: fresh.length > kept.length };
  }

  /** Changes fields of an alert that is there. */
  update(id: string, fields: JsonObject): void {
    const alert = this.get(id);
    if (!alert) return;
    const changed = { ...alert, document: { ...alert.document, ...fields } };
    (this.#created.has(id) ? this.#created : this.#updated).set(id, changed);
  }
}
