import { addressIn, isKeptAddress } from './address-stand-in.js';
import { lowerCase } from './occurrences.js';
import type { ValueKind } from './redaction-rules.js';
import type { FoundValue } from './text-patterns.js';
import { isWellKnown } from './well-known.js';

/** Collects the values that must not be in the output, each with its kind: of several kinds the first stands. */
export class Originals {
  readonly #kinds = new Map<string, ValueKind>();

  /** Original, in lower case → its kind. */
  get all(): ReadonlyMap<string, ValueKind> {
    return this.#kinds;
  }

  add({ kind, value }: FoundValue): void {
    for (const part of partsOf(value, kind)) {
      const text = lowerCase(part.value);
      if (!this.#kinds.has(text)) this.#kinds.set(text, part.kind);
    }
  }
}

/** Names below it are found only where they are the whole value. */
const SHORT_NAME = 3;

/** Whether a value of a field that holds this kind says something about somebody. */
export function isPersonal(value: string, kind: ValueKind): boolean {
  return partsOf(value, kind).length > 0;
}

/** A value as what is secret in it: `CORP\jdoe` holds a domain and a user, `AROA…:jdoe` an identifier and a user. */
function partsOf(value: string, declared: ValueKind): readonly FoundValue[] {
  if (isWellKnown(value)) return [];
  const kind = kindOf(value, declared);
  if (kind === undefined) return [];
  if (kind === 'user') return partsOfUser(value);
  if (kind === 'identifier') return partsOfIdentifier(value);
  return [{ kind, value }, ...alsoWritten(value, kind)];
}

function partsOfUser(value: string): readonly FoundValue[] {
  const kind = 'user';
  // The account of a computer is the name of a host; the sign at its end means something to rules.
  if (value.length > SHORT_NAME && value.endsWith('$')) return partsOf(value.slice(0, -1), 'host');
  const at = value.indexOf('\\');
  if (at < 0) return [{ kind, value }, ...alsoWritten(value, kind)];
  const [domain, name] = [value.slice(0, at), value.slice(at + 1)];
  // Parts so short are found only where they are the whole value: the two together then are.
  const both: readonly FoundValue[] = Math.min(domain.length, name.length) < SHORT_NAME ? [{ kind, value }] : [];
  return [...both, ...partsOf(domain, 'domain'), ...partsOf(name, kind)];
}

function partsOfIdentifier(value: string): readonly FoundValue[] {
  const kind = 'identifier';
  const [, principal, session] = /^([A-Z0-9]{16,}):(.*)$/su.exec(value) ?? [];
  if (principal !== undefined && session !== undefined) {
    return [...partsOf(principal, kind), ...partsOf(session, 'user')];
  }
  // What is behind the domain says which of its accounts it is: rules ask for it.
  const domain = /^(S-1-5-21(?:-\d{1,10}){3})-\d+$/iu.exec(value)?.[1];
  return domain === undefined ? [{ kind, value }, ...alsoWritten(value, kind)] : [{ kind, value: domain }];
}

/** The kind by the form of the value, where that is telling; undefined for what is no secret. */
function kindOf(value: string, declared: ValueKind): ValueKind | undefined {
  const address = declared === 'secret' ? undefined : addressIn(value);
  if (address !== undefined) return isKeptAddress(address) ? undefined : 'address';
  // A name of a service, a host with a port: an address in it is found by its form.
  if (declared === 'address') return undefined;
  if (declared !== 'secret' && /^[^\s@\\/:]+@[^\s@]+\.[^\s@]+$/u.test(value)) return 'email';
  if (declared === 'account' && !/^[\d-]{8,}$|^[\da-f-]{32,}$/iu.test(value)) return 'text';
  // Numbers of users on Unix: the same few on every machine.
  if (declared === 'identifier' && /^\d{1,6}$/u.test(value)) return undefined;
  // The session of an instance has its id, which is no name.
  if (declared === 'user' && /^i-[\da-z]{8,17}$/iu.test(value)) return undefined;
  return declared;
}

/** Other spellings that name the same: the label of a full host name, an address in a host name, a value in a URL. */
function alsoWritten(value: string, kind: ValueKind): readonly FoundValue[] {
  const encoded = encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
  const inUrl: readonly FoundValue[] = encoded === value ? [] : [{ kind, value: encoded }];
  if (kind === 'address' && /^[\d.]+$/u.test(value)) return [{ kind, value: value.replaceAll('.', '-') }];
  if (kind === 'address') return [];
  const [label = ''] = value.split('.');
  if (kind !== 'host' || label === value || isWellKnown(label) || !/[\d-]/u.test(label) || label.length < 4)
    return inUrl;
  return [...inUrl, { kind, value: label }];
}
