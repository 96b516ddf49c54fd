import { ClusterError } from './cluster-error.js';

/** How often something is tried, and how long to wait before it is tried again. */
export interface BackOff {
  readonly attempts: number;
  /** Waits; tests give one that does not. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Five times, with waits that double and a random part, so that two that were refused together do not come back together. */
export const BACK_OFF: BackOff = {
  attempts: 5,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Statuses of a cluster that is busy or away for a while, so that the same request may succeed later. */
export function isPassing(status: number): boolean {
  return [429, 502, 503, 504].includes(status);
}

/** Waits before a repetition; the first is number 1. */
export function waitBefore(repetition: number, { sleep }: BackOff): Promise<void> {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** (repetition - 1), LONGEST_WAIT_MS);
  return sleep(longest * (0.5 + Math.random() / 2));
}

/** Does something that may be done twice, again where a cluster that is busy or away refused it; the last refusal is thrown. */
export async function withBackOff<T>(work: () => Promise<T>, backOff: BackOff): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ClusterError) || !isPassing(error.status) || attempt >= backOff.attempts) throw error;
      await waitBefore(attempt, backOff);
    }
  }
}
