/** A value of TOML as a test builds it. */
export type TomlData = string | number | boolean | readonly TomlData[] | { readonly [key: string]: TomlData };

/** A text, and where each key and value of it stands: the path as JSON → offsets. */
export interface PlacedToml {
  readonly text: string;
  readonly keys: ReadonlyMap<string, readonly [start: number, end: number]>;
  readonly values: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/** Writes tables of the first level as `[table]`, all below them as `key = value` with inline tables, and notes every place. */
export function placedToml(data: { readonly [key: string]: TomlData }): PlacedToml {
  const writer = new Writer();
  const isTable = (value: TomlData): boolean => typeof value === 'object' && !Array.isArray(value);
  for (const [key, value] of Object.entries(data)) if (!isTable(value)) writer.line([], key, value);
  for (const [key, value] of Object.entries(data)) {
    if (!isTable(value)) continue;
    writer.header(key);
    for (const [inner, below] of Object.entries(value)) writer.line([key], inner, below as TomlData);
  }
  return writer;
}

class Writer implements PlacedToml {
  text = '';
  readonly keys = new Map<string, readonly [number, number]>();
  readonly values = new Map<string, readonly [number, number]>();

  header(key: string): void {
    this.text += '[';
    this.#place(this.keys, [key], key);
    this.text += ']\n';
  }

  line(path: readonly (string | number)[], key: string, value: TomlData): void {
    this.#assign([...path, key], key, value);
    this.text += '\n';
  }

  #assign(path: readonly (string | number)[], key: string, value: TomlData): void {
    this.#place(this.keys, path, /^[\w-]+$/u.test(key) ? key : JSON.stringify(key));
    this.text += ' = ';
    this.#value(path, value);
  }

  #value(path: readonly (string | number)[], value: TomlData): void {
    const start = this.text.length;
    if (typeof value !== 'object') this.text += JSON.stringify(value);
    else if (Array.isArray(value)) {
      this.text += '[';
      for (const [at, item] of (value as readonly TomlData[]).entries()) {
        if (at > 0) this.text += ', ';
        this.#value([...path, at], item);
      }
      this.text += ']';
    } else {
      this.text += '{ ';
      for (const [at, [key, item]] of Object.entries(value as { readonly [key: string]: TomlData }).entries()) {
        if (at > 0) this.text += ', ';
        this.#assign([...path, key], key, item);
      }
      this.text += ' }';
    }
    const id = JSON.stringify(path);
    this.values.set(id, [start, this.text.length]);
    // An element of a list has no key of its own.
    if (!this.keys.has(id)) this.keys.set(id, [start, this.text.length]);
  }

  #place(places: Map<string, readonly [number, number]>, path: readonly (string | number)[], written: string): void {
    places.set(JSON.stringify(path), [this.text.length, this.text.length + written.length]);
    this.text += written;
  }
}
