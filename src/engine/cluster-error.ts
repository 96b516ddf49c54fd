import type { ErrorCause } from './cluster.js';

/**
 * A request that an engine refused, with Elasticsearch's HTTP status, error type and reason; status 0 means that no answer came
 * (not reached, timed out, certificate refused).
 */
export class ClusterError extends Error {
  readonly status: number;
  readonly error: ErrorCause;
  /** What was told before the refusal, as a response's `warnings`. */
  readonly warnings: readonly string[];

  constructor(status: number, cause: ErrorCause, warnings: readonly string[] = []) {
    // A failure of all shards says nothing itself; its cause does.
    const telling = cause.type === 'search_phase_execution_exception' ? (cause.caused_by ?? cause) : cause;
    super(`${telling.type}: ${telling.reason}`);
    this.name = 'ClusterError';
    this.status = status;
    this.error = cause;
    this.warnings = warnings;
  }

  /** Whether the cluster could not be used (not reached, not allowed in, broken); otherwise the request is at fault. */
  get isUnavailable(): boolean {
    return [0, 401, 403, 502, 503, 504].includes(this.status);
  }
}

/**
 * The refusal of something that Elasticsearch can do and the embedded engine cannot (yet).
 * Its type is `dragnet_unsupported`, so that callers can tell a gap of ours from an error of theirs.
 */
export class UnsupportedError extends ClusterError {
  constructor(feature: string) {
    super(501, {
      type: 'dragnet_unsupported',
      reason: `The embedded engine does not support ${feature} yet (docs/parity.md). Run with --cluster URL instead.`,
    });
    this.name = 'UnsupportedError';
  }
}
