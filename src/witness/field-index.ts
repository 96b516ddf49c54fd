import type { FieldCatalogue, FieldMapping } from '../schemas/fields/catalogue.js';
import { compileWildcard } from '../values/patterns/wildcard.js';
import type { Domain } from './domain.js';
import { domainOf } from './domain-of.js';

/** A field that queries can name: where its values stand in a document, and what is known of them. */
export interface KnownField {
  /** The field that holds the values; another one for multi-fields (`process.name` for `process.name.text`). */
  readonly base: string;
  readonly domain: Domain;
  /** The path of the nested object that it is in. */
  readonly nested?: string;
}

/** What the search for documents asks about fields. */
export interface Fields {
  /** The field of a name; undefined for fields that no query can search. */
  get(name: string): KnownField | undefined;
  /** A field for text that names none. */
  anyText(): string;
}

/** Looks fields up in a catalogue. */
export class FieldIndex implements Fields {
  private readonly catalogue: FieldCatalogue;
  private readonly now: Date;
  private readonly known = new Map<string, KnownField | undefined>();
  private names: readonly string[] | undefined;

  constructor(catalogue: FieldCatalogue, now: Date) {
    this.catalogue = catalogue;
    this.now = now;
  }

  /** The field of a name; names that the catalogue lacks count as keywords. Undefined for fields that no query can search. */
  get(name: string): KnownField | undefined {
    if (!this.known.has(name)) this.known.set(name, this.find(name));
    return this.known.get(name);
  }

  /** The names of the catalogue, multi-fields included, that a pattern of stars matches; or that lie below an object. */
  matching(parts: readonly string[]): readonly string[] {
    const pattern = parts.map((part) => part.replaceAll(/[\\*?]/g, '\\$&')).join('*');
    return this.allNames().filter(compileWildcard(pattern));
  }

  /** The fields below an object; none if the name is that of a field, or unknown. */
  below(name: string): readonly string[] {
    return this.catalogue.has(name) && this.catalogue.get(name)?.type !== 'nested'
      ? []
      : this.allNames().filter((each) => each.startsWith(`${name}.`));
  }

  /** A field for text that names none. */
  anyText(): string {
    return this.catalogue.has('message')
      ? 'message'
      : (this.allNames().find((name) => this.isString(name)) ?? 'message');
  }

  /** Whether a path is that of a nested object. */
  isNested(path: string): boolean {
    return this.catalogue.get(path)?.type === 'nested';
  }

  private isString(name: string): boolean {
    return ['keyword', 'text', 'match_only_text', 'wildcard'].includes(this.catalogue.get(name)?.type ?? '');
  }

  private allNames(): readonly string[] {
    this.names ??= [...this.catalogue].flatMap(([name, mapping]) => [
      ...(mapping.type === 'nested' || mapping.type === 'object' ? [] : [name]),
      ...Object.keys(multiFields(mapping)).map((sub) => `${name}.${sub}`),
    ]);
    return this.names;
  }

  private find(name: string): KnownField | undefined {
    const own = this.catalogue.get(name);
    if (own !== undefined) return this.field(name, own);
    const dot = name.lastIndexOf('.');
    const parent = this.catalogue.get(name.slice(0, Math.max(0, dot)));
    const sub = parent === undefined ? undefined : multiFields(parent)[name.slice(dot + 1)];
    return sub === undefined ? this.field(name, undefined) : this.field(name.slice(0, dot), sub);
  }

  private field(base: string, mapping: FieldMapping | undefined): KnownField | undefined {
    const domain = domainOf(mapping, this.now);
    if (domain === undefined) return undefined;
    const nested = this.nestedPath(base);
    // A flattened field holds objects, and finds the values of all their keys.
    const holder = mapping?.type === 'flattened' ? `${base}.key` : base;
    return nested === undefined ? { base: holder, domain } : { base: holder, domain, nested };
  }

  private nestedPath(name: string): string | undefined {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const path = name.slice(0, dot);
      if (this.isNested(path)) return path;
    }
    return undefined;
  }
}

function multiFields(mapping: FieldMapping): { readonly [name: string]: FieldMapping } {
  return (mapping['fields'] ?? {}) as { readonly [name: string]: FieldMapping };
}
