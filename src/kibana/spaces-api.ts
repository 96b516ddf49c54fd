import { printJson } from '../values/json.js';
import type { Requests } from './requests.js';

/** Makes a space unless it is there; tells whether it was made. https://www.elastic.co/docs/api/doc/kibana/operation/operation-post-spaces-space */
export async function ensureSpace(requests: Requests, id: string, description: string): Promise<boolean> {
  const path = `/api/spaces/space/${encodeURIComponent(id)}`;
  const { status } = await requests.send({ method: 'GET', path }, { doing: `read the space ${id}`, accepts: [404] });
  if (status !== 404) return false;
  const body = printJson({ id, name: id, description });
  const doing = `create the space ${id}`;
  const made = await requests.send(
    { method: 'POST', path: '/api/spaces/space', body },
    { doing, isRepeatable: true, accepts: [409] },
  );
  return made.status !== 409;
}

/** Deletes a space and all that is in it; one that is gone is fine. */
export async function deleteSpace(requests: Requests, id: string): Promise<void> {
  const path = `/api/spaces/space/${encodeURIComponent(id)}`;
  await requests.send(
    { method: 'DELETE', path },
    { doing: `delete the space ${id}`, isRepeatable: true, accepts: [404] },
  );
}
