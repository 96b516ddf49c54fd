/** File name (as in spans) → text without BOM, of every file that a diagnostic may point into. */
export type Sources = ReadonlyMap<string, string>;
