import { ClusterError } from '../engine/cluster-error.js';
import { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import { UnfitValue } from '../engine/embedded/documents/document-rejection.js';
import type { Field } from '../engine/embedded/fields/field.js';
import { ObjectReadingField } from '../engine/embedded/fields/field.js';
import { compileQuery } from '../engine/embedded/query/compile-query.js';
import type { Query } from '../engine/embedded/query/query.js';
import type { JsonObject } from '../values/json.js';
import { MAYBE, NO, YES, type Truth } from './truth.js';

/** Questions after which the index is made anew: the field remembers every value that it ever had. */
const MOST_QUESTIONS = 50_000;

/** An index of the embedded engine with one field, that is asked what a query says of a document with certain values of it. */
export class Probe {
  readonly #name: string;
  readonly #mappings: JsonObject;
  #index: EmbeddedIndex;
  #questions = 0;

  /** `field` is the field that documents have, with its multi-fields. */
  constructor(name: string, definition: JsonObject) {
    this.#name = name;
    this.#mappings = mappingsOf(name, definition);
    this.#index = new EmbeddedIndex('probe', { mappings: this.#mappings });
  }

  /** Compiles a query on the field; undefined where the field refuses it: then the whole search fails. */
  compile(query: JsonObject): ((values: readonly (string | number | boolean)[]) => Truth) | undefined {
    const compiled = attempt(() => {
      const query_ = compileQuery(query);
      this.#run(query_);
      return query_;
    });
    return compiled && ((values) => this.#ask(compiled, values));
  }

  /** A value that the field does not take makes the engine reject the document, which it does itself. */
  #ask(query: Query, values: readonly (string | number | boolean)[]): Truth {
    if (++this.#questions > MOST_QUESTIONS) {
      this.#index = new EmbeddedIndex('probe', { mappings: this.#mappings });
      this.#questions = 0;
    }
    const { root } = this.#index;
    const field = this.#index.mapping.field(this.#name);
    if (field === undefined || field instanceof ObjectReadingField) return MAYBE;
    const fields = [field, ...field.multiFields.filter((sub) => !sub.isView())];
    root.size = 1;
    try {
      for (const value of values) for (const each of fields) index(each, value);
      return this.#run(query) ? YES : NO;
    } catch (error) {
      if (error instanceof ClusterError || error instanceof UnfitValue) return MAYBE;
      throw error;
    } finally {
      for (const each of fields) each.truncate(0);
      root.size = 0;
    }
  }

  #run(query: Query): boolean {
    const context = { index: this.#index, scope: this.#index.root, now: new Date(0) };
    return query(context).has(0);
  }
}

function index(field: Field, value: string | number | boolean): void {
  if (field instanceof ObjectReadingField) throw new UnfitValue('The field reads objects.');
  field.index(0, value);
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ClusterError) return undefined;
    throw error;
  }
}

function mappingsOf(name: string, definition: JsonObject): JsonObject {
  return name
    .split('.')
    .reduceRight<JsonObject>((inner, part) => ({ properties: Object.fromEntries([[part, inner]]) }), definition);
}
