import type { FieldValues } from './field-reader.js';
import { MAYBE, NO, YES, type Truth } from './truth.js';

/** A test of one field that many rules may share. */
export interface Atom {
  /** Its place in the list of all atoms. */
  readonly id: number;
  /** The field whose values it tests, and its slot. */
  readonly field: string;
  readonly slot: number;
  /** Tests all values of a document at once. */
  test(values: FieldValues): Truth;
  /** What it says of documents without the field; {@link NO} for those by which rules can be found. */
  readonly ofMissing: Truth;
  /** Where it holds for exactly these texts, and certainly for no other text: the texts. */
  readonly texts?: readonly string[];
  /** Whether several values may pass together though none of them does alone. */
  readonly joinsValues?: boolean;
}

/** The condition of a rule, over atoms that it shares with others. */
export type Condition = Atom | Settled | Conjunction | Disjunction | Negation | Doubt;

/** The same for all documents. */
export interface Settled {
  readonly kind: 'Settled';
  readonly truth: Truth;
}

/** All of the parts. */
export interface Conjunction {
  readonly kind: 'And';
  readonly parts: readonly Condition[];
}

/** Any of the parts. */
export interface Disjunction {
  readonly kind: 'Or';
  readonly parts: readonly Condition[];
}

/** The part does not hold: true also of documents without the field. */
export interface Negation {
  readonly kind: 'Not';
  readonly part: Condition;
}

/** The part is necessary, but not enough. */
export interface Doubt {
  readonly kind: 'Doubt';
  readonly part: Condition;
}

/** Holds for every document. */
export const ALWAYS: Settled = { kind: 'Settled', truth: YES };
/** Holds for no document. */
export const NEVER: Settled = { kind: 'Settled', truth: NO };
/** Only the engine can tell. */
export const UNKNOWN: Settled = { kind: 'Settled', truth: MAYBE };

/** All of the parts; a part that never holds makes the whole never hold. */
export function allOf(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (isKind(part, 'And') ? part.parts : [part]));
  if (flat.some((part) => isSettled(part, NO))) return NEVER;
  const open = flat.filter((part) => !isSettled(part, YES));
  const [only] = open;
  return only === undefined ? ALWAYS : open.length === 1 ? only : { kind: 'And', parts: open };
}

/** Any of the parts. */
export function anyOf(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (isKind(part, 'Or') ? part.parts : [part]));
  if (flat.some((part) => isSettled(part, YES))) return ALWAYS;
  const open = flat.filter((part) => !isSettled(part, NO));
  const [only] = open;
  return only === undefined ? NEVER : open.length === 1 ? only : { kind: 'Or', parts: open };
}

/** The negation of a condition; what only the engine can tell stays so. */
export function not(part: Condition): Condition {
  if (isKind(part, 'Not')) return part.part;
  if (!isKind(part, 'Settled')) return { kind: 'Not', part };
  return part.truth === MAYBE ? part : part.truth === YES ? NEVER : ALWAYS;
}

/** The condition as one that is necessary, but not enough. */
export function doubt(part: Condition): Condition {
  if (isKind(part, 'Doubt')) return part;
  if (isKind(part, 'Settled')) return part.truth === NO ? part : UNKNOWN;
  return { kind: 'Doubt', part };
}

/** Whether a condition is one test of a field. */
export function isAtom(condition: Condition): condition is Atom {
  return !('kind' in condition);
}

function isKind<K extends Exclude<Condition, Atom>['kind']>(
  condition: Condition,
  kind: K,
): condition is Extract<Condition, { readonly kind: K }> {
  return 'kind' in condition && condition.kind === kind;
}

function isSettled(condition: Condition, truth: Truth): boolean {
  return isKind(condition, 'Settled') && condition.truth === truth;
}

/** What a condition says, given what each of its atoms says. */
export function truthOf(condition: Condition, ask: (atom: Atom) => Truth): Truth {
  if (isAtom(condition)) return ask(condition);
  switch (condition.kind) {
    case 'Settled':
      return condition.truth;
    case 'Not': {
      const truth = truthOf(condition.part, ask);
      return truth === MAYBE ? MAYBE : truth === YES ? NO : YES;
    }
    case 'Doubt':
      return truthOf(condition.part, ask) === NO ? NO : MAYBE;
    case 'And':
      return truthOfAll(condition.parts, ask);
    case 'Or':
      return truthOfAny(condition.parts, ask);
  }
}

function truthOfAll(parts: readonly Condition[], ask: (atom: Atom) => Truth): Truth {
  let found: Truth = YES;
  for (const part of parts) {
    const truth = truthOf(part, ask);
    if (truth === NO) return NO;
    if (truth === MAYBE) found = MAYBE;
  }
  return found;
}

function truthOfAny(parts: readonly Condition[], ask: (atom: Atom) => Truth): Truth {
  let found: Truth = NO;
  for (const part of parts) {
    const truth = truthOf(part, ask);
    if (truth === YES) return YES;
    if (truth === MAYBE) found = MAYBE;
  }
  return found;
}
