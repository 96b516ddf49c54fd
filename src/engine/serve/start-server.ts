import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterError } from '../cluster-error.js';
import { EMULATED_VERSION, type EmbeddedCluster } from '../embedded/embedded-cluster.js';
import { checkHost } from './check-host.js';
import { errorBody } from './error-body.js';
import { filterPath } from './filter-path.js';
import { answerType, checkBodyType } from './media-types.js';
import { printRaw, RawText } from './raw-json.js';
import { readBody } from './read-body.js';
import type { ServeAnswer } from './request.js';
import { findHandler } from './routes.js';

/** Where to listen, and how much to take. */
export interface ServeOptions {
  /** Address to listen on; loopback unless said otherwise. */
  readonly host?: string;
  /** Port; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Largest request body in bytes, unpacked; 100 MiB as Elasticsearch has it. */
  readonly bodyLimit?: number;
  /** Told of errors that are bugs; the client gets status 500. */
  readonly onBug?: (error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** For clients on this machine: `http://127.0.0.1:9200`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends open connections; the cluster keeps its documents. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const BODY_LIMIT = 100 * 1024 * 1024;

/**
 * Serves an embedded cluster over HTTP as Elasticsearch does: paths, status codes, error bodies, `X-elastic-product`. Rejects if it
 * cannot listen. Only this machine gets in unless `host` says otherwise.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/rest-apis.html
 */
export async function startServer(cluster: EmbeddedCluster, options: ServeOptions = {}): Promise<RunningServer> {
  const { host = LOOPBACK, port = 0, bodyLimit = BODY_LIMIT, onBug } = options;
  const server = createServer((request, response) => {
    void respond(request, response, { cluster, host, bodyLimit, onBug });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual, address, family } = server.address() as AddressInfo;
  const shown = address === '0.0.0.0' || address === '::' ? LOOPBACK : family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${shown}:${actual}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Serving {
  readonly cluster: EmbeddedCluster;
  readonly host: string;
  readonly bodyLimit: number;
  readonly onBug: ((error: unknown) => void) | undefined;
}

async function respond(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const answer = await answerTo(request, serving).catch((error: unknown): ServeAnswer => {
    if (error instanceof ClusterError)
      return { status: error.status, body: errorBody(error), warnings: error.warnings };
    serving.onBug?.(error);
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 500, body: errorBody(new ClusterError(500, { type: 'dragnet_bug', reason })) };
  });
  if (!request.complete) response.setHeader('connection', 'close');
  send(request, response, answer);
}

async function answerTo(request: IncomingMessage, { cluster, host, bodyLimit }: Serving): Promise<ServeAnswer> {
  checkHost(request.headers.host, host);
  const url = urlOf(request);
  const method = request.method ?? 'GET';
  const { handler, path } = findHandler(method, url);
  const body = await readBody(request, bodyLimit);
  if (body !== '') checkBodyType(request.headers['content-type']);
  const answer = await handler({ cluster, method, path, query: url.searchParams, headers: headersOf(request), body });
  const filter = url.searchParams.get('filter_path');
  if (answer.body === undefined || answer.body instanceof RawText || filter === null) return answer;
  return { ...answer, body: filterPath(answer.body, filter) };
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string | undefined>> {
  return { accept: headers.accept, 'content-type': headers['content-type'] };
}

function urlOf({ url = '/' }: IncomingMessage): URL {
  // A path of two slashes would read as the name of a host.
  const target = `http://localhost${url.startsWith('/') ? url : '/'}`;
  if (URL.canParse(target)) return new URL(target);
  throw new ClusterError(400, { type: 'illegal_argument_exception', reason: `cannot read the path [${url}]` });
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, warnings = [] }: ServeAnswer): void {
  const isPretty = /[?&]pretty(?:=true)?(?:&|$)/.test(request.url ?? '');
  const text =
    body === undefined
      ? ''
      : body instanceof RawText
        ? body.text
        : printRaw(body, isPretty ? 2 : 0) + (isPretty ? '\n' : '');
  response.statusCode = status;
  response.setHeader('X-elastic-product', 'Elasticsearch');
  if (warnings.length > 0) response.setHeader('Warning', warnings.map(warningHeader));
  const type = body instanceof RawText ? body.type : answerType(request.headers.accept);
  if (text !== '' || body instanceof RawText) response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** A warning as a header: quotes escaped; what is not ASCII, and the percent sign, encoded as in a URL. */
function warningHeader(text: string): string {
  const quoted = text
    .replace(/["\\]/g, '\\$&')
    .replace(/[^\x20-\x24\x26-\x7e]+/g, (run) =>
      [...new TextEncoder().encode(run)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
  return `299 Elasticsearch-${EMULATED_VERSION}-dragnet "${quoted}"`;
}
