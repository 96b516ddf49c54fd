import { isJsonObject } from '../values/json.js';

const CREDENTIALS = 'Set ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.';

/**
 * Why an Elasticsearch lets nobody in, or lets somebody not do something: the action, the indices and the privilege that would allow it, as far as the
 * answer names them. https://www.elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/elasticsearch-privileges
 */
export function securityRefusal(status: 401 | 403, body: unknown, node: string): string {
  if (status === 401) {
    const expired = /expired|invalidated/iu.test(reasonOf(body)) ? ' (the API key has expired or was invalidated)' : '';
    return `${node} refuses these credentials, or wants some${expired}. ${CREDENTIALS}`;
  }
  const reason = reasonOf(body);
  const action = /action \[([^\]]+)\] is unauthorized/u.exec(reason)?.[1];
  if (action === undefined) return `${node} does not allow this to these credentials. ${CREDENTIALS}`;
  const indices = /on (?:restricted )?indices \[([^\]]*)\]/u.exec(reason)?.[1];
  const [, scope = '', granting = ''] = /granted by the (\w+) privileges? \[([^\]]+)\]/u.exec(reason) ?? [];
  const on = indices === undefined || indices === '' ? '' : ` on ${shortened(indices)}`;
  // The narrowest privilege comes first, those that allow more behind it.
  const [narrowest = '', ...wider] = granting.split(',');
  const or = wider.length === 0 ? '' : ` (or ${wider.join(', ')})`;
  const fix =
    narrowest === ''
      ? CREDENTIALS
      : `Give the role or the API key the ${scope} privilege ${narrowest}${or}${on}, or use other credentials.`;
  return `${node} does not allow these credentials to do ${action}${on}. ${fix}`;
}

/** Most indices that a message names. */
const NAMED = 5;

function shortened(indices: string): string {
  const names = indices.split(',');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.slice(0, NAMED).join(', ') + more;
}

function reasonOf(body: unknown): string {
  const error = isJsonObject(body) ? body['error'] : undefined;
  const reason = isJsonObject(error) ? error['reason'] : undefined;
  return typeof reason === 'string' ? reason : '';
}
