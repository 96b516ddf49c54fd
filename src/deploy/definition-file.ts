import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import type { TomlFile } from '../definitions/parse-toml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { JsonObject } from '../values/json.js';
import type { PlanProblem } from './plan.js';

/** A file that could be read, with its values. */
export type DefinitionFile = TomlFile & { readonly table: JsonObject };

/** Where something stands in a file: `file:line:column`. Reads the file anew, so it is for what is reported only. */
export function placeOf(file: TomlFile, path: KeyPath): string {
  return placeAt(file, new KeyPositions(file).key(path).start);
}

/** A diagnostic about a file as a problem of a plan; its severity may be lowered. */
export function problemOf(file: TomlFile, diagnostic: Diagnostic, severity?: PlanProblem['severity']): PlanProblem {
  const { code, what, why, fix, span } = diagnostic;
  const known = diagnostic.severity === 'error' ? 'error' : 'warning';
  return { code, severity: severity ?? known, place: placeAt(file, span.start), what, why, fix };
}

function placeAt({ file, text }: TomlFile, offset: number): string {
  const { line, column } = new SourceText(text).position(offset);
  return `${file}:${line}:${column}`;
}
