import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request holds that a handler looks at. */
export interface FakeRequest {
  readonly method: string;
  /** Without base path and space. */
  readonly path: string;
  readonly space: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
}

/** An answer: its status and its body. */
export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Answers a request, or leaves it to the next handler. */
export type FakeHandler = (request: FakeRequest) => Promise<FakeAnswer | undefined> | FakeAnswer | undefined;

/** What a Kibana is made of here. */
export interface FakeOptions {
  /** `Authorization` that is asked for; none: everybody gets in. */
  readonly authorization?: string;
  /** Path in front of everything (`server.basePath`). */
  readonly basePath?: string;
  /** APIs beside spaces, asked in order. */
  readonly handlers?: readonly FakeHandler[];
}

/**
 * A small stateful Kibana for tests: headers, authentication, spaces, and whatever handlers add. Each behaviour is one that README.md beside names with
 * Kibana's source.
 */
export class FakeKibana {
  readonly spaces: Set<string> = new Set<string>(['default']);
  readonly requests: FakeRequest[] = [];
  readonly #options: FakeOptions;
  readonly #server: Server;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body }) => {
        response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#options.basePath ?? ''}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(incoming: IncomingMessage): Promise<FakeAnswer> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const refused = this.#refusal(incoming);
    if (refused) return refused;
    const request = this.#read(incoming, Buffer.concat(chunks).toString('utf8'));
    this.requests.push(request);
    for (const handler of [...(this.#options.handlers ?? []), (one: FakeRequest) => this.#spaceApi(one)]) {
      const answer = await handler(request);
      if (answer) return answer;
    }
    return platformError(404, 'Not Found');
  }

  #refusal({ method, headers }: IncomingMessage): FakeAnswer | undefined {
    const { authorization } = this.#options;
    if (authorization !== undefined && headers.authorization !== authorization)
      return platformError(401, 'Unauthorized');
    if (method === 'GET' || headers['kbn-xsrf'] !== undefined) return undefined;
    return platformError(400, 'Request must contain a kbn-xsrf header.');
  }

  #read({ method = '', url = '', headers }: IncomingMessage, text: string): FakeRequest {
    const { basePath = '' } = this.#options;
    const local = url.startsWith(basePath) ? url.slice(basePath.length) : '/outside';
    const [, space = 'default', path = ''] = /^(?:\/s\/([^/]+))?(\/.*)$/.exec(local) ?? [];
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { method, path, space, body, headers };
  }

  #spaceApi({ method, path, body }: FakeRequest): FakeAnswer | undefined {
    if (method === 'POST' && path === '/api/spaces/space') {
      const id = String(body['id']);
      if (this.spaces.has(id)) return platformError(409, `A space with the identifier ${id} already exists.`);
      this.spaces.add(id);
      return { status: 200, body: { id, name: body['name'] } };
    }
    const id = /^\/api\/spaces\/space\/([^/]+)$/.exec(path)?.[1];
    if (id === undefined) return undefined;
    if (!this.spaces.has(id)) return platformError(404, 'Not Found');
    if (method === 'DELETE') this.spaces.delete(id);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: { id, name: id } };
  }
}

/** An error of the platform: routing, authentication, validation of a request. */
export function platformError(status: number, message: string): FakeAnswer {
  const names: Readonly<Record<number, string>> = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    409: 'Conflict',
  };
  return { status, body: { statusCode: status, error: names[status] ?? 'Error', message } };
}
