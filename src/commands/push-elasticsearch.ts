import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { BACK_OFF } from '../engine/back-off.js';
import { countStored, indexState, prepareIndex, storedDocuments } from '../search/push/definitions-index.js';
import type { IndexState, PushTarget } from '../search/push/definitions-index.js';
import { planPush } from '../search/push/plan-push.js';
import type { PushPlan, RefusedDocument, StoredDocument } from '../search/push/plan-push.js';
import { writePush } from '../search/push/write-push.js';
import { printJson } from '../values/json.js';
import { givenCluster } from './cluster-of.js';
import type { Command } from './command.js';
import { connectElasticsearch } from './connect-elasticsearch.js';
import { definitionsToPush, idsOfRepository } from './definitions-to-push.js';
import type { DefinitionsToPush } from './definitions-to-push.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { repositoryName } from './git-facts.js';
import { Progress } from './progress.js';
import { PATHS } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `dragnet push elasticsearch`: rules and hunts as documents of an index. */
export const pushElasticsearch: Command = {
  positionals: PATHS,
  options: {
    cluster: {
      type: 'string',
      describe:
        'URL of an Elasticsearch (default: ELASTICSEARCH_URL; credentials: ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD)',
    },
    index: { type: 'string', default: 'dragnet-definitions', describe: 'The index; it is made where there is none' },
    repository: {
      type: 'string',
      describe:
        'Whose documents these are, where several push into one index (default: the remote of git, else the folder)',
    },
    coverage: { type: 'string', describe: 'Report of dragnet test --coverage=json, to go with the documents' },
    'dry-run': { type: 'boolean', default: false, describe: 'Show what would be written and removed; write nothing' },
    format: { choices: ['text', 'json'] as const, default: 'text', describe: 'Form of the report' },
  },
  examples: [
    ['$0 push elasticsearch --cluster https://es:9200 --dry-run', 'What would be written and removed'],
    ['$0 push elasticsearch --cluster https://es:9200', 'All rules and hunts of the repository'],
    ['$0 push elasticsearch rules --cluster https://es:9200 --index soc-rules', 'One folder, into another index'],
  ],
  async run(args, terminal) {
    const index = indexOf(args['index']);
    const { url, option } = givenCluster(args, terminal.env);
    const definitions = await definitionsToPush(args, terminal);
    const repository = await repositoryOf(args['repository'], definitions.root);
    const cluster = await connectElasticsearch(url, terminal.env, { option });
    try {
      const push = { index, repository, isDry: args['dryRun'] === true, isJson: args['format'] === 'json' };
      return await pushTo(cluster, definitions, push, terminal);
    } finally {
      await cluster.close();
    }
  },
};

interface Push {
  readonly index: string;
  readonly repository: string;
  readonly isDry: boolean;
  readonly isJson: boolean;
}

async function pushTo(
  target: PushTarget,
  definitions: DefinitionsToPush,
  push: Push,
  terminal: Terminal,
): Promise<ExitCode> {
  const { index, repository, isDry } = push;
  const state: IndexState = await indexState(target, index, BACK_OFF);
  if (typeof state === 'object') throw new UsageError(state.problem);
  const stored = state === 'absent' ? [] : await storedDocuments(target, index, BACK_OFF);
  const mayGo = await removable(definitions, stored, repository, terminal);
  const plan = planPush(definitions.documents, stored, repository, mayGo);
  const early = [...definitions.refused, ...plan.refused];
  if (isDry) {
    report({ push, plan, refused: early, makesIndex: state === 'absent' }, terminal);
    return early.length + definitions.broken.size > 0 ? EXIT.findings : EXIT.clean;
  }
  await prepareIndex(target, index, state, BACK_OFF);
  const late = await write(target, plan, push, terminal);
  if (terminal.interrupted.aborted) {
    terminal.err('interrupted: run it again to write the rest\n');
    return EXIT.interrupted;
  }
  const refused = [...early, ...late];
  const count = await countStored(target, index, repository, BACK_OFF);
  report({ push, plan, refused, makesIndex: state === 'absent', count }, terminal);
  const expected = expectedCount(stored, plan, late, repository);
  if (count !== expected) {
    terminal.err(
      `push: the index has ${count} documents of ${printable(repository)}, and should have ${expected}. Somebody else wrote into it meanwhile, or took documents away: run this again.\n`,
    );
    return EXIT.remote;
  }
  return refused.length + definitions.broken.size > 0 ? EXIT.findings : EXIT.clean;
}

/**
 * Which documents that stand there may go when their definitions are not among those that were read. A definition that cannot be read now is not
 * gone; where the call names files or folders, only what came from there can be gone, and only if it has not moved elsewhere in the repository.
 */
async function removable(
  { scope, broken, documents }: DefinitionsToPush,
  stored: readonly StoredDocument[],
  repository: string,
  terminal: Terminal,
): Promise<(document: StoredDocument) => boolean> {
  if (scope === undefined) return ({ file }) => !broken.has(file);
  const isInScope = (file: string): boolean =>
    scope.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  const ids = new Set(documents.map(({ id }) => id));
  const lost = stored.filter((each) => each.repository === repository && !ids.has(each.id) && isInScope(each.file));
  if (lost.length === 0) return () => false;
  const elsewhere = await idsOfRepository(terminal);
  return ({ id, file }) => isInScope(file) && !broken.has(file) && !elsewhere.has(id);
}

async function write(
  target: PushTarget,
  plan: PushPlan,
  { index, repository }: Push,
  terminal: Terminal,
): Promise<readonly RefusedDocument[]> {
  const progress = new Progress(terminal);
  const step = (done: number, all: number): void => {
    if (terminal.interrupted.aborted) throw new Interrupted();
    progress.report(() => `push: ${done} of ${plural(all, 'document')}`);
  };
  try {
    return await writePush(target, plan, { index, repository, now: new Date(), backOff: BACK_OFF, step });
  } catch (error) {
    if (error instanceof Interrupted) return [];
    throw error;
  } finally {
    progress.done();
  }
}

/** Ends the writing between two requests. */
class Interrupted extends Error {}

/** How many documents of the repository must be there in the end; what was refused stands as it stood. */
function expectedCount(
  stored: readonly StoredDocument[],
  plan: PushPlan,
  late: readonly RefusedDocument[],
  repository: string,
): number {
  const failed = new Set(late.map(({ id }) => id));
  const before = stored.filter((document) => document.repository === repository).length;
  const made = plan.created.filter(({ id }) => !failed.has(id)).length;
  return before + made - plan.removed.filter(({ id }) => !failed.has(id)).length;
}

interface PushReport {
  readonly push: Push;
  readonly plan: PushPlan;
  readonly refused: readonly RefusedDocument[];
  readonly makesIndex: boolean;
  /** What the index has in the end; absent where nothing was written. */
  readonly count?: number;
}

function report({ push, plan, refused, makesIndex, count }: PushReport, terminal: Terminal): void {
  const { index, repository, isDry } = push;
  const failed = new Set(refused.map(({ id }) => id));
  const kept = (documents: readonly { readonly id: string; readonly file: string }[]): { id: string; file: string }[] =>
    documents.filter(({ id }) => !failed.has(id)).map(({ id, file }) => ({ id, file }));
  const [created, changed, removed] = [kept(plan.created), kept(plan.changed), kept(plan.removed)];
  for (const { id, file, reason } of refused)
    terminal.err(`${printable(file)}${id === '' ? '' : ` (${printable(id)})`} is not pushed: ${printable(reason)}\n`);
  if (push.isJson) {
    const all = { created, changed, removed, unchanged: plan.unchanged, refused: refused.map((each) => ({ ...each })) };
    const head = { version: 1, index, repository, dry_run: isDry, creates_index: makesIndex };
    terminal.out(`${printJson({ ...head, ...all, ...(count === undefined ? {} : { count }) }, 2)}\n`);
    return;
  }
  const lines = [
    ...created.map(({ id, file }) => `+ ${id}  ${file}`),
    ...changed.map(({ id, file }) => `~ ${id}  ${file}`),
    ...removed.map(({ id, file }) => `- ${id}  ${file}`),
  ];
  for (const line of lines) terminal.out(`${printable(line)}\n`);
  const would = isDry ? ' would be' : '';
  const named = makesIndex ? `${index} (${isDry ? 'would be made' : 'made'})` : index;
  const end = count === undefined ? '' : `; ${plural(count, 'document')} there`;
  terminal.err(
    `push: ${named}, ${printable(repository)}:${would} ${created.length} created, ${changed.length} changed, ${removed.length} removed, ${plan.unchanged} unchanged${refused.length === 0 ? '' : `, ${refused.length} refused`}${end}\n`,
  );
}

/** The name of one index, as Elasticsearch takes it: https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-indices-create */
function indexOf(given: unknown): string {
  const name = String(given);
  const isPlain = /^[^-_+\\/*?"<>| ,#:A-Z\s][^\\/*?"<>| ,#:A-Z\s]*$/u.test(name) && name !== '.' && name !== '..';
  if (isPlain && Buffer.byteLength(name) <= 255) return name;
  throw new UsageError(
    `--index ${printable(name)} is not the name of one index. Write it in lower case, without spaces, commas and wildcards.`,
  );
}

async function repositoryOf(given: unknown, root: string): Promise<string> {
  if (typeof given !== 'string') return repositoryName(root);
  const name = given.trim();
  if (name === '' || name.length > 1000) throw new UsageError('--repository is a name, such as team/rules.');
  return name;
}
