import { parseCidr, parseIpAddress, printIpAddress } from '../values/ip-address.js';

/** Blocks of addresses that mean something by themselves: a stand-in stays in the block of its original. */
const BLOCKS = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  'fe80::/10',
  'fc00::/7',
  '64:ff9b::/96',
  '2001:db8::/32',
  '2002::/16',
  '2001::/23',
].map(block);

/** Addresses that are the same everywhere: loopback, none, broadcast, multicast, and where clouds serve the metadata of an instance. */
const KEPT = [
  '127.0.0.0/8',
  '0.0.0.0/8',
  '224.0.0.0/3',
  '169.254.169.254/32',
  '169.254.170.2/32',
  '::/127',
  'ff00::/8',
  'fd00:ec2::254/128',
].map(block);

const PUBLIC_V4 = block('0.0.0.0/0');
const PUBLIC_V6 = block('2000::/3');

interface Block {
  readonly from: bigint;
  readonly to: bigint;
}

/** Whether an address is the same on every network, so that it names nobody. */
export function isKeptAddress(address: bigint): boolean {
  return KEPT.some((one) => holds(one, address));
}

/**
 * An address of the same version and class (private, shared, link-local, documentation, public …) out of hexadecimal digits; of several digits in
 * turn the first that fits. Undefined where none does.
 */
export function addressStandIn(address: bigint, digests: Iterable<string>): string | undefined {
  const own = BLOCKS.find((one) => holds(one, address));
  const target = own ?? (holds(PUBLIC_V4, address) ? PUBLIC_V4 : PUBLIC_V6);
  const size = target.to - target.from + 1n;
  for (const digest of digests) {
    const made = target.from + (BigInt(`0x${digest.slice(0, 40)}`) % size);
    const isFree = made !== address && !isKeptAddress(made);
    if (isFree && (own !== undefined || !BLOCKS.some((one) => holds(one, made)))) return printIpAddress(made);
  }
  return undefined;
}

function holds({ from, to }: Block, address: bigint): boolean {
  return address >= from && address <= to;
}

function block(cidr: string): Block {
  const found = parseCidr(cidr);
  if (!found) throw new Error(`${cidr} is no block of addresses`);
  return found;
}

/** The address that a text is, if it is one. */
export function addressIn(text: string): bigint | undefined {
  return /^[\d.]+$|:/u.test(text) ? parseIpAddress(text.replace(/^::ffff:(?=\d+\.)/iu, '')) : undefined;
}
