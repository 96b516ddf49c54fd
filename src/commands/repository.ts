import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PositionalOptions } from 'yargs';
import { toConfig } from '../definitions/config.js';
import type { Config } from '../definitions/config.js';
import type { TranslatedConfig } from '../definitions/detection-rules-config.js';
import { findFiles } from '../definitions/find.js';
import { loadFile } from '../definitions/load.js';
import { loadDefinitions } from '../definitions/load-definitions.js';
import type { Definition, KnownRules } from '../definitions/load-definitions.js';
import { parseVersionLock } from '../definitions/version-lock.js';
import type { VersionLock } from '../definitions/version-lock.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import type { ActionConnector } from '../model/action-connector.js';
import type { ExceptionList, ValueList } from '../model/exception-list.js';
import type { Hunt } from '../model/hunt.js';
import type { Overlay } from '../model/overlay.js';
import type { Rule } from '../model/rule.js';
import type { Attack } from '../schemas/attack.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import type { JsonObject } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import { readCatalogues } from './catalogue-files.js';
import { readAttackData } from './attack-data.js';
import type { Arguments } from './command.js';
import { exists } from './file-exists.js';
import { stacksOf } from './stack-option.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The positional arguments of every command that works on definitions. */
export const PATHS: Readonly<Record<string, PositionalOptions>> = {
  paths: {
    type: 'string',
    array: true,
    describe: 'Files and folders (default: paths of dragnet.toml, else this folder)',
  },
};

/** The definitions that a command works on, and where they are. */
export interface Repository {
  /** Folder of dragnet.toml, else the working directory; all file names count from here. */
  readonly root: string;
  readonly config: Config;
  readonly rules: readonly (Definition<Rule> & { readonly version?: number })[];
  readonly refused: readonly Definition<Rule>[];
  readonly hunts: readonly Definition<Hunt>[];
  readonly tests: readonly Definition<JsonObject>[];
  readonly exceptions: readonly Definition<readonly ExceptionList[]>[];
  readonly valueLists: readonly Definition<readonly ValueList[]>[];
  readonly actionConnectors: readonly Definition<readonly ActionConnector[]>[];
  readonly overlays: readonly Definition<Overlay>[];
  /** Text of dragnet.toml; absent where there is none. */
  readonly configText?: string;
  /** Imported fields of indices, from the files that the configuration names. */
  readonly catalogues: readonly ImportedCatalogue[];
  /** MITRE ATT&CK from the file that the configuration names; absent where the built-in version counts. */
  readonly attack?: Attack;
  /** Versions of the stack that must take the queries, from the call or the configuration. */
  readonly stacks: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  /** Everything that loading found. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether these are all definitions of the repository, not a selection. */
  readonly isWhole: boolean;
}

/** The configuration, in the folder where the repository starts. */
export const CONFIG_FILE = 'dragnet.toml';

/** Where a repository starts, and its settings. */
export interface OpenedConfig extends Pick<Repository, 'root' | 'config' | 'configText'> {
  /** Settings that come from a `_config.yaml` of elastic/detection-rules, for want of a dragnet.toml. */
  readonly translated?: TranslatedConfig;
}

/**
 * The folder of dragnet.toml and what the configuration says; without one what a repository of elastic/detection-rules says, else the
 * working directory.
 */
export async function openConfig(terminal: Terminal): Promise<OpenedConfig> {
  const root = await configFolder(terminal.cwd);
  if (root !== undefined) return { root, ...(await readConfig(root, terminal)) };
  const { findDetectionRules } = await import('./detection-rules-repository.js');
  const other = await findDetectionRules(terminal);
  if (other === undefined) return { root: terminal.cwd, config: {} };
  return { root: other.root, config: other.translated.config, translated: other.translated };
}

/** The imported fields that the configuration names, for a command that needs no definitions. */
export async function openCatalogues(terminal: Terminal): Promise<readonly ImportedCatalogue[]> {
  const { root, config } = await openConfig(terminal);
  return readCatalogues(config.fields?.catalogues ?? [], root);
}

/** MITRE ATT&CK as the configuration says, for a command that needs no definitions; undefined for the built-in version. */
export async function openAttack(terminal: Terminal): Promise<Attack | undefined> {
  const { root, config } = await openConfig(terminal);
  return readAttackData(config.attack?.data, root, terminal);
}

/** The files that a command works on. */
export interface SelectedFiles extends OpenedConfig {
  /** Relative to the root, sorted. */
  readonly files: readonly string[];
  /** Whether these are all files of the repository, not a selection. */
  readonly isWhole: boolean;
}

/** Finds the configuration, and the TOML files that the arguments (else the configuration) name. */
export async function selectFiles(args: Arguments, terminal: Terminal): Promise<SelectedFiles> {
  const opened = await openConfig(terminal);
  const { root, config } = opened;
  const named = (args['paths'] as readonly string[] | undefined) ?? [];
  const isWhole = named.length === 0;
  const { files: found, missing } = isWhole
    ? await findFiles(config.paths ?? ['.'], root, root, config.exclude)
    : await findFiles(named, terminal.cwd, root, config.exclude);
  if (missing.length > 0) {
    const origin = isWhole ? ` (paths of ${CONFIG_FILE})` : '';
    throw new UsageError(`${missing.join(', ')} does not exist${origin}.`);
  }
  // The configuration has a table [test] of its own.
  return { ...opened, isWhole, files: found.filter((file) => file !== CONFIG_FILE) };
}

/** Chooses, before anything is parsed, which of the files that were found are loaded; none is no mistake then. */
export type Narrow = (files: readonly string[], root: string, config: Config) => Promise<readonly string[]>;

/** How to open a repository, where it is not as it stands on disk. */
export interface OpenOptions {
  readonly narrow?: Narrow;
  /** Texts of files that take the place of what is on disk. */
  readonly edited?: ReadonlyMap<string, string>;
  /** Rules that need not be read again; asked before anything is read. */
  readonly known?: (settings: RepositorySettings) => Promise<KnownRules | undefined>;
}

/** What is known of a repository before its definitions are read. */
export type RepositorySettings = Pick<
  Repository,
  'root' | 'config' | 'catalogues' | 'attack' | 'stacks' | 'isWhole'
> & {
  readonly files: readonly string[];
};

/** Finds the configuration, and loads the definitions that the arguments (else the configuration) name. */
export async function openRepository(
  args: Arguments,
  terminal: Terminal,
  { narrow, edited, known }: OpenOptions = {},
): Promise<Repository> {
  const { files, ...opened } = await selectFiles(args, terminal);
  const { root, config, isWhole } = opened;
  const together = isWhole ? files : await withCompanions(files, root);
  const selected = narrow === undefined ? together : await narrow(together, root, config);
  const catalogues = await readCatalogues(config.fields?.catalogues ?? [], root);
  const stacks = stacksOf(args, config);
  const attack = await readAttackData(config.attack?.data, root, terminal);
  const settings = { root, config, catalogues, ...(attack && { attack }), stacks, isWhole, files: selected };
  const definitions = await loadDefinitions(selected, root, config.max_file_size, edited, await known?.(settings));
  const { rules, hunts, tests, texts } = definitions;
  if (texts.size === 0 && narrow === undefined) {
    const where = isWhole ? (config.paths ?? [root]).join(', ') : (args['paths'] as readonly string[]).join(', ');
    throw new UsageError(`No definitions found in ${where}: no TOML file there has [rule], [hunt] or [[test]].`);
  }
  const lock = await readVersionLock(config, root);
  const versioned = rules.map((rule) => {
    const version = lock.get(rule.value.ruleId) ?? rule.value.version;
    return version === undefined ? rule : { ...rule, version };
  });
  return { ...definitions, ...opened, catalogues, ...(attack && { attack }), stacks, rules: versioned, hunts, tests };
}

/** A test file needs its definition, a definition brings its tests: `a.toml` and `a.test.toml` go together. */
export async function withCompanions(files: readonly string[], root: string): Promise<readonly string[]> {
  const all = new Set(files);
  for (const file of files) {
    const isTest = file.endsWith('.test.toml');
    const companion = isTest ? file.replace(/\.test\.toml$/, '.toml') : file.replace(/\.toml$/, '.test.toml');
    if (await exists(join(root, companion))) all.add(companion);
  }
  return [...all].sort(compareTexts);
}

async function configFolder(start: string): Promise<string | undefined> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (await exists(join(folder, CONFIG_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

async function readConfig(root: string, terminal: Terminal): Promise<Pick<Repository, 'config' | 'configText'>> {
  const file = await loadFile(CONFIG_FILE, root);
  const { config, diagnostics } = toConfig(file);
  if (diagnostics.length === 0) return { config, configText: file.text };
  terminal.err(reportPretty(diagnostics, new Map([[CONFIG_FILE, file.text]]), { color: terminal.colour.err }));
  throw new UsageError(
    `${CONFIG_FILE} has ${diagnostics.length === 1 ? 'a mistake' : `${diagnostics.length} mistakes`}; nothing was done.`,
  );
}

/** The versions of rules by the lock that the configuration names; none without a lock. */
export async function readVersionLock(config: Config, root: string): Promise<VersionLock> {
  const path = join(root, config.version_lock ?? 'version.lock.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (config.version_lock !== undefined)
      throw new UsageError(`version_lock = "${config.version_lock}" names no readable file.`);
    return new Map();
  }
  const lock = parseVersionLock(text);
  if (typeof lock === 'string') throw new UsageError(`${path}: ${lock}`);
  return lock;
}

/** Reports on stderr which definitions could not be loaded; commands then work on the others and end with findings. */
export function brokenDefinitions({ diagnostics, texts }: Repository, terminal: Terminal): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) terminal.err(`${reportPretty(errors, texts, { color: terminal.colour.err })}\n`);
  return errors.length > 0;
}
