import type { Options } from 'yargs';
import { plural } from '../diagnostics/plural.js';
import { DIAGNOSTIC_FORMATS, reportDiagnostics } from '../diagnostics/reporters/formats.js';
import { summaryOf, summaryText } from '../diagnostics/summary.js';
import { ordered } from '../diagnostics/order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { KnownRules } from '../definitions/load-definitions.js';
import { querySyntax } from '../lint/checks/query-syntax.js';
import { CHECKS } from '../lint/checks/index.js';
import { codeOf } from '../lint/check.js';
import type { LintMemory } from '../lint/check-definitions.js';
import { lint } from '../lint/run.js';
import { PROFILES } from '../lint/profiles.js';
import type { Profile } from '../lint/profiles.js';
import { applyBaseline, BASELINE } from './baseline-file.js';
import { CHANGED, changedFiles, changedSince } from './changed-files.js';
import { clusterFindings, CLUSTER_CHECK_OPTIONS, joined } from './validate-cluster.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { isCi } from './is-ci.js';
import { FIX, fixableText, fixed, wantsFixes, writeFixes } from './fix.js';
import { outputOptions, readOutputs, writeReports } from './report-outputs.js';
import { CONFIG_FILE, openRepository, PATHS } from './repository.js';
import type { Repository, RepositorySettings } from './repository.js';
import { repositoryFiles } from './repository-files.js';
import { loadLocalChecks } from './local-checks.js';
import type { LoadedChecks } from './local-checks.js';
import { STACK_OPTION } from './stack-option.js';
import { readStdinFile, STDIN_FILE } from './stdin-file.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { packageVersion } from './package-version.js';
import type { ValidationCache } from './validation-cache.js';

/** Options of every command that validates. */
export const VALIDATION_OPTIONS: Readonly<Record<string, Options>> = {
  profile: {
    choices: PROFILES,
    describe: 'Which checks run, and how much they weigh (default: that of dragnet.toml, else recommended)',
  },
  ...BASELINE,
  'allow-local-checks': {
    type: 'boolean',
    default: false,
    describe: 'Run the modules of [checks] local in dragnet.toml, which are code of the repository',
  },
};

/** `dragnet validate`: every problem of every definition, in one run. */
export const validate: Command = {
  positionals: PATHS,
  options: {
    ...STACK_OPTION,
    ...outputOptions('format', DIAGNOSTIC_FORMATS),
    ...CHANGED,
    ...VALIDATION_OPTIONS,
    ...FIX,
    ...STDIN_FILE,
    cache: {
      type: 'boolean',
      describe:
        'Use results of earlier runs for files that have not changed (default: where there are many, but not in CI)',
    },
    ...CLUSTER_CHECK_OPTIONS,
    'max-warnings': { type: 'number', describe: 'Fail when there are more warnings than this' },
  },
  examples: [
    ['$0 validate rules/aws queries', 'Everything below two folders'],
    ['$0 validate --format github --output sarif=dragnet.sarif', 'Two reports: one on the run, one for code scanning'],
    ['$0 validate --changed origin/main', 'What a pull request changes'],
    ['$0 validate --cluster https://es.example:9200 --days 7', 'Which rules cannot fire there'],
    ['$0 validate --fix --diff', 'What could be mended, as a diff'],
  ],
  async run(args, terminal) {
    const outputs = readOutputs(args, 'format', DIAGNOSTIC_FORMATS);
    const most = maximumWarnings(args);
    const wantsFix = wantsFixes(args);
    const stdin = await readStdinFile(args, terminal);
    if (stdin && wantsFix)
      throw new UsageError('--fix mends files, and --stdin-filename has none. Give one of the two.');
    let cache: ValidationCache | undefined;
    const known = async (settings: RepositorySettings): Promise<KnownRules | undefined> => {
      cache = wantsFix ? undefined : await cacheFor(settings, args, terminal);
      // Checks of the repository's own may do with a rule what only a plain object takes.
      return args['allowLocalChecks'] === true ? undefined : cache?.known;
    };
    let repository = await openRepository(args, terminal, { ...stdin?.options, known });
    const since = changedSince(args);
    const changed = since === undefined ? undefined : await changedFiles(repository.root, since);
    if (since !== undefined && args['updateBaseline'] === true)
      throw new UsageError('--update-baseline needs all problems, --changed leaves some out. Give one of the two.');
    // Checks across files need them all; only what is reported is limited.
    const isAsked = (file: string): boolean =>
      changed?.has(file) !== false && (stdin === undefined || stdin.file === file);
    if (wantsFix) {
      const silent = { ...terminal, err: () => undefined };
      const found = { ...args, updateBaseline: false };
      const repairs = await fixed(args, terminal, repository, (now) => validation(now, found, silent, isAsked));
      await writeFixes(repairs, args, terminal);
      repository = repairs.repository;
    }
    const onCluster = await clusterFindings(repository, args, terminal, isAsked);
    const diagnostics = await validation(repository, args, terminal, isAsked, cache, onCluster);
    await cache?.save(repository.rules);
    const texts = new Map([...repository.texts].filter(([file]) => isAsked(file)));
    const tool = { version: packageVersion(), describe: summaryOfCode };
    await writeReports(outputs, terminal, (format, color) =>
      reportDiagnostics(format, diagnostics, withConfig(texts, repository, diagnostics), { color, tool }),
    );
    terminal.err(validationSummary({ texts }, diagnostics));
    terminal.err(fixableText(diagnostics));
    const { errors, warnings } = summaryOf(diagnostics);
    if (warnings <= most) return errors > 0 ? EXIT.findings : EXIT.clean;
    terminal.err(`--max-warnings allows ${plural(most, 'warning')}.\n`);
    return EXIT.findings;
  },
};

/** The texts of what was validated; the configuration is one of them where something is said of it. */
function withConfig(
  texts: ReadonlyMap<string, string>,
  { configText }: Pick<Repository, 'configText'>,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, string> {
  const isAbout = diagnostics.some(({ span }) => span.file === CONFIG_FILE);
  return isAbout && configText !== undefined ? new Map([...texts, [CONFIG_FILE, configText]]) : texts;
}

/** Fewer files than this are checked about as fast as a cache is read. */
const CACHED_FROM = 50;

async function cacheFor(
  settings: RepositorySettings,
  args: Arguments,
  terminal: Terminal,
): Promise<ValidationCache | undefined> {
  const wanted = args['cache'] as boolean | undefined;
  const { files, config } = settings;
  if (!(wanted ?? (files.length >= CACHED_FROM && !isCi(terminal)))) return undefined;
  const { openValidationCache } = await import('./validation-cache.js');
  return openValidationCache(settings, (args['profile'] as Profile | undefined) ?? config.profile ?? 'recommended');
}

function maximumWarnings(args: Arguments): number {
  const most = args['maxWarnings'] as number | undefined;
  if (most === undefined) return Infinity;
  if (!Number.isInteger(most) || most < 0) throw new UsageError('--max-warnings needs a number, 0 or more.');
  return most;
}

function summaryOfCode(code: string): string | undefined {
  return CHECKS.find((check) => codeOf(check) === code)?.summary;
}

/** What validation as a call asks for it finds, without known problems: in the order of files and places. */
export async function validation(
  repository: Repository,
  args: Arguments,
  terminal: Terminal,
  isAsked: (file: string) => boolean = () => true,
  memory?: LintMemory,
  onCluster: readonly Diagnostic[] = [],
): Promise<readonly Diagnostic[]> {
  const local = await loadLocalChecks(repository, args['allowLocalChecks'] === true);
  const profile = args['profile'] as Profile | undefined;
  const all = validateRepository(repository, { local, ...(profile && { profile }), ...(memory && { memory }) });
  const found = joined(
    all.filter(({ span }) => isAsked(span.file)),
    onCluster,
  );
  return ordered(await applyBaseline(found, repository, args, terminal, isAsked));
}

/** How to validate, where it is not as the configuration says. */
export interface ValidationOptions {
  readonly profile?: Profile;
  /** Checks of the repository's own, loaded. */
  readonly local?: LoadedChecks;
  /** Results of earlier runs. */
  readonly memory?: LintMemory;
}

/** What loading and the checks found, in the order of files and places. */
export function validateRepository(repository: Repository, options: ValidationOptions = {}): readonly Diagnostic[] {
  const { profile = repository.config.profile ?? 'recommended', local, memory } = options;
  const { config } = repository;
  const queries = lint({ texts: repository.texts, config, rules: repository.refused, hunts: [], tests: [] }, [
    querySyntax,
  ]);
  const checks = [...CHECKS, ...(local?.checks ?? [])];
  const found = lint(
    { ...repository, files: repositoryFiles(repository.root), profile, now: Date.now() },
    checks,
    memory,
  );
  // What is wrong with the settings is said once.
  const own = queries.filter(({ code }) => !code.startsWith('config/'));
  return ordered([...repository.diagnostics, ...(local?.diagnostics ?? []), ...found, ...own]);
}

/** The last line of a validation. */
export function validationSummary({ texts }: Pick<Repository, 'texts'>, diagnostics: readonly Diagnostic[]): string {
  return `validate: ${plural(texts.size, 'file')}, ${summaryText(summaryOf(diagnostics))}\n`;
}
