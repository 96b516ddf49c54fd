import { DocumentNumber, type DocumentValue, isDocumentArray } from './document-number.js';

/** Levels of objects and arrays that a document may have, as for Elasticsearch's parser. */
const MAXIMUM_DEPTH = 1000;

/** Whether a value that is kept without being read nests deeper than what can be printed again. */
export function isTooDeep(value: DocumentValue): boolean {
  return isDeeper(value, MAXIMUM_DEPTH);
}

/** Whether something lies more than `levels` below a value; recursion stops there, and makes no garbage while documents are loaded. */
function isDeeper(value: DocumentValue, levels: number): boolean {
  if (levels < 0) return true;
  if (typeof value !== 'object' || value === null || value instanceof DocumentNumber) return false;
  if (isDocumentArray(value)) return value.some((item) => isDeeper(item, levels - 1));
  for (const key in value) if (isDeeper(value[key] ?? null, levels - 1)) return true;
  return false;
}
