import { KibanaError } from '../deploy/kibana-error.js';
import { ClusterError } from '../engine/cluster-error.js';
import { Exchange } from '../kibana/exchange.js';
import { messagesOf, refusalOf } from '../kibana/refusal.js';
import type { ReadAnswer } from '../kibana/refusal.js';
import { Requests } from '../kibana/requests.js';
import { deleteSpace, ensureSpace } from '../kibana/spaces-api.js';
import type { KibanaPreview, PreviewAnswer } from '../testing/kibana/kibana-preview.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { certificateOf, checkUrl, credentialsOf } from './credentials.js';
import { packageVersion } from './package-version.js';

/** Kibana stops a preview after a minute; the answer comes soon after. */
const TIMEOUT_MS = 150_000;

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
  const credentials = await credentialsOf(env, 'KIBANA');
  return asCluster(async () => {
    const userAgent = `dragnet/${packageVersion()}`;
    const exchange = new Exchange({ url, ...credentials, ca, env, userAgent, timeoutMs: TIMEOUT_MS });
    const requests = new Requests(exchange);
    const description = 'Made by dragnet for a test run; deleted at its end.';
    const isOwn = space !== 'default' && (await ensureSpace(requests, space, description));
    const path = `${space === 'default' ? '' : `/s/${encodeURIComponent(space)}`}/api/detection_engine/rules/preview`;
    return {
      space,
      preview: (body: JsonObject) =>
        asCluster(async () => {
          const request = { method: 'POST' as const, path, body: printJson(body) };
          return toAnswer(await requests.send(request, { doing: 'preview a rule', accepts: [400] }), requests.url);
        }),
      close: async () => {
        const left = isOwn ? await remains(requests, space) : undefined;
        exchange.close();
        return left;
      },
    };
  });
}

async function remains(requests: Requests, space: string): Promise<string | undefined> {
  try {
    await deleteSpace(requests, space);
    return undefined;
  } catch (error) {
    if (!(error instanceof KibanaError)) throw error;
    return `The space ${space} could not be deleted (status ${error.status}). Delete it by hand.`;
  }
}

/** Tests know one kind of error of a server; what Kibana lacks or forbids stops them as one that does not answer. */
async function asCluster<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KibanaError)) throw error;
    const isRefused = error.kind === 'auth' || error.kind === 'forbidden';
    const rights =
      error.kind === 'forbidden'
        ? ' The preview needs the Kibana privilege Security: Rules (read), and read on .preview.alerts-security.alerts-*; a space of its own the privilege to manage spaces.'
        : '';
    throw new ClusterError(isRefused ? error.status : 0, {
      type: isRefused ? 'security_exception' : 'connection_error',
      reason: `${error.message}${rights}`,
    });
  }
}

function toAnswer(answer: ReadAnswer, url: string): PreviewAnswer {
  const { status, body } = answer;
  const refusal = status === 400 ? messagesOf(body).join(' ') : '';
  if (refusal !== '') return { isAborted: false, errors: [], warnings: [], refusal: sentence(refusal) };
  if (status !== 200 || !isJsonObject(body)) throw refusalOf(answer, url, 'preview a rule');
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

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
