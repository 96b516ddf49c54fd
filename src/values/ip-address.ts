/**
 * Reads an IPv4 or IPv6 address into its 128-bit number; IPv4 is mapped (`::ffff:a.b.c.d`), so both spellings are one address.
 * A zone id (`fe80::1%eth0`) is dropped. Undefined if the text is not an address.
 */
export function parseIpAddress(text: string): bigint | undefined {
  if (text.includes(':')) return parseV6(text.replace(/%.*$/su, ''));
  const v4 = parseV4(text);
  return v4 === undefined ? undefined : MAPPED_V4 + BigInt(v4);
}

const MAPPED_V4 = 0xffff_0000_0000n;
const ALL_ONES = (1n << 128n) - 1n;

/** Prints an address as Elasticsearch does: dotted IPv4, or IPv6 with the longest run of zeros left out. */
export function printIpAddress(address: bigint): string {
  if (address >> 32n === 0xffffn) {
    const v4 = Number(address & 0xffff_ffffn);
    return [v4 >>> 24, (v4 >>> 16) & 255, (v4 >>> 8) & 255, v4 & 255].join('.');
  }
  const groups = Array.from({ length: 8 }, (_, index) => Number((address >> BigInt(112 - 16 * index)) & 0xffffn));
  const { start, length } = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}

/** First and last address of a CIDR block (`10.0.0.0/8`); bits beyond the prefix are ignored. Undefined if it is not one. */
export function parseCidr(text: string): { readonly from: bigint; readonly to: bigint } | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? undefined : parseIpAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,3}$/u.test(digits)) return undefined;
  const isV4 = !text.slice(0, slash).includes(':');
  const prefix = Number(digits) + (isV4 ? 96 : 0);
  if (prefix > 128) return undefined;
  const host = (1n << BigInt(128 - prefix)) - 1n;
  const from = address & (ALL_ONES ^ host);
  return { from, to: from | host };
}

function parseV4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    // A leading zero could mean octal, so Elasticsearch refuses it. A last part that is empty it takes for zero.
    if (part === '' && value >= 0 && parts.indexOf(part) === 3) return value * 256;
    if (!/^(?:0|[1-9]\d{0,2})$/u.test(part) || Number(part) > 255) return undefined;
    value = value * 256 + Number(part);
  }
  return value;
}

function parseV6(text: string): bigint | undefined {
  const lastColon = text.lastIndexOf(':');
  const tail = text.slice(lastColon + 1);
  if (tail.includes('.')) {
    const v4 = parseV4(tail);
    if (v4 === undefined) return undefined;
    return parseV6(`${text.slice(0, lastColon + 1)}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], end = []] = groups;
  const known = head.length + end.length;
  if (halves.length === 1 ? known !== 8 : known > 7) return undefined;
  const all = [...head, ...Array.from({ length: 8 - known }, () => '0'), ...end];
  if (!all.every((group) => /^[0-9a-fA-F]{1,4}$/u.test(group))) return undefined;
  return BigInt(`0x${all.map((group) => group.padStart(4, '0')).join('')}`);
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  groups.forEach((group, index) => {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  });
  return best;
}
