import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { builtInAttack } from '../schemas/attack.js';
import { pushedDocument } from '../search/push/pushed-document.js';
import type { DefinitionFacts, PushedDocument } from '../search/push/pushed-document.js';
import type { RefusedDocument } from '../search/push/plan-push.js';
import type { VersionLock } from '../definitions/version-lock.js';
import { isJsonArray, isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { readAttackData } from './attack-data.js';
import type { Arguments } from './command.js';
import { lastCommits } from './git-facts.js';
import type { Commit } from './git-facts.js';
import { readVersionLock, selectFiles, withCompanions } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import type { TableFile } from './rule-tables.js';
import { subjectFile } from './subject-file.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The rules and hunts that a call names, as documents. */
export interface DefinitionsToPush {
  readonly root: string;
  /** The files and folders that the call names, relative to the root; absent where it means all. */
  readonly scope?: readonly string[];
  readonly documents: readonly PushedDocument[];
  /** Those that cannot be documents. */
  readonly refused: readonly RefusedDocument[];
  /** Files that could not be read, or have no id: what they define is neither there nor gone. */
  readonly broken: ReadonlySet<string>;
}

/** Reads what the arguments (else the configuration) name; shows what cannot be read. */
export async function definitionsToPush(args: Arguments, terminal: Terminal): Promise<DefinitionsToPush> {
  const selected = await selectFiles(args, terminal);
  const { root, config, isWhole } = selected;
  const files = isWhole ? selected.files : await withCompanions(selected.files, root);
  const coverage = await readCoverage(args['coverage'], terminal);
  const [{ tables, diagnostics, texts }, commits, lock, attack] = await Promise.all([
    loadTables({ ...selected, files }),
    lastCommits(root),
    readVersionLock(config, root),
    readAttackData(config.attack?.data, root, terminal),
  ]);
  showDiagnostics(diagnostics, texts, terminal);
  const known = { commits, lock, coverage, tests: testCounts(tables) };
  const documents: PushedDocument[] = [];
  const refused: RefusedDocument[] = [];
  for (const toml of tables) {
    const document = pushedDocument(factsOf(toml, known), attack ?? builtInAttack());
    if (typeof document === 'string') refused.push({ id: '', file: toml.file, reason: document });
    else if (document !== undefined) documents.push(document);
  }
  const unread = diagnostics.flatMap(({ severity, span }) => (severity === 'error' ? [span.file] : []));
  const broken = new Set([...unread, ...refused.map(({ file }) => file)]);
  if (documents.length === 0 && broken.size === 0 && !isWhole)
    throw new UsageError(`No rule or hunt found in ${(args['paths'] as readonly string[]).join(', ')}.`);
  const named = (args['paths'] as readonly string[] | undefined) ?? [];
  const scope = named.map((path) => relative(root, resolve(terminal.cwd, path)).split(sep).join('/'));
  return { root, ...(isWhole ? {} : { scope }), documents, refused, broken };
}

/** What is known of definitions by their files, or ids. */
interface Known {
  readonly commits: ReadonlyMap<string, Commit>;
  readonly lock: VersionLock;
  readonly coverage: ReadonlyMap<string, Coverage>;
  readonly tests: ReadonlyMap<string, number>;
}

function factsOf({ file, table }: TableFile, { commits, lock, coverage, tests }: Known): DefinitionFacts {
  const id = isJsonObject(table['rule']) ? table['rule']['rule_id'] : undefined;
  const version = typeof id === 'string' ? lock.get(id) : undefined;
  const covered = coverage.get(file);
  const commit = commits.get(file);
  return {
    file,
    table,
    tests: tests.get(file) ?? 0,
    ...(version === undefined ? {} : { version }),
    ...(covered ? { coverage: covered } : {}),
    ...(commit ? { commit } : {}),
  };
}

function testCounts(tables: readonly TableFile[]): ReadonlyMap<string, number> {
  return new Map(
    tables.flatMap(({ file, table: { test } }) =>
      isJsonArray(test) ? [[subjectFile(file), test.length] as const] : [],
    ),
  );
}

type Coverage = NonNullable<DefinitionFacts['coverage']>;

/** What `dragnet test --coverage=json` (or its `--reporter json`) says of each file. */
async function readCoverage(file: unknown, terminal: Terminal): Promise<ReadonlyMap<string, Coverage>> {
  if (typeof file !== 'string') return new Map();
  const report = await jsonOf(resolve(terminal.cwd, file), file);
  const { rules } = isJsonObject(report['coverage']) ? report['coverage'] : report;
  if (!isJsonArray(rules))
    throw new UsageError(`--coverage ${file} is no report of coverage. Write one with dragnet test --coverage=json.`);
  return new Map(
    rules.filter(isJsonObject).flatMap(({ file: name, covered, total, percent }) => {
      if (typeof name !== 'string' || typeof covered !== 'number' || typeof total !== 'number') return [];
      return [[name, { covered, total, percent: typeof percent === 'number' ? percent : null }] as const];
    }),
  );
}

async function jsonOf(path: string, name: string): Promise<JsonObject> {
  try {
    const value = parseJson(await readFile(path, 'utf8'));
    if (isJsonObject(value)) return value;
    throw new Error('no object');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--coverage ${name} ${code === undefined ? 'is no JSON' : `cannot be read (${code})`}. Write it with dragnet test --coverage=json.`,
    );
  }
}

/** The ids of all definitions of the repository, for a call that names only some: what moved is not gone. */
export async function idsOfRepository(terminal: Terminal): Promise<ReadonlySet<string>> {
  const { tables } = await loadTables(await selectFiles({}, terminal));
  const ids = tables.flatMap(({ table: { rule, hunt } }) => {
    const id = isJsonObject(rule) ? rule['rule_id'] : isJsonObject(hunt) ? hunt['uuid'] : undefined;
    return typeof id === 'string' ? [`${isJsonObject(rule) ? 'rule' : 'hunt'}:${id}`] : [];
  });
  return new Set(ids);
}
