import { parseJson, type JsonValue } from '../values/json.js';

/** Reads JSON with no digit of a number lost; undefined for what nests too deep, which `JSON.parse` reads all the same. */
export function exactJson(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
