import { ClusterError } from '../cluster-error.js';

/**
 * Refuses a request that names another host than the machine itself while only the machine may get in: a web page can point a name of
 * its own at 127.0.0.1 and so reach local servers through the browser (DNS rebinding).
 */
export function checkHost(header: string | undefined, listening: string): void {
  if (!isLoopback(listening)) return;
  const name = (header ?? 'localhost').replace(/:\d+$/, '').toLowerCase();
  if (isLoopback(name)) return;
  throw new ClusterError(403, {
    type: 'security_exception',
    reason: `the host [${name}] is not this machine. Use localhost in the URL, or serve on another address with --host.`,
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
