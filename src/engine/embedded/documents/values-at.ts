import { type DocumentObject, type DocumentValue, isDocumentArray, isDocumentObject } from './document-number.js';

/** The values at a path of a document, however dots and objects spell it. */
export function valuesAt(value: DocumentValue, path: string): DocumentValue[] {
  if (isDocumentArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (!isDocumentObject(value)) return [];
  const found: DocumentValue[] = [];
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const inner = own(value, path.slice(0, dot));
    if (inner !== undefined) found.push(...valuesAt(inner, path.slice(dot + 1)));
  }
  const whole = own(value, path);
  if (whole !== undefined) found.push(whole);
  return found;
}

function own(object: DocumentObject, key: string): DocumentValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
