/** Two maps as one, of which the second counts where both have a key; made whole only when somebody wants all of it. */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  readonly #over: ReadonlyMap<K, V>;
  #whole: ReadonlyMap<K, V> | undefined;

  constructor(base: ReadonlyMap<K, V>, over: ReadonlyMap<K, V>) {
    this.#base = base;
    this.#over = over;
  }

  get size(): number {
    return this.#all().size;
  }

  get(key: K): V | undefined {
    return this.#over.has(key) ? this.#over.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#over.has(key) || this.#base.has(key);
  }

  keys(): MapIterator<K> {
    return this.#all().keys();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  entries(): MapIterator<[K, V]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  #all(): ReadonlyMap<K, V> {
    return (this.#whole ??= new Map([...this.#base, ...this.#over]));
  }
}
