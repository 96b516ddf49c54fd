import { parseIpAddress } from '../../../values/ip-address.js';

/** What URI_PARTS finds in a text; what is absent is null. */
export interface UriParts {
  readonly domain: string | null;
  readonly fragment: string | null;
  readonly path: string | null;
  readonly extension: string | null;
  readonly port: number | null;
  readonly query: string | null;
  readonly scheme: string | null;
  readonly user_info: string | null;
  readonly username: string | null;
  readonly password: string | null;
}

/** The columns of URI_PARTS, in Elasticsearch's order. */
export const URI_COLUMNS: readonly (keyof UriParts)[] = [
  'domain',
  'fragment',
  'path',
  'extension',
  'port',
  'query',
  'scheme',
  'user_info',
  'username',
  'password',
];

const MAX_INT = 2 ** 31 - 1;

/** Protocols that Java can read without help of a library. */
const PROTOCOLS: ReadonlySet<string> = new Set(['file', 'ftp', 'http', 'https', 'jar', 'mailto']);

// Appendix B of RFC 2396.
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/su;
const SCHEME = /^[a-z][a-z\d+.-]*$/i;
// What RFC 2396 allows, and the characters beyond ASCII that Java lets through.
const IN_AUTHORITY = /^(?:[\w.!~*'();:@&=+$,-]|%[\da-f]{2}|[^\0-\xA0\s\p{C}])*$/iu;
const IN_PATH = /^(?:[\w.!~*'();:@&=+$,/-]|%[\da-f]{2}|[^\0-\xA0\s\p{C}])*$/iu;
const IN_QUERY = /^(?:[\w.!~*'();:@&=+$,/?[\]-]|%[\da-f]{2}|[^\0-\xA0\s\p{C}])*$/iu;
const SERVER = /^(?:([^@[\]]*)@)?(\[[^\]]*\]|(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?\.?|[a-z\d](?:[a-z\d-]*[a-z\d])?\.?|\d+(?:\.\d+){3})(?::(\d*))?$/i; // prettier-ignore

interface Found {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/**
 * Takes a URI apart as Java's `URI` does, and what is none as Java's `URL`; undefined where neither can. `URI` takes escapes such as `%20`
 * back, `URL` leaves them alone.
 */
export function uriParts(text: string): UriParts | undefined {
  return asUri(split(text)) ?? asUrl(split(text.replace(/^[\0- ]+|[\0- ]+$/g, '')));
}

function split(text: string): Found {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(text) ?? [];
  return { scheme, authority, path, query, fragment };
}

function asUri(found: Found): UriParts | undefined {
  const { scheme = null, authority = '', path, query, fragment } = found;
  const opaque = isOpaque(found);
  // Where the host is no host, the authority is a name of its own kind, of which nothing is told.
  const server = serverOf(authority);
  if (!isUri(found) || (server === undefined && !IN_AUTHORITY.test(authority))) return undefined;
  return parts({
    scheme,
    ...hostOf(server),
    userInfo: decode(server?.userInfo),
    path: opaque ? null : decode(path),
    query: opaque ? null : decode(query),
    fragment: decode(fragment),
  });
}

function hostOf(server: Server | undefined): { readonly domain: string | null; readonly port: number | null } {
  return server === undefined ? { domain: null, port: null } : { domain: server.host, port: server.port };
}

/** `mailto:a@b`: what follows the scheme has no parts. */
function isOpaque({ scheme, authority, path }: Found): boolean {
  return scheme !== undefined && authority === undefined && !path.startsWith('/');
}

function isUri(found: Found): boolean {
  const { scheme, authority, path, query, fragment } = found;
  if (scheme === undefined ? /^[^/]*:/.test(path) : !SCHEME.test(scheme)) return false;
  const rest = [path, query, fragment].filter((part) => part !== undefined && part !== '');
  if (isOpaque(found)) return rest.every((part) => IN_QUERY.test(part ?? '')) && path + (query ?? '') !== '';
  if (authority === '' && path === '' && query === undefined && fragment === undefined) return false;
  return IN_PATH.test(path) && [query, fragment].every((part) => IN_QUERY.test(part ?? ''));
}

interface Server {
  readonly userInfo: string | undefined;
  readonly host: string;
  readonly port: number | null;
}

function serverOf(authority: string): Server | undefined {
  const [, userInfo, host, digits = ''] = SERVER.exec(authority) ?? [];
  if (host === undefined || !IN_AUTHORITY.test(userInfo ?? '')) return undefined;
  const numbers = /^[\d.]+$/.test(host) && host.split('.').some((part) => Number(part) > 255);
  const port = digits === '' ? null : Number(digits);
  if (numbers || (port ?? 0) > MAX_INT || (host.startsWith('[') && !isBracketed(host))) return undefined;
  return { userInfo, host, port };
}

function asUrl({ scheme = '', authority = '', path, query, fragment }: Found): UriParts | undefined {
  const address = PROTOCOLS.has(scheme.toLowerCase()) ? addressOf(authority) : undefined;
  if (address === undefined) return undefined;
  const rest = { path: withoutDots(path), query: query ?? null, fragment: fragment ?? null };
  return parts({ ...address, ...rest, scheme: scheme.toLowerCase() });
}

function addressOf(authority: string): Pick<Read, 'domain' | 'port' | 'userInfo'> | undefined {
  const at = authority.indexOf('@');
  if (at !== authority.lastIndexOf('@')) return { domain: '', port: null, userInfo: null };
  const [, host, digits = ''] = /^(\[[^\]]*\]|[^:]*)(?::([+-]?\d+)?)?$/s.exec(authority.slice(at + 1)) ?? [];
  const port = digits === '' ? -1 : Number(digits);
  if (host === undefined || port < -1 || port > MAX_INT) return undefined;
  if (host.startsWith('[') && !isBracketed(host)) return undefined;
  return { domain: host, port: port < 0 ? null : port, userInfo: at < 0 ? null : authority.slice(0, at) };
}

/** An address of IPv6 in brackets. */
function isBracketed(host: string): boolean {
  return parseIpAddress(host.slice(1, -1).replace(/%[\w.~-]+$/, '')) !== undefined && host.includes(':');
}

/** The steps `.` and `..` of a path are taken. */
function withoutDots(path: string): string {
  const taken: string[] = [];
  const steps = path.split('/');
  for (const [at, step] of steps.entries()) {
    const last = at === steps.length - 1;
    if (step === '..' && taken.length > 1 && taken.at(-1) !== '..') taken.splice(-1, 1, ...(last ? [''] : []));
    else if (step === '.' && taken.length > 0) taken.push(...(last ? [''] : []));
    else taken.push(step);
  }
  return taken.join('/');
}

interface Read {
  readonly scheme: string | null;
  readonly domain: string | null;
  readonly port: number | null;
  readonly userInfo: string | null;
  readonly path: string | null;
  readonly query: string | null;
  readonly fragment: string | null;
}

function parts(read: Read): UriParts {
  const { userInfo, path, ...rest } = read;
  const colon = userInfo?.indexOf(':') ?? -1;
  const named = userInfo !== null && colon >= 0;
  return {
    ...rest,
    path,
    extension: path === null ? null : (/\/[^/]*\.([^/.]*)$/s.exec(path)?.[1] ?? null),
    user_info: userInfo,
    username: named ? userInfo.slice(0, colon) : null,
    password: named ? userInfo.slice(colon + 1) : null,
  };
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(text: string): string;
function decode(text: string | undefined): string | null;
function decode(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) =>
    UTF8.decode(Uint8Array.from(escaped.slice(1).split('%'), (digits) => Number.parseInt(digits, 16))),
  );
}
