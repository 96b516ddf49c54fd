import type { Range } from '../diagnostics/diagnostic.js';
import type { JsonValue } from '../values/json.js';

/** Where a key stands, and its value unless that is a table of its own. */
export interface TomlPlace {
  readonly key: Range;
  readonly value?: Range;
  /** Whether the value is a text. */
  readonly isText?: boolean;
}

/** Where the keys and values of a file stand, by the tables and lists that hold them. */
export class TomlPlaces {
  readonly #places = new Map<JsonValue, Map<string | number, TomlPlace>>();

  /** Notes where a key of a table or an item of a list stands. */
  set(holder: JsonValue, key: string | number, place: TomlPlace): void {
    const places = this.#places.get(holder);
    if (places) places.set(key, place);
    else this.#places.set(holder, new Map([[key, place]]));
  }

  /** Notes a table that a longer key defines on its way, unless it has a place of its own. */
  setParent(holder: JsonValue, key: string | number, place: Range): void {
    if (this.#places.get(holder)?.has(key) !== true) this.set(holder, key, { key: place });
  }

  get(holder: JsonValue, key: string | number): TomlPlace | undefined {
    return this.#places.get(holder)?.get(key);
  }
}
