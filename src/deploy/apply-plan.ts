import { without } from '../kibana-form/server-fields.js';
import type { JsonObject } from '../values/json.js';
import type { ApplyInput } from './apply-input.js';
import type { ApplyReport, ObjectResult, Outcome } from './apply-report.js';
import { bodyToWrite } from './body-to-write.js';
import { eachAtOnce } from './each-at-once.js';
import type { ObjectKind, ValueChanges } from './kibana.js';
import { KibanaError } from './kibana-error.js';
import { fixedType, typeHint } from './fixed-type.js';
import { isPrebuilt, keysNamed } from './live-facts.js';
import { isSameButValues, lookAt, seenObject, touchedKeys } from './look-at.js';
import { keyParts } from './object-key.js';
import { isOpenConflict, WRITE_ORDER } from './plan.js';
import type { PlannedAction } from './plan.js';
import { refusalOf } from './refuse-plan.js';
import { fingerprintsOf, isSecretAsWritten, withoutSecrets } from './secrets.js';
import { differingFields, formOf, standingOf, wantedForm } from './standing.js';
import type { SeenObject } from './standing.js';
import { StateError } from './state.js';
import type { StateEntry } from './state.js';
import { whatIsUsed } from './still-used.js';

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
    return { results: input.plan.actions.map((action) => unstarted(action)), stopped: stopOf(error, input) };
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
  /** Rules that are as planned, but are still to be enabled or disabled; by key. */
  readonly #toggles = new Map<string, Toggle>();
  /** Lists and connectors that are to go, and that somebody still uses; by key, with the reason. */
  #used: ReadonlyMap<string, string> = new Map();
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
      const deletions = actions.filter(({ action }) => action === 'delete');
      for (const kind of [...WRITE_ORDER].reverse()) {
        if (kind === 'exception-list') this.#used = await whatIsUsed(this.#input.kibana, deletions);
        await this.#each(deletions.filter((action) => action.kind === kind));
      }
    } catch (error) {
      this.#stopped = stopOf(error, this.#input);
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
        if (found === undefined || isPrebuilt(found)) await session.record(key, undefined);
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
        const hint = error.kind === 'invalid' ? typeHint(action, this.#seen.get(action.key)) : '';
        const message = withoutSecrets(`${error.message}${hint}`, this.#input);
        this.#settle(action, isMoved ? 'moved' : 'failed', message);
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
    const fixed = live && fixedType(action, live);
    if (standing === 'moved') this.#settle(action, 'moved', MOVED);
    else if (fixed !== undefined) this.#settle(action, 'failed', fixed);
    else if (standing === 'done' && this.#hasSecrets(action)) await this.#remember(action, 'already');
    else if (action.action === 'delete') await this.#remove(action, live);
    else if (live !== undefined && (standing === 'enable' || action.body === undefined))
      this.#toggles.set(key, { action, applied: this.#appliedOf(action, live) });
    else await this.#write(action, live, action.body ?? {}, kind);
  }

  /** Whether Kibana has the secrets of a connector that looks as it should, as far as the state knows. */
  #hasSecrets(action: PlannedAction): boolean {
    return isSecretAsWritten(action, this.#input.session.state.objects.get(action.key), this.#input);
  }

  async #write(action: PlannedAction, live: SeenObject | undefined, body: JsonObject, kind: ObjectKind): Promise<void> {
    if (live !== undefined) await this.#input.backup?.(live);
    const isEnabled = live?.body['enabled'] === true;
    await this.#send(action, live, body, isEnabled);
    const mustToggle = kind === 'rule' && body['enabled'] === true && !isEnabled;
    const differing = await this.#readBack(action, mustToggle ? ['enabled'] : []);
    if (mustToggle && differing === undefined) {
      const applied = this.#appliedOf(action, live);
      this.#toggles.set(action.key, { action, applied });
      await this.#record(action, without(applied, ENABLED));
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
    if (action.overlay !== undefined) {
      await this.#setOverlay(action, live, sent);
      return;
    }
    if (live === undefined) await this.#create(action, sent);
    else if (values === undefined || !isSameButValues(body, live.body)) await kibana.replace(kind, key, sent, live);
    if (values !== undefined) await kibana.changeValues(key, valueChanges(values, live?.values ?? []));
  }

  /** Changes the fields that an overlay sets, of a rule that is installed first where there is none. */
  async #setOverlay(action: PlannedAction, live: SeenObject | undefined, sent: JsonObject): Promise<void> {
    const { kibana } = this.#input;
    const { key, body = {} } = action;
    if (live === undefined) await this.#create(action, sent);
    // Whether it runs is no business of an overlay that does not say so; one that enables the rule does so at the end.
    const fields = body['enabled'] === false ? sent : without(sent, ENABLED);
    if (Object.keys(fields).length > 0) await kibana.patch(key, fields);
  }

  /** Makes an object; of a prebuilt rule a version of Elastic's package. */
  async #make({ kind, key, overlay }: PlannedAction, sent: JsonObject): Promise<void> {
    const { kibana } = this.#input;
    if (overlay?.install === undefined) {
      await kibana.create(kind, sent);
      return;
    }
    const [result] = await kibana.install([{ ruleId: keyParts(key).id, version: overlay.install }]);
    if (result?.error !== undefined) throw result.error;
  }

  /**
   * Notes what is going to be made before it is: a run that dies in between is known again as its maker, where nothing in the object says so, and with
   * which secrets. A refusal takes the note back; without an answer it stays.
   */
  async #create(action: PlannedAction, sent: JsonObject): Promise<void> {
    const { session } = this.#input;
    const { key, file } = action;
    const before = session.state.objects.get(key);
    await session.record(key, this.#entry({}, file, fingerprintsOf(action, this.#input)));
    try {
      await this.#make(action, sent);
    } catch (error) {
      const isRefused = error instanceof KibanaError && !['failed', 'unavailable'].includes(error.kind);
      if (isRefused) await session.record(key, before);
      throw error;
    }
  }

  /** Reads what was written; a sentence where Kibana has something else. */
  async #readBack(action: PlannedAction, but: readonly string[]): Promise<string | undefined> {
    const { plan, kibana } = this.#input;
    const back = await seenObject(kibana, action.kind, action.key);
    if (back === undefined) return 'It was written, and is gone again: somebody deleted it.';
    const fields = differingFields(action, back, plan.tag).filter((path) => !but.includes(path));
    if (fields.length === 0) return undefined;
    return `It was written, but Kibana has something else in ${fields.join(', ')}. Run dragnet plan to see what, and who changed it.`;
  }

  async #remove(action: PlannedAction, live: SeenObject | undefined): Promise<void> {
    const { kibana, session, backup } = this.#input;
    const { kind, key } = action;
    const reason = live !== undefined && isPrebuilt(live) ? 'it is a rule of Elastic' : this.#used.get(key);
    if (reason !== undefined) {
      this.#settle(action, 'moved', `It stays: ${reason}. Make a new plan.`);
      return;
    }
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
    const isOff = ({ action }: Toggle): boolean => action.action === 'disable';
    await this.#toggleBatches(all.filter(isOff), false);
    await this.#toggleBatches(
      all.filter((toggle) => !isOff(toggle)),
      true,
    );
  }

  async #toggleBatches(toggles: readonly Toggle[], enabled: boolean): Promise<void> {
    const { kibana, pause, signal, atOnce = 4 } = this.#input;
    for (let from = 0; from < toggles.length; from += ENABLED_TOGETHER) {
      this.#heed();
      if (from > 0 && enabled) await pause?.(signal);
      const batch = toggles.slice(from, from + ENABLED_TOGETHER);
      const live = new Map<string, SeenObject>();
      await eachAtOnce(batch, atOnce, async ({ action: { kind, key } }) => {
        const found = await seenObject(kibana, kind, key);
        if (found !== undefined) live.set(key, found);
      });
      const results = live.size === 0 ? [] : await kibana.setEnabled([...live.values()], enabled);
      const errors = new Map(results.map(({ key, error }) => [key, error]));
      await eachAtOnce(batch, atOnce, (toggle) =>
        this.#toggled(toggle, enabled, live.has(toggle.action.key), errors.get(toggle.action.key)),
      );
    }
  }

  async #toggled(
    { action, applied }: Toggle,
    enabled: boolean,
    isThere: boolean,
    error: KibanaError | undefined,
  ): Promise<void> {
    const { kind, key } = action;
    const back = isThere ? await this.#input.kibana.read(kind, key) : undefined;
    const word = enabled ? 'enabled' : 'disabled';
    if (back === undefined) this.#settle(action, 'moved', `It is gone: somebody deleted it before it was ${word}.`);
    else if (back.body['enabled'] !== enabled)
      this.#settle(action, 'failed', `It could not be ${word}. ${error?.message ?? 'Kibana did not say why.'}`);
    else {
      await this.#record(action, { ...applied, enabled });
      this.#settle(action, 'done');
    }
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

  /** Remembers what an action wanted as applied. */
  async #remember(action: PlannedAction, outcome: Outcome, message?: string): Promise<void> {
    const { session, kibana } = this.#input;
    const { key, kind } = action;
    if (action.action === 'delete') await session.record(key, undefined);
    else {
      const live = action.body === undefined ? await kibana.read(kind, key) : undefined;
      await this.#record(action, this.#appliedOf(action, live));
    }
    this.#settle(action, outcome, message);
  }

  /** What counts as applied once an action is done: all that it wrote; of a rule that is only enabled or disabled what Kibana has. */
  #appliedOf({ key, kind, body, values, overlay, kept = [] }: PlannedAction, live: SeenObject | undefined): JsonObject {
    const { plan, session } = this.#input;
    if (overlay !== undefined) return overlay.applied;
    if (body === undefined) return (live && formOf(live, plan.tag)) ?? {};
    const form = wantedForm(kind, body, plan.tag, values);
    const before = session.state.objects.get(key)?.applied ?? {};
    // A conflict that was left as Kibana has it stays one.
    return kept.length === 0 ? form : { ...without(form, new Set(kept)), ...only(before, kept) };
  }

  async #record(action: PlannedAction, applied: JsonObject): Promise<void> {
    const secrets = fingerprintsOf(action, this.#input);
    await this.#input.session.record(action.key, this.#entry(applied, action.file, secrets));
  }

  #entry(applied: JsonObject, file: string | undefined, secrets: StateEntry['secrets']): StateEntry {
    const at = this.#input.now();
    return { applied, at, ...(file === undefined ? {} : { file }), ...(secrets === undefined ? {} : { secrets }) };
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

/** A rule that is to be enabled or disabled, and what counts as applied then. */
interface Toggle {
  readonly action: PlannedAction;
  readonly applied: JsonObject;
}

function only(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}

const ENABLED: ReadonlySet<string> = new Set(['enabled']);

const MOVED = 'Somebody changed it since the plan was made; it was not touched. Make a new plan.';

class Interrupted extends Error {}

/** What ended a run early; anything but an interruption, Kibana and the state is a bug, and thrown. */
function stopOf(error: unknown, input: ApplyInput): NonNullable<ApplyReport['stopped']> {
  const again = 'What was written is remembered: run dragnet apply again to go on.';
  const isKnown = error instanceof KibanaError || error instanceof StateError;
  if (!isKnown && !(error instanceof Interrupted)) throw error;
  // An interruption ends all waiting for a Kibana that does not answer, too.
  if (!isKnown || input.signal?.aborted === true) return { reason: 'interrupted', message: `Interrupted. ${again}` };
  return { reason: 'error', message: `${withoutSecrets(error.message, input)} ${again}` };
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
