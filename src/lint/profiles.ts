import type { Severity } from '../diagnostics/diagnostic.js';

/**
 * Which checks run, and how much each weighs: `recommended` finds what is wrong, `strict` adds what is better done in another way, `elastic`
 * adds what elastic/detection-rules demands of its own rules.
 */
export type Profile = 'recommended' | 'strict' | 'elastic';

/** All profiles, the default first. */
export const PROFILES: readonly Profile[] = ['recommended', 'strict', 'elastic'];

/** How much a check weighs, as a rule and in single profiles. */
export interface Weight {
  readonly severity: Severity;
  /** Where it weighs more or less, or does not run: profile → severity. */
  readonly profiles?: Readonly<Partial<Record<Profile, Severity | 'off'>>>;
}

/** The severity of a check in a profile; `off` where it does not run. */
export function severityIn({ severity, profiles }: Weight, profile: Profile): Severity | 'off' {
  return profiles?.[profile] ?? severity;
}
