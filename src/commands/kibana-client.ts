import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { ClusterError } from '../engine/cluster-error.js';
import { isJsonArray, isJsonObject, parseJson, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { KibanaPreview, PreviewAnswer } from '../testing/kibana/kibana-preview.js';
import { certificateOf, checkUrl, credentialsOf } from './credentials.js';
import type { Credentials } from './credentials.js';

/** The version of Kibana's API that the requests speak. */
const API_VERSION = '2023-10-31';
/** Kibana stops a preview after a minute; the answer comes soon after. */
const TIMEOUT = 150_000;
/** Longest answer that is read, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A Kibana, and what is to be done when its work is over. */
export interface KibanaConnection extends KibanaPreview {
  /** Deletes the space if it was made here; returns what stays behind, in a sentence. */
  close(): Promise<string | undefined>;
}

/**
 * Connects to a Kibana: credentials from KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD (with _FILE behind it: from a file), a private
 * certificate authority from KIBANA_CA. A space that is not there is made, and deleted at the end. Redirects are not followed: the credentials are
 * for this server alone. https://www.elastic.co/docs/api/doc/kibana/
 */
export async function connectKibana(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
  space: string,
): Promise<KibanaConnection> {
  checkUrl(url, '--kibana', 'KIBANA', 'http://localhost:5601');
  const ca = await certificateOf(env, 'KIBANA');
  const server = new KibanaServer(url, await credentialsOf(env, 'KIBANA'), ca);
  const isOwn = space !== 'default' && (await ensureSpace(server, space));
  const base = space === 'default' ? '' : `/s/${encodeURIComponent(space)}`;
  return {
    space,
    preview: async (body) =>
      toAnswer(await server.send('POST', `${base}/api/detection_engine/rules/preview`, body), server),
    close: async () => {
      if (!isOwn) return undefined;
      const { status } = await server.send('DELETE', `/api/spaces/space/${encodeURIComponent(space)}`);
      return status === 204 || status === 404
        ? undefined
        : `The space ${space} could not be deleted (status ${status}). Delete it by hand.`;
    },
  };
}

/** Makes the space unless it is there; tells whether it was made. */
async function ensureSpace(server: KibanaServer, space: string): Promise<boolean> {
  const found = await server.send('GET', `/api/spaces/space/${encodeURIComponent(space)}`);
  if (found.status === 200) return false;
  if (found.status !== 404) throw server.refusal(found);
  const made = await server.send('POST', '/api/spaces/space', {
    id: space,
    name: space,
    description: 'Made by dragnet for a test run; deleted at its end.',
  });
  if (made.status !== 200) throw server.refusal(made);
  return true;
}

function toAnswer(response: Response, server: KibanaServer): PreviewAnswer {
  const { status, body } = response;
  if (status === 400 && messageOf(body) !== '')
    return { isAborted: false, errors: [], warnings: [], refusal: messageOf(body) };
  if (status !== 200 || !isJsonObject(body)) throw server.refusal(response);
  const logs = isJsonArray(body['logs']) ? body['logs'].filter(isJsonObject) : [];
  const texts = (key: string): readonly string[] => [
    ...new Set(logs.flatMap((log) => [log[key] ?? []].flat()).filter((text) => typeof text === 'string')),
  ];
  const previewId = body['previewId'];
  return {
    ...(typeof previewId === 'string' ? { previewId } : {}),
    isAborted: body['isAborted'] === true,
    errors: texts('errors'),
    warnings: texts('warnings'),
  };
}

interface Response {
  readonly status: number;
  readonly body: JsonValue;
}

class KibanaServer {
  readonly #url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #ca: string | undefined;

  constructor(url: string, { apiKey, username, password }: Credentials, ca: string | undefined) {
    this.#url = new URL(url);
    const basic = username === undefined ? undefined : Buffer.from(`${username}:${password ?? ''}`).toString('base64');
    const authorization = apiKey === undefined ? basic && `Basic ${basic}` : `ApiKey ${apiKey}`;
    this.#headers = {
      accept: 'application/json',
      'kbn-xsrf': 'dragnet',
      'elastic-api-version': API_VERSION,
      ...(authorization === undefined ? {} : { authorization }),
    };
    this.#ca = ca;
  }

  async send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: JsonObject): Promise<Response> {
    const text = body === undefined ? undefined : printJson(body);
    const { status, text: answered } = await this.#exchange(method, path, text);
    let parsed: JsonValue = answered;
    try {
      parsed = answered === '' ? null : parseJson(answered);
    } catch {
      // A proxy answers with a page: it goes into the message as far as it tells something.
    }
    return { status, body: parsed };
  }

  /** An answer that is none, as an error of a server. */
  refusal({ status, body }: Response): ClusterError {
    const origin = `${this.#url.origin}${this.#url.pathname.replace(/\/$/u, '')}`;
    const fail = (reason: string): ClusterError =>
      new ClusterError(status === 401 || status === 403 ? status : 0, {
        type: status === 401 || status === 403 ? 'security_exception' : 'connection_error',
        reason: `${origin} ${reason}`,
      });
    if (status === 401)
      return fail(
        'refuses these credentials, or wants some. Set KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD.',
      );
    if (status === 403) {
      return fail(
        `does not allow this to these credentials: ${messageOf(body)} The preview needs the Kibana privilege Security: Rules (read), and read on .preview.alerts-security.alerts-*; a space of its own the privilege to manage spaces.`,
      );
    }
    if (status === 404) return fail('has no such API. Give the URL of Kibana itself, with its base path.');
    if (status >= 300 && status < 400)
      return fail(`answered with status ${status}, which leads elsewhere. Give the URL of Kibana itself.`);
    if (status < 500 && messageOf(body) === '')
      return fail('is no Kibana. Give the URL of Kibana, not that of Elasticsearch.');
    return fail(`answered with status ${status}: ${messageOf(body)}`);
  }

  #exchange(method: string, path: string, text: string | undefined): Promise<{ status: number; text: string }> {
    const target = new URL(this.#url.pathname.replace(/\/$/u, '') + path, this.#url);
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = {
      ...this.#headers,
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
    };
    return new Promise((resolve, reject) => {
      const options = { method, headers, timeout: TIMEOUT, ...(this.#ca === undefined ? {} : { ca: this.#ca }) };
      const request = send(target, options, (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > MOST_BYTES) request.destroy(new Error(`it sends more than ${MOST_BYTES} bytes`));
        });
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
        });
        response.on('error', reject);
      });
      request.on('timeout', () => request.destroy(new Error(`no answer in ${TIMEOUT / 1000} seconds`)));
      request.on('error', (error: Error) => {
        const reason = `${this.#url.origin} did not answer (${error.message}). Check the URL, that Kibana runs, and the certificate.`;
        reject(new ClusterError(0, { type: 'connection_error', reason }));
      });
      request.end(text);
    });
  }
}

/** The text of an error in each of the forms that Kibana has: one message, or several. */
function messageOf(body: JsonValue): string {
  const message = isJsonObject(body) ? body['message'] : body;
  const texts = (isJsonArray(message) ? message : [message]).filter((text) => typeof text === 'string');
  const text = texts.join(' ').slice(0, 1000);
  return text === '' || /[.!?]$/u.test(text) ? text : `${text}.`;
}
