import { nearest } from '../diagnostics/did-you-mean.js';
import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic.js';
import { FILE_SCHEMAS } from '../schemas/file-schemas.js';
import type { FileKind } from '../schemas/file-schemas.js';
import {
  validateActionConnectors,
  validateConfig,
  validateExceptions,
  validateHunt,
  validateOverlay,
  validateRule,
  validateTest,
  validateValueLists,
  validateVersionLock,
} from '../schemas/generated/validators.js';
import type { SchemaError, SchemaValidator } from '../schemas/schema-validator.js';
import type { JsonObject } from '../values/json.js';
import { KeyPositions } from './locate.js';
import type { TomlFile } from './parse-toml.js';
import { schemaMessage } from './schema-message.js';

const VALIDATORS: Readonly<Record<FileKind, SchemaValidator>> = {
  rule: validateRule,
  hunt: validateHunt,
  test: validateTest,
  config: validateConfig,
  'version-lock': validateVersionLock,
  exceptions: validateExceptions,
  'value-lists': validateValueLists,
  'action-connectors': validateActionConnectors,
  overlay: validateOverlay,
};

/** Checks the table of a file against the schema of its kind; every mistake once, each at its key or value. Empty when all is well. */
export function validateTable(kind: FileKind, file: TomlFile & { readonly table: JsonObject }): readonly Diagnostic[] {
  const validator = VALIDATORS[kind];
  if (validator(file.table)) return [];
  const positions = new KeyPositions(file);
  return essential(validator.errors ?? []).map((error) => {
    const { at, path, name, ...message } = schemaMessage(kind, FILE_SCHEMAS[kind], file.table, error);
    const code: DiagnosticCode = `${kind === 'config' ? 'config' : kind === 'test' ? 'test' : 'schema'}/${name}`;
    return { code, severity: 'error', span: at === 'key' ? positions.key(path) : positions.value(path), ...message };
  });
}

/** Keys that would do in place of a missing one. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = { new_terms: ['new_terms_fields'], query: ['filters'] };

/**
 * One error a mistake: the `if` that a failed `then` brings along says nothing of its own, a value of the wrong type breaks its other
 * rules too, several branches may demand the same, and a key that is misspelt is not missing as well.
 */
function essential(errors: readonly SchemaError[]): readonly SchemaError[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const unknown = unknownKeys(errors);
  const seen = new Set<string>();
  return errors.filter(({ keyword, instancePath, params }) => {
    if (keyword === 'if' || (keyword !== 'type' && keyword !== 'false schema' && mistyped.has(instancePath)))
      return false;
    const { missingProperty: missing } = params;
    const wanted = missing === undefined ? [] : [missing, ...(INSTEAD[missing] ?? [])];
    if (unknown.get(instancePath)?.some((key) => isMeant(key, wanted))) return false;
    if (missing !== undefined && isMisspelt(instancePath, unknown)) return false;
    const id = `${instancePath} ${keyword} ${params.missingProperty ?? params.additionalProperty ?? ''}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Whether a key beside the table of this path is a misspelling of its name: `[rules]` beside `[rule.threat]` holds what `[rule]` lacks. */
function isMisspelt(tablePath: string, unknown: ReadonlyMap<string, readonly string[]>): boolean {
  const end = tablePath.lastIndexOf('/');
  const beside = end === -1 ? undefined : unknown.get(tablePath.slice(0, end));
  return beside?.some((key) => nearest(key, [tablePath.slice(end + 1)]).length > 0) === true;
}

/** Whether a key that nothing knows is one of the names misspelt, or cut short (`meta` for `metadata`). */
function isMeant(key: string, names: readonly string[]): boolean {
  return nearest(key, names).length > 0 || (key.length >= SHORTEST && names.some((name) => name.startsWith(key)));
}

/** Letters of a name that tell which one is meant. */
const SHORTEST = 3;

/** The keys that nothing knows, by the table that they are in. */
function unknownKeys(errors: readonly SchemaError[]): ReadonlyMap<string, readonly string[]> {
  const unknown = new Map<string, string[]>();
  for (const { instancePath, params } of errors) {
    if (params.additionalProperty === undefined) continue;
    const keys = unknown.get(instancePath);
    if (keys) keys.push(params.additionalProperty);
    else unknown.set(instancePath, [params.additionalProperty]);
  }
  return unknown;
}
