import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import type { Attack } from '../schemas/attack.js';
import { readAttackFile } from '../schemas/attack-file.js';
import { parseJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { jsonFault, jsonPlace } from '../values/json-place.js';
import { readRepositoryFile } from './repository-file.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Characters of the longest data file that is read; MITRE's own data take about a hundredth of it. */
const LARGEST = 8 * 1024 * 1024;

/**
 * Reads the file that `[attack] data` names; undefined without one, where the built-in version counts. A broken file is one diagnostic with
 * its place, and a {@link UsageError}: every finding about a threat would be wrong without it.
 */
export async function readAttackData(
  file: string | undefined,
  root: string,
  terminal: Pick<Terminal, 'err' | 'colour'>,
): Promise<Attack | undefined> {
  if (file === undefined) return undefined;
  const text = await readRepositoryFile(
    file,
    root,
    { setting: '[attack] data', command: 'dragnet attack import' },
    LARGEST,
  );
  const read = parse(file, text);
  if (!('code' in read)) return read;
  terminal.err(reportPretty([read], new Map([[file, text]]), { color: terminal.colour.err }));
  throw new UsageError(`[attack] data names ${file}, which has a mistake; nothing was done.`);
}

function parse(file: string, text: string): Attack | Diagnostic {
  let body: JsonValue;
  try {
    body = parseJson(text);
  } catch {
    const { reason = 'not JSON', at = 0 } = jsonFault(text) ?? {};
    return broken(`This is not JSON: ${reason}`, { file, start: at, end: Math.min(at + 1, text.length) });
  }
  const read = readAttackFile(body);
  if (!('problem' in read)) return read.attack;
  return broken(`${read.problem}.`, { file, ...jsonPlace(text, read.path) });
}

function broken(what: string, span: Diagnostic['span']): Diagnostic {
  return {
    code: 'config/attack-data',
    severity: 'error',
    span,
    what,
    why: 'Threats of rules are checked against these data.',
    fix: 'Write the file again with dragnet attack import.',
  };
}
