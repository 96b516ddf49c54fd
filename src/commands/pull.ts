import { relative, resolve, sep } from 'node:path';
import { printPull, pullMarkdown } from '../deploy/print-pull.js';
import type { PullReport } from '../deploy/pull-report.js';
import { pathMatcher } from '../deploy/selection.js';
import type { StateSession, StateStore } from '../deploy/state.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { changedFiles } from './changed-files.js';
import type { Arguments, Command } from './command.js';
import { connectTarget } from './connect-target.js';
import { EXIT } from './exit-codes.js';
import { paintedDiff } from './painted-diff.js';
import { readRepository } from './plan-target.js';
import type { RepositoryFiles } from './plan-target.js';
import { PullFolder } from './pull-folder.js';
import { runPull } from './pull-run.js';
import type { NewFolders } from './pull-run.js';
import { PATHS, readVersionLock } from './repository.js';
import { runIdentity } from './run-identity.js';
import { LOCK_OPTIONS, TARGET_OPTIONS } from './target-options.js';
import { stateStoreOf } from './target-state.js';
import { targetOf } from './target.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** How the report of a pull can be printed. */
const FORMATS = ['pretty', 'markdown', 'json'] as const;

/** Lines of one diff in a dry run. */
const MOST_LINES = 200;

/** `dragnet pull`: what was changed and made in Kibana, into the files of the repository. */
export const pull: Command = {
  positionals: PATHS,
  options: {
    ...TARGET_OPTIONS,
    all: { type: 'boolean', describe: 'Take also what is only in Kibana (not prebuilt rules), into new files' },
    new: {
      type: 'string',
      describe: 'Folder for new rules, which takes them as --all does (default: the first of paths in dragnet.toml)',
    },
    prune: { type: 'boolean', describe: 'Delete from git what somebody deleted in Kibana since the last apply' },
    force: {
      type: 'boolean',
      describe: 'Change files that have uncommitted changes, too, where nothing is known of an earlier apply',
    },
    'dry-run': { type: 'boolean', describe: 'Write nothing; show what would change' },
    format: { choices: FORMATS, default: 'pretty', describe: 'Form of the report on standard output' },
    ...LOCK_OPTIONS,
  },
  examples: [
    ['$0 pull --target prod', 'What was changed by hand, into the files; conflicts get markers'],
    ['$0 pull --all', 'Adopt everything that was made in Kibana'],
  ],
  async run(args, terminal) {
    const repository = await readRepository(args, terminal);
    const target = targetOf(args, repository.config, terminal.env, repository.root);
    const into = foldersOf(args, repository, terminal);
    const isDry = args['dryRun'] === true;
    const opened = await stateStoreOf(target, terminal);
    try {
      const { kibana, version } = await connectTarget(target, terminal);
      let session: StateSession | undefined;
      try {
        const store = opened?.store;
        session = isDry
          ? undefined
          : await store?.open(runIdentity(terminal.env), { breakLock: args['breakLock'] === true });
        const report = emptyReport(target.name, kibana, version, isDry);
        for (const { what, place } of brokenFiles(repository)) report.notes.push(`${place}: ${what}`);
        const isPretty = args['format'] === 'pretty';
        const folder = new PullFolder(
          repository.root,
          repository.files.map(({ file }) => file),
          isDry,
          (file, before, after) => {
            if (isDry && isPretty) showDiff(file, before, after, terminal);
          },
        );
        const state = await stateOf(store, session);
        await runPull({
          repository,
          settings: target.settings,
          kibana,
          kibanaVersion: version,
          lock: await readVersionLock(repository.config, repository.root),
          state,
          session,
          folder,
          report,
          into,
          withTactic: repository.translated?.withTactic ?? true,
          prune: args['prune'] === true,
          isUnsaved: unsavedCheck(repository.root, args['force'] === true),
          now: new Date(),
        });
        terminal.out(printed(report, args['format'] as (typeof FORMATS)[number], terminal));
        return report.conflicts.length + report.refused.length > 0 ? EXIT.findings : EXIT.clean;
      } finally {
        await session?.close();
        kibana.close();
      }
    } finally {
      await opened?.close();
    }
  },
};

/** A state in which nothing was ever recorded says nothing about who changed what. */
async function stateOf(
  store: StateStore | undefined,
  session: StateSession | undefined,
): Promise<StateSession['state'] | undefined> {
  const state = session?.state ?? (await store?.read())?.state;
  return state === undefined || state.objects.size === 0 ? undefined : { version: 1, objects: new Map(state.objects) };
}

function emptyReport(
  target: string,
  { space, url }: { readonly space: string; readonly url: string },
  version: string,
  isDry: boolean,
): PullReport {
  return {
    target,
    space,
    kibana: { url, version },
    isDry,
    changed: [],
    added: [],
    untaken: [],
    deleted: [],
    pruned: [],
    refused: [],
    conflicts: [],
    notes: [],
    unchanged: 0,
  };
}

function brokenFiles({ files }: RepositoryFiles): readonly { readonly place: string; readonly what: string }[] {
  return files.flatMap(({ file, table, diagnostics }) =>
    table === undefined ? [{ place: file, what: diagnostics[0]?.what ?? 'It cannot be read.' }] : [],
  );
}

/** Where new files go; undefined where the call asks for none. They must be found again by the next command. */
function foldersOf(
  args: Arguments,
  { root, config, translated }: RepositoryFiles,
  { cwd }: Terminal,
): NewFolders | undefined {
  const named = args['new'] as string | undefined;
  if (named === undefined && args['all'] !== true) return undefined;
  const { paths } = config;
  const isRead = (folder: string): boolean => paths === undefined || pathMatcher(paths)(`${folder}/x.toml`);
  const rules =
    named === undefined
      ? (translated?.into ?? firstFolder(paths))
      : relative(root, resolve(cwd, named)).split(sep).join('/');
  if (rules.startsWith('..')) throw new UsageError(`--new ${rules} is outside of the repository (${root}).`);
  if (!isRead(rules))
    throw new UsageError(
      `--new ${rules} is in none of the paths of dragnet.toml: nothing would read the new files. Add it there.`,
    );
  const beside = (folder: string): string => (isRead(folder) ? folder : `${rules}/${folder}`);
  return {
    rules,
    exceptions: beside(translated?.exceptionsInto ?? 'exceptions'),
    connectors: beside(translated?.connectorsInto ?? 'action_connectors'),
    valueLists: beside('value_lists'),
  };
}

/** The first folder that dragnet.toml names; `rules` where it names none. */
function firstFolder(paths: readonly string[] = []): string {
  const first = paths.find((path) => !path.includes('*') && !path.endsWith('.toml'));
  const folder = first?.replace(/^\.\//, '').replace(/\/+$/, '') ?? '';
  return folder === '' || folder === '.' ? 'rules' : folder;
}

/** Whether git could bring back what a file has now; asked once. */
function unsavedCheck(root: string, force: boolean): (file: string) => Promise<string | undefined> {
  let changed: Promise<ReadonlySet<string> | undefined> | undefined;
  return async (file) => {
    if (force) return undefined;
    changed ??= changedFiles(root, 'HEAD').catch((error: unknown) => {
      if (error instanceof UsageError) return undefined;
      throw error;
    });
    const known = await changed;
    if (known === undefined)
      return 'Git does not keep this file, and nothing is known of an earlier apply. Commit it, or use --force.';
    return known.has(file) ? 'It has changes that are not committed. Commit them, or use --force.' : undefined;
  };
}

function showDiff(file: string, before: string, after: string, terminal: Terminal): void {
  terminal.out(`${before === '' ? 'new ' : after === '' ? 'deleted ' : ''}${file}\n`);
  terminal.out(`${paintedDiff(before, after, terminal.colour.out, MOST_LINES)}\n`);
}

function printed(report: PullReport, format: (typeof FORMATS)[number], terminal: Terminal): string {
  if (format === 'json') return `${printJson({ version: 1, ...report } as unknown as JsonObject, 2)}\n`;
  return format === 'markdown' ? pullMarkdown(report) : printPull(report, { color: terminal.colour.out });
}
