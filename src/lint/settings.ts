import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The file that settings come from; only values reach the checks, so that messages name the file and not a place in it. */
const FILE = 'dragnet.toml';

/** Areas whose codes are too many to list: those of the query languages. */
const LANGUAGES: readonly string[] = ['kql', 'lucene', 'eql', 'esql'];

/** Keys of `checks` in the configuration that are the code of nothing that could be set. */
export function unknownSettings(keys: Iterable<string>, codes: readonly string[]): readonly Diagnostic[] {
  return [...keys]
    .filter((key) => !codes.includes(key) && !LANGUAGES.includes(key.split('/')[0] ?? ''))
    .map((key) => ({
      code: 'config/unknown-check',
      severity: 'warning',
      span: { file: FILE, start: 0, end: 0 },
      what: `[checks] sets "${key}", which is the code of no check.`,
      why: 'The setting has no effect; codes of schemas, tests and TOML cannot be set.',
      fix: `Correct the code, or take it away.${didYouMean(key, codes)}`,
    }));
}
