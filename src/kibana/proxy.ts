type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy that the environment names for a server. */
export interface Proxy {
  readonly url: URL;
  /** What named it, for messages: its value may hold a password. */
  readonly variable: string;
}

/**
 * The proxy for a URL, as curl and most tools find it: HTTPS_PROXY or HTTP_PROXY (also in small letters, which win), unless NO_PROXY leaves the host
 * out (`*`, a host, a `.domain` or a domain with all below it, each with an optional port). This machine itself never goes through one.
 */
export function proxyFor(target: URL, env: Environment): Proxy | undefined {
  const names = target.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const variable = names.find((name) => (env[name] ?? '') !== '');
  if (variable === undefined || isLoopback(target.hostname) || isLeftOut(target, env)) return undefined;
  const value = env[variable] ?? '';
  const text = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(text) || !/^https?:/u.test(text)) return undefined;
  return { url: new URL(text), variable };
}

/** `Basic …` for a proxy with a user in its URL. */
export function proxyAuthorization({ url }: Proxy): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

function isLeftOut({ hostname, port, protocol }: URL, env: Environment): boolean {
  const { no_proxy: small, NO_PROXY: large } = env;
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return (small ?? large ?? '').split(',').some((entry) => {
    const [, name = '', wantedPort] = /^\s*\*?\.?(.*?)(?::(\d+))?\s*$/u.exec(entry.toLowerCase()) ?? [];
    if (entry.trim() === '*') return true;
    if (name === '' || (wantedPort !== undefined && wantedPort !== ownPort)) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}
