import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { HttpsProxyAgent } from 'hpagent';
import { KibanaError } from '../deploy/kibana-error.js';
import { proxyAuthorization, proxyFor } from './proxy.js';
import type { Proxy } from './proxy.js';

/** The version of Kibana's public APIs that the requests speak. */
const API_VERSION = '2023-10-31';
/** How long an answer may take as a whole, in milliseconds. */
const TIMEOUT_MS = 120_000;
/** Longest answer that is read, in bytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Connections that stay open, at most. */
const MOST_SOCKETS = 16;

/** How to reach a Kibana, and as whom. */
export interface ExchangeOptions {
  /** With its base path; without credentials. */
  readonly url: string;
  readonly apiKey?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** A private certificate authority, PEM. */
  readonly ca?: string | undefined;
  /** Where proxies are looked up; none without it. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** `dragnet/<version>`. */
  readonly userAgent?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** A request, below Kibana's base path. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query, escaped. */
  readonly path: string;
  readonly body?: string;
  /** `application/json` without it. */
  readonly contentType?: string;
  /** An API of Kibana's own screens: of version 1, and only for callers that say so. */
  readonly isInternal?: boolean;
  readonly timeoutMs?: number;
}

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  /** `Retry-After`, as sent. */
  readonly retryAfter?: string;
}

/**
 * One HTTP exchange with a Kibana: connections are kept open, redirects are not followed (the credentials are for this server alone), answers are
 * bounded in time and bytes. No answer at all rejects with a {@link KibanaError} of status 0; every answer that came is a value.
 */
export class Exchange {
  /** As it may be shown. */
  readonly url: string;
  readonly #url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #options: ExchangeOptions;
  readonly #proxy: Proxy | undefined;
  readonly #agent: HttpAgent;

  constructor(options: ExchangeOptions) {
    this.#url = new URL(options.url);
    this.url = `${this.#url.origin}${this.#url.pathname.replace(/\/$/u, '')}`;
    this.#options = options;
    this.#proxy = proxyFor(this.#url, options.env ?? {});
    this.#agent = agentFor(this.#url, this.#proxy);
    const authorization = authorizationOf(options);
    this.#headers = {
      accept: 'application/json',
      'kbn-xsrf': 'dragnet',
      'user-agent': options.userAgent ?? 'dragnet',
      ...(authorization === undefined ? {} : { authorization }),
    };
  }

  async send(request: Request): Promise<Answer> {
    try {
      return await this.#exchange(request);
    } catch (error) {
      const reason = error instanceof Error ? reasonOf(error) : String(error);
      const way = this.#proxy === undefined ? '' : ` through the proxy of ${this.#proxy.variable}`;
      const fix = 'Check the URL, that Kibana runs, and the certificate (KIBANA_CA).';
      throw new KibanaError('unavailable', 0, `${this.url} did not answer${way} (${reason}). ${fix}`);
    }
  }

  /** Closes the connections that are open. */
  close(): void {
    this.#agent.destroy();
  }

  #exchange(request: Request): Promise<Answer> {
    const { timeoutMs = this.#options.timeoutMs ?? TIMEOUT_MS } = request;
    return new Promise((resolve, reject) => {
      const sent = this.#open(request, (response) => {
        read(response, sent).then(resolve, reject);
      });
      const timer = setTimeout(() => {
        sent.destroy(new Error(`no answer in ${timeoutMs / 1000} seconds`));
      }, timeoutMs);
      sent.on('close', () => {
        clearTimeout(timer);
      });
      sent.on('error', reject);
      sent.end(request.body);
    });
  }

  #open({ method, path, body, ...request }: Request, onAnswer: (response: IncomingMessage) => void): ClientRequest {
    const target = new URL(this.#url.pathname.replace(/\/$/u, '') + path, this.#url);
    const headers: Record<string, string> = {
      ...this.#headers,
      'elastic-api-version': request.isInternal === true ? '1' : API_VERSION,
      ...(request.isInternal === true ? { 'x-elastic-internal-origin': 'dragnet' } : {}),
    };
    if (body !== undefined) {
      headers['content-type'] = request.contentType ?? 'application/json';
      headers['content-length'] = String(Buffer.byteLength(body));
    }
    const { ca } = this.#options;
    const options: RequestOptions & { ca?: string } = {
      method,
      headers,
      agent: this.#agent,
      ...(ca === undefined ? {} : { ca }),
    };
    if (target.protocol === 'https:') return httpsRequest(target, options, onAnswer);
    if (this.#proxy === undefined) return httpRequest(target, options, onAnswer);
    // Plain HTTP through a proxy: it is asked for the whole URL.
    const { url } = this.#proxy;
    const authorization = proxyAuthorization(this.#proxy);
    if (authorization !== undefined) headers['proxy-authorization'] = authorization;
    headers['host'] = target.host;
    const through = { ...options, hostname: url.hostname, port: url.port, path: target.href };
    return url.protocol === 'https:' ? httpsRequest(through, onAnswer) : httpRequest(through, onAnswer);
  }
}

function agentFor(url: URL, proxy: Proxy | undefined): HttpAgent {
  const settings = { keepAlive: true, maxFreeSockets: MOST_SOCKETS };
  if (url.protocol !== 'https:')
    return proxy?.url.protocol === 'https:' ? new HttpsAgent(settings) : new HttpAgent(settings);
  return proxy === undefined ? new HttpsAgent(settings) : new HttpsProxyAgent({ ...settings, proxy: proxy.url.href });
}

function authorizationOf({ apiKey, username, password = '' }: ExchangeOptions): string | undefined {
  const plain = username === undefined ? undefined : Buffer.from(`${username}:${password}`).toString('base64');
  const authorization = apiKey === undefined ? plain && `Basic ${plain}` : `ApiKey ${apiKey}`;
  // Node's own refusal would come as a bug of ours.
  if (authorization !== undefined && !/^[\x20-\x7e]+$/u.test(authorization)) {
    const fix = 'Take the encoded form that Kibana shows once, without a line feed.';
    throw new KibanaError('auth', 0, `The API key holds a character that no request can carry. ${fix}`);
  }
  return authorization;
}

async function read(response: IncomingMessage, request: ClientRequest): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) {
      request.destroy();
      throw new Error(`it sends more than ${MOST_BYTES} bytes`);
    }
  }
  const { 'content-type': contentType = '', 'retry-after': retryAfter } = response.headers;
  return {
    status: response.statusCode ?? 0,
    text: Buffer.concat(chunks).toString('utf8'),
    contentType,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** Why there was no answer; several addresses of one name fail with an empty message and a list of causes. */
function reasonOf(error: Error): string {
  const causes = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  const first = causes.find((cause) => cause instanceof Error);
  const { code } = error as NodeJS.ErrnoException;
  return error.message !== '' ? error.message : (first?.message ?? code ?? error.name);
}
