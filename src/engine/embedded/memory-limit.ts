import { ClusterError } from '../cluster-error.js';

/** What the state of one query may take unless said otherwise: 1 GiB. */
export const DEFAULT_MAX_MEMORY: number = 1024 ** 3;

/**
 * Counts what the operators of one query hold (groups, sorted rows, joined tables, large values, results) and ends the query as
 * Elasticsearch's circuit breaker does when that is more than the limit. Sizes are estimates, rather too large than too small.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/circuit-breaker.html
 */
export class MemoryLimit {
  private readonly limit: number;
  private readonly breaker: string;
  private used = 0;

  /** `limit` in bytes; `breaker` is the name that Elasticsearch's message shows. */
  constructor(limit: number = DEFAULT_MAX_MEMORY, breaker = 'request') {
    this.limit = limit;
    this.breaker = breaker;
  }

  /** Counts bytes that are held from now on; throws a `ClusterError` of type `circuit_breaking_exception` beyond the limit. */
  add(bytes: number, label: string): void {
    this.used += bytes;
    if (this.used > this.limit) throw this.broken(this.used, label);
  }

  /** Takes back bytes that are held no more. */
  release(bytes: number): void {
    this.used -= bytes;
  }

  /** The error for something that could not even be made: a text or list longer than JavaScript allows. */
  brokenBy(error: unknown, label: string): unknown {
    if (
      !(error instanceof RangeError) ||
      !/^(?:Invalid (?:string|array) length|(?:Set|Map) maximum size exceeded)$/u.test(error.message)
    )
      return error;
    return this.broken(Math.max(2 ** 31, this.limit + 1), label);
  }

  private broken(wanted: number, label: string): ClusterError {
    const [needed, most] = [Math.round(wanted), this.limit];
    return new ClusterError(429, {
      type: 'circuit_breaking_exception',
      reason: `[${this.breaker}] Data too large, data for [${label}] would be [${needed}/${printBytes(needed)}], which is larger than the limit of [${most}/${printBytes(most)}]`,
      bytes_wanted: needed,
      bytes_limit: most,
      durability: 'TRANSIENT',
    });
  }
}

const UNITS = ['b', 'kb', 'mb', 'gb', 'tb', 'pb'] as const;

/** `1.5kb`: one decimal, cut off and not rounded, as Elasticsearch prints sizes. */
export function printBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)));
  return `${Math.floor((bytes / 1024 ** power) * 10) / 10}${UNITS[power] ?? 'b'}`;
}
