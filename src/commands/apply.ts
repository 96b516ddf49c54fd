import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyPlan } from '../deploy/apply-plan.js';
import { isApplied } from '../deploy/apply-report.js';
import type { ApplyReport } from '../deploy/apply-report.js';
import { parsePlanFile } from '../deploy/plan-file.js';
import { planSummary } from '../deploy/plan-summary.js';
import type { Plan } from '../deploy/plan.js';
import { printPlan } from '../deploy/print-plan.js';
import type { StateSession } from '../deploy/state.js';
import { applyChecks } from './apply-checks.js';
import { BackupFile } from './backup-file.js';
import type { Arguments, Command } from './command.js';
import { connectTarget } from './connect-target.js';
import type { ConnectedTarget } from './connect-target.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { headCommit } from './head-commit.js';
import { isCi } from './is-ci.js';
import { PLAN_OPTIONS } from './plan-options.js';
import { planTarget, readRepository } from './plan-target.js';
import { NO_STATE } from './plan.js';
import { Progress } from './progress.js';
import { applyJson, applyText } from './report-apply.js';
import { runIdentity } from './run-identity.js';
import { isFingerprintOf, secretFingerprint } from './secret-fingerprint.js';
import { stateStoreOf } from './target-state.js';
import type { OpenedStore } from './target-state.js';
import { targetOf } from './target.js';
import type { Target } from './target.js';
import type { Terminal } from './terminal.js';
import { UnsavedState } from './unsaved-state.js';
import { UsageError } from './usage-error.js';

/** Between two batches of rules that are enabled, in milliseconds: each rule runs at once. */
const BETWEEN_BATCHES_MS = 2000;

/** `dragnet apply`: makes Kibana equal to git. */
export const apply: Command = {
  positionals: {
    plan: { type: 'string', describe: 'File of dragnet plan --out: exactly that, unless Kibana moved since' },
  },
  options: {
    ...PLAN_OPTIONS,
    yes: { type: 'boolean', describe: 'Do not ask; in CI, where nobody answers, nothing is written without it' },
    'max-deletes': { type: 'number', default: 10, describe: 'Write nothing where more objects than this would go' },
    validate: { type: 'boolean', default: true, describe: 'Validate first, and write nothing where there are errors' },
    test: { type: 'boolean', default: true, describe: 'Run the tests first, and write nothing where one fails' },
    backup: {
      type: 'string',
      describe: 'File that gets everything that is written over or deleted, as NDJSON that Kibana imports',
    },
    'break-lock': { type: 'boolean', describe: 'Take the state from a run that died elsewhere' },
    format: { choices: ['pretty', 'json'] as const, default: 'pretty', describe: 'Form of the report' },
  },
  examples: [
    ['$0 apply --target prod', 'Show the plan, ask, and do it'],
    ['$0 apply plan.json --target prod --yes', 'Exactly a plan that somebody has read, in CI'],
    ['$0 apply --yes --backup before.ndjson', 'Keep what was there'],
  ],
  async run(args, terminal) {
    const maxDeletes = maximumDeletes(args);
    const given = await readPlan(args, terminal);
    refuseUnasked(args, terminal);
    const checked = await applyChecks(args, terminal);
    if (checked !== EXIT.clean) return checked;
    const repository = await readRepository({}, terminal);
    const target = targetFor(args, given, repository.config, terminal, repository.root);
    const opened = await stateStoreOf(target, terminal);
    if (opened === undefined) terminal.err(NO_STATE);
    try {
      const connected = await connectTarget(target, terminal, { signal: terminal.interrupted });
      const session = await sessionOf(opened, args, terminal);
      try {
        const plan = given ?? (await planTarget(repository, target, connected, session.state, args, terminal)).plan;
        await noteCommit(given, repository.root, terminal);
        return await carryOut({ plan, connected, session, maxDeletes }, args, terminal);
      } finally {
        await session.close();
        connected.kibana.close();
      }
    } finally {
      await opened?.close();
    }
  },
};

interface Application {
  readonly plan: Plan;
  readonly connected: ConnectedTarget;
  readonly session: StateSession;
  readonly maxDeletes: number;
}

async function carryOut(application: Application, args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { plan, connected } = application;
  const isJson = args['format'] === 'json';
  refuseOther(plan, connected);
  if (!isJson) terminal.out(printPlan(plan, { color: terminal.colour.out }));
  const consent = await isWanted(plan, args, terminal, isJson);
  if (consent !== EXIT.clean) return consent;
  const report = await applied(application, args, terminal);
  const notes = keyNotes(report, connected);
  if (isJson) terminal.out(`${JSON.stringify(applyJson(plan, report, notes), undefined, 2)}\n`);
  else terminal.out(applyText(report, terminal.colour.out));
  for (const note of isJson ? [] : notes) terminal.err(`note: ${note}\n`);
  return exitCodeOf(plan, report);
}

async function applied(
  { plan, connected, session, maxDeletes }: Application,
  args: Arguments,
  terminal: Terminal,
): Promise<ApplyReport> {
  const file = args['backup'] as string | undefined;
  const backup = file === undefined ? undefined : await BackupFile.create(resolve(terminal.cwd, file));
  const progress = new Progress(terminal);
  let done = 0;
  try {
    return await applyPlan({
      plan,
      kibana: connected.kibana,
      session,
      maxDeletes,
      secret: (variable) => nonEmpty(terminal.env[variable]),
      fingerprint: secretFingerprint,
      isFingerprintOf,
      now: () => new Date().toISOString(),
      signal: terminal.interrupted,
      pause: async (signal) => {
        // An interruption ends the pause, and the run looks for it itself.
        await sleep(BETWEEN_BATCHES_MS, undefined, signal ? { signal } : {}).catch(() => undefined);
      },
      progress: () => {
        done += 1;
        progress.report(() => `${done} of ${plan.actions.length} objects`);
      },
      ...(backup ? { backup: (live) => backup.add(live) } : {}),
    });
  } finally {
    progress.done();
    await backup?.close();
  }
}

function maximumDeletes(args: Arguments): number {
  const most = args['maxDeletes'] as number;
  if (!Number.isInteger(most) || most < 0) throw new UsageError('--max-deletes needs a number, 0 or more.');
  return most;
}

/** The plan of a file; undefined where the call names none. */
async function readPlan(args: Arguments, terminal: Terminal): Promise<Plan | undefined> {
  const file = args['plan'] as string | undefined;
  if (file === undefined) return undefined;
  const decided = ['adopt', 'detachUnknownLists', 'rotateSecrets'].filter((name) => args[name] === true);
  if (decided.length > 0 || args['onConflict'] !== 'fail') {
    throw new UsageError(
      'A plan in a file is done as it is: give --adopt, --on-conflict, --detach-unknown-lists and --rotate-secrets to dragnet plan.',
    );
  }
  const text = await readFile(resolve(terminal.cwd, file), 'utf8').catch((error: unknown) => {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be read (${code}).`);
  });
  const plan = parsePlanFile(text);
  if (typeof plan === 'string') throw new UsageError(`${file} cannot be applied. ${plan}`);
  return plan;
}

/** Where nobody can be asked, the call has to say that it is meant. */
function refuseUnasked(args: Arguments, terminal: Terminal): void {
  if (args['yes'] === true || (terminal.ask !== undefined && !isCi(terminal))) return;
  const where = isCi(terminal) ? 'In CI' : 'Where nobody can be asked';
  throw new UsageError(`${where} apply writes only with --yes. dragnet plan shows what it would do.`);
}

function targetFor(
  args: Arguments,
  plan: Plan | undefined,
  config: Parameters<typeof targetOf>[1],
  terminal: Terminal,
  root: string,
): Target {
  const isNamed = args['target'] !== undefined || plan === undefined || plan.target === 'default';
  const target = targetOf(isNamed ? args : { ...args, target: plan.target }, config, terminal.env, root);
  if (plan !== undefined && plan.target !== target.name) {
    throw new UsageError(
      `The plan is for the target ${plan.target}, not for ${target.name}. Make one for it with dragnet plan --target ${target.name}.`,
    );
  }
  return target;
}

/** The memory of the target, held by this run; one that is forgotten where nothing keeps it. */
async function sessionOf(opened: OpenedStore | undefined, args: Arguments, terminal: Terminal): Promise<StateSession> {
  const run = runIdentity(terminal.env);
  return opened === undefined ? new UnsavedState() : opened.store.open(run, { breakLock: args['breakLock'] === true });
}

async function noteCommit(plan: Plan | undefined, root: string, terminal: Terminal): Promise<void> {
  const before = plan?.made.commit;
  const now = before === undefined ? undefined : await headCommit(root);
  if (now === undefined || now === before) return;
  terminal.err(
    `note: the repository has changed since the plan was made (${before}, now ${now}); what is applied is the plan.\n`,
  );
}

/** What a plan was made for decides its bodies: another version of Kibana may want others. */
function refuseOther({ kibana: planned, space }: Plan, { kibana, version }: ConnectedTarget): void {
  if (planned.url !== kibana.url || space !== kibana.space) {
    throw new UsageError(
      `The plan is for the space ${space} of ${planned.url}, not for the space ${kibana.space} of ${kibana.url}. Make it anew for this one.`,
    );
  }
  if (planned.version === version) return;
  throw new UsageError(
    `The plan was made for Kibana ${planned.version}, and Kibana is ${version} by now. Make it anew with dragnet plan.`,
  );
}

/** Asks whoever sits there; nothing to do needs no answer. */
async function isWanted(plan: Plan, args: Arguments, terminal: Terminal, isJson: boolean): Promise<ExitCode> {
  if (terminal.interrupted.aborted) return EXIT.interrupted;
  if (plan.actions.length === 0 || args['yes'] === true) return EXIT.clean;
  if (isJson) terminal.err(printPlan(plan, { color: terminal.colour.err }));
  const answer = await terminal.ask?.(
    `${planSummary(plan)}. Apply this to ${plan.kibana.url}, space ${plan.space}? (yes/no) `,
  );
  if (answer === 'yes') return EXIT.clean;
  terminal.err('Nothing was written: only yes is taken for consent.\n');
  return answer === undefined ? EXIT.interrupted : EXIT.findings;
}

/** What to know of a key with which rules were written: said once. */
function keyNotes({ results }: ApplyReport, { usesApiKey }: ConnectedTarget): readonly string[] {
  const isWritten = results.some(
    ({ kind, action, outcome }) => kind === 'rule' && action !== 'delete' && outcome === 'done',
  );
  return usesApiKey && isWritten
    ? [
        'Kibana has copied the API key of this run onto the rules that it wrote or enabled: they run with its rights, and stop when it is deleted or expires. Take one of a service account.',
      ]
    : [];
}

function exitCodeOf({ problems }: Plan, report: ApplyReport): ExitCode {
  const { stopped, refused } = report;
  if (refused?.reason === 'other-target') return EXIT.usage;
  if (stopped !== undefined) return stopped.reason === 'interrupted' ? EXIT.interrupted : EXIT.remote;
  const isWhole = isApplied(report) && !problems.some(({ severity }) => severity === 'error');
  return isWhole ? EXIT.clean : EXIT.findings;
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
