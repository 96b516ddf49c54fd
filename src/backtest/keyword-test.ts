import { foldAsciiCase } from '../values/patterns/ascii-case.js';
import { compileWildcard } from '../values/patterns/wildcard.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** A test of one text of a keyword field, as the queries of the embedded engine make it. */
export interface KeywordTest {
  readonly holds: (text: string) => boolean;
  /** Where only certain texts pass: these. */
  readonly texts?: readonly string[];
}

/**
 * The test that a query on one keyword field makes of its texts: `term`, `terms`, `wildcard`, `prefix` and `exists`; undefined for other queries,
 * and for those with options that are not read here.
 */
export function keywordTest(name: string, body: JsonObject): KeywordTest | undefined {
  if (name === 'exists') return { holds: () => true };
  const entries = Object.entries(body).filter(([key]) => key !== 'boost' && key !== '_name');
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) return undefined;
  const [, given] = entry;
  if (name === 'terms') return termsTest(given);
  const { value, caseInsensitive } = valueOf(given);
  if (value === undefined) return undefined;
  switch (name) {
    case 'term':
      return caseInsensitive ? foldedTest(value) : { holds: (text) => text === value, texts: [value] };
    case 'wildcard':
      return { holds: caseInsensitive ? onFolded(compileWildcard(foldAsciiCase(value))) : compileWildcard(value) };
    case 'prefix':
      return { holds: prefixTest(value, caseInsensitive) };
    default:
      return undefined;
  }
}

function termsTest(given: JsonValue): KeywordTest | undefined {
  if (!isJsonArray(given) || given.some((item) => typeof item !== 'string')) return undefined;
  const texts = new Set(given as readonly string[]);
  return { holds: (text) => texts.has(text), texts: [...texts] };
}

function foldedTest(value: string): KeywordTest {
  const folded = foldAsciiCase(value);
  return { holds: onFolded((text) => text === folded) };
}

function prefixTest(value: string, caseInsensitive: boolean): (text: string) => boolean {
  if (!caseInsensitive) return (text) => text.startsWith(value);
  const folded = foldAsciiCase(value);
  return onFolded((text) => text.startsWith(folded));
}

let lastText = '';
let lastFolded = '';

/** The test on a text without the case of ASCII letters; one text is put to many tests in turn, so that the last one is remembered. */
function onFolded(test: (folded: string) => boolean): (text: string) => boolean {
  return (text) => {
    if (text !== lastText) [lastText, lastFolded] = [text, foldAsciiCase(text)];
    return test(lastFolded);
  };
}

/** Options of a query on one field, of which `boost` and `rewrite` do not change what matches. */
const OPTIONS: ReadonlySet<string> = new Set(['value', 'case_insensitive', 'boost', 'rewrite']);

/** The value of a query in its short or long form; undefined where another option stands there, too. */
function valueOf(given: JsonValue): { readonly value: string | undefined; readonly caseInsensitive: boolean } {
  const nothing = { value: undefined, caseInsensitive: false };
  if (typeof given === 'string' || typeof given === 'boolean') return { value: String(given), caseInsensitive: false };
  if (!isJsonObject(given)) return nothing;
  const { value, case_insensitive: folds = false } = given;
  const isPlain = Object.keys(given).every((key) => OPTIONS.has(key)) && typeof folds === 'boolean';
  if (!isPlain || (typeof value !== 'string' && typeof value !== 'boolean')) return nothing;
  return { value: String(value), caseInsensitive: folds };
}
