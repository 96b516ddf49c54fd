import { without } from '../kibana-form/server-fields.js';
import type { JsonObject } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import { comparableObject, liveHash } from './comparable-object.js';
import { compareFields } from './compare-fields.js';
import type { ThreeForms } from './compare-fields.js';
import { planDeletions } from './plan-deletions.js';
import type { Gone } from './plan-deletions.js';
import type { DesiredObject } from './desired-object.js';
import type { DesiredState } from './desired-state.js';
import type { Kibana, LiveObject, ObjectKind } from './kibana.js';
import { hasTag, isPrebuilt, isPreconfigured, keysNamed } from './live-facts.js';
import { mergedBody, settledForms } from './merge-live.js';
import type { MergeOptions } from './merge-live.js';
import { keyParts } from './object-key.js';
import { planInstalls, planOverlay } from './plan-overlay.js';
import type { OverlayOutcome } from './plan-overlay.js';
import { overlayGone } from './overlay-problems.js';
import { sealPlan, WRITE_ORDER } from './plan.js';
import type { Bookkeeping, OnConflict, Plan, PlannedAction, PlannedField, PlanProblem } from './plan.js';
import * as problem from './plan-problems.js';
import { toggleOf } from './toggle-of.js';
import type { PrebuiltRules } from './prebuilt-rules.js';
import type { StateEntry, TargetState } from './state.js';
import { tagOf } from './target.js';
import type { TargetSettings } from './target.js';

/** What a plan is made of. */
export interface PlanInput {
  readonly target: string;
  readonly settings: TargetSettings;
  readonly desired: DesiredState;
  readonly kibana: Pick<Kibana, 'space' | 'url' | 'pages' | 'values'> & {
    /** Asked for overlays whose rules are not installed; without it there are none to install. */
    readonly prebuilt?: Pick<PrebuiltRules, 'installable'>;
  };
  /** As `desired` was made for: `8.19.4`. */
  readonly kibanaVersion: string;
  /** What was applied; undefined where it is not known. */
  readonly state?: TargetState | undefined;
  readonly made: Plan['made'];
  /** Take over objects that nobody is known to manage; delete rules that have our tag and that nobody knows. */
  readonly adopt?: boolean;
  readonly onConflict?: OnConflict;
  /** Detach `rule_default` exception lists that git does not know. */
  readonly detachUnknownLists?: boolean;
  /** Whether secrets of a connector (name → variable) are other than those written last; without it they are not. */
  readonly isSecretChanged?: (secrets: Readonly<Record<string, string>>, entry: StateEntry | undefined) => boolean;
  /** Which files the call names; nothing of others is deleted. */
  readonly isNamed?: (file: string) => boolean;
}

/**
 * Compares what git wants with what Kibana has and with what was applied last, and says what is to be done. Live objects are looked at page by page; only
 * what differs is kept. Rejects with a `KibanaError` where Kibana does.
 */
export async function makePlan(input: PlanInput): Promise<Plan> {
  const planner = new Planner(input);
  for (const kind of WRITE_ORDER.filter((one) => isNeeded(one, input))) {
    for await (const page of input.kibana.pages(kind)) {
      for (const live of page) await planner.see(live);
    }
  }
  await planner.findPrebuilt();
  return planner.plan();
}

/** Connectors and value lists that nobody has to do with are not asked for: that takes privileges of their own. */
function isNeeded(kind: ObjectKind, { desired, state }: PlanInput): boolean {
  if (kind !== 'connector' && kind !== 'value-list') return true;
  for (const object of desired.objects.values()) {
    if (object.kind === kind || object.uses.some((use) => use.kind === kind)) return true;
  }
  return [...(state?.objects.keys() ?? [])].some((key) => key.startsWith(`${kind}/`));
}

class Planner {
  readonly #input: PlanInput;
  readonly #merge: MergeOptions;
  readonly #tag: string;
  readonly #onConflict: OnConflict;
  readonly #actions = new Map<string, PlannedAction>();
  readonly #bookkeeping: Bookkeeping[] = [];
  readonly #problems: PlanProblem[];
  /** Of desired objects. */
  readonly #seen = new Set<string>();
  /** Lists and connectors that Kibana has, and what of them stays in use. */
  readonly #live = new Set<string>();
  readonly #used = new Map<string, string>();
  /** Managed objects of which git knows nothing. */
  readonly #gone: Gone[] = [];
  readonly #known = new Set<string>();
  /** Exception lists that are managed, or will be. */
  readonly #ourLists = new Set<string>();
  /** Lists → how many of their items git and the state do not know. */
  readonly #foreignItems = new Map<string, number>();
  #unchanged = 0;

  constructor(input: PlanInput) {
    const { manage = {} } = input.settings;
    this.#input = input;
    this.#tag = tagOf(input.settings);
    this.#onConflict = input.onConflict ?? 'fail';
    this.#problems = [...input.desired.problems];
    const fields = ['enabled', 'exceptions_list', 'actions'] as const;
    this.#merge = {
      unmanaged: new Set(fields.filter((field) => manage[field] === false)),
      detachUnknownLists: input.detachUnknownLists === true,
      isManaged: (key) => input.desired.objects.has(key) || input.state?.objects.has(key) === true,
      tag: this.#tag,
    };
  }

  async see(live: LiveObject): Promise<void> {
    const { key, kind } = live;
    const { desired, state } = this.#input;
    if (kind !== 'rule' && kind !== 'exception-item') this.#live.add(key);
    this.#known.add(key);
    const wanted = desired.objects.get(key);
    if (wanted !== undefined) {
      this.#seen.add(key);
      await this.#compare(wanted, live, state?.objects.get(key));
      return;
    }
    const entry = state?.objects.get(key);
    const isOrphan = entry === undefined && hasTag(live, this.#tag);
    if (entry !== undefined && isPrebuilt(live) && !desired.heldBack.has(key)) this.#loseOverlay(live, entry);
    if (desired.heldBack.has(key) || isPrebuilt(live)) this.#use(kind, live.body);
    else if (entry !== undefined) this.#lose(live, entry);
    else if (isOrphan && this.#input.adopt === true) this.#lose(live, undefined);
    else this.#foreign(live, isOrphan);
  }

  plan(): Plan {
    const { input, deletions } = { input: this.#input, deletions: this.#deletions() };
    for (const object of input.desired.objects.values()) if (!this.#seen.has(object.key)) this.#create(object);
    this.#checkUses();
    const actions = [...this.#actions.values()].sort(
      (left, right) =>
        WRITE_ORDER.indexOf(left.kind) - WRITE_ORDER.indexOf(right.kind) || compareTexts(left.key, right.key),
    );
    const { kibana, target, kibanaVersion: version, made } = input;
    return sealPlan({
      version: 1,
      target,
      space: kibana.space,
      kibana: { url: kibana.url, version },
      made,
      onConflict: this.#onConflict,
      tag: this.#tag,
      actions: [...actions, ...deletions],
      bookkeeping: this.#bookkeeping.sort((left, right) => compareTexts(left.key, right.key)),
      problems: this.#problems.sort(byPlace),
      unchanged: this.#unchanged,
    });
  }

  /** Overlays of rules that are not installed: these are looked for in Elastic's package. */
  async findPrebuilt(): Promise<void> {
    const { desired, kibana } = this.#input;
    const missing = [...desired.objects.values()].filter((one) => one.isOverlay === true && !this.#seen.has(one.key));
    if (missing.length === 0) return;
    for (const wanted of missing) this.#seen.add(wanted.key);
    const installed = [...this.#known].filter((key) => key.startsWith('rule/'));
    const options = { merge: this.#merge, placeOf: (object: DesiredObject) => this.#placeOf(object) };
    const known = { state: this.#input.state, prebuilt: kibana.prebuilt, installed };
    for await (const outcome of planInstalls(missing, known, options)) this.#keepOverlay(outcome);
  }

  #overlay(wanted: DesiredObject, live: LiveObject, entry: StateEntry | undefined): void {
    this.#keepOverlay(
      planOverlay({
        wanted,
        live,
        entry,
        place: this.#placeOf(wanted),
        merge: this.#merge,
        hash: liveHash('rule', live.body, this.#options(undefined)),
        settle: (changes) => this.#settleConflicts(wanted, changes),
      }),
    );
  }

  #keepOverlay({ action, bookkeeping, problems, body }: OverlayOutcome): void {
    if (action !== undefined) this.#actions.set(action.key, action);
    else if (body !== undefined) this.#unchanged += 1;
    if (bookkeeping !== undefined) this.#bookkeeping.push(bookkeeping);
    this.#problems.push(...problems);
    if (body !== undefined) this.#use('rule', body);
  }

  /** Git has the overlay no longer: what it set stays. */
  #loseOverlay({ key, kind, body }: LiveObject, { file }: StateEntry): void {
    const { isNamed } = this.#input;
    if (isNamed !== undefined && (file === undefined || !isNamed(file))) return;
    this.#problems.push(overlayGone(key, typeof body['name'] === 'string' ? body['name'] : key));
    this.#bookkeeping.push({ key, kind, change: 'forget' });
  }

  async #compare(wanted: DesiredObject, live: LiveObject, entry: StateEntry | undefined): Promise<void> {
    const { key, kind } = wanted;
    if (wanted.isOverlay === true) {
      this.#overlay(wanted, live, entry);
      return;
    }
    if (isPrebuilt(live) || isPreconfigured(live)) {
      const about = { key, place: this.#placeOf(wanted) };
      this.#problems.push(isPrebuilt(live) ? problem.prebuilt(about) : problem.preconfigured(about));
      this.#use(kind, live.body);
      return;
    }
    const form = await this.#formOf(live);
    const forms = settledForms(kind, { git: knownTo(form, wanted), applied: entry?.applied, live: form }, this.#merge);
    const found = [...compareFields(forms, this.#merge.unmanaged), ...this.#secrets(wanted, live, entry)];
    const changes = found.filter((field) => field.class !== 'unmanaged');
    if (changes.length === 0) {
      this.#same({ wanted, live, form, forms, entry });
      return;
    }
    if (entry === undefined && !this.#isOurs(live)) {
      const about = { key, place: this.#placeOf(wanted) };
      this.#problems.push(
        problem.needsAdoption(
          about,
          kind,
          changes.map(({ path }) => path),
        ),
      );
      this.#use(kind, live.body);
      return;
    }
    const fixed = changes.filter(({ path }) => path === IMMUTABLE[kind]);
    if (fixed.length > 0) {
      const about = { key, place: this.#placeOf(wanted) };
      this.#problems.push(...fixed.map((field) => problem.immutableField(about, kind, field)));
      this.#use(kind, live.body);
      return;
    }
    if (kind === 'exception-list') this.#ourLists.add(key);
    this.#change({ wanted, live, form, forms, entry }, found, this.#settleConflicts(wanted, changes));
  }

  #change(
    { wanted, live, form, forms, entry }: Comparison,
    found: readonly PlannedField[],
    taken: ReadonlySet<string>,
  ): void {
    const { key, kind, file, name, values } = wanted;
    const fields = found.filter(({ path }) => !taken.has(path));
    const toggle = toggleOf(kind, fields);
    const isNothing = fields.every((field) => field.class === 'unmanaged');
    if (isNothing || toggle !== undefined) this.#use(kind, live.body);
    if (isNothing) {
      this.#unchanged += 1;
      return;
    }
    const common = { key, kind, name, file, fields, live: liveHash(kind, live.body, this.#options(form)) };
    if (toggle !== undefined) {
      this.#actions.set(key, { ...common, action: toggle });
      return;
    }
    const body = mergedBody(wanted, live, forms.git, taken, this.#merge);
    const action = entry === undefined && !hasTag(live, this.#tag) ? 'adopt' : 'update';
    const kept = taken.size === 0 ? {} : { kept: [...taken].sort(compareTexts) };
    this.#actions.set(key, { ...common, action, body, ...kept, ...(values === undefined ? {} : { values }) });
    this.#use(kind, body);
  }

  /** What Kibana has as git wants it; the state may still have to learn it. */
  #same({ wanted, live, form, forms, entry }: Comparison): void {
    const { key, kind, file } = wanted;
    this.#unchanged += 1;
    if (kind === 'exception-list') this.#ourLists.add(key);
    this.#use(kind, live.body);
    const remembered =
      entry !== undefined &&
      compareFields({ git: forms.git, live: entry.applied }, this.#merge.unmanaged).every(
        (field) => field.class === 'unmanaged',
      );
    if (remembered) return;
    const applied = kind === 'connector' ? { applied: forms.live } : {};
    const hash = liveHash(kind, live.body, this.#options(form));
    this.#bookkeeping.push({ key, kind, change: 'remember', file, live: hash, ...applied });
  }

  /** Fields whose live value stays, by the choice of the call. */
  #settleConflicts(wanted: DesiredObject, changes: readonly PlannedField[]): ReadonlySet<string> {
    const fields = changes.filter((field) => field.class === 'conflict').map(({ path }) => path);
    if (fields.length === 0 || this.#onConflict === 'git') return new Set();
    const about = { key: wanted.key, place: this.#placeOf(wanted) };
    const isLive = this.#onConflict === 'live';
    this.#problems.push(isLive ? problem.keptLive(about, fields) : problem.conflict(about, fields));
    return new Set(isLive ? fields : []);
  }

  #secrets(wanted: DesiredObject, live: LiveObject, entry: StateEntry | undefined): readonly PlannedField[] {
    const { secrets = {} } = wanted;
    if (Object.keys(secrets).length === 0) return [];
    const isMissing = live.body['is_missing_secrets'] === true;
    if (!isMissing && this.#input.isSecretChanged?.(secrets, entry) !== true) return [];
    const git = Object.fromEntries(Object.entries(secrets).map(([name, variable]) => [name, `env:${variable}`]));
    return [{ path: 'secrets', class: isMissing ? 'drift' : 'git', git }];
  }

  /** Whether a live object that the state does not know may be written over all the same. */
  #isOurs(live: LiveObject): boolean {
    if (this.#input.adopt === true || hasTag(live, this.#tag)) return true;
    return live.kind === 'exception-item' && keysNamed(live.kind, live.body).some((key) => this.#ourLists.has(key));
  }

  #create(object: DesiredObject): void {
    const { key, kind, name, file, body, values } = object;
    const entry = this.#input.state?.objects.get(key);
    // One that a run was about to make, and did not, has nothing applied.
    const wasManaged = entry !== undefined && Object.keys(entry.applied).length > 0;
    if (wasManaged) this.#problems.push(problem.deletedByHand({ key, place: this.#placeOf(object) }));
    this.#actions.set(key, {
      key,
      kind,
      action: 'create',
      name,
      file,
      fields: [],
      body,
      ...(values === undefined ? {} : { values }),
      live: null,
    });
  }

  /** An object that git does not have and that was managed, or has our tag and is to go with the rest. */
  #lose(live: LiveObject, entry: StateEntry | undefined): void {
    const { key, kind, body } = live;
    const form = comparableObject(kind, body, this.#options(undefined));
    const drifted = entry === undefined || kind === 'value-list' ? [] : driftOf(entry.applied, form);
    this.#gone.push({
      live: { key, kind, hash: liveHash(kind, body, this.#options(undefined)), named: keysNamed(kind, body) },
      name: typeof body['name'] === 'string' ? body['name'] : key,
      ...(entry?.file === undefined ? {} : { file: entry.file }),
      fields: drifted,
    });
  }

  #foreign(live: LiveObject, isOrphan: boolean): void {
    const { kind, body } = live;
    this.#use(kind, body);
    if (kind === 'exception-item') {
      const [list = ''] = keysNamed(kind, body);
      this.#foreignItems.set(list, (this.#foreignItems.get(list) ?? 0) + 1);
    }
    if (isOrphan && this.#input.isNamed === undefined) this.#problems.push(problem.unknownTagged(live, this.#tag));
  }

  /** What an object that stays names must stay, too. */
  #use(kind: ObjectKind, body: JsonObject): void {
    const name = typeof body['name'] === 'string' ? body['name'] : '';
    const named = keysNamed(kind, body);
    // An item is no reason to keep its own list. Of several users the first by name is told, in whatever order they come.
    for (const key of kind === 'exception-item' ? named.slice(1) : named) {
      const known = this.#used.get(key);
      if (known === undefined || name < known) this.#used.set(key, name);
    }
  }

  #deletions(): readonly PlannedAction[] {
    const { desired, isNamed, state } = this.#input;
    for (const object of desired.objects.values()) if (!this.#seen.has(object.key)) this.#use(object.kind, object.body);
    const { actions, problems } = planDeletions({
      gone: this.#gone,
      used: this.#used,
      foreignItems: this.#foreignItems,
      isComplete: desired.isComplete,
      ...(isNamed === undefined ? {} : { isNamed }),
    });
    this.#problems.push(...problems);
    for (const [key, { file }] of state?.objects ?? []) {
      const isAnywhere = this.#known.has(key) || desired.objects.has(key) || desired.heldBack.has(key);
      if (isAnywhere || (isNamed !== undefined && (file === undefined || !isNamed(file)))) continue;
      this.#bookkeeping.push({ key, kind: keyParts(key).kind as ObjectKind, change: 'forget' });
    }
    return actions;
  }

  /** What names an object that nobody has is not written. */
  #checkUses(): void {
    const { desired } = this.#input;
    for (const object of desired.objects.values()) {
      for (const use of object.uses) {
        if (desired.objects.has(use.key) || this.#live.has(use.key)) continue;
        const known = [...desired.objects.keys(), ...this.#live].filter((key) => key.startsWith(`${use.kind}/`));
        const place = desired.placeOf(object, use.path);
        const ids = known.map((key) => keyParts(key).id);
        this.#problems.push(problem.unknownReference(object, use, place, ids));
        this.#actions.delete(object.key);
      }
    }
  }

  async #formOf(live: LiveObject): Promise<JsonObject> {
    if (live.kind !== 'value-list') return comparableObject(live.kind, live.body, this.#options(undefined));
    const values: string[] = [];
    for await (const page of this.#input.kibana.values(live.key)) values.push(...page);
    return comparableObject(live.kind, live.body, { tag: this.#tag, values });
  }

  #options(form: JsonObject | undefined): { tag: string; values?: readonly string[] } {
    const { values } = form ?? {};
    return { tag: this.#tag, ...(Array.isArray(values) ? { values: values as readonly string[] } : {}) };
  }

  #placeOf(object: DesiredObject): string {
    return this.#input.desired.placeOf(object, object.path);
  }
}

interface Comparison {
  readonly wanted: DesiredObject;
  readonly live: LiveObject;
  readonly form: JsonObject;
  readonly forms: ThreeForms;
  readonly entry: StateEntry | undefined;
}

/** What Kibana's API takes when an object is made and never again. */
const IMMUTABLE: Readonly<Partial<Record<ObjectKind, string>>> = {
  connector: 'connector_type_id',
  'value-list': 'type',
  'exception-item': 'list_id',
};

/** What git wants, without keys that no schema knows and that this Kibana has dropped. */
function knownTo(live: JsonObject, { comparable, unknownKeys = [] }: DesiredObject): JsonObject {
  const dropped = new Set(unknownKeys.filter((key) => !Object.hasOwn(live, key)));
  return dropped.size === 0 ? comparable : without(comparable, dropped);
}

/** What was changed by hand in an object that is to be deleted. */
function driftOf(applied: JsonObject, live: JsonObject): readonly PlannedField[] {
  return compareFields({ git: applied, applied, live }, new Set());
}

function byPlace(left: PlanProblem, right: PlanProblem): number {
  return (
    compareTexts(left.place ?? '', right.place ?? '') ||
    compareTexts(left.key ?? '', right.key ?? '') ||
    compareTexts(left.code, right.code) ||
    compareTexts(left.what, right.what)
  );
}
