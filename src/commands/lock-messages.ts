import { KeyPositions } from '../definitions/locate.js';
import type { LockProblem } from '../definitions/lock-problems.js';
import type { LockChange } from '../definitions/update-version-lock.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RuleTable } from './rule-tables.js';

/** Puts problems at their places; a file is parsed for them once. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #positions = new Map<string, KeyPositions>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** A message with its span. */
  of({ file, path, ...message }: Omit<LockProblem, 'code'> & Pick<Diagnostic, 'code'>): Diagnostic {
    const positions = this.#positions.get(file) ?? new KeyPositions({ file, text: this.#texts.get(file) ?? '' });
    this.#positions.set(file, positions);
    return { severity: 'error', span: positions.value(path), ...message };
  }
}

/** A rule whose entry is not what it should be. */
export function stale({ file, kind, from, to }: LockChange, lockFile: string): Parameters<Places['of']>[0] {
  const isNew = kind === 'new';
  return {
    code: isNew ? 'lock/missing' : 'lock/outdated',
    file,
    path: ['rule', 'rule_id'],
    what: isNew ? `The rule is not in ${lockFile}.` : `The rule changed since version ${from ?? 0} was locked.`,
    why: isNew
      ? 'It would ship without a version.'
      : 'Whoever has that version installed would never be offered the change.',
    fix: `Run dragnet lock, which gives it version ${to}, and commit ${lockFile}.`,
  };
}

/** A deprecated rule that the list of them lacks. */
export function unlisted({ toml }: RuleTable, file: string): Parameters<Places['of']>[0] {
  return {
    code: 'lock/deprecated-unlisted',
    file: toml.file,
    path: ['metadata', 'maturity'],
    what: `The rule is deprecated, and not in ${file}.`,
    why: 'That file says in which version of the stack it was given up.',
    fix: `Run dragnet lock, and commit ${file}.`,
  };
}
