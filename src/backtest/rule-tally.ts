import { valuesOf } from '../detections/document-fields.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** Fields whose busiest values help to tune a rule, beside those that it asks for. */
const TELLING: readonly string[] = [
  'host.name',
  'user.name',
  'process.name',
  'process.executable',
  'process.parent.name',
  'event.action',
  'source.ip',
  'user_agent.original',
];

/** Different values of a field that are counted; of more the first ones are. */
const MOST_VALUES = 1000;
/** Longest value that is counted whole. */
const LONGEST = 200;
const HOUR = 3_600_000;
/** Fields of a rule that are counted. */
const MOST_FIELDS = 16;

/** A count of different values that stops somewhere. */
export interface Distinct {
  readonly count: number;
  /** There are more. */
  readonly isMore: boolean;
}

/** A value of a field and the alerts that have it. */
export interface BusyValue {
  readonly field: string;
  readonly value: string;
  readonly alerts: number;
}

/** What the alerts of a rule have in common, kept as they come. */
export class RuleTally {
  readonly #values: ReadonlyMap<string, Map<string, number>>;
  readonly #hours = new Map<number, number>();
  #alerts = 0;
  #first = Infinity;
  #last = -Infinity;

  constructor(fields: readonly string[]) {
    const names = [...new Set([...TELLING, ...fields])].slice(0, MOST_FIELDS);
    this.#values = new Map(names.map((name) => [name, new Map<string, number>()]));
  }

  get alerts(): number {
    return this.#alerts;
  }

  /** Milliseconds since 1970; undefined as long as no alert had a time. */
  get span(): { readonly first: number; readonly last: number } | undefined {
    return this.#first === Infinity ? undefined : { first: this.#first, last: this.#last };
  }

  /** Alerts by hour, in milliseconds since 1970, in order. */
  get hours(): readonly (readonly [hour: number, alerts: number])[] {
    return [...this.#hours].sort(([a], [b]) => a - b);
  }

  get hosts(): Distinct {
    return this.#distinct('host.name');
  }

  get users(): Distinct {
    return this.#distinct('user.name');
  }

  /** Adds an alert by its document (or that of its event) and the time of the event in milliseconds. */
  add(document: JsonObject, time: number): void {
    this.#alerts++;
    if (Number.isFinite(time)) {
      this.#first = Math.min(this.#first, time);
      this.#last = Math.max(this.#last, time);
      const hour = Math.floor(time / HOUR) * HOUR;
      this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + 1);
    }
    for (const [name, counts] of this.#values) {
      for (const value of valuesOf(document, name)) count(counts, shown(value));
    }
  }

  /** The values that most alerts share, of each field the first, the busiest field first. */
  busiest(most: number): readonly BusyValue[] {
    const found: BusyValue[] = [];
    for (const [field, counts] of this.#values) {
      const [value, alerts] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
      if (value !== undefined && alerts !== undefined) found.push({ field, value, alerts });
    }
    return found.sort((a, b) => b.alerts - a.alerts).slice(0, most);
  }

  #distinct(field: string): Distinct {
    const { size = 0 } = this.#values.get(field) ?? {};
    return { count: size, isMore: size >= MOST_VALUES };
  }
}

function count(counts: Map<string, number>, value: string): void {
  const known = counts.get(value);
  if (known === undefined && counts.size >= MOST_VALUES) return;
  counts.set(value, (known ?? 0) + 1);
}

function shown(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(typeof value === 'bigint' ? String(value) : value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
