import { scryptSync } from 'node:crypto';

/**
 * What a state remembers of a secret: enough to see that it is another one, too slow to try many. The same secret has another fingerprint on each target.
 */
export function secretFingerprint(secret: string, target: string): string {
  return scryptSync(secret, `dragnet ${target}`, 16, { N: 1 << 14, r: 8, p: 1 }).toString('hex');
}
