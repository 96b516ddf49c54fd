import { without } from '../kibana-form/server-fields.js';
import { equalJson } from '../values/equal-json.js';
import type { JsonObject } from '../values/json.js';
import { compareOverlay } from './compare-overlay.js';
import type { DesiredObject } from './desired-object.js';
import type { LiveObject } from './kibana.js';
import { isPrebuilt } from './live-facts.js';
import type { MergeOptions } from './merge-live.js';
import { keyParts } from './object-key.js';
import { droppedFields, overlayOfOwnRule, unknownPrebuilt } from './overlay-problems.js';
import type { Bookkeeping, PlannedAction, PlannedField, PlanProblem } from './plan.js';
import { deletedByHand } from './plan-problems.js';
import type { PrebuiltRules } from './prebuilt-rules.js';
import type { StateEntry, TargetState } from './state.js';
import { toggleOf } from './toggle-of.js';

/** What a plan does about an overlay. */
export interface OverlayOutcome {
  readonly action?: PlannedAction;
  readonly bookkeeping?: Bookkeeping;
  readonly problems: readonly PlanProblem[];
  /** The rule as it will be: what it names stays in use. Absent where there is none, or none of Elastic. */
  readonly body?: JsonObject;
}

interface OverlayInput {
  readonly wanted: DesiredObject;
  readonly live: LiveObject;
  readonly entry: StateEntry | undefined;
  readonly place: string;
  readonly merge: MergeOptions;
  /** Of the live rule as a whole. */
  readonly hash: string;
  /** Tells conflicts; gives the fields whose live value stays. */
  readonly settle: (changes: readonly PlannedField[]) => ReadonlySet<string>;
}

/** What an overlay of a rule that Kibana has takes. */
export function planOverlay({ wanted, live, entry, place, merge, hash, settle }: OverlayInput): OverlayOutcome {
  const { key, kind, file } = wanted;
  if (!isPrebuilt(live)) return { problems: [overlayOfOwnRule({ key, place })] };
  const { fields: found, dropped, body, applied } = compareOverlay(wanted, live.body, entry, merge);
  const problems = dropped.length === 0 ? [] : [droppedFields({ key, place }, dropped)];
  const taken = settle(found.filter((field) => field.class !== 'unmanaged'));
  const fields = found.filter(({ path }) => !taken.has(path));
  if (fields.every((field) => field.class === 'unmanaged')) {
    const isKnown = taken.size > 0 || (entry !== undefined && equalJson(entry.applied, applied));
    const bookkeeping = { key, kind, change: 'remember', file, live: hash, applied } as const;
    return { problems, body: live.body, ...(isKnown ? {} : { bookkeeping }) };
  }
  const toggle = toggleOf(kind, fields);
  const sent = toggle === undefined ? without(body, taken) : {};
  // A value of Kibana that was chosen is not what was applied: the next plan shows the conflict again.
  const before = Object.fromEntries([...taken].map((path) => [path, entry?.applied[path] ?? null]));
  const overlay = { applied: { ...applied, ...before } };
  const common = { key, kind, name: nameOf(live.body, key), file, fields, live: hash, overlay };
  const action: PlannedAction =
    toggle === undefined ? { ...common, action: 'update', body: sent } : { ...common, action: toggle };
  return { problems, body: { ...live.body, ...sent }, action };
}

/** What is known besides the overlays. */
interface KnownRules {
  readonly state: TargetState | undefined;
  readonly prebuilt: Pick<PrebuiltRules, 'installable'> | undefined;
  /** Keys of the rules that Kibana has. */
  readonly installed: readonly string[];
}

/** Overlays of rules that Kibana has not: what Elastic's package has is installed first, what it has not is a problem. */
export async function* planInstalls(
  overlays: readonly DesiredObject[],
  { state, prebuilt, installed }: KnownRules,
  { merge, placeOf }: { readonly merge: MergeOptions; readonly placeOf: (object: DesiredObject) => string },
): AsyncGenerator<OverlayOutcome> {
  const missing = new Map(overlays.map((object) => [object.key, object]));
  const ids = installed.map((key) => keyParts(key).id);
  for await (const page of prebuilt?.installable() ?? []) {
    for (const { ruleId, version, name, body: rule } of page) {
      const key = `rule/${ruleId}`;
      const wanted = missing.get(key);
      ids.push(ruleId);
      if (wanted === undefined) continue;
      missing.delete(key);
      const wasManaged = Object.keys(state?.objects.get(key)?.applied ?? {}).length > 0;
      const { body, applied } = compareOverlay(wanted, rule, undefined, merge);
      const common = { key, kind: 'rule', name, file: wanted.file, fields: [], live: null } as const;
      yield {
        problems: wasManaged ? [deletedByHand({ key, place: placeOf(wanted) })] : [],
        body: { ...rule, ...body },
        action: { ...common, action: 'create', body, overlay: { applied, install: version } },
      };
    }
  }
  for (const wanted of missing.values()) {
    const { key } = wanted;
    yield { problems: [unknownPrebuilt({ key, place: placeOf(wanted) }, keyParts(key).id, ids)] };
  }
}

function nameOf({ name }: JsonObject, key: string): string {
  return typeof name === 'string' ? name : key;
}
