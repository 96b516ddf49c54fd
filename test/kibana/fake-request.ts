import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '../../src/values/json.js';

/** What a user may do: `all`, read only, or nothing; or single privileges (see `access.ts`). */
export type FakeRole = 'all' | 'read' | 'none' | readonly string[];

/** Somebody who asks: by API key (`ApiKey <key>`) or by name and password. */
export interface FakeUser {
  readonly name: string;
  /** The base64 text behind `ApiKey `. */
  readonly apiKey?: string;
  readonly password?: string;
  readonly role?: FakeRole;
  /** Spaces that the role is for; all of them without. */
  readonly spaces?: readonly string[];
}

/** What a request holds that a handler looks at. */
export interface FakeRequest {
  readonly method: string;
  /** Without base path, space and query. */
  readonly path: string;
  readonly space: string;
  readonly query: URLSearchParams;
  /** A JSON body; empty for another one. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The body as it came. */
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly user: string;
}

/** An answer: its status and its body, as JSON or as text. */
export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request, or leaves it to the next handler. */
export type FakeHandler = (request: FakeRequest) => Promise<FakeAnswer | undefined> | FakeAnswer | undefined;

const NAMES: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [409, 'Conflict'],
  [413, 'Request Entity Too Large'],
  [415, 'Unsupported Media Type'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
]);

/** An error of the platform: routing, authentication, validation of a request. */
export function platformError(status: number, message: string): FakeAnswer {
  return { status, body: { statusCode: status, error: NAMES.get(status) ?? 'Error', message } };
}

/** An error of the security solution: a rule or list that is not there, or there already; several sentences as a list. */
export function siemError(status: number, message: string | readonly string[], more: JsonObject = {}): FakeAnswer {
  return { status, body: { message, status_code: status, ...more } };
}

/** The JSON objects of an answer that is fine. */
export function ok(body: unknown): FakeAnswer {
  return { status: 200, body };
}
