import { type DocumentValue, isDocumentArray, isDocumentObject } from './document-number.js';

/** Levels of objects and arrays that a document may have, as for Elasticsearch's parser. */
const MAXIMUM_DEPTH = 1000;

/** Whether a value that is kept without being read nests deeper than what can be printed again. */
export function isTooDeep(value: DocumentValue): boolean {
  let level: readonly DocumentValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAXIMUM_DEPTH) return true;
    level = level.flatMap((item) => {
      if (isDocumentArray(item)) return item;
      return isDocumentObject(item) ? Object.values(item) : [];
    });
  }
  return false;
}
