import { bodyObject, type Handler } from '../request.js';

/** `PUT _enrich/policy/{name}`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/put-enrich-policy-api.html */
export const putPolicy: Handler = (request) => {
  request.cluster.enrich.put(request.path.get('name') ?? '', bodyObject(request));
  return Promise.resolve({ status: 200, body: { acknowledged: true } });
};

/** `PUT|POST _enrich/policy/{name}/_execute`. */
export const executePolicy: Handler = ({ cluster, path }) => {
  cluster.enrich.execute(path.get('name') ?? '');
  return Promise.resolve({ status: 200, body: { status: { phase: 'COMPLETE' } } });
};

/** `GET _enrich/policy[/{name}]`: names may be a comma list. */
export const getPolicies: Handler = ({ cluster, path }) =>
  Promise.resolve({ status: 200, body: cluster.enrich.print(path.get('name')?.split(',')) });

/** `DELETE _enrich/policy/{name}`. */
export const deletePolicy: Handler = ({ cluster, path }) => {
  cluster.enrich.delete(path.get('name') ?? '');
  return Promise.resolve({ status: 200, body: { acknowledged: true } });
};
