import { KibanaError } from '../deploy/kibana-error.js';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Answer, Exchange, Request } from './exchange.js';
import { refusalOf } from './refusal.js';
import type { ReadAnswer } from './refusal.js';
import { Retry } from './retry.js';
import type { RetryOptions } from './retry.js';

/** How a request is treated. */
export interface Treatment {
  /** What it is for, as `read the rule a`: goes into messages. */
  readonly doing: string;
  /** Whether doing it twice does what doing it once does: then a lost answer is asked for again. GET is. */
  readonly isRepeatable?: boolean;
  /** Statuses that are answers to the caller, no refusals. */
  readonly accepts?: readonly number[];
}

/** Statuses that say "not now". */
const LATER: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Requests to one Kibana: answers are read, refusals thrown, what can be repeated is repeated. */
export class Requests {
  readonly #exchange: Exchange;
  readonly #retry: RetryOptions;

  constructor(exchange: Exchange, retry: RetryOptions = {}) {
    this.#exchange = exchange;
    this.#retry = retry;
  }

  get url(): string {
    return this.#exchange.url;
  }

  /** A new count of tries. */
  retry(): Retry {
    return new Retry(this.#retry);
  }

  /** Sends a request whose answer is a JSON object. */
  async object(request: Request, treatment: Treatment): Promise<JsonObject> {
    const { body } = await this.send(request, treatment);
    if (!isJsonObject(body)) throw this.#notKibana();
    return body;
  }

  /** Sends a request; refusals reject with a {@link KibanaError}, statuses that are accepted do not. */
  async send(request: Request, treatment: Treatment): Promise<ReadAnswer> {
    const isRepeatable = treatment.isRepeatable ?? request.method === 'GET';
    const retry = this.retry();
    for (;;) {
      const { answer, error } = await this.#try(request, treatment);
      if (error === undefined) return answer;
      // A request that was turned away did nothing; one without an answer may have.
      // A Kibana that breaks (500) may break at that one only: a read is worth another try.
      const isBroken = error.status === 500 && request.method === 'GET';
      const mayRepeat = error.status === 429 || isBroken || (isRepeatable && isUnanswered(error));
      if (!mayRepeat || !(await retry.again(answer?.retryAfter))) throw error;
    }
  }

  /** Sends a request whose answer is text, such as NDJSON. */
  async text(request: Request, treatment: Treatment): Promise<string> {
    const { raw } = await this.send(request, treatment);
    return raw ?? '';
  }

  async #try(request: Request, { doing, accepts = [] }: Treatment): Promise<Try> {
    let answer: Answer;
    try {
      answer = await this.#exchange.send(request);
    } catch (error) {
      if (error instanceof KibanaError) return { error };
      throw error;
    }
    const read = toRead(answer);
    const { status } = answer;
    if (!read.isJson && /\bjson\b/u.test(answer.contentType)) {
      const error = new KibanaError('unavailable', 0, `${this.url} broke off its answer. Try again.`);
      return { error };
    }
    if (status < 300 || accepts.includes(status)) return { answer: read };
    return { answer: read, error: refusalOf(read, this.url, doing) };
  }

  #notKibana(): KibanaError {
    return new KibanaError(
      'not-kibana',
      200,
      `${this.url} is no Kibana: it answers with something else than JSON. Give the URL of Kibana itself, with its base path.`,
    );
  }
}

type Try =
  | { readonly answer: ReadAnswer; readonly error?: undefined }
  | { readonly answer?: ReadAnswer; readonly error: KibanaError };

/** Whether it is not known what a request did: no answer came, or a server in between, or Kibana broke. */
export function isUnanswered({ status }: KibanaError): boolean {
  return status === 0 || LATER.has(status);
}

function toRead({ status, text, retryAfter }: Answer): ReadAnswer {
  let body: JsonValue = text;
  let isJson = true;
  try {
    body = text === '' ? null : parseJson(text);
  } catch {
    isJson = false;
  }
  return { status, body, isJson, raw: text, ...(retryAfter === undefined ? {} : { retryAfter }) };
}
