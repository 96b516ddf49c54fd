import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { updateVersionLock } from '../definitions/update-version-lock.js';
import type { LockUpdate, RuleToLock } from '../definitions/update-version-lock.js';
import type { Config } from '../definitions/config.js';
import { NEW_LOCK, printLockText, readLockText, updated } from '../definitions/version-lock-text.js';
import type { LockText } from '../definitions/version-lock-text.js';
import { ordered } from '../diagnostics/order.js';
import { plural } from '../diagnostics/plural.js';
import { DIAGNOSTIC_FORMATS, reportDiagnostics } from '../diagnostics/reporters/formats.js';
import { ruleHashes } from '../kibana-form/rule-hash.js';
import { NEWEST_STACK } from '../languages/esql/availability.js';
import type { JsonObject } from '../values/json.js';
import { compareVersions } from '../values/version-order.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { outputOptions, readOutputs, writeReports } from './report-outputs.js';
import { Places, stale, unlisted } from './lock-messages.js';
import { PATHS, selectFiles } from './repository.js';
import { loadTables } from './rule-tables.js';
import type { RuleTable } from './rule-tables.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { packageVersion } from './package-version.js';
import { writeWhole } from './write-whole.js';

/** The oldest stack that gets rules where the configuration names none. */
const OLDEST_STACK = '8.19';

/** `dragnet lock`: the versions of rules, in the form of elastic/detection-rules. */
export const lock: Command = {
  positionals: PATHS,
  options: {
    check: { type: 'boolean', global: false, describe: 'Write nothing; fail when the lock is not up to date' },
    adopt: {
      type: 'boolean',
      global: false,
      describe: 'Take the hashes of changed rules without new versions: once, when moving over from detection-rules',
    },
    ...ownOptions(outputOptions('format', DIAGNOSTIC_FORMATS)),
  },
  examples: [
    ['$0 lock', 'Lock new rules, and give changed ones their next version'],
    ['$0 lock --check --format github', 'In CI: fail when a rule changed and the lock did not'],
  ],
  async run(args, terminal) {
    const outputs = readOutputs(args, 'format', DIAGNOSTIC_FORMATS);
    const selected = await selectFiles(args, terminal);
    const { config, root, isWhole, translated } = selected;
    if (translated?.bypassesLock === true) {
      throw new UsageError(
        'bypass_version_lock of _config.yaml says that versions are kept in the files: there is nothing to lock.',
      );
    }
    const { rules, diagnostics, texts } = await loadTables(selected);
    const files = await openLocks(config.version_lock ?? translated?.lockFile, root);
    const update = updateVersionLock(files.lock.lock, rules.flatMap(toLock), oldestOf(config), args['adopt'] === true);
    const retired = files.deprecated === undefined ? {} : newlyDeprecated(files.deprecated.lock, rules, config.stack);
    const isCheck = args['check'] === true;
    const places = new Places(texts);
    const found = [
      ...diagnostics,
      ...update.problems.map((problem) => places.of(problem)),
      ...(isCheck ? update.changes.map((change) => places.of(stale(change, files.name))) : []),
      ...(isCheck ? rules.filter(({ rule }) => isIn(rule, retired)) : []).map((rule) =>
        places.of(unlisted(rule, files.deprecatedName)),
      ),
    ];
    const tool = { version: packageVersion(), describe: (): undefined => undefined };
    await writeReports(outputs, terminal, (format, color) =>
      reportDiagnostics(format, ordered(found), texts, { color, tool }),
    );
    if (isWhole) reportMissing(files.lock.lock, rules, terminal);
    const failed = found.length > 0;
    if (isCheck) terminal.err(`lock: ${plural(rules.length, 'rule')}, ${failed ? 'not up to date' : 'up to date'}\n`);
    else if (failed) terminal.err('lock: nothing is written until that is mended.\n');
    else await writeLocks(files, update, retired, root, rules.length, terminal);
    return failed ? EXIT.findings : EXIT.clean;
  },
};

/** The lock, and the list of deprecated rules beside it where a repository has one. */
interface LockFiles {
  readonly name: string;
  readonly lock: LockText;
  readonly deprecatedName: string;
  readonly deprecated?: LockText;
}

async function openLocks(configured: string | undefined, root: string): Promise<LockFiles> {
  const name = configured ?? 'version.lock.json';
  const deprecatedName = join(dirname(name), 'deprecated_rules.json');
  const deprecated = await readLock(join(root, deprecatedName));
  return {
    name,
    lock: await readLock(join(root, name)),
    deprecatedName,
    ...(deprecated === NEW_LOCK ? {} : { deprecated }),
  };
}

async function writeLocks(
  { name, lock: before, deprecatedName, deprecated }: LockFiles,
  { lock: after, changes }: LockUpdate,
  retired: JsonObject,
  root: string,
  count: number,
  terminal: Terminal,
): Promise<void> {
  if (changes.length > 0) await writeWhole(join(root, name), printLockText(after, before));
  if (deprecated !== undefined && Object.keys(retired).length > 0) {
    await writeWhole(join(root, deprecatedName), printLockText(updated(deprecated.lock, retired), deprecated));
  }
  for (const { id, name: rule, kind, from, to } of changes) {
    const was = kind === 'new' ? 'new' : kind === 'adopted' ? 'adopted' : `${from ?? 0} →`;
    terminal.err(`${id}  ${was} ${to}  ${rule}${kind === 'fork' ? ' (for newer stacks)' : ''}\n`);
  }
  for (const id of Object.keys(retired)) terminal.err(`${id}  deprecated\n`);
  terminal.err(`lock: ${plural(count, 'rule')}, ${plural(changes.length, 'new version')}\n`);
}

function oldestOf({ stack = [OLDEST_STACK] }: Config): string {
  return [...stack].sort(compareVersions)[0] ?? OLDEST_STACK;
}

/** Options that `lock hash` does not inherit: it has a format of its own. */
function ownOptions(options: Command['options']): Command['options'] {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { ...option, global: false }]));
}

async function readLock(path: string): Promise<LockText> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  });
  if (text === undefined) return NEW_LOCK;
  const read = readLockText(text);
  if (typeof read === 'string') throw new UsageError(`${path}: ${read}`);
  return read;
}

function newlyDeprecated(known: JsonObject, rules: readonly RuleTable[], stacks: readonly string[] = []): JsonObject {
  const newest = [...stacks].sort(compareVersions).at(-1) ?? NEWEST_STACK;
  return Object.fromEntries(
    rules.flatMap(({ rule, metadata }): [string, JsonObject][] => {
      const { rule_id: id, name = '' } = rule;
      if (typeof id !== 'string' || metadata['maturity'] !== 'deprecated' || Object.hasOwn(known, id)) return [];
      const { deprecation_date: date = '' } = metadata;
      return [[id, { deprecation_date: date, rule_name: name, stack_version: newest }]];
    }),
  );
}

function isIn({ rule_id: id }: JsonObject, entries: JsonObject): boolean {
  return typeof id === 'string' && Object.hasOwn(entries, id);
}

function toLock({ toml, rule, metadata }: RuleTable): readonly RuleToLock[] {
  const { rule_id: id, name, type, version } = rule;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof type !== 'string') return [];
  const { maturity, min_stack_version: minStack } = metadata;
  const { sha256, withIntegrations } = ruleHashes(toml);
  return [
    {
      file: toml.file,
      id,
      name,
      type,
      sha256,
      alternative: withIntegrations,
      ...(typeof maturity === 'string' ? { maturity } : {}),
      ...(typeof minStack === 'string' ? { minStack } : {}),
      ...(typeof version === 'number' ? { version } : {}),
    },
  ];
}

function reportMissing(lock: JsonObject, rules: readonly RuleTable[], terminal: Terminal): void {
  const present = new Set(rules.map(({ rule }) => rule['rule_id']));
  const gone = Object.keys(lock).filter((id) => !present.has(id));
  if (gone.length > 0 && rules.length > 0) {
    terminal.err(
      `${plural(gone.length, 'locked rule')} without a file: ${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ', …' : ''}\n`,
    );
  }
}
