import { compareTexts } from '../values/text-order.js';
import type { ObjectKind } from './kibana.js';
import { keyParts } from './object-key.js';
import { WRITE_ORDER } from './plan.js';
import type { PlannedAction, PlannedField, PlanProblem } from './plan.js';
import { keptInUse, nothingDeleted } from './plan-problems.js';

/** A managed object that Kibana has and git has no longer. */
export interface Gone {
  readonly live: {
    readonly key: string;
    readonly kind: ObjectKind;
    readonly hash: string;
    /** Keys of what it names; of an exception item first its list. */
    readonly named: readonly string[];
  };
  readonly name: string;
  /** The file that it came from. */
  readonly file?: string;
  /** What was changed by hand since it was applied. */
  readonly fields: readonly PlannedField[];
}

/** What decides which of them go. */
export interface DeletionInput {
  readonly gone: readonly Gone[];
  /** Keys that objects which stay name → the name of one of these. */
  readonly used: ReadonlyMap<string, string>;
  /** Exception lists → how many exceptions they hold that nobody manages. */
  readonly foreignItems: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
  readonly isNamed?: (file: string) => boolean;
}

/**
 * The deletions of a plan, rules first and connectors last. None where a file could not be read. What others still use stays, with a warning: a list that
 * a rule names or that holds exceptions of analysts (with all of its items), a connector of an action, a value list of an exception.
 */
export function planDeletions({ gone, used, foreignItems, isComplete, isNamed }: DeletionInput): {
  readonly actions: readonly PlannedAction[];
  readonly problems: readonly PlanProblem[];
} {
  const asked = gone.filter(({ file }) => isNamed === undefined || (file !== undefined && isNamed(file)));
  if (!isComplete) return { actions: [], problems: asked.length === 0 ? [] : [nothingDeleted(asked.length)] };
  const problems: PlanProblem[] = [];
  const kept = new Set<string>();
  // What is not asked for stays: items hold their list, and everything holds what it names.
  const foreign = new Map(foreignItems);
  const inUse = new Map(used);
  const left = new Set(asked);
  for (const one of gone.filter((other) => !left.has(other))) {
    const [list = ''] = one.live.named;
    if (one.live.kind === 'exception-item') foreign.set(list, (foreign.get(list) ?? 0) + 1);
    use(one, inUse);
  }
  const judge = (kinds: readonly ObjectKind[]): void => {
    for (const { live } of asked.filter((one) => kinds.includes(one.live.kind))) {
      const reason = reasonToKeep(live.key, inUse, foreign);
      if (reason === undefined) continue;
      kept.add(live.key);
      problems.push(keptInUse(live.key, live.kind, reason));
    }
  };
  judge(['exception-list']);
  // A list that stays keeps its items, and these their value lists.
  for (const one of asked) if (one.live.kind === 'exception-item' && kept.has(one.live.named[0] ?? '')) use(one, inUse);
  judge(['value-list', 'connector']);
  const actions = asked
    .filter(({ live }) => !kept.has(live.key) && !(live.kind === 'exception-item' && kept.has(live.named[0] ?? '')))
    .map(({ live, name, file, fields }): PlannedAction => {
      const { key, kind, hash } = live;
      return { key, kind, action: 'delete', name, ...(file === undefined ? {} : { file }), fields, live: hash };
    })
    .sort(
      (left, right) =>
        WRITE_ORDER.indexOf(right.kind) - WRITE_ORDER.indexOf(left.kind) || compareTexts(left.key, right.key),
    );
  return { actions, problems };
}

/** Notes what an object that stays names; an item is no reason to keep its own list. */
function use({ live, name }: Gone, inUse: Map<string, string>): void {
  for (const key of live.kind === 'exception-item' ? live.named.slice(1) : live.named) {
    if (!inUse.has(key)) inUse.set(key, name);
  }
}

function reasonToKeep(
  key: string,
  used: ReadonlyMap<string, string>,
  foreignItems: ReadonlyMap<string, number>,
): string | undefined {
  const user = used.get(key);
  if (user !== undefined) return `${JSON.stringify(user)} still uses it`;
  const items = foreignItems.get(key) ?? 0;
  if (items > 0) return `it holds ${items === 1 ? 'an exception' : `${items} exceptions`} that analysts made`;
  // The list of the whole fleet is the agent's.
  return keyParts(key).id === 'endpoint_list' ? 'it is the list of Elastic Defend' : undefined;
}
