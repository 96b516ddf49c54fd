import { lowerCase } from '../../../values/patterns/lower-case.js';
import { UnfitValue } from '../documents/document-rejection.js';
import type { FieldSpec } from './field.js';
import { WholeStringField } from './string-field.js';

/** Bytes that a Lucene term can have. */
const MAXIMUM_TERM_BYTES = 32_766;

/** `keyword`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/keyword.html */
export class KeywordField extends WholeStringField {
  private readonly lowercases: boolean;

  constructor(spec: FieldSpec) {
    super(spec);
    this.lowercases = spec.definition['normalizer'] === 'lowercase';
  }

  /** Whether doc values hold the strings as they were given. */
  get hasExactDocValues(): boolean {
    return !this.lowercases && this.definition['doc_values'] !== false;
  }

  protected override get normalizer(): ((text: string) => string) | undefined {
    return this.lowercases ? lowerCase : undefined;
  }

  protected override check(text: string): void {
    if (text.length * 3 <= MAXIMUM_TERM_BYTES || !this.accepts(text)) return;
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > MAXIMUM_TERM_BYTES) throw immenseTerm(this.name, bytes);
  }
}

/** The refusal of a string that is too long to be a term. */
export function immenseTerm(field: string, bytes: number): UnfitValue {
  return new UnfitValue(
    `Document contains at least one immense term in field="${field}" (whose UTF8 encoding is longer than the max length ${MAXIMUM_TERM_BYTES}), all of which were skipped. Please correct the analyzer to not produce such terms. (The term has ${bytes} bytes.)`,
  );
}

/** `wildcard`: whole strings like `keyword`, of any length. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/keyword.html#wildcard-field-type */
export class WildcardField extends WholeStringField {
  override get family(): string {
    return 'keyword';
  }
}
