import type { Field } from '../fields/field.js';

/** What a field says of itself, without its documents. */
export interface FieldTraits {
  /** Its mapping type, and the one that `_field_caps` names. */
  readonly type: string;
  readonly family: string;
  /** Path in the documents where its values stand. */
  readonly sourceName: string;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
  /** Path of the nested object that it lies in; empty for most. */
  readonly nested: string;
}

/**
 * The fields of a mapping by their full names. A mapping made of a shared definition has the names of that definition's fields at once, and
 * makes a field of its own when it is asked for by name: few of some thousands ever are.
 */
export class FieldTable {
  private readonly own = new Map<string, Field>();
  private readonly shared: FieldTable | undefined;
  private readonly make: (field: Field) => void;
  private readonly constant = new Set<string>();
  private added = 0;
  /** Changes whenever a name comes or goes. */
  version = 0;

  /** `make` puts a field for that of the shared table, and its multi-fields, into this one. */
  constructor(shared?: FieldTable, make: (field: Field) => void = () => undefined) {
    this.shared = shared;
    this.make = make;
  }

  /** Number of names. */
  get size(): number {
    return (this.shared?.size ?? 0) + this.added;
  }

  has(name: string): boolean {
    return this.own.has(name) || this.shared?.has(name) === true;
  }

  get(name: string): Field | undefined {
    const field = this.own.get(name);
    if (field !== undefined || this.shared === undefined) return field;
    const known = this.shared.get(name);
    if (known === undefined) return undefined;
    this.make(known.parent ?? known);
    return this.own.get(name);
  }

  /** The field of a name for what it says of itself: it may be the shared one, which has no documents. */
  look(name: string): Field | undefined {
    return this.own.get(name) ?? this.shared?.get(name);
  }

  set(name: string, field: Field): void {
    if (!this.has(name)) {
      this.added++;
      this.version++;
    }
    this.own.set(name, field);
    if (field.type === 'constant_keyword') this.constant.add(name);
  }

  /** Takes away a field that is not one of the shared definition. */
  delete(name: string): void {
    if (!this.own.delete(name)) return;
    this.constant.delete(name);
    this.added--;
    this.version++;
  }

  /** Names of the fields whose value is that of the mapping, whether a document has it or not. */
  constants(): ReadonlySet<string> {
    return this.shared === undefined ? this.constant : new Set([...this.shared.constants(), ...this.constant]);
  }

  /** All names: those of the shared definition first. */
  *keys(): Generator<string> {
    if (this.shared !== undefined) yield* this.shared.keys();
    yield* this.addedKeys();
  }

  /** The names that the shared definition does not have. */
  *addedKeys(): Generator<string> {
    for (const name of this.own.keys()) if (this.shared?.has(name) !== true) yield name;
  }

  /** All fields, for what they say of themselves. */
  *looks(): Generator<Field> {
    for (const name of this.keys()) {
      const field = this.look(name);
      if (field !== undefined) yield field;
    }
  }

  /** The fields that were made: no other has values. */
  made(): Iterable<Field> {
    return this.own.values();
  }
}
