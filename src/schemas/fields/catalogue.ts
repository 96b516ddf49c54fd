import type { JsonObject } from '../../values/json.js';

/** How one field is mapped: `type` and the other parameters that Elasticsearch has for it, multi-fields under `fields`. */
export interface FieldMapping extends JsonObject {
  readonly type: string;
}

/** Dotted field name → its mapping. Objects stand in it only where they carry parameters of their own (`nested`, `dynamic`). */
export type FieldCatalogue = ReadonlyMap<string, FieldMapping>;

/** Catalogues that were merged before, and what they gave, by one after the other. */
class Merged {
  readonly next: WeakMap<FieldCatalogue, Merged> = new WeakMap<FieldCatalogue, Merged>();
  catalogue: FieldCatalogue | undefined;
}

const merged = new Merged();

/** One catalogue of several; of equal names the last wins. The same catalogues give the same one again. */
export function mergeCatalogues(catalogues: readonly FieldCatalogue[]): FieldCatalogue {
  let node = merged;
  for (const catalogue of catalogues) {
    const next = node.next.get(catalogue) ?? new Merged();
    node.next.set(catalogue, next);
    node = next;
  }
  return (node.catalogue ??= new Map(catalogues.flatMap((catalogue) => [...catalogue])));
}

/** The type of every field that a query can name, multi-fields (`process.command_line.text`) included. */
export function fieldTypes(catalogue: FieldCatalogue): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const [name, mapping] of catalogue) {
    types.set(name, mapping.type);
    for (const [sub, inner] of Object.entries((mapping['fields'] ?? {}) as Readonly<Record<string, FieldMapping>>)) {
      types.set(`${name}.${sub}`, inner.type);
    }
  }
  return types;
}
