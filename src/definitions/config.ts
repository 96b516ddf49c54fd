import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { TomlFile } from './parse-toml.js';
import { validateTable } from './validate.js';

/** Settings of a repository: the keys of `dragnet.toml`, as its schema has them; all optional. */
export interface Config {
  readonly paths?: readonly string[];
  readonly exclude?: readonly string[];
  readonly version_lock?: string;
  readonly max_file_size?: number;
  readonly stack?: readonly string[];
  readonly fields?: {
    readonly catalogues?: readonly string[];
  };
  readonly attack?: {
    readonly data?: string;
  };
  readonly test?: {
    readonly engine?: 'embedded' | 'elasticsearch' | 'both';
    readonly cluster?: string;
    readonly min_coverage?: number;
    readonly min_tests?: number;
  };
  readonly docs?: {
    readonly format?: 'dragnet' | 'detection-rules' | 'asciidoc';
    readonly out?: string;
    readonly coverage?: boolean;
  };
  /** Field, `*` for any text in it → what redaction does with it. */
  readonly redact?: Readonly<Record<string, 'hash' | 'replace' | 'keep' | 'remove'>>;
  readonly profile?: 'recommended' | 'strict' | 'elastic';
  readonly baseline?: string;
  readonly checks?: Readonly<Record<string, 'off' | 'info' | 'warning' | 'error'>>;
  /** By name; own keys only. */
  readonly target?: Readonly<Record<string, TargetConfig>>;
  /** `local` of `[checks]`. */
  readonly localChecks?: readonly string[];
}

/** `[target.X]`: where rules go, which, and who owns what there; all optional, with the keys of the file. */
export interface TargetConfig {
  readonly kibana?: string;
  readonly space?: string;
  readonly elasticsearch?: string;
  readonly state?: string;
  readonly select?: {
    /** Rules with one of these tags; without it, all. */
    readonly tags?: readonly string[];
    /** Rules of these files and folders (`*` stands for any text); without it, all. */
    readonly paths?: readonly string[];
    /** Rules of these maturities; `production` without it. A rule that names none is one of production. */
    readonly maturity?: readonly string[];
  };
  /** The tag of managed rules; a default without it, none if empty. */
  readonly tag?: string;
  /** What belongs to git (true, the default) or to analysts (false). */
  readonly manage?: {
    readonly enabled?: boolean;
    readonly exceptions_list?: boolean;
    readonly actions?: boolean;
  };
  /** What is otherwise on this target, for every rule. */
  readonly override?: {
    readonly enabled?: boolean;
    /** Added to those of the rule. */
    readonly tags?: readonly string[];
    /** In front of every index pattern: `remote:` for a remote cluster. */
    readonly index_prefix?: string;
    /** Added to those of the rule: `{ list_id, namespace_type, type }`. */
    readonly exceptions_list?: readonly JsonObject[];
  };
}

/** Reads the configuration out of its file; with problems there is none. */
export function toConfig(file: TomlFile): { readonly config: Config; readonly diagnostics: readonly Diagnostic[] } {
  const { table } = file;
  if (table === undefined) return { config: {}, diagnostics: file.diagnostics };
  const diagnostics = validateTable('config', { ...file, table });
  return { config: diagnostics.length === 0 ? toSettings(table) : {}, diagnostics };
}

/** What the schema has accepted; among the severities of checks stands the list of modules with checks of the repository's own. */
function toSettings(table: JsonObject): Config {
  const { checks } = table;
  if (!isJsonObject(checks) || checks['local'] === undefined) return table;
  const { local, ...severities } = checks;
  return { ...table, checks: severities, localChecks: local } as Config;
}
