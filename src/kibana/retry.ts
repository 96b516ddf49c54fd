/** How requests are repeated; times in milliseconds. */
export interface RetryOptions {
  /** Tries of one request, the first among them. */
  readonly attempts?: number | undefined;
  /** First pause; each one after it is twice as long, half of it by chance. */
  readonly pauseMs?: number | undefined;
  readonly longestPauseMs?: number | undefined;
  /** No try starts later than this after the first. */
  readonly totalMs?: number | undefined;
  /** A clock that only goes forward. */
  readonly now?: (() => number) | undefined;
  /** From 0 to below 1. */
  readonly random?: (() => number) | undefined;
  readonly wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Ends all waiting: a run that was interrupted tries nothing again. */
  readonly signal?: AbortSignal | undefined;
}

const DEFAULTS = { attempts: 6, pauseMs: 500, longestPauseMs: 20_000, totalMs: 120_000 };

/** Decides of one request whether it is tried once more, and pauses before that. */
export class Retry {
  readonly #options: RetryOptions;
  readonly #now: () => number;
  readonly #start: number;
  #tries = 1;

  constructor(options: RetryOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? ((): number => performance.now());
    this.#start = this.#now();
  }

  /**
   * Pauses and resolves to true where one more try is left: exponentially longer, with jitter, so that many clients do not come back at once. A server's
   * `Retry-After` (seconds or a date) is honoured; one that lies beyond the time left ends the tries. `atLeastMs` lengthens the pause.
   */
  async again(retryAfter?: string, atLeastMs = 0): Promise<boolean> {
    const { attempts = DEFAULTS.attempts, totalMs = DEFAULTS.totalMs, signal } = this.#options;
    if (this.#tries >= attempts || signal?.aborted === true) return false;
    const pause = Math.max(this.#pause(), afterMs(retryAfter), atLeastMs);
    if (this.#now() - this.#start + pause > totalMs) return false;
    this.#tries += 1;
    await (this.#options.wait ?? sleep)(pause, signal);
    return !isAborted(signal);
  }

  #pause(): number {
    const { pauseMs = DEFAULTS.pauseMs, longestPauseMs = DEFAULTS.longestPauseMs } = this.#options;
    const { random = Math.random } = this.#options;
    const full = Math.min(pauseMs * 2 ** (this.#tries - 1), longestPauseMs);
    return full / 2 + (full / 2) * random();
  }
}

/** `Retry-After`: seconds, or an HTTP date; 0 for anything else. */
function afterMs(value: string | undefined): number {
  if (value === undefined) return 0;
  if (/^\d{1,9}$/u.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
