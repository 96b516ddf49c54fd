import { relative, resolve, sep } from 'node:path';
import type { TomlFile } from '../definitions/parse-toml.js';
import { desiredState } from '../deploy/desired-state.js';
import type { DesiredState } from '../deploy/desired-state.js';
import { makePlan } from '../deploy/make-plan.js';
import type { OnConflict, Plan } from '../deploy/plan.js';
import { pathMatcher } from '../deploy/selection.js';
import type { StateEntry, TargetState } from '../deploy/state.js';
import type { Arguments } from './command.js';
import type { ConnectedTarget } from './connect-target.js';
import { headCommit } from './head-commit.js';
import { packageVersion } from './package-version.js';
import { readVersionLock, selectFiles } from './repository.js';
import type { OpenedConfig } from './repository.js';
import { loadTables } from './rule-tables.js';
import { isFingerprintOf } from './secret-fingerprint.js';
import type { Target } from './target.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** All TOML files of a repository, broken ones too, and which of them a call names. */
export interface RepositoryFiles extends OpenedConfig {
  readonly files: readonly TomlFile[];
  /** Absent where the call names none: then all are meant. */
  readonly isNamed?: (file: string) => boolean;
}

/**
 * Reads the whole repository, whatever the call names: a rule needs its lists, and what is missing in a part would seem deleted. The paths of the call
 * must exist, or be those of files that were there.
 */
export async function readRepository(args: Arguments, terminal: Terminal): Promise<RepositoryFiles> {
  const selected = await selectFiles({}, terminal);
  const { tables, diagnostics, texts } = await loadTables(selected);
  const known = new Map<string, TomlFile>(tables.map((table) => [table.file, table]));
  const files = [...texts].map(
    ([file, text]): TomlFile =>
      known.get(file) ?? { file, text, diagnostics: diagnostics.filter(({ span }) => span.file === file) },
  );
  const named = (args['paths'] as readonly string[] | undefined) ?? [];
  if (named.length === 0) return { ...selected, files };
  const paths = named.map((path) => relative(selected.root, resolve(terminal.cwd, path)).split(sep).join('/'));
  const outside = named.filter((_, at) => paths[at]?.startsWith('..') === true);
  if (outside.length > 0)
    throw new UsageError(`${outside.join(', ')} is outside of the repository (${selected.root}).`);
  return { ...selected, files, isNamed: pathMatcher(paths) };
}

/** What a plan came from. */
export interface PlannedTarget {
  readonly plan: Plan;
  readonly desired: DesiredState;
}

/** Compares a repository with a Kibana that answers, and with what was applied. */
export async function planTarget(
  repository: RepositoryFiles,
  target: Target,
  { kibana, version }: ConnectedTarget,
  state: TargetState | undefined,
  args: Arguments,
  terminal: Terminal,
): Promise<PlannedTarget> {
  const { files, isNamed, config, root } = repository;
  const { settings } = target;
  const lock = await readVersionLock(config, root);
  const named = isNamed === undefined ? {} : { isNamed };
  const desired = desiredState(files, { settings, kibanaVersion: version, lock, ...named });
  const commit = await headCommit(root);
  const plan = await makePlan({
    target: target.name,
    settings,
    desired,
    kibana,
    kibanaVersion: version,
    state,
    made: { by: `dragnet ${packageVersion()}`, ...(commit === undefined ? {} : { commit }) },
    adopt: args['adopt'] === true,
    onConflict: (args['onConflict'] as OnConflict | undefined) ?? 'fail',
    detachUnknownLists: args['detachUnknownLists'] === true,
    isSecretChanged: (secrets, entry) =>
      args['rotateSecrets'] === true || isAnotherSecret(secrets, entry, terminal.env),
    ...named,
  });
  return { plan, desired };
}

/** A secret that is not set where the plan is made is taken for unchanged: a pull request has none. */
function isAnotherSecret(
  secrets: Readonly<Record<string, string>>,
  entry: StateEntry | undefined,
  env: Terminal['env'],
): boolean {
  if (entry === undefined) return false;
  return Object.entries(secrets).some(([name, variable]) => {
    const value = env[variable] ?? '';
    return value !== '' && !isFingerprintOf(entry.secrets?.[name] ?? '', value);
  });
}
