import type { KeyPath } from './locate.js';

/** What the lock refuses about a rule. */
export interface LockProblem {
  readonly code: 'lock/type-changed' | 'lock/demoted' | 'lock/fork-missing' | 'lock/fork-full' | 'lock/duplicate-id';
  readonly file: string;
  readonly path: KeyPath;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What the messages say about the rule. */
interface LockedRule {
  readonly file: string;
  readonly id: string;
  readonly type: string;
  readonly maturity?: string;
}

/** Two files with one id. */
export function duplicate({ file, id }: LockedRule, other: string): LockProblem {
  return {
    code: 'lock/duplicate-id',
    file,
    path: ['rule', 'rule_id'],
    what: `The rule_id ${id} is that of ${other} too.`,
    why: 'The lock has one entry for an id: the two would take turns in it.',
    fix: 'Give one of them an id of its own.',
  };
}

/** A locked rule that is not for production any more. */
export function demoted({ maturity = '' }: LockedRule): Omit<LockProblem, 'file'> {
  return {
    code: 'lock/demoted',
    path: ['metadata', 'maturity'],
    what: `The rule is locked, so it was shipped, and its maturity is now "${maturity}".`,
    why: 'Whoever installed it would keep it, and never hear that it is given up.',
    fix: 'Leave the maturity at "production", or deprecate the rule.',
  };
}

/** A locked rule of another type. */
export function typeChanged({ type }: LockedRule, was: string): Omit<LockProblem, 'file'> {
  return {
    code: 'lock/type-changed',
    path: ['rule', 'type'],
    what: `The rule was locked as one of type ${was}, and is now one of type ${type}.`,
    why: 'Kibana never changes the type of an installed rule: the update would fail.',
    fix: `Go back to type ${was}, or deprecate the rule and write the new one with a rule_id of its own.`,
  };
}

/** A rule for a stack older than its entry, which has no version for that stack. */
export function forkMissing({ id }: LockedRule, stack: string, entryStack: string): Omit<LockProblem, 'file'> {
  return {
    code: 'lock/fork-missing',
    path: ['metadata', 'min_stack_version'],
    what: `The rule is for ${stack} and later, but its lock is for ${entryStack} and later and has no version for ${stack}.`,
    why: 'Stacks before that would get a version that the lock does not know.',
    fix: `Set min_stack_version to ${entryStack}.0, or add ${stack} to "previous" of ${id} in the lock.`,
  };
}

/** No version is left for an older stack. */
export function forkFull(stack: string, most: number): Omit<LockProblem, 'file'> {
  return {
    code: 'lock/fork-full',
    path: ['rule', 'rule_id'],
    what: `The version for ${stack} may go up to ${most}, where the versions for newer stacks begin, and is there.`,
    why: 'The same version would be two different rules.',
    fix: `Undo the change for ${stack}, or raise min_stack_version.`,
  };
}
