import { parseCidr, parseIpAddress } from '../../../values/ip-address.js';
import { type Cell, Failure, argumentFailure, isMultiple, valuesOf } from '../cells.js';
import { TYPES } from '../types.js';
import type { ScalarFunction } from './function.js';
import { multiValueFailure } from './multi-value.js';

type Test = (address: bigint) => boolean;

const block = (text: string): Test => {
  const { from = 1n, to = 0n } = parseCidr(text) ?? {};
  return (address) => address >= from && address <= to;
};
const any =
  (...tests: readonly Test[]): Test =>
  (address) =>
    tests.some((test) => test(address));
const not =
  (test: Test): Test =>
  (address) =>
    !test(address);

const BROADCAST = block('255.255.255.255/32');
const LOOPBACK = any(block('127.0.0.0/8'), block('::1/128'));
const LINK_LOCAL = any(block('169.254.0.0/16'), block('fe80::/10'));
const UNSPECIFIED = any(block('0.0.0.0/32'), block('::/128'));
const MULTICAST = any(block('224.0.0.0/4'), block('ff00::/8'));
const PRIVATE = any(block('10.0.0.0/8'), block('172.16.0.0/12'), block('192.168.0.0/16'), block('fd00::/8'));

/** The scope of an IPv6 multicast address is the low half of its second byte. */
const scoped =
  (scope: bigint): Test =>
  (address) =>
    address >> 120n === 0xffn && ((address >> 112n) & 15n) === scope;
// Java knows no IPv4 address of a node's own multicast.
const INTERFACE_MULTICAST = scoped(1n);
const LINK_MULTICAST = any(scoped(2n), block('224.0.0.0/24'));
const UNICAST = not(any(BROADCAST, UNSPECIFIED, LOOPBACK, MULTICAST, LINK_LOCAL));
const PUBLIC = not(any(PRIVATE, LOOPBACK, UNSPECIFIED, LINK_LOCAL, LINK_MULTICAST, INTERFACE_MULTICAST, BROADCAST));

const NAMED: ReadonlyMap<string, Test> = new Map([
  ['loopback', LOOPBACK],
  ['unicast', UNICAST],
  ['global_unicast', UNICAST],
  ['link_local_unicast', LINK_LOCAL],
  ['interface_local_multicast', INTERFACE_MULTICAST],
  ['link_local_multicast', LINK_MULTICAST],
  ['multicast', MULTICAST],
  ['unspecified', UNSPECIFIED],
  ['private', PRIVATE],
  ['public', PUBLIC],
]);

function network(text: string): Test | Failure {
  const named = NAMED.get(text);
  if (named) return named;
  if (text.includes('/')) {
    return parseCidr(text) === undefined ? argumentFailure(`'${text}' is not an IP string literal.`) : block(text);
  }
  const address = parseIpAddress(text);
  return address === undefined
    ? argumentFailure(`'${text}' is not an IP string literal.`)
    : (other) => other === address;
}

/** Whether an address lies in one of some networks; those behind the one that holds it are not read. */
function lies(address: bigint, networks: Cell): boolean | Failure {
  for (const text of valuesOf(networks)) {
    const test = network(text as string);
    if (test instanceof Failure) return test;
    if (test(address)) return true;
  }
  return false;
}

const DIRECTIONS = { in: { in: 'internal', out: 'outbound' }, out: { in: 'inbound', out: 'external' } } as const;

/** NETWORK_DIRECTION. https://www.elastic.co/docs/reference/enrich-processor/network-direction-processor has its networks and answers. */
export const networkDirection: ScalarFunction = {
  kind: 'scalar',
  name: 'NETWORK_DIRECTION',
  aliases: ['NETDIR'],
  since: '9.3',
  preview: true,
  summary:
    'Return `internal`, `outbound`, `inbound` or `external`, by which of two addresses lie in some networks: blocks, or names such as `private`.',
  parameters: [
    { name: 'source_ip', type: TYPES.ip },
    { name: 'destination_ip', type: TYPES.ip },
    { name: 'internal_networks', type: TYPES.string },
  ],
  returns: 'keyword',
  examples: [
    {
      query:
        'ROW a = TO_IP("10.1.2.3"), b = TO_IP("8.8.8.8") | EVAL y = NETWORK_DIRECTION(a, b, ["loopback", "private"])',
      result: 'outbound',
    },
  ],
  evaluateCells:
    () =>
    (source = null, destination = null, networks = null) => {
      if (source === null || destination === null || networks === null) return null;
      if (isMultiple(source) || isMultiple(destination)) return multiValueFailure();
      const from = lies(source as bigint, networks);
      if (from instanceof Failure) return from;
      const to = lies(destination as bigint, networks);
      if (to instanceof Failure) return to;
      return DIRECTIONS[from ? 'in' : 'out'][to ? 'in' : 'out'];
    },
};
