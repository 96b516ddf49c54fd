import type { JsonObject } from '../values/json.js';
import type { ApplyInput } from './apply-input.js';
import type { ApplyReport, ObjectResult, Outcome } from './apply-report.js';
import { bodyToWrite, secretVariables } from './body-to-write.js';
import { eachAtOnce } from './each-at-once.js';
import type { ObjectKind, ValueChanges } from './kibana.js';
import { KibanaError } from './kibana-error.js';
import { keysNamed } from './live-facts.js';
import { isSameButValues, lookAt, seenObject, touchedKeys } from './look-at.js';
import { isOpenConflict, WRITE_ORDER } from './plan.js';
import type { PlannedAction } from './plan.js';
import { refusalOf } from './refuse-plan.js';
import { differences, formOf, standingOf, wantedForm } from './standing.js';
import type { SeenObject } from './standing.js';
import { StateError } from './state.js';
import type { StateEntry } from './state.js';

/** Rules enabled together: each runs at once, and Kibana's task manager takes few at a time. */
const ENABLED_TOGETHER = 50;

/**
 * Does exactly what a plan says: nothing at all where Kibana moved since it was made, otherwise objects in the order in which they depend on each other, each
 * read right before and right after it is written and remembered before the next; rules are enabled in batches at the end, deletions come last. What an
 * earlier run of the same plan has done already counts as done. Errors of single objects are in the report; rejects only for a bug.
 */
export async function applyPlan(input: ApplyInput): Promise<ApplyReport> {
  let seen: ReadonlyMap<string, SeenObject>;
  try {
    seen = await lookAt(input.kibana, touchedKeys(input.plan));
  } catch (error) {
    return { results: input.plan.actions.map((action) => unstarted(action)), stopped: stopOf(error) };
  }
  const refused = refusalOf(input, seen);
  if (refused !== undefined) return { refused, results: [] };
  return new Run(input, seen).report();
}

class Run {
  readonly #input: ApplyInput;
  readonly #seen: ReadonlyMap<string, SeenObject>;
  readonly #results = new Map<string, ObjectResult>();
  /** Of these, what is not as planned. */
  readonly #failed = new Map<string, ObjectResult>();
  /** Rules that are written, and are still to be enabled or disabled: their actions, by key. */
  readonly #toggles = new Map<string, PlannedAction>();
  readonly #listIds = new Map<string, Promise<string>>();
  #stopped: ApplyReport['stopped'];

  constructor(input: ApplyInput, seen: ReadonlyMap<string, SeenObject>) {
    this.#input = input;
    this.#seen = seen;
  }

  async report(): Promise<ApplyReport> {
    const { actions } = this.#input.plan;
    try {
      await this.#keepBooks();
      for (const kind of WRITE_ORDER) {
        await this.#each(actions.filter((action) => action.kind === kind && action.action !== 'delete'));
      }
      await this.#toggle();
      for (const kind of [...WRITE_ORDER].reverse()) {
        await this.#each(actions.filter((action) => action.kind === kind && action.action === 'delete'));
      }
    } catch (error) {
      this.#stopped = stopOf(error);
    }
    const results = actions.map((action) => this.#results.get(action.key) ?? unstarted(action));
    return { results, ...(this.#stopped === undefined ? {} : { stopped: this.#stopped }) };
  }

  /** Remembers what git and Kibana have alike; where Kibana moved since, the next plan will see. */
  async #keepBooks(): Promise<void> {
    const { plan, session } = this.#input;
    for (const { key, change, file, live, applied } of plan.bookkeeping) {
      this.#heed();
      const found = this.#seen.get(key);
      if (change === 'forget') {
        if (found === undefined) await session.record(key, undefined);
        continue;
      }
      const isSame = found !== undefined && standingOf(noteOf(found, live ?? null), found, plan.tag) === 'planned';
      if (!isSame) continue;
      const known = session.state.objects.get(key)?.secrets;
      await session.record(key, this.#entry(applied ?? formOf(found, plan.tag), file, known));
    }
  }

  async #each(actions: readonly PlannedAction[]): Promise<void> {
    await eachAtOnce(actions, this.#input.atOnce ?? 4, async (action) => {
      this.#heed();
      try {
        await this.#do(action);
      } catch (error) {
        if (!(error instanceof KibanaError) || error.isFatal) throw error;
        const isMoved = ['conflict', 'moved', 'missing'].includes(error.kind);
        this.#settle(action, isMoved ? 'moved' : 'failed', error.message);
      }
    });
  }

  async #do(action: PlannedAction): Promise<void> {
    const { key, kind } = action;
    const { plan } = this.#input;
    if (isOpenConflict(action, plan.onConflict)) {
      this.#settle(
        action,
        'skipped',
        'Git and somebody in Kibana changed the same fields: choose with --on-conflict git or live.',
      );
      return;
    }
    const obstacle = this.#obstacle(action);
    if (obstacle !== undefined) {
      this.#settle(action, 'skipped', obstacle);
      return;
    }
    const live = await this.#now(action);
    const standing = standingOf(action, live, plan.tag);
    if (standing === 'moved') this.#settle(action, 'moved', MOVED);
    else if (standing === 'done') await this.#remember(action, 'already');
    else if (action.action === 'delete') await this.#remove(action, live);
    else if (standing === 'enable' || action.body === undefined) this.#toggles.set(key, action);
    else await this.#write(action, live, action.body, kind);
  }

  async #write(action: PlannedAction, live: SeenObject | undefined, body: JsonObject, kind: ObjectKind): Promise<void> {
    if (live !== undefined) await this.#input.backup?.(live);
    const isEnabled = live?.body['enabled'] === true;
    await this.#send(action, live, body, isEnabled);
    const mustToggle = kind === 'rule' && body['enabled'] === true && !isEnabled;
    const differing = await this.#readBack(action, body, mustToggle ? ['enabled'] : []);
    if (mustToggle && differing === undefined) {
      this.#toggles.set(action.key, action);
      await this.#record(action, ['enabled']);
      return;
    }
    await this.#remember(action, differing === undefined ? 'done' : 'differs', differing);
  }

  async #send(
    action: PlannedAction,
    live: SeenObject | undefined,
    body: JsonObject,
    isEnabled: boolean,
  ): Promise<void> {
    const { kibana, secret } = this.#input;
    const { key, kind, values } = action;
    const parts = {
      listId: (list: string) => this.#listId(list),
      secret: (variable: string) => secret(variable) ?? '',
    };
    const sent = await bodyToWrite(action, isEnabled, parts);
    if (live === undefined) {
      // A list that is made is not filled yet: a run that dies in between knows it again as its own.
      if (kind === 'value-list') await this.#input.session.record(key, this.#entry({}, action.file, undefined));
      await kibana.create(kind, sent);
    } else if (values === undefined || !isSameButValues(body, live.body)) await kibana.replace(kind, key, sent, live);
    if (values !== undefined) await kibana.changeValues(key, valueChanges(values, live?.values ?? []));
  }

  /** Reads what was written; a sentence where Kibana has something else. */
  async #readBack(action: PlannedAction, body: JsonObject, but: readonly string[]): Promise<string | undefined> {
    const { plan, kibana } = this.#input;
    const { kind, key, values } = action;
    const back = await seenObject(kibana, kind, key);
    if (back === undefined) return 'It was written, and is gone again: somebody deleted it.';
    const wanted = wantedForm(kind, body, plan.tag, values);
    const fields = differences(wanted, formOf(back, plan.tag), kind).filter((path) => !but.includes(path));
    if (fields.length === 0) return undefined;
    return `It was written, but Kibana has something else in ${fields.join(', ')}. Run dragnet plan to see what, and who changed it.`;
  }

  async #remove(action: PlannedAction, live: SeenObject | undefined): Promise<void> {
    const { kibana, session, backup } = this.#input;
    const { kind, key } = action;
    if (live !== undefined) await backup?.(live);
    await kibana.remove(kind, key);
    const isLeft = (await kibana.read(kind, key)) !== undefined;
    if (isLeft) {
      this.#settle(action, 'differs', 'It was deleted, but Kibana still has it. Run dragnet apply again.');
      return;
    }
    await session.record(key, undefined);
    this.#settle(action, 'done');
  }

  /** Disables rules, then enables rules batch by batch. */
  async #toggle(): Promise<void> {
    const all = [...this.#toggles.values()];
    const off = all.filter(({ action }) => action === 'disable');
    const on = all.filter(({ action }) => action !== 'disable');
    await this.#toggleBatches(off, false);
    await this.#toggleBatches(on, true);
  }

  async #toggleBatches(actions: readonly PlannedAction[], enabled: boolean): Promise<void> {
    const { kibana, pause, signal, atOnce = 4 } = this.#input;
    for (let from = 0; from < actions.length; from += ENABLED_TOGETHER) {
      this.#heed();
      if (from > 0 && enabled) await pause?.(signal);
      const batch = actions.slice(from, from + ENABLED_TOGETHER);
      const live = new Map<string, SeenObject>();
      await eachAtOnce(batch, atOnce, async ({ kind, key }) => {
        const found = await seenObject(kibana, kind, key);
        if (found !== undefined) live.set(key, found);
      });
      const results = await kibana.setEnabled([...live.values()], enabled);
      const errors = new Map(results.map(({ key, error }) => [key, error]));
      await eachAtOnce(batch, atOnce, (action) =>
        this.#toggled(action, enabled, live.has(action.key), errors.get(action.key)),
      );
    }
  }

  async #toggled(
    action: PlannedAction,
    enabled: boolean,
    isThere: boolean,
    error: KibanaError | undefined,
  ): Promise<void> {
    const back = isThere ? await seenObject(this.#input.kibana, action.kind, action.key) : undefined;
    const word = enabled ? 'enabled' : 'disabled';
    if (back === undefined) this.#settle(action, 'moved', `It is gone: somebody deleted it before it was ${word}.`);
    else if (back.body['enabled'] === enabled) await this.#remember(action, 'done');
    else this.#settle(action, 'failed', `It could not be ${word}. ${error?.message ?? 'Kibana did not say why.'}`);
  }

  /** As Kibana has it right now; an object that was not there is not looked for again, making it tells. */
  async #now(action: PlannedAction): Promise<SeenObject | undefined> {
    const { kind, key } = action;
    const before = this.#seen.get(key);
    return before === undefined ? undefined : seenObject(this.#input.kibana, kind, key);
  }

  /** Why an action cannot be done for what became of others. */
  #obstacle({ kind, action, body }: PlannedAction): string | undefined {
    if (action !== 'delete') {
      const named = new Set(body === undefined ? [] : keysNamed(kind, body));
      const cause = [...named].flatMap((key) => this.#failed.get(key) ?? [])[0];
      return cause && `It names ${cause.key}, which could not be written.`;
    }
    if (kind === 'rule' || kind === 'exception-item') return undefined;
    const cause = [...this.#failed.values()].find((one) => one.kind === 'rule' || one.kind === 'exception-item');
    return cause && `It may still be used: ${cause.key} is not as planned. Run dragnet apply again.`;
  }

  #listId(key: string): Promise<string> {
    const known = this.#listIds.get(key);
    if (known !== undefined) return known;
    const id = this.#input.kibana.read('exception-list', key).then((list) => {
      const found = list?.body['id'];
      if (typeof found === 'string') return found;
      throw new KibanaError('missing', 404, `Kibana has no ${key}, which the rule names. Run dragnet plan again.`);
    });
    this.#listIds.set(key, id);
    return id;
  }

  async #remember(action: PlannedAction, outcome: Outcome, message?: string): Promise<void> {
    await this.#record(action, []);
    this.#settle(action, outcome, message);
  }

  async #record(action: PlannedAction, but: readonly string[]): Promise<void> {
    const { session, plan, kibana } = this.#input;
    const { key, kind, body, values, file } = action;
    if (action.action === 'delete') {
      await session.record(key, undefined);
      return;
    }
    const live = body === undefined ? await seenObject(kibana, kind, key) : undefined;
    const form = body === undefined ? live && formOf(live, plan.tag) : wantedForm(kind, body, plan.tag, values);
    if (form === undefined) return;
    const applied = Object.fromEntries(Object.entries(form).filter(([path]) => !but.includes(path)));
    await session.record(key, this.#entry(applied, file, this.#fingerprints(action)));
  }

  #entry(applied: JsonObject, file: string | undefined, secrets: StateEntry['secrets']): StateEntry {
    const at = this.#input.now();
    return { applied, at, ...(file === undefined ? {} : { file }), ...(secrets === undefined ? {} : { secrets }) };
  }

  #fingerprints(action: PlannedAction): StateEntry['secrets'] {
    const { secret, fingerprint } = this.#input;
    const variables = [...secretVariables(action)];
    if (variables.length === 0) return undefined;
    return Object.fromEntries(variables.map(([name, variable]) => [name, fingerprint(secret(variable) ?? '')]));
  }

  #settle(action: PlannedAction, outcome: Outcome, message?: string): void {
    const result = resultOf(action, outcome, message);
    this.#results.set(action.key, result);
    if (outcome !== 'done' && outcome !== 'already') this.#failed.set(action.key, result);
    this.#input.progress?.(result);
  }

  #heed(): void {
    if (this.#input.signal?.aborted === true) throw new Interrupted();
  }
}

const MOVED = 'Somebody changed it since the plan was made; it was not touched. Make a new plan.';

class Interrupted extends Error {}

/** What ended a run early; anything but an interruption, Kibana and the state is a bug, and thrown. */
function stopOf(error: unknown): NonNullable<ApplyReport['stopped']> {
  const again = 'What was written is remembered: run dragnet apply again to go on.';
  if (error instanceof Interrupted) return { reason: 'interrupted', message: `Interrupted. ${again}` };
  if (!(error instanceof KibanaError) && !(error instanceof StateError)) throw error;
  return { reason: 'error', message: `${error.message} ${again}` };
}

function resultOf({ key, kind, action, name, file }: PlannedAction, outcome: Outcome, message?: string): ObjectResult {
  return {
    key,
    kind,
    action,
    name,
    ...(file === undefined ? {} : { file }),
    outcome,
    ...(message === undefined ? {} : { message }),
  };
}

function unstarted(action: PlannedAction): ObjectResult {
  return resultOf(action, 'skipped', 'The run ended before its turn.');
}

/** An action that stands for an object which only the state has to learn. */
function noteOf({ key, kind }: SeenObject, live: string | null): PlannedAction {
  return { key, kind, action: 'update', name: key, fields: [], live };
}

function valueChanges(wanted: readonly string[], found: readonly string[]): ValueChanges {
  const [git, live] = [new Set(wanted), new Set(found)];
  return { add: wanted.filter((value) => !live.has(value)), remove: found.filter((value) => !git.has(value)) };
}
