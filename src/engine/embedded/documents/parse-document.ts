import { readJson } from '../../../values/json-reader.js';
import { exactNumber } from '../../../values/json.js';
import { DocumentNumber, type DocumentValue } from './document-number.js';

/** Nesting that Elasticsearch's JSON parser allows. */
const MAXIMUM_DEPTH = 1000;

/**
 * Numbers that JSON.parse would change: 16 digits or more, a zero at the end of a fraction, an exponent, minus zero.
 * In a document they stand behind one of these characters; an alternative for the start of the text would cost a third more time.
 */
const DELICATE_NUMBER = /[:[,\s](?:-0[,\]}\s]|-?(?:\d{16}|\d+\.\d*0[,\]}\s]|\d+(?:\.\d+)?[eE]|\d+\.\d{15}))/u;

/** Reads the JSON of a document, in which numbers may have lost digits; throws a `SyntaxError` for text that is not JSON. */
export function parseDocument(text: string): DocumentValue {
  return JSON.parse(text) as DocumentValue;
}

/** Whether {@link parseDocument} may have changed a number of the text. */
export function hasDelicateNumber(text: string): boolean {
  return DELICATE_NUMBER.test(text);
}

/** Reads the JSON of a document with no digit of a number lost. */
export function parseDocumentExactly(text: string): DocumentValue {
  return readJson(text, documentNumber, MAXIMUM_DEPTH) as DocumentValue;
}

function documentNumber(text: string): number | bigint | DocumentNumber {
  const value = exactNumber(text);
  return Object.is(value, -0) || String(value) !== text ? new DocumentNumber(text) : value;
}
