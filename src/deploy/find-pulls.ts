import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { comparableObject } from './comparable-object.js';
import { compareFields } from './compare-fields.js';
import type { DesiredObject } from './desired-object.js';
import type { DesiredState } from './desired-state.js';
import { KibanaError } from './kibana-error.js';
import type { Kibana, LiveObject, ObjectKind } from './kibana.js';
import { isPrebuilt, isPreconfigured, keysNamed } from './live-facts.js';
import { settledForms } from './merge-live.js';
import type { PlannedField } from './plan.js';
import type { StateEntry, TargetState } from './state.js';
import { tagOf } from './target.js';
import type { TargetSettings } from './target.js';
import { withoutTarget } from './without-target.js';

/** A field that Kibana has otherwise than git, and not because git changed it. */
export interface PulledField {
  readonly path: string;
  /** `conflict` where git has changed it, too. */
  readonly class: 'drift' | 'conflict' | 'unknown';
  /** As a file would say it; undefined takes the field away. */
  readonly live: JsonValue | undefined;
  /** As it was applied. */
  readonly base: JsonValue | undefined;
  /** Of a value list: what came by hand, and what went. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** An object of git that was changed in Kibana. */
export interface PulledObject {
  readonly wanted: DesiredObject;
  readonly live: LiveObject;
  readonly fields: readonly PulledField[];
  /** What the state is to remember afterwards: the object as Kibana has it. */
  readonly applied: JsonObject;
  readonly entry: StateEntry | undefined;
}

/** What is looked at. */
export interface PullInput {
  readonly settings: TargetSettings;
  readonly desired: DesiredState;
  readonly state: TargetState | undefined;
  readonly kibana: Pick<Kibana, 'pages' | 'values'>;
  /** Objects of any file, also of those that do not go to this target, by their keys. */
  readonly isInGit: (key: string) => boolean;
  /** The values of a file of git. */
  readonly tableOf: (file: string) => JsonObject | undefined;
  /** Called for each page with what no file has: made by hand, not prebuilt. */
  readonly onNew: (objects: readonly LiveObject[]) => Promise<void>;
}

/** What was found. */
export interface PullFindings {
  readonly changed: readonly PulledObject[];
  /** Keys of objects of git that Kibana had, by kind. */
  readonly seen: ReadonlySet<string>;
  readonly unchanged: number;
  /** Kinds that the credentials may not list, and of which git has nothing. */
  readonly unseen: readonly ObjectKind[];
}

/** The kinds in the order in which they are pulled: which rules use a list is known before the list comes. */
const PULL_ORDER: readonly ObjectKind[] = ['rule', 'exception-list', 'exception-item', 'value-list', 'connector'];

/** Looks at all that Kibana has, page by page, and gives what git does not have so. Rejects with a `KibanaError`. */
export async function findPulls(input: PullInput): Promise<PullFindings> {
  const finder = new Finder(input);
  for (const kind of PULL_ORDER) {
    try {
      for await (const page of input.kibana.pages(kind)) {
        const fresh: LiveObject[] = [];
        for (const live of page) if (await finder.see(live)) fresh.push(live);
        if (fresh.length > 0) await input.onNew(fresh);
      }
    } catch (error) {
      if (!isBesides(error, kind, input)) throw error;
      finder.unseen.push(kind);
    }
  }
  return finder;
}

/** Connectors and value lists want privileges of their own; where git has none of them, doing without is no loss. */
function isBesides(error: unknown, kind: ObjectKind, { desired, state }: PullInput): boolean {
  if (!(error instanceof KibanaError) || error.kind !== 'forbidden') return false;
  if (kind !== 'connector' && kind !== 'value-list') return false;
  const keys = [...desired.objects.keys(), ...(state?.objects.keys() ?? [])];
  return !keys.some((key) => key.startsWith(`${kind}/`));
}

class Finder implements PullFindings {
  readonly changed: PulledObject[] = [];
  readonly seen: Set<string> = new Set<string>();
  readonly unseen: ObjectKind[] = [];
  unchanged = 0;
  readonly #input: PullInput;
  readonly #unmanaged: ReadonlySet<string>;
  readonly #tag: string;

  constructor(input: PullInput) {
    const { manage = {}, override = {} } = input.settings;
    this.#input = input;
    this.#tag = tagOf(input.settings);
    const fields = ['enabled', 'exceptions_list', 'actions'] as const;
    this.#unmanaged = new Set([
      ...fields.filter((field) => manage[field] === false),
      ...(override.enabled === undefined ? [] : ['enabled']),
    ]);
  }

  /** Whether an object is new to git. */
  async see(live: LiveObject): Promise<boolean> {
    const { desired, state, isInGit } = this.#input;
    const { key } = live;
    if (desired.objects.has(key)) this.seen.add(key);
    if (isPrebuilt(live) || isPreconfigured(live)) return false;
    const wanted = desired.objects.get(key);
    if (wanted === undefined) return !isInGit(key) && !desired.heldBack.has(key) && !state?.objects.has(key);
    if (wanted.isOverlay === true) return false;
    await this.#compare(wanted, live, state?.objects.get(key));
    return false;
  }

  async #compare(wanted: DesiredObject, live: LiveObject, entry: StateEntry | undefined): Promise<void> {
    const form = await this.#formOf(live);
    const { desired, state } = this.#input;
    const forms = settledForms(
      live.kind,
      { git: known(form, wanted), applied: entry?.applied, live: form },
      {
        unmanaged: this.#unmanaged,
        detachUnknownLists: false,
        isManaged: (key) => desired.objects.has(key) || state?.objects.has(key) === true,
        tag: this.#tag,
      },
    );
    const own = live.kind === 'rule' ? this.#ownOf(wanted) : undefined;
    const [ofLive, ofBase] = [own?.(live.body) ?? forms.live, own?.(entry?.applied ?? {}) ?? entry?.applied];
    const fields = compareFields(forms, this.#unmanaged).flatMap((field): readonly PulledField[] =>
      toPulled(field, ofLive, ofBase ?? {}),
    );
    if (fields.length === 0) this.unchanged += 1;
    else this.changed.push({ wanted, live, fields, applied: forms.live, entry });
  }

  /** What takes away from a rule what the target adds, as its file has it. */
  #ownOf(wanted: DesiredObject): (rule: JsonObject) => JsonObject {
    const { settings, desired, state } = this.#input;
    const inBody = new Set(keysNamed('rule', wanted.body));
    const named = new Set(wanted.uses.filter(({ path }) => path.length > 2).map(({ key }) => key));
    const isForeignList = (key: string, list: JsonObject): boolean => {
      if (named.has(key) || list['list_id'] === 'endpoint_list') return false;
      const isOthers = !desired.objects.has(key) && state?.objects.has(key) !== true;
      // In the body, and not in the file: the list's own file attaches it.
      return inBody.has(key) || (list['type'] === 'rule_default' && isOthers);
    };
    const { rule: written } = this.#input.tableOf(wanted.file) ?? {};
    const tags = isJsonObject(written) && isJsonArray(written['tags']) ? written['tags'] : [];
    return (rule) => withoutTarget(rule, { settings, tags, isForeignList });
  }

  async #formOf(live: LiveObject): Promise<JsonObject> {
    if (live.kind !== 'value-list') return comparableObject(live.kind, live.body, { tag: this.#tag });
    const values: string[] = [];
    for await (const page of this.#input.kibana.values(live.key)) values.push(...page);
    return comparableObject(live.kind, live.body, { tag: this.#tag, values });
  }
}

function toPulled(field: PlannedField, live: JsonObject, base: JsonObject): readonly PulledField[] {
  const { path, class: fieldClass, added, removed } = field;
  if (fieldClass === 'git' || fieldClass === 'unmanaged') return [];
  const common = { path, class: fieldClass, live: own(live, path), base: own(base, path) };
  // A plan says what git adds to Kibana.
  return [path === 'values' ? { ...common, added: removed ?? [], removed: added ?? [] } : common];
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What git wants, without keys that no schema knows and that this Kibana has dropped. */
function known(live: JsonObject, { comparable, unknownKeys = [] }: DesiredObject): JsonObject {
  return Object.fromEntries(
    Object.entries(comparable).filter(([key]) => !unknownKeys.includes(key) || Object.hasOwn(live, key)),
  );
}

/** Whether a list belongs to rules, and not to Elastic Defend. */
export function isRuleList({ body }: LiveObject): boolean {
  const { type = 'detection', list_id: id } = body;
  return (type === 'detection' || type === 'rule_default') && id !== 'endpoint_list';
}
