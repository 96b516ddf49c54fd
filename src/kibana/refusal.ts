import { KibanaError } from '../deploy/kibana-error.js';
import type { KibanaErrorKind } from '../deploy/kibana-error.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';

/** Longest text of a server that goes into a message, in characters. */
const MOST_TEXT = 1000;

/** An answer that was read: its body as JSON where it is that, else the text. */
export interface ReadAnswer {
  readonly status: number;
  readonly body: JsonValue;
  /** Whether the body is JSON. */
  readonly isJson: boolean;
  /** The body as it came. */
  readonly raw?: string;
  readonly retryAfter?: string;
}

/**
 * The texts of an error, in each of the forms that Kibana has: `{statusCode, error, message}` of the platform, `{message, status_code}` of the security
 * solution, where `message` may be several or an object with an `error`, `{error: {message}}` of bulk answers, and `attributes.errors` of bulk actions.
 */
export function messagesOf(body: JsonValue | undefined): readonly string[] {
  if (typeof body === 'string') return body === '' ? [] : [body.slice(0, MOST_TEXT)];
  if (isJsonArray(body)) return body.flatMap((part) => [...messagesOf(part)]);
  if (!isJsonObject(body)) return [];
  const { message, error, attributes } = body;
  const details = isJsonObject(attributes) ? messagesOf(attributes['errors']) : [];
  const own = message === undefined ? (isJsonObject(error) ? messagesOf(error) : []) : messagesOf(message);
  return [...new Set([...own, ...details])];
}

/** What stands in an answer that refuses, as an error: what happened, why, and what to do. */
export function refusalOf(answer: ReadAnswer, url: string, doing: string): KibanaError {
  const { status, body } = answer;
  // A page of a proxy is no message: its text goes nowhere.
  const messages = answer.isJson ? messagesOf(body) : [];
  const kind = kindOf(answer, messages);
  const said = sentence(messages.join(' '));
  return new KibanaError(kind, status, `${url} ${TEXTS[kind]({ status, said, doing })}`, messages);
}

interface Situation {
  readonly status: number;
  readonly said: string;
  readonly doing: string;
}

const TEXTS: Readonly<Record<KibanaErrorKind, (situation: Situation) => string>> = {
  auth: () => 'refuses these credentials, or wants some. Set KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD.',
  forbidden: ({ said, doing }) =>
    `does not allow these credentials to ${doing}. ${said}Give their role the Kibana privilege Security: All in this space (for connectors also Actions and Connectors: All).`,
  missing: ({ said, doing }) => `cannot ${doing}: it is not there. ${said}`.trimEnd(),
  conflict: ({ said, doing }) => `cannot ${doing}: one is there already. ${said}`.trimEnd(),
  moved: ({ said, doing }) => `cannot ${doing}: it has changed meanwhile. ${said}Plan again.`,
  invalid: ({ said, doing, status }) => `refuses to ${doing} (status ${status}). ${said}`.trimEnd(),
  failed: ({ said, doing, status }) => `failed to ${doing} (status ${status}). ${said}See Kibana's log.`,
  unavailable: ({ status, said }) => `is not available (status ${status}). ${said}Try again later.`,
  'not-kibana': ({ status }) =>
    status >= 300 && status < 400
      ? `answered with status ${status}, which leads elsewhere. Give the URL of Kibana itself.`
      : `is no Kibana. Give the URL of Kibana, not that of Elasticsearch. (The answer had status ${status}; a login page or a missing base path does that, too.)`,
  'too-old': () => 'is older than 8.19.',
  unsupported: ({ doing }) =>
    `has no API to ${doing}. Give the URL of Kibana itself, with its base path, and a Kibana of 8.19 or newer.`,
};

const KIND_OF_STATUS: ReadonlyMap<number, KibanaErrorKind> = new Map([
  [401, 'auth'],
  [403, 'forbidden'],
  [404, 'missing'],
  [409, 'conflict'],
  [429, 'unavailable'],
  [500, 'failed'],
]);

function kindOf({ status, body, isJson }: ReadAnswer, messages: readonly string[]): KibanaErrorKind {
  if (status < 400) return 'not-kibana';
  if (status > 500 || status === 429) return 'unavailable';
  if (status === 401) return 'auth';
  if (!isJson || (messages.length === 0 && status < 500)) return 'not-kibana';
  if (status === 404 && isJsonObject(body) && body['statusCode'] === 404 && body['message'] === 'Not Found')
    return 'unsupported';
  return KIND_OF_STATUS.get(status) ?? 'invalid';
}

function sentence(text: string): string {
  const short = text.slice(0, MOST_TEXT).trim();
  return short === '' ? '' : `${short}${/[.!?]$/u.test(short) ? '' : '.'} `;
}
