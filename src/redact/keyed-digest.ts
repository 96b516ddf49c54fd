import { sha256 } from '../values/sha256.js';

/** Makes 64 hexadecimal digits of a text that nobody can make, or turn back, without the key. */
export type KeyedDigest = (text: string) => string;

/** A digest with a key (the nested form of HMAC, over SHA-256); equal keys and texts give equal digests. */
export function keyedDigest(key: string): KeyedDigest {
  const [inner, outer] = [sha256(`inner ${key}`), sha256(`outer ${key}`)];
  return (text) => sha256(`${outer}${sha256(`${inner}${text}`)}`);
}
