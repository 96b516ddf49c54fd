import { loadFile } from '../definitions/load.js';
import type { TomlFile } from '../definitions/parse-toml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { isJsonObject, type JsonObject } from '../values/json.js';
import type { Terminal } from './terminal.js';
import type { SelectedFiles } from './repository.js';

/** A file with its values. */
export type TableFile = TomlFile & { readonly table: JsonObject };

/** A rule as its file has it, whether or not a schema accepts it. */
export interface RuleTable {
  readonly toml: TableFile;
  readonly metadata: JsonObject;
  readonly rule: JsonObject;
}

/** The files of a command as tables, and what could not be read. */
export interface Tables {
  readonly tables: readonly TableFile[];
  readonly rules: readonly RuleTable[];
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Files read at a time; more gain nothing and may exhaust file handles. */
const AT_ONCE = 32;

/** Reads files as tables, in their order, for commands that need what models leave out: fields that no schema knows, numbers as written. */
export async function loadTables({ root, config, files }: SelectedFiles): Promise<Tables> {
  const tables: TableFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const loaded = await Promise.all(
      files.slice(from, from + AT_ONCE).map((file) => loadFile(file, root, config.max_file_size)),
    );
    for (const toml of loaded) {
      texts.set(toml.file, toml.text);
      diagnostics.push(...toml.diagnostics);
      const { table } = toml;
      if (table !== undefined) tables.push({ ...toml, table });
    }
  }
  return { tables, rules: tables.flatMap(ruleOf), diagnostics, texts };
}

function ruleOf(toml: TableFile): readonly RuleTable[] {
  const { rule, metadata } = toml.table;
  return isJsonObject(rule) ? [{ toml, rule, metadata: isJsonObject(metadata) ? metadata : {} }] : [];
}

/** Shows diagnostics on standard error; true if one is an error. */
export function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): boolean {
  if (diagnostics.length > 0) terminal.err(`${reportPretty(diagnostics, texts, { color: terminal.colour.err })}\n`);
  return diagnostics.some(({ severity }) => severity === 'error');
}
