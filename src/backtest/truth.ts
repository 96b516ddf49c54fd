/**
 * What can be said of a condition and one document before an engine looks at it: it does not hold, it holds, or only the engine can tell.
 * Numbers, since millions of them are made.
 */
export type Truth = 0 | 1 | 2;

/** The condition does not hold. */
export const NO = 0;
/** The condition holds. */
export const YES = 1;
/** Only the engine can tell. */
export const MAYBE = 2;
