import type { IncomingHttpHeaders } from 'node:http';
import { platformError } from './fake-request.js';
import type { FakeAnswer, FakeRole, FakeUser } from './fake-request.js';

/** An API and what it asks for: start of the path, privilege to read, privilege to write. */
const ASKED: readonly (readonly [string, string, string])[] = [
  ['/api/detection_engine/rules', 'rules-read', 'rules-all'],
  ['/internal/detection_engine', 'rules-read', 'rules-all'],
  ['/api/detection_engine/signals', 'alerts-read', 'alerts-all'],
  ['/api/exception_lists', 'lists-read', 'lists-all'],
  ['/api/lists', 'lists-read', 'lists-all'],
  ['/api/actions', 'actions-read', 'actions-all'],
  ['/api/spaces', 'spaces-read', 'spaces-manage'],
];

/** Requests that read although they are POST. */
const READS: readonly string[] = ['/_export', '/_find', '/signals/search', '/_review', '/_summary'];

const READ_ROLE: readonly string[] = ASKED.map(([, read]) => read);
const ALL_ROLE: readonly string[] = ASKED.flatMap(([, read, write]) => [read, write]);

/** Who asks, or the refusal: 401. Without users everybody is `elastic`. */
export function authenticate(
  headers: IncomingHttpHeaders,
  users: readonly FakeUser[] | undefined,
): FakeUser | FakeAnswer {
  if (users === undefined) return { name: 'elastic' };
  const { authorization = '' } = headers;
  const user = users.find(({ name, apiKey, password }) => {
    if (apiKey !== undefined && authorization === `ApiKey ${apiKey}`) return true;
    return password !== undefined && authorization === `Basic ${btoa(`${name}:${password}`)}`;
  });
  return user ?? platformError(401, authorization === '' ? 'Unauthorized' : UNABLE);
}

const UNABLE =
  '[security_exception\n\tRoot causes:\n\t\tsecurity_exception: unable to authenticate with provided credentials and anonymous access is not allowed for this request]: unable to authenticate with provided credentials and anonymous access is not allowed for this request';

/** The refusal of what a user may not do: 403. */
export function forbidden(user: FakeUser, method: string, path: string, space: string): FakeAnswer | undefined {
  const asked = ASKED.find(([start]) => path.startsWith(start));
  if (asked === undefined) return undefined;
  const [, read, write] = asked;
  const isRead = method === 'GET' || READS.some((end) => path.endsWith(end));
  const privilege = isRead ? read : write;
  const isHere = user.spaces === undefined || user.spaces.includes(space);
  if (isHere && granted(user.role ?? 'all').includes(privilege)) return undefined;
  const why = `API [${method} ${path}] is unauthorized for user, this action is granted by the Kibana privileges [${privilege}]`;
  return platformError(403, why);
}

function granted(role: FakeRole): readonly string[] {
  if (role === 'all') return ALL_ROLE;
  if (role === 'read') return READ_ROLE;
  return role === 'none' ? [] : role;
}
