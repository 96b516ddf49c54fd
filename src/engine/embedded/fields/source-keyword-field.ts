import type { JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import {
  type DocumentScalar,
  type DocumentValue,
  isDocumentArray,
  isDocumentObject,
  scalarText,
} from '../documents/document-number.js';
import { shardFailure } from '../query/query-error.js';
import { Field, type FieldSpec } from './field.js';

/**
 * `keyword` with neither an index nor doc values, such as ECS' `event.original`: it stands in the source only. No query finds it, ES|QL
 * reads its values from the documents, in their order and with duplicates.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/keyword.html
 */
export class SourceKeywordField extends Field {
  override readonly keepsNumberText = false;
  private readonly ignoreAbove: number;
  private readonly lowercases: boolean;

  constructor(spec: FieldSpec) {
    super(spec);
    this.ignoreAbove = Number(spec.definition['ignore_above'] ?? Infinity);
    this.lowercases = spec.definition['normalizer'] === 'lowercase';
  }

  protected override add(): boolean {
    return true;
  }

  override truncate(): void {
    // The source has the values.
  }

  override values(doc: number): readonly string[] {
    return (this.space.sourceValues?.(doc, this) ?? []).flatMap((value) => this.texts(value));
  }

  private texts(value: DocumentValue): string[] {
    if (isDocumentArray(value)) return value.flatMap((item) => this.texts(item));
    const scalar = value ?? (this.definition['null_value'] as DocumentScalar | null | undefined) ?? null;
    if (scalar === null || isDocumentObject(scalar)) return [];
    const text = this.fetch(scalar);
    return text === undefined ? [] : [text];
  }

  override fetch(value: DocumentScalar): string | undefined {
    const text = scalarText(value);
    if (text.length > this.ignoreAbove) return undefined;
    return this.lowercases ? text.toLowerCase() : text;
  }

  override exists(): DocSet {
    return DocSet.none(this.space.size);
  }

  override term(): DocSet {
    return this.refuse();
  }

  override terms(): DocSet {
    return this.refuse();
  }

  override range(): DocSet {
    return this.refuse();
  }

  override matching(): DocSet {
    return this.refuse();
  }

  private refuse(): never {
    const reason = `Cannot search on field [${this.name}] since it is not indexed nor has doc values.`;
    throw shardFailure(reason, { type: 'illegal_argument_exception', reason });
  }
}

/** Whether a mapping keeps a field's values in the source only. */
export function isInSourceOnly(definition: { readonly [key: string]: JsonValue }): boolean {
  return isFalse(definition['index']) && isFalse(definition['doc_values']) && !isTrue(definition['store']);
}

function isFalse(value: JsonValue | undefined): boolean {
  return value === false || value === 'false';
}

function isTrue(value: JsonValue | undefined): boolean {
  return value === true || value === 'true';
}
