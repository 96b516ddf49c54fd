import { DocSet } from '../documents/doc-set.js';
import type { DocumentValue } from '../documents/document-number.js';
import { shardFailure } from '../query/query-error.js';
import { ObjectReadingField } from './field.js';

/** A field that is kept in the source and found by `exists` only: `geo_point`, `geo_shape`, `binary` and their like. */
export class OpaqueField extends ObjectReadingField {
  private readonly docs: number[] = [];

  override get searchable(): boolean {
    return this.type !== 'binary';
  }

  override readAny(doc: number, value: DocumentValue): boolean {
    if (value !== null && this.docs.at(-1) !== doc) this.docs.push(doc);
    return true;
  }

  protected override add(): boolean {
    return true;
  }

  override truncate(doc: number): void {
    while ((this.docs.at(-1) ?? -1) >= doc) this.docs.pop();
  }

  override values(): readonly never[] {
    return [];
  }

  override exists(): DocSet {
    const set = DocSet.empty(this.space.size);
    for (const doc of this.docs) set.add(doc);
    return set;
  }

  override term(): DocSet {
    throw shardFailure(`Field [${this.name}] of type [${this.type}] does not support this query`);
  }
}
