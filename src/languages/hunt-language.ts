import type { LanguageId } from './language.js';

/** How hunts name the languages that can be checked, in lower case without other signs. */
const NAMES: ReadonlyMap<string, LanguageId> = new Map([
  ['esql', 'esql'],
  ['eql', 'eql'],
  ['kql', 'kuery'],
  ['kuery', 'kuery'],
  ['lucene', 'lucene'],
]);

/** What a query of these languages starts with, comments skipped. Hunts do not say which of several languages a query is in. */
const STARTS: readonly (readonly [LanguageId, RegExp])[] = [
  ['esql', /^(?:from|row|show|ts|set|explain|metrics)\b/iu],
  ['eql', /^(?:(?:sequence|sample|join)\b|(?:any|[a-z_]\w*|"[^"]*")\s+where\b)/iu],
];

/** The language of a query of a hunt; undefined where it is none that can be checked, or cannot be told. */
export function huntLanguage(
  { language }: { readonly language: readonly string[] },
  query: string,
): LanguageId | undefined {
  const listed = language.map((name) => NAMES.get(name.toLowerCase().replaceAll(/[^a-z]/gu, '')));
  const [only] = listed;
  const isAlone = listed.length === 1;
  if (isAlone && only !== 'eql' && only !== 'esql') return only;
  const start = withoutComments(query);
  const begun = STARTS.filter(([, pattern]) => pattern.test(start)).map(([id]) => id);
  // A query that begins as one of the other language is one, whatever the hunt says of itself: `hunt-language-fits` does.
  return isAlone && only !== undefined ? alone(only, begun) : begun.find((id) => listed.includes(id));
}

function alone(only: LanguageId, begun: readonly LanguageId[]): LanguageId {
  return begun.includes(only) ? only : (begun[0] ?? only);
}

/** The text from its first word on. */
function withoutComments(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const end = rest.startsWith('//') ? rest.indexOf('\n') : rest.startsWith('/*') ? rest.indexOf('*/') + 1 : -1;
    if (end <= 0) return rest.slice(0, 200);
    rest = rest.slice(end + 1).trimStart();
  }
}
