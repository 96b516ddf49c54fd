/** Stands for what is no scalar where a field has its values: an object, or something that the reader does not take apart. */
export const OPAQUE: unique symbol = Symbol('opaque');

/** One value of a field as a document has it; null counts as none. */
export type FieldScalar = string | number | boolean | typeof OPAQUE;

/** All values of a field of one document; undefined where it has none. */
export type FieldValues = FieldScalar | readonly FieldScalar[] | undefined;

/** A place in the tree of the names that are read. */
interface Place {
  readonly children: Map<string, Place>;
  /** Other spellings of places below: keys with dots, as documents had them. */
  readonly aliases: Map<string, readonly Place[]>;
  slot: number;
}

/** Lists within lists that are read; the engine rejects deeper ones. */
const DEEPEST_LIST = 1000;

/** Spellings of one place that are remembered; documents could have any number of them. */
const MOST_ALIASES = 2000;

/**
 * Reads the values of certain fields out of documents, all in one walk: parts of a document that hold none of them are not entered, names
 * with dots and objects within arrays are read as Elasticsearch reads them.
 */
export class FieldReader {
  /** The values of the last document by slot; valid for the slots that `present` lists. */
  readonly values: FieldValues[] = [];
  /** The slots of which the last document has values. */
  readonly present: number[] = [];
  readonly #root: Place = newPlace();
  readonly #slots = new Map<string, number>();

  /** The slot of a field by its full name; the field is read from now on. */
  slot(name: string): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    let place = this.#root;
    for (const part of name.split('.')) {
      let child = place.children.get(part);
      if (child === undefined) {
        child = newPlace();
        place.children.set(part, child);
      }
      place = child;
    }
    const slot = this.#slots.size;
    place.slot = slot;
    this.#slots.set(name, slot);
    this.values.push(undefined);
    return slot;
  }

  /** Reads a document, as `JSON.parse` gives it; what was read of the one before is gone. */
  read(document: object): void {
    const { present, values } = this;
    for (const slot of present) values[slot] = undefined;
    present.length = 0;
    this.#object(document, this.#root);
  }

  #object(object: object, place: Place): void {
    // JSON objects inherit nothing that this loop could see.
    for (const key in object) {
      const child = place.children.get(key);
      if (child !== undefined) this.#value((object as Record<string, unknown>)[key], child);
      else if (key.includes('.')) this.#dotted((object as Record<string, unknown>)[key], key, place);
    }
  }

  #value(value: unknown, place: Place, depth = 0): void {
    if (typeof value !== 'object') {
      if (place.slot >= 0) this.#add(place.slot, value as string | number | boolean);
    } else if (Array.isArray(value)) {
      if (depth > DEEPEST_LIST) this.#add(place.slot, OPAQUE);
      else for (const item of value as readonly unknown[]) this.#value(item, place, depth + 1);
    } else if (value !== null) {
      if (place.slot >= 0) this.#add(place.slot, OPAQUE);
      if (place.children.size > 0) this.#object(value, place);
    }
  }

  #add(slot: number, value: FieldScalar): void {
    if (slot < 0) return;
    const known = this.values[slot];
    if (known === undefined) {
      this.values[slot] = value;
      this.present.push(slot);
    } else if (Array.isArray(known)) (known as FieldScalar[]).push(value);
    else this.values[slot] = [known as FieldScalar, value];
  }

  /** A key with dots stands for the place that its parts lead to; fields on the way have an object as their value. */
  #dotted(value: unknown, key: string, place: Place): void {
    if (value === null) return;
    const known = place.aliases.get(key);
    const way = known ?? wayTo(key, place);
    if (known === undefined && way.length > 0 && place.aliases.size < MOST_ALIASES) place.aliases.set(key, way);
    const isWhole = way.length === key.split('.').length;
    for (const [at, step] of way.entries()) {
      if (isWhole && at === way.length - 1) this.#value(value, step);
      else if (step.slot >= 0) this.#add(step.slot, OPAQUE);
    }
  }
}

function newPlace(): Place {
  return { children: new Map(), aliases: new Map(), slot: -1 };
}

/** The places that the parts of a key lead to, as far as there are any. */
function wayTo(key: string, start: Place): readonly Place[] {
  const way: Place[] = [];
  let place = start;
  for (const part of key.split('.')) {
    const child = place.children.get(part);
    if (child === undefined) return way;
    way.push((place = child));
  }
  return way;
}
