import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authenticate, forbidden } from './access.js';
import { platformError } from './fake-request.js';
import { Faults } from './faults.js';
import type { FaultKind } from './faults.js';
import type { FakeAnswer, FakeHandler, FakeRequest, FakeUser } from './fake-request.js';
import { spacesApi } from './spaces-api.js';
import { FakeState } from './state.js';
import { versionProblem } from './versions.js';

export { platformError } from './fake-request.js';
export type { FakeAnswer, FakeHandler, FakeRequest, FakeUser } from './fake-request.js';

/** What a Kibana is made of here. */
export interface FakeOptions {
  /** `Authorization` that is asked for; none, and no `users`: everybody gets in. */
  readonly authorization?: string;
  /** Who gets in, and what they may do. */
  readonly users?: readonly FakeUser[];
  /** Path in front of everything (`server.basePath`). */
  readonly basePath?: string;
  /** `8.19.4` without one. */
  readonly version?: string;
  /** What it keeps; empty without one. */
  readonly state?: FakeState;
  /** APIs beside spaces, asked in order. */
  readonly handlers?: readonly FakeHandler[];
  /** What is wrong with a request and its answer, as a contract says; `stop` fails where anything was. */
  readonly check?: (request: FakeRequest, answer: FakeAnswer) => readonly string[];
}

/** A request as the log has it. */
export interface LoggedRequest extends FakeRequest {
  /** From 1. */
  readonly number: number;
  /** What was answered; 0 for a connection that was dropped. */
  readonly status: number;
  /** Whether it was done: not so where a fault came before. */
  readonly done: boolean;
}

/**
 * A small stateful Kibana for tests: headers, authentication, spaces, and whatever handlers add. Each behaviour is one that README.md beside names with
 * Kibana's source.
 */
export class FakeKibana {
  readonly state: FakeState;
  readonly requests: FakeRequest[] = [];
  readonly log: LoggedRequest[] = [];
  /** What did not keep to the contract. */
  readonly contractProblems: string[] = [];
  /** Faults to come. */
  readonly faults: Faults = new Faults();
  /** Milliseconds spent on answers, but for waiting that a test asked for. */
  serverTime = 0;
  readonly #options: FakeOptions;
  readonly #server: Server;
  readonly #handlers: readonly FakeHandler[];
  #url = '';

  constructor(options: FakeOptions = {}) {
    this.#options = options;
    this.state = options.state ?? new FakeState();
    this.#handlers = [...(options.handlers ?? []), spacesApi(this.state)];
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Where it listens, with base path; empty before `start`. */
  get url(): string {
    return this.#url;
  }

  /** Makes a space. */
  addSpace(id: string): void {
    this.state.spaceNames.set(id, { id, name: id, disabledFeatures: [] });
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    const { port: found } = this.#server.address() as AddressInfo;
    this.#url = `http://127.0.0.1:${found}${this.#options.basePath ?? ''}`;
    return this.#url;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    if (this.contractProblems.length > 0)
      throw new Error(`Kibana's OpenAPI was not kept to:\n${[...new Set(this.contractProblems)].join('\n')}`);
  }

  /** Requests that change something, in order. */
  writes(): readonly LoggedRequest[] {
    return this.log.filter(
      ({ method, path }) => method !== 'GET' && !/\/_export$|\/signals\/search$|\/_review$/.test(path),
    );
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(incoming);
    // A client that went away before it had asked did not ask.
    if (bytes === undefined) return;
    const request = this.#read(incoming, bytes);
    this.requests.push(request);
    const number = this.requests.length;
    const fault = this.faults.take(request, number);
    // A client that stops waiting changes nothing: the request is done all the same.
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const own = isBefore(fault) ? undefined : await this.#answer(request);
    const answer = answerWith(fault, own);
    this.log.push({ ...request, number, status: answer?.status ?? 0, done: own !== undefined });
    if (answer === undefined) response.destroy();
    else send(response, answer, fault?.kind === 'truncate' ? fault : undefined);
  }

  async #answer(request: FakeRequest): Promise<FakeAnswer> {
    const started = performance.now();
    const answer = this.#refusal(request) ?? (await this.#handled(request));
    this.serverTime += performance.now() - started;
    // A test that violates something on purpose later on is not checked either.
    if (this.state.violations.size === 0) this.contractProblems.push(...(this.#options.check?.(request, answer) ?? []));
    return answer;
  }

  async #handled(request: FakeRequest): Promise<FakeAnswer> {
    for (const handler of this.#handlers) {
      const answer = await handler(request);
      if (answer) return answer;
    }
    return platformError(404, 'Not Found');
  }

  #refusal(request: FakeRequest): FakeAnswer | undefined {
    const { authorization, users, version = DEFAULT_VERSION } = this.#options;
    const { headers, method, path, space } = request;
    // Whoever shows no credentials may still ask whether all is well.
    const isStatus = path === '/api/status' && headers.authorization === undefined;
    if (authorization !== undefined && headers.authorization !== authorization && !isStatus)
      return platformError(401, 'Unauthorized');
    const user = authenticate(headers, users);
    if ('status' in user) return isStatus ? undefined : user;
    const problem = versionProblem(request, this.state.does('old-version') ? '8.18.0' : version);
    if (problem !== undefined) return problem;
    const isMarked = headers['kbn-xsrf'] !== undefined || headers['kbn-version'] !== undefined;
    if (method !== 'GET' && !isMarked && !this.state.does('xsrf-not-asked'))
      return platformError(400, 'Request must contain a kbn-xsrf header.');
    return forbidden(user, method, path, space) ?? bodyProblem(request);
  }

  #read({ method = '', url = '', headers }: IncomingMessage, bytes: Buffer): FakeRequest {
    const { basePath = '' } = this.#options;
    const [whole = '', search = ''] = url.split('?', 2);
    const local = whole.startsWith(basePath) ? whole.slice(basePath.length) : '/outside';
    const [, space = 'default', path = ''] = /^(?:\/s\/([^/]+))?(\/.*)$/.exec(local) ?? [];
    const user = authenticate(headers, this.#options.users);
    return {
      method,
      path,
      space: decodeURIComponent(space),
      query: new URLSearchParams(search),
      body: jsonOf(headers, bytes) ?? {},
      bytes,
      headers,
      user: 'name' in user ? user.name : '',
    };
  }
}

const DEFAULT_VERSION = '8.19.4';

async function bytesOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

/** Whether a fault comes before anything is done. */
function isBefore(fault: FaultKind | undefined): boolean {
  return (fault?.kind === 'answer' || fault?.kind === 'drop') && fault.after !== true;
}

/** What is answered under a fault; nothing where the connection is dropped. */
function answerWith(fault: FaultKind | undefined, own: FakeAnswer | undefined): FakeAnswer | undefined {
  if (fault?.kind === 'drop') return undefined;
  return fault?.kind === 'answer' ? fault.answer : own;
}

function send(
  response: ServerResponse,
  { status, body, text, headers }: FakeAnswer,
  truncated?: { readonly cut?: boolean },
): void {
  const whole = Buffer.from(text ?? (body === undefined ? '' : JSON.stringify(body)));
  const sent = truncated === undefined ? whole : whole.subarray(0, Math.floor(whole.length / 2));
  response.writeHead(status, {
    ...(text === undefined && body !== undefined ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...(status === 204 ? {} : { 'content-length': truncated?.cut === true ? whole.length : sent.length }),
    'kbn-name': 'fake-kibana',
    ...headers,
  });
  if (truncated?.cut === true) response.write(sent, () => response.destroy());
  else response.end(sent);
}

/** The object of a JSON body; undefined for a text that is none. */
function jsonOf(headers: IncomingMessage['headers'], bytes: Buffer): Record<string, unknown> | undefined {
  if (bytes.length === 0 || headers['content-type']?.startsWith('multipart/') === true) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function bodyProblem({ headers, bytes }: FakeRequest): FakeAnswer | undefined {
  if (bytes.length === 0) return undefined;
  const type = headers['content-type'] ?? '';
  if (!/^(?:application\/json|multipart\/form-data)\b/.test(type)) return platformError(415, 'Unsupported Media Type');
  return jsonOf(headers, bytes) === undefined ? platformError(400, 'Invalid request payload JSON format') : undefined;
}
