import { isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { CacheFile, cacheKey } from './cache-file.js';

/** Results of earlier runs in a file of the repository's cache. They count for one version and build of dragnet only. */
export class KeptResults {
  readonly #file: CacheFile;
  readonly #key: string;
  readonly #stored: ReadonlyMap<string, JsonValue>;
  readonly #used = new Map<string, JsonValue>();
  #isNew = false;

  private constructor(file: CacheFile, key: string, stored: ReadonlyMap<string, JsonValue>) {
    this.#file = file;
    this.#key = key;
    this.#stored = stored;
  }

  /** Opens `name`; its results count where they were kept with the same `settings`. */
  static async open(root: string, name: string, settings: string): Promise<KeptResults> {
    const key = await cacheKey(settings);
    const file = await CacheFile.of(root, name);
    return new KeptResults(file, key, storedIn((await file.read()) ?? '', key));
  }

  /** The result that was kept under an id. */
  recall(id: string): JsonValue | undefined {
    const result = this.#stored.get(id);
    if (result !== undefined) this.#used.set(id, result);
    return result;
  }

  keep(id: string, result: JsonValue): void {
    this.#used.set(id, result);
    this.#isNew = true;
  }

  /** Writes what the next run may want; where this one looked at all (`isWhole`), what it did not want goes. */
  async save(isWhole: boolean): Promise<void> {
    if (!this.#isNew && (!isWhole || this.#used.size === this.#stored.size)) return;
    const kept = isWhole ? this.#used : new Map([...this.#stored, ...this.#used]);
    const text = JSON.stringify({ key: this.#key, results: Object.fromEntries(kept) });
    await this.#file.write(text);
  }
}

function storedIn(text: string, key: string): ReadonlyMap<string, JsonValue> {
  try {
    const stored = JSON.parse(text) as JsonValue;
    if (!isJsonObject(stored) || stored['key'] !== key) return new Map();
    const { results } = stored;
    return new Map(isJsonObject(results) ? Object.entries(results) : []);
  } catch {
    return new Map();
  }
}
