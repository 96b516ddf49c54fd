import type { ObjectResult } from './apply-report.js';
import type { Kibana } from './kibana.js';
import type { Plan } from './plan.js';
import type { SeenObject } from './standing.js';
import type { StateSession } from './state.js';

/** What a plan is applied with. */
export interface ApplyInput {
  readonly plan: Plan;
  readonly kibana: Kibana;
  /** The memory of the target, held by this run. */
  readonly session: StateSession;
  /** The value of a variable of the environment; undefined where it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** What the state remembers of a secret that was written; another each time. */
  readonly fingerprint: (secret: string) => string;
  /** Whether a fingerprint is that of a secret. */
  readonly isFingerprintOf: (fingerprint: string, secret: string) => boolean;
  /** ISO 8601. */
  readonly now: () => string;
  /** Deletions at most; more are an accident, and nothing is written. */
  readonly maxDeletes: number;
  /** Requests at a time; 4 without it. */
  readonly atOnce?: number;
  /** Keeps what is going to be written over or deleted; called before that, and waited for. */
  readonly backup?: (live: SeenObject) => Promise<void>;
  /** Pauses between two batches of rules that are enabled; without it there is no pause. */
  readonly pause?: (signal?: AbortSignal) => Promise<void>;
  /** Ends the run: what is being written is finished and remembered, nothing else is begun. */
  readonly signal?: AbortSignal;
  /** Told after each action. */
  readonly progress?: (result: ObjectResult) => void;
}
