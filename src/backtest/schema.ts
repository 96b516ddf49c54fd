import { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import type { IndexDefinition } from '../engine/cluster.js';
import { ConstantKeywordField } from '../engine/embedded/fields/constant-keyword-field.js';
import { type Field, ObjectReadingField } from '../engine/embedded/fields/field.js';
import type { EqlFieldInfo, EqlFields } from '../languages/eql/field-info.js';
import type { KqlFields } from '../languages/kql/known-fields.js';
import type { JsonObject } from '../values/json.js';

/** A field that the mapping does not name, but documents may bring. */
export const ASSUMED: unique symbol = Symbol('assumed');

/** A field of the mapping, as conditions need it. */
export interface SchemaField {
  readonly field: Field;
  /** Path in the documents where its values stand. */
  readonly source: string;
  /** The mapping of the field that documents have, multi-fields included. */
  readonly definition: JsonObject;
  readonly isNested: boolean;
  /** Its values do not stand in the documents, or not alone there. */
  readonly isSpecial: boolean;
  readonly isObjectReading: boolean;
}

/** What the mapping of an index says of fields before there are documents; fields that it lacks are assumed to be keywords, if documents could bring them. */
export class Schema {
  readonly #index: EmbeddedIndex;
  readonly #known = new Map<string, SchemaField | typeof ASSUMED | undefined>();
  readonly #copied: ReadonlySet<string>;
  readonly #assumed = new Set<string>();
  readonly #signatures = new Map<string, string>();

  constructor(name: string, definition: IndexDefinition) {
    this.#index = new EmbeddedIndex(name, definition);
    this.#copied = copyTargets(this.#index);
  }

  /** Names that were asked for and assumed. */
  get assumed(): ReadonlySet<string> {
    return this.#assumed;
  }

  field(name: string): SchemaField | typeof ASSUMED | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    const found = this.#find(name);
    if (found === ASSUMED) this.#assumed.add(name);
    this.#known.set(name, found);
    return found;
  }

  isObject(name: string): boolean {
    return this.#index.mapping.objects.has(name);
  }

  /** The path of a nested object, if the mapping has it. */
  isNestedObject(path: string): boolean {
    return this.#index.mapping.scope(path) !== undefined;
  }

  /** Tells two mappings apart as far as a field is concerned. */
  signature(name: string): string {
    let signature = this.#signatures.get(name);
    if (signature === undefined) this.#signatures.set(name, (signature = this.#signatureOf(name)));
    return signature;
  }

  #signatureOf(name: string): string {
    const known = this.field(name);
    if (known === undefined) return this.isObject(name) ? 'object' : 'none';
    if (known === ASSUMED) return 'assumed';
    const { field, source, definition, isNested, isSpecial } = known;
    return `${field.name} ${field.type} ${source} ${isNested} ${isSpecial} ${JSON.stringify(definition)}`;
  }

  /** The fields as the translation of KQL asks for them. */
  get kqlFields(): KqlFields {
    return {
      get: (name) => {
        if (this.isObject(name))
          return { type: this.#index.mapping.objects.get(name)?.isNested === true ? 'nested' : 'object' };
        const known = this.field(name);
        if (known === undefined) return undefined;
        if (known === ASSUMED) return { type: 'keyword' };
        const nested = this.#index.mapping.traitsOf(name)?.nested ?? '';
        return { type: known.field.family, ...(nested === '' ? {} : { nested }) };
      },
      entries: () => [],
    };
  }

  /** The fields as the translation of EQL asks for them. */
  get eqlFields(): EqlFields {
    const get = (name: string): EqlFieldInfo | undefined => {
      if (this.#index.mapping.objects.get(name)?.isNested === true) return { type: 'nested' };
      const known = this.field(name);
      if (known === undefined) return undefined;
      if (known === ASSUMED) return { type: 'keyword' };
      return { type: known.isNested ? 'nested' : known.field.family };
    };
    const index = this.#index;
    return {
      get,
      has: (name) => get(name) !== undefined,
      keys: () => index.mapping.traits().keys(),
      *[Symbol.iterator]() {
        for (const name of index.mapping.traits().keys()) {
          const info = get(name);
          if (info !== undefined) yield [name, info] as const;
        }
      },
    };
  }

  #find(name: string): SchemaField | typeof ASSUMED | undefined {
    if (name.startsWith('_')) return undefined;
    const { mapping, root } = this.#index;
    const field = mapping.field(name);
    if (field === undefined) return this.#couldCome(name) ? ASSUMED : undefined;
    const holder = field.parent ?? field;
    const isKey = !mapping.fields.has(name) && !mapping.aliases.has(name);
    return {
      field,
      source: isKey ? flattenedRoot(name, (prefix) => mapping.fields.has(prefix)) : holder.name,
      definition: holder.definition,
      isNested: field.space !== root,
      isSpecial:
        field instanceof ConstantKeywordField ||
        holder.definition['null_value'] !== undefined ||
        field.definition['null_value'] !== undefined ||
        this.#copied.has(holder.name) ||
        this.#copied.has(field.name),
      isObjectReading: isKey || field instanceof ObjectReadingField || field.valueColumn === undefined,
    };
  }

  /** Whether a document could add the field: nothing above it is a value, and the name is none of an object. */
  #couldCome(name: string): boolean {
    if (this.isObject(name)) return false;
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (this.#index.mapping.fields.has(name.slice(0, dot))) return false;
    }
    return true;
  }
}

function flattenedRoot(name: string, isField: (prefix: string) => boolean): string {
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    if (isField(name.slice(0, dot))) return name.slice(0, dot);
  }
  return name;
}

function copyTargets({ mapping }: EmbeddedIndex): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { copyTo } of mapping.fields.looks()) {
    if (copyTo !== undefined) for (const target of [copyTo].flat()) if (typeof target === 'string') targets.add(target);
  }
  return targets;
}
