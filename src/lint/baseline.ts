import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';

/** Problems that are known and not reported: file → code → what is at fault → how often. Lines have no part in it: they move. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** Characters of a text at fault that are kept: enough to tell one place of a file from another. */
const LONGEST = 120;

/** Mistakes of the configuration are nobody's legacy. */
const NEVER = 'config/';

/** What is at fault, as a baseline keeps it: the text that a diagnostic points at, on one line; for a place without text, what is said. */
function contextOf({ span, what }: Diagnostic, text: string): string {
  const marked = text.slice(span.start, span.end).replaceAll(/\s+/gu, ' ').trim();
  return (marked === '' ? what : marked).slice(0, LONGEST);
}

type Counts = Map<string, Map<string, Map<string, number>>>;

/** The baseline that lets all of these pass; of files and codes that `keep` holds for, the entries of the one before are kept. */
export function toBaseline(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  before: Baseline = new Map(),
  keep: (file: string, code: string) => boolean = () => false,
): Baseline {
  const counts: Counts = new Map();
  for (const diagnostic of diagnostics) {
    if (diagnostic.code.startsWith(NEVER)) continue;
    const { file } = diagnostic.span;
    count(counts, file, diagnostic.code, contextOf(diagnostic, texts.get(file) ?? ''));
  }
  for (const [file, codes] of before) {
    for (const [code, contexts] of codes) {
      if (!keep(file, code)) continue;
      const known = counts.get(file) ?? new Map<string, Map<string, number>>();
      counts.set(file, known.set(code, new Map(contexts)));
    }
  }
  return counts;
}

function count(counts: Counts, file: string, code: string, context: string): void {
  const codes = counts.get(file) ?? new Map<string, Map<string, number>>();
  counts.set(file, codes);
  const contexts = codes.get(code) ?? new Map<string, number>();
  codes.set(code, contexts);
  contexts.set(context, (contexts.get(context) ?? 0) + 1);
}

/** What is new, how many problems were known, and the entries that nothing fits any more. */
export interface Compared {
  readonly fresh: readonly Diagnostic[];
  readonly known: number;
  readonly gone: readonly { readonly file: string; readonly code: string; readonly context: string }[];
}

/** Takes the known problems out. Of the files and codes that `isChecked` does not hold for nobody knows whether their entries are gone. */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  baseline: Baseline,
  isChecked: (file: string, code: string) => boolean,
): Compared {
  const left: Counts = new Map();
  for (const [file, codes] of baseline)
    left.set(file, new Map([...codes].map(([code, contexts]) => [code, new Map(contexts)])));
  const fresh = diagnostics.filter((diagnostic) => {
    const { file } = diagnostic.span;
    const contexts = left.get(file)?.get(diagnostic.code);
    const context = contextOf(diagnostic, texts.get(file) ?? '');
    const times = contexts?.get(context) ?? 0;
    if (times === 0) return true;
    contexts?.set(context, times - 1);
    return false;
  });
  const gone = [...left].flatMap(([file, codes]) =>
    [...codes].flatMap(([code, contexts]) =>
      isChecked(file, code)
        ? [...contexts].flatMap(([context, times]) => (times > 0 ? [{ file, code, context }] : []))
        : [],
    ),
  );
  return { fresh, known: diagnostics.length - fresh.length, gone };
}

/** The text of a baseline file: JSON, sorted, so that changes of it can be read. */
export function printBaseline(baseline: Baseline): string {
  const sorted = <T, U>(entries: Iterable<readonly [string, T]>, value: (item: T) => U): Record<string, U> =>
    Object.fromEntries(
      [...entries].sort(([a], [b]) => compareTexts(a, b)).map(([key, item]) => [key, value(item)] as const),
    );
  const files = sorted(baseline, (codes) => sorted(codes, (contexts) => sorted(contexts, (times) => times)));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}

/** Reads a baseline file; a text says why it is none. */
export function parseBaseline(text: string): Baseline | string {
  let json: JsonValue;
  try {
    json = parseJson(text);
  } catch {
    return 'it is not JSON';
  }
  if (!isJsonObject(json) || json['version'] !== 1 || !isJsonObject(json['files']))
    return 'it has no "version": 1 and "files"';
  const baseline: Counts = new Map();
  for (const [file, codes] of Object.entries(json['files'])) {
    const known = new Map<string, Map<string, number>>();
    for (const [code, contexts] of isJsonObject(codes) ? Object.entries(codes) : []) {
      const entries = isJsonObject(contexts) ? Object.entries(contexts) : [];
      known.set(code, new Map(entries.flatMap(([key, times]) => (typeof times === 'number' ? [[key, times]] : []))));
    }
    baseline.set(file, known);
  }
  return baseline;
}
