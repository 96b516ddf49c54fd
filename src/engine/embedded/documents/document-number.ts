/** A number of a document whose text is not what JavaScript prints for it (`1.0`, `1e3`): keyword fields index the text. */
export class DocumentNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A scalar of a document's JSON. */
export type DocumentScalar = string | number | bigint | boolean | DocumentNumber;

/** A value of a document's JSON. */
export type DocumentValue = null | DocumentScalar | readonly DocumentValue[] | DocumentObject;

/** An object of a document's JSON. */
export interface DocumentObject {
  readonly [key: string]: DocumentValue;
}

/** The text that Elasticsearch's parser has for a scalar. */
export function scalarText(value: DocumentScalar): string {
  if (typeof value === 'string') return value;
  if (value instanceof DocumentNumber) return value.text;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Whether a scalar is a JSON number. */
export function isNumeric(value: DocumentScalar): value is number | bigint | DocumentNumber {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof DocumentNumber;
}

/** Whether a value is a JSON object. */
export function isDocumentObject(value: DocumentValue): value is DocumentObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof DocumentNumber);
}

/** Whether a value is a JSON array. */
export function isDocumentArray(value: DocumentValue): value is readonly DocumentValue[] {
  return Array.isArray(value);
}
