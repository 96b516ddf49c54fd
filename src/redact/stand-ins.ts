import { addressIn, addressStandIn } from './address-stand-in.js';
import type { KeyedDigest } from './keyed-digest.js';
import type { OriginalFinder } from './occurrences.js';
import type { ValueKind } from './redaction-rules.js';

/** Stand-ins that are tried before one is taken that has no resemblance to its original. */
const ATTEMPTS = 64;

/**
 * Gives each original its stand-in: a function of key and value, of the same form, that is no original itself. Only where two values would share one,
 * or one would be an original, does the rest of the input count.
 */
export function standIns(
  originals: ReadonlyMap<string, ValueKind>,
  finder: OriginalFinder,
  digest: KeyedDigest,
): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const [original, kind] of originals) {
    const identity = identityOf(original, kind);
    for (const candidate of candidates(original, kind, digest)) {
      const owner = taken.get(candidate);
      if ((owner !== undefined && owner !== identity) || finder.find(candidate).length > 0) continue;
      taken.set(candidate, identity);
      made.set(original, candidate);
      break;
    }
    if (!made.has(original)) throw new Error('no stand-in could be found for a value');
  }
  return made;
}

/** A number with as many digits, of a field whose numbers are redacted: equal numbers get the same one. */
export function numberStandIn(value: number | bigint, digest: KeyedDigest): number | bigint {
  const digits = String(value);
  const made = sameForm(digits, digest(`number ${digits}`));
  if (typeof value === 'bigint') return BigInt(made);
  return /^-?[\d.]+$/u.test(made) ? Number(made) : 0;
}

/** Two spellings of one address are one value. */
function identityOf(original: string, kind: ValueKind): string {
  return kind === 'address'
    ? `${addressIn(dotted(original)) ?? original} ${isDashed(original)}`
    : `${kind} ${original}`;
}

function* candidates(original: string, kind: ValueKind, digest: KeyedDigest): Generator<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const salt = attempt === 0 ? '' : ` ${attempt}`;
    const made = standIn(original, kind, (text) => digest(`${text}${salt}`));
    if (made !== undefined) yield made;
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) yield digest(`${kind} ${original} ${attempt}`).slice(0, 24);
}

function standIn(original: string, kind: ValueKind, digest: KeyedDigest): string | undefined {
  const short = (type: string, text: string): string => `${type}-${digest(`${type} ${text}`).slice(0, 8)}`;
  switch (kind) {
    case 'user':
    case 'domain':
    case 'text':
      return short(kind, original);
    case 'secret':
      return `redacted-${digest(`secret ${original}`).slice(0, 8)}`;
    case 'email':
      return emailStandIn(original, short);
    case 'host': {
      const [label = '', ...domain] = original.split('.');
      const host = short('host', label);
      return domain.length === 0 ? host : `${host}.${short('domain', domain.join('.'))}.example`;
    }
    case 'address':
      return ipStandIn(original, digest);
    case 'access key':
    case 'account':
    case 'identifier':
      return sameForm(original, digest(`${kind} ${original}`));
  }
}

/** `jdoe@corp.com` has the stand-ins of the user `jdoe` and of the domain in it. */
function emailStandIn(original: string, short: (type: string, text: string) => string): string {
  const at = /@|%40/u.exec(original);
  const [user, sign, domain] = at
    ? [original.slice(0, at.index), at[0], original.slice(at.index + at[0].length)]
    : [original, '@', ''];
  return `${short('user', user)}${sign}${short('domain', domain)}.example`;
}

function ipStandIn(original: string, digest: KeyedDigest): string | undefined {
  const address = addressIn(dotted(original));
  if (address === undefined) return undefined;
  const tries = function* (): Generator<string> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) yield digest(`address ${address} ${attempt}`);
  };
  const made = addressStandIn(address, tries());
  return made !== undefined && isDashed(original) ? made.replaceAll('.', '-') : made;
}

function isDashed(text: string): boolean {
  return /^\d+(?:-\d+){3}$/u.test(text);
}

function dotted(text: string): string {
  return isDashed(text) ? text.replaceAll('-', '.') : text;
}

/** Prefixes that say what kind of identifier it is. */
const TELLING_PREFIX = /^(?:akia|asia|aida|aroa|agpa|anpa|aipa|s-1-5-21-)/u;

/** Digits for digits, letters for letters, everything else as it is: ids, accounts, keys, addresses of network cards. */
function sameForm(original: string, digest: string): string {
  const kept = TELLING_PREFIX.exec(original)?.[0] ?? '';
  const isHex = /^[\da-f:-]+$/u.test(original) && /[a-f]/u.test(original);
  const letters = isHex ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
  // Two hexadecimal digits a place; the digest is repeated for longer ids.
  const rest = Array.from(original.slice(kept.length), (char, at) => {
    const place = (at * 2) % 64;
    const byte = (Number.parseInt(digest.slice(place, place + 2), 16) + Math.floor(at / 32) * 7) % 256;
    // No zero in front: a number keeps its length, a part of a security identifier its form.
    if (/\d/u.test(char)) return String(at === 0 || char !== '0' ? 1 + (byte % 9) : byte % 10);
    return /[a-z]/u.test(char) ? letters.charAt(byte % letters.length) : char;
  });
  return kept + rest.join('');
}
