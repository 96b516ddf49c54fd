import type { JsonObject, JsonValue } from '../values/json.js';
import { sha256 } from '../values/sha256.js';
import { canonicalJson } from './canonical-json.js';
import type { ObjectKind } from './kibana.js';

/** The kinds of objects in the order in which they are written; what is deleted goes in the reverse order, last of all. */
export const WRITE_ORDER: readonly ObjectKind[] = [
  'connector',
  'value-list',
  'exception-list',
  'exception-item',
  'rule',
];

/**
 * Who changed a field since the last apply. `git`: the repository; `drift`: somebody by hand in Kibana, which will be reset; `conflict`: both, to
 * different values; `unmanaged`: it belongs to analysts and stays as Kibana has it; `unknown`: nothing is known of an earlier apply, git's value wins.
 */
export type FieldClass = 'git' | 'drift' | 'conflict' | 'unmanaged' | 'unknown';

/** A field of an object in which git, the last apply and Kibana are not one; a value that is absent there is absent here. */
export interface PlannedField {
  /** Key of Kibana's form, such as `query` or `threshold`; of a value list also `values`. */
  readonly path: string;
  readonly class: FieldClass;
  readonly git?: JsonValue;
  readonly applied?: JsonValue;
  readonly live?: JsonValue;
  /** Of `values`, in place of the lists themselves: what Kibana lacks, and what it has too much. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** What is to be done with an object. `adopt` is an update of one that nobody managed; `enable` and `disable` change nothing else. */
export type ActionName = 'create' | 'update' | 'adopt' | 'enable' | 'disable' | 'delete';

/** One object that is to change. */
export interface PlannedAction {
  readonly key: string;
  readonly kind: ObjectKind;
  readonly action: ActionName;
  /** Its name, for people; it may come from Kibana, so print it through `printable`. */
  readonly name: string;
  /** The file that says so; of a deletion the one that the state remembers. */
  readonly file?: string;
  /** What differs; empty where an object is made. */
  readonly fields: readonly PlannedField[];
  /**
   * The object as it is to be written, in the form of Kibana's API; absent for `enable`, `disable` and `delete`. Still to be filled in when it is
   * written: `exceptions_list[].id` where there is none, and secrets, which stand as `env:NAME`.
   */
  readonly body?: JsonObject;
  /** Fields in conflict whose live value was chosen over git's: what was applied of them before still counts as applied. */
  readonly kept?: readonly string[];
  /** All values of a value list as they shall be; absent for other kinds. */
  readonly values?: readonly string[];
  /**
   * Of an overlay of a prebuilt rule: `body` has the fields that are set, and no others. `applied` is what to remember once it is done, `install` the version
   * of the rule to install first, where there is none.
   */
  readonly overlay?: { readonly applied: JsonObject; readonly install?: number };
  /** Hash of the live object (`liveHash`) that the action was planned for; null where there is none. */
  readonly live: string | null;
}

/** What the state is to remember or forget though nothing is written: git and Kibana agree already. */
export interface Bookkeeping {
  readonly key: string;
  readonly kind: ObjectKind;
  readonly change: 'remember' | 'forget';
  readonly file?: string;
  /** Hash of the live object to remember. */
  readonly live?: string;
  /** What to remember as applied, where it is not the live object in its comparable form. */
  readonly applied?: JsonObject;
}

/** Why something is not done, or what to know about it. With an error a plan is not whole; a warning hinders nothing. */
export interface PlanProblem {
  readonly code: `deploy/${string}` | (string & {});
  readonly severity: 'error' | 'warning';
  readonly key?: string;
  /** `file:line:column`, absent for what stands in no file. */
  readonly place?: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What to do where git and Kibana have both changed a field: leave the object alone and fail, or take one of the two. */
export type OnConflict = 'fail' | 'git' | 'live';

/** What it takes to make a space of Kibana equal to the repository. The same inputs give the same plan, byte by byte. */
export interface Plan {
  readonly version: 1;
  readonly target: string;
  readonly space: string;
  /** The URL is without credentials. */
  readonly kibana: { readonly url: string; readonly version: string };
  readonly made: { readonly by: string; readonly commit?: string };
  readonly onConflict: OnConflict;
  /** The tag of managed rules, which is in bodies and no difference; empty for none. */
  readonly tag: string;
  /** In the order of writing: creations and changes by kind and key, then deletions. */
  readonly actions: readonly PlannedAction[];
  readonly bookkeeping: readonly Bookkeeping[];
  readonly problems: readonly PlanProblem[];
  /** How many objects are as they should be. */
  readonly unchanged: number;
  /** SHA-256 of all of the above but `made`. */
  readonly hash: string;
}

/** A plan with its hash. */
export function sealPlan(plan: Omit<Plan, 'hash'>): Plan {
  return { ...plan, hash: planHash(plan) };
}

/** The hash of what a plan does: two plans that do the same have the same, whoever made them and when. */
export function planHash(plan: Omit<Plan, 'hash'> & { readonly hash?: string }): string {
  const hashed = Object.entries(plan).filter(([key]) => key !== 'made' && key !== 'hash');
  return sha256(canonicalJson(Object.fromEntries(hashed) as JsonObject));
}

/** Whether an action cannot be done before somebody chooses between git and Kibana. */
export function isOpenConflict(action: PlannedAction, onConflict: OnConflict): boolean {
  return onConflict === 'fail' && action.fields.some((field) => field.class === 'conflict');
}
