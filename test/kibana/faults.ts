import type { FakeAnswer, FakeRequest } from './fake-request.js';

/** What goes wrong with a request. `after`: once it was done, so that its effect is there; otherwise nothing is done. */
export type FaultKind =
  /** An answer of Kibana, or of a proxy before it, in place of its own. */
  | { readonly kind: 'answer'; readonly answer: FakeAnswer; readonly after?: boolean }
  /** The connection ends without an answer. */
  | { readonly kind: 'drop'; readonly after?: boolean }
  /** Half of the answer comes: `cut` ends the connection there, otherwise the half looks like all of it. */
  | { readonly kind: 'truncate'; readonly cut?: boolean }
  /** The answer comes late; done when it comes. */
  | { readonly kind: 'slow'; readonly ms: number };

/** A fault, and which requests it meets. */
export interface Fault {
  /** Number of the request since the fake was made, from 1; or which requests. */
  readonly when: number | ((request: FakeRequest, number: number) => boolean);
  /** How many requests it meets; 1 without. */
  readonly times?: number;
  readonly fault: FaultKind;
}

/** The faults that are still to come. */
export class Faults {
  readonly #planned: { readonly fault: Fault; left: number }[] = [];

  /** Plans faults; the first planned one that meets a request is its fault. */
  add(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#planned.push({ fault, left: fault.times ?? 1 });
  }

  /** Forgets the faults that are still planned. */
  clear(): void {
    this.#planned.length = 0;
  }

  /** The fault of a request, which is used up by it. */
  take(request: FakeRequest, number: number): FaultKind | undefined {
    const met = this.#planned.find(
      ({ fault: { when }, left }) => left > 0 && (typeof when === 'number' ? when === number : when(request, number)),
    );
    if (met === undefined) return undefined;
    met.left -= 1;
    return met.fault.fault;
  }
}

/** 429 as Kibana answers it under load, to be tried again after some seconds. */
export function tooMany(seconds: number): FaultKind {
  const body = { statusCode: 429, error: 'Too Many Requests', message: 'Server is overloaded' };
  return { kind: 'answer', answer: { status: 429, body, headers: { 'retry-after': String(seconds) } } };
}

/** A page of a proxy (502, 503, 504): HTML, whatever was asked for. */
export function proxyPage(status: number, { after = false }: { readonly after?: boolean } = {}): FaultKind {
  const text = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>\n`;
  return { kind: 'answer', after, answer: { status, text, headers: { 'content-type': 'text/html' } } };
}

/** 500 of Kibana: what it does when Elasticsearch fails under it. */
export function internalError({ after = false }: { readonly after?: boolean } = {}): FaultKind {
  const body = {
    statusCode: 500,
    error: 'Internal Server Error',
    message: 'An internal server error occurred. Check Kibana server logs for details.',
  };
  return { kind: 'answer', after, answer: { status: 500, body } };
}
