import { KeyPositions } from '../definitions/locate.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The file that settings come from. */
const FILE = 'dragnet.toml';

/** Areas whose codes are too many to list: those of the query languages, and those of checks that a run may leave alone. */
const OPEN: readonly string[] = ['kql', 'lucene', 'eql', 'esql', 'local', 'cluster'];

/** Keys of `checks` in the configuration that are the code of nothing that could be set; without its text they have no place in the file. */
export function unknownSettings(keys: Iterable<string>, codes: readonly string[], text = ''): readonly Diagnostic[] {
  const unknown = [...keys].filter((key) => !codes.includes(key) && !OPEN.includes(key.split('/')[0] ?? ''));
  if (unknown.length === 0) return [];
  const positions = new KeyPositions({ file: FILE, text });
  return unknown.map((key) => ({
    code: 'config/unknown-check',
    severity: 'warning',
    span: positions.key(['checks', key]),
    what: `[checks] sets "${key}", which is the code of no check.`,
    why: 'The setting has no effect; codes of schemas, tests and TOML cannot be set.',
    fix: `Correct the code, or take it away.${didYouMean(key, codes)}`,
  }));
}
