import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const COST = { N: 1 << 14, r: 8, p: 1 };
const BYTES = 16;

/**
 * What a state remembers of a secret that was written: enough to see that it is another one, too slow to try many. Each has a salt of its own, so that the
 * same secret looks different everywhere.
 */
export function secretFingerprint(secret: string): string {
  const salt = randomBytes(BYTES);
  return `scrypt.${salt.toString('hex')}.${scryptSync(secret, salt, BYTES, COST).toString('hex')}`;
}

/** Whether a fingerprint is that of a secret; one of another form is of none. */
export function isFingerprintOf(fingerprint: string, secret: string): boolean {
  const [, salt, hash] = /^scrypt\.([0-9a-f]{32})\.([0-9a-f]{32})$/u.exec(fingerprint) ?? [];
  if (salt === undefined || hash === undefined) return false;
  return timingSafeEqual(scryptSync(secret, Buffer.from(salt, 'hex'), BYTES, COST), Buffer.from(hash, 'hex'));
}
