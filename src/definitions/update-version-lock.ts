import { isJsonObject, type JsonObject } from '../values/json.js';
import { compareVersions } from '../values/version-order.js';
import { demoted, duplicate, forkFull, forkMissing, typeChanged } from './lock-problems.js';
import type { LockProblem } from './lock-problems.js';
import { updated } from './version-lock-text.js';

/** A rule as the lock needs it. */
export interface RuleToLock {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly maturity?: string;
  /** `min_stack_version` of its metadata. */
  readonly minStack?: string;
  /** Version to start with, of a rule that is not locked yet; 1 without one. */
  readonly version?: number;
  readonly sha256: string;
  /** Another hash of the same rule that counts as unchanged. */
  readonly alternative?: string;
}

/** What happens to the entry of a rule. */
export interface LockChange {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  /** `adopted`: the hash is another, the version stays. `fork`: the locked version stays for older stacks, and the rule goes on for newer ones. */
  readonly kind: 'new' | 'changed' | 'adopted' | 'fork';
  readonly from?: number;
  readonly to: number;
}

/** A lock as it should be. */
export interface LockUpdate {
  readonly lock: JsonObject;
  readonly changes: readonly LockChange[];
  /** The entries of these rules are as they were. */
  readonly problems: readonly LockProblem[];
}

/** Versions that a fork leaves free for the older stacks. */
const ROOM = 100;

/**
 * Brings a version lock up to date, by the rules of elastic/detection-rules: a rule whose hash differs gets the next version; one that now
 * asks for a newer stack than its entry leaves that in `previous` and goes on 100 versions higher; one for an older stack than its entry
 * changes `previous` within the versions that were left free. Only production rules (also those that do not say) are locked.
 * `oldest` is the oldest stack that is supported (`8.19`). With `adopt` a changed rule keeps its version: for hashes that another tool computed
 * from what is not known here, such as the types of integrations' fields.
 */
export function updateVersionLock(
  lock: JsonObject,
  rules: readonly RuleToLock[],
  oldest: string,
  adopt = false,
): LockUpdate {
  const changes: LockChange[] = [];
  const problems: LockProblem[] = [];
  const entries = new Map<string, JsonObject>();
  const seen = new Map<string, string>();
  for (const rule of rules) {
    const other = seen.get(rule.id);
    if (other !== undefined) {
      problems.push(duplicate(rule, other));
      continue;
    }
    seen.set(rule.id, rule.file);
    const entry = lock[rule.id];
    const step = isJsonObject(entry) && Object.hasOwn(lock, rule.id) ? next(entry, rule, oldest, adopt) : first(rule);
    if (step === undefined) continue;
    if ('problem' in step) problems.push({ file: rule.file, ...step.problem });
    else {
      entries.set(rule.id, step.entry);
      changes.push({ file: rule.file, id: rule.id, name: rule.name, ...step.change });
    }
  }
  return { lock: entries.size === 0 ? lock : updated(lock, Object.fromEntries(entries)), changes, problems };
}

/** A new entry, why there is none, or undefined where all stays. */
type Step =
  | { readonly entry: JsonObject; readonly change: Pick<LockChange, 'kind' | 'from' | 'to'> }
  | { readonly problem: Omit<LockProblem, 'file'> }
  | undefined;

function first(rule: RuleToLock): Step {
  if (!isProduction(rule)) return undefined;
  const to = rule.version ?? 1;
  const minimum = rule.minStack === undefined ? {} : { min_stack_version: minorOf(rule.minStack) };
  return { entry: { ...minimum, ...locked(rule, to) }, change: { kind: 'new', to } };
}

function next(entry: JsonObject, rule: RuleToLock, oldest: string, adopt: boolean): Step {
  if (rule.maturity === 'deprecated') return undefined;
  if (!isProduction(rule)) return { problem: demoted(rule) };
  if (typeof entry['type'] === 'string' && entry['type'] !== rule.type) {
    return { problem: typeChanged(rule, entry['type']) };
  }
  const stack = laterOf(rule.minStack, oldest);
  const entryStack = laterOf(textOf(entry['min_stack_version']), oldest);
  const order = compareVersions(stack, entryStack);
  if (order > 0) {
    // An entry that names no stack and holds this very rule was written for the stack that the rule asks for.
    const isAdopted = isUnchanged(entry, rule) && !Object.hasOwn(entry, 'min_stack_version');
    return isAdopted ? undefined : fork(entry, rule, stack, entryStack);
  }
  const previous = isJsonObject(entry['previous']) ? entry['previous'] : {};
  const older = Object.hasOwn(previous, stack) ? previous[stack] : undefined;
  if (isJsonObject(older)) return nextOfOlder(entry, previous, older, rule, stack, adopt);
  if (order < 0) return { problem: forkMissing(rule, stack, entryStack) };
  if (isUnchanged(entry, rule)) return undefined;
  const change = step(numberOf(entry['version']), adopt);
  const minimum = rule.minStack === undefined ? {} : { min_stack_version: stack };
  return { entry: updated(entry, { ...minimum, ...locked(rule, change.to) }), change };
}

/** The version for an older stack changes, as far as there is room below the newer ones. */
function nextOfOlder(
  entry: JsonObject,
  previous: JsonObject,
  older: JsonObject,
  rule: RuleToLock,
  stack: string,
  adopt: boolean,
): Step {
  if (isUnchanged(older, rule)) return undefined;
  const change = step(numberOf(older['version']), adopt);
  const most = older['max_allowable_version'];
  if (typeof most === 'number' && change.to > most) return { problem: forkFull(stack, most) };
  const changed = updated(previous, { [stack]: updated(older, locked(rule, change.to)) });
  return { entry: updated(entry, { previous: changed }), change };
}

function step(from: number, adopt: boolean): Pick<LockChange, 'kind' | 'from' | 'to'> & { readonly from: number } {
  return { kind: adopt ? 'adopted' : 'changed', from, to: adopt ? from : from + 1 };
}

function isUnchanged({ sha256 }: JsonObject, rule: RuleToLock): boolean {
  return sha256 === rule.sha256 || sha256 === rule.alternative;
}

/** The locked version stays what older stacks get; this one leaves room for changes of that. */
function fork(entry: JsonObject, rule: RuleToLock, stack: string, entryStack: string): Step {
  const from = numberOf(entry['version']);
  const to = from + ROOM;
  const { rule_name: name = '', sha256 = '', type = '' } = entry;
  const left = { max_allowable_version: to - 1, rule_name: name, sha256, type, version: from };
  const previous = updated(isJsonObject(entry['previous']) ? entry['previous'] : {}, { [entryStack]: left });
  const changed = updated(entry, { ...locked(rule, to), min_stack_version: stack, previous });
  return { entry: changed, change: { kind: 'fork', from, to } };
}

function locked(rule: RuleToLock, version: number): JsonObject {
  return { rule_name: rule.name, sha256: rule.sha256, type: rule.type, version };
}

function isProduction({ maturity = 'production' }: RuleToLock): boolean {
  return maturity === 'production';
}

/** `8.19` of `8.19.3`. */
function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function laterOf(version: string | undefined, oldest: string): string {
  const [minor, least] = [minorOf(version ?? oldest), minorOf(oldest)];
  return compareVersions(minor, least) > 0 ? minor : least;
}

function textOf(value: JsonObject[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: JsonObject[string] | undefined): number {
  return typeof value === 'number' ? value : 0;
}
