import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a server does with one request: an answer, or what it does to the connection. */
export type Step =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'drop'
  | 'cut'
  | 'hang';

/** A server that does one step a request, the last one for all that follow; `step` may look at the request. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  readonly #steps: readonly (Step | ((asked: Asked) => Step))[];
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const asked = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      this.asked.push(asked);
      const step = this.#steps[Math.min(this.asked.length, this.#steps.length) - 1] ?? {};
      act(typeof step === 'function' ? step(asked) : step, response);
    });
  });

  constructor(...steps: readonly (Step | ((asked: Asked) => Step))[]) {
    this.#steps = steps;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function act(step: Step, response: ServerResponse): void {
  if (step === 'hang') return;
  if (step === 'drop') {
    response.destroy();
    return;
  }
  if (step === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data": [', () => response.destroy());
    return;
  }
  const { status = 200, body, text, headers } = step;
  response.writeHead(status, { ...(text === undefined ? { 'content-type': 'application/json' } : {}), ...headers });
  response.end(text ?? (body === undefined ? '' : JSON.stringify(body)));
}
