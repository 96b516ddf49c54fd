import { KibanaError } from '../deploy/kibana-error.js';
import { isJsonObject } from '../values/json.js';
import type { ApiContext } from './object-api.js';
import type { Requests } from './requests.js';

/** The oldest Kibana whose APIs the requests speak. */
const OLDEST: readonly [number, number] = [8, 19];

/**
 * The version of a Kibana, once it is known that it is one, that it lets these credentials in, that it is new enough and that it has the space.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-get-status
 */
export async function kibanaVersion({ requests, base }: ApiContext, space: string): Promise<string> {
  const doing = 'say its version';
  const status = await requests.object({ method: 'GET', path: '/api/status' }, { doing });
  const { version } = status;
  const number = isJsonObject(version) ? version['number'] : undefined;
  if (typeof number !== 'string') {
    // Who is not let in is told no more than that it runs.
    const kind = isJsonObject(status['status']) ? 'auth' : 'not-kibana';
    const what =
      kind === 'auth'
        ? 'tells these credentials no version. Set KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD, of somebody who may use Kibana.'
        : 'is no Kibana. Give the URL of Kibana itself, with its base path.';
    throw new KibanaError(kind, 200, `${requests.url} ${what}`);
  }
  refuseOld(number, requests.url);
  if (space !== 'default') await refuseNoSpace(requests, space);
  // Its status a Kibana may tell anybody: only a request for what is guarded shows that these credentials are let in.
  const path = `${base}/api/detection_engine/rules/_find?page=1&per_page=1`;
  await requests.object({ method: 'GET', path }, { doing: 'list the rules' });
  return number;
}

function refuseOld(version: string, url: string): void {
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)/u.exec(version) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST;
  if (Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor)) return;
  throw new KibanaError(
    'too-old',
    200,
    `${url} is Kibana ${version}. dragnet deploys to Kibana ${oldestMajor}.${oldestMinor} and newer, 9.x among them: the APIs of older ones differ. Upgrade it first.`,
  );
}

async function refuseNoSpace(requests: Requests, space: string): Promise<void> {
  const path = `/api/spaces/space/${encodeURIComponent(space)}`;
  const { status } = await requests.send(
    { method: 'GET', path },
    { doing: `read the space ${space}`, accepts: [404, 403] },
  );
  // Who may work in a space may not always read it.
  if (status !== 404) return;
  const fix = 'Name one that there is (the id, as in its URL), or create it in Kibana.';
  throw new KibanaError('missing', 404, `${requests.url} has no space ${space}. ${fix}`);
}
