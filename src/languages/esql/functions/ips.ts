import { parseCidr, parseIpAddress } from '../../../values/ip-address.js';
import { Failure, Refusal, argumentFailure } from '../cells.js';
import { TYPES } from '../types.js';
import type { ScalarFunction } from './function.js';
import { networkDirection } from './network-direction.js';

interface Block {
  readonly from: bigint;
  readonly to: bigint;
}

function block(text: string): Block | Failure {
  const address = text.includes('/') ? undefined : parseIpAddress(text);
  if (address !== undefined) return { from: address, to: address };
  return parseCidr(text) ?? new Refusal('illegal_argument_exception', `'${text}' is not an IP string literal.`);
}

const cidrMatch: ScalarFunction = {
  kind: 'scalar',
  name: 'CIDR_MATCH',
  summary: 'Tell whether an address lies in one of some blocks.',
  parameters: [
    { name: 'ip', type: TYPES.ip },
    { name: 'blockX', type: TYPES.string, variadic: true },
  ],
  returns: 'boolean',
  examples: [
    { query: 'ROW a = TO_IP("10.1.2.3") | EVAL y = CIDR_MATCH(a, "192.168.0.0/16", "10.0.0.0/8")', result: true },
  ],
  evaluate: ({ constants }) => {
    const known = constants.slice(1).map((text) => (typeof text === 'string' ? block(text) : undefined));
    return (address, ...texts) => {
      for (const [at, text] of texts.entries()) {
        const found = known[at] ?? block(text as string);
        if (found instanceof Failure) return found;
        if ((address as bigint) >= found.from && (address as bigint) <= found.to) return true;
      }
      return false;
    };
  },
};

const V4 = 0xffff_0000_0000n;

const ipPrefix: ScalarFunction = {
  kind: 'scalar',
  name: 'IP_PREFIX',
  summary: 'Cut an address to the first bits: one length for IPv4, another for IPv6.',
  parameters: [
    { name: 'ip', type: TYPES.ip },
    { name: 'prefixLengthV4', type: TYPES.integer },
    { name: 'prefixLengthV6', type: TYPES.integer },
  ],
  returns: 'ip',
  examples: [{ query: 'ROW a = TO_IP("10.1.2.3") | EVAL y = IP_PREFIX(a, 24, 0)', result: '10.1.2.0' }],
  evaluate: () => (address, v4, v6) => {
    if (Number(v4) < 0 || Number(v4) > 32)
      return argumentFailure(`Prefix length v4 must be in range [0, 32], found ${String(v4)}`);
    if (Number(v6) < 0 || Number(v6) > 128)
      return argumentFailure(`Prefix length v6 must be in range [0, 128], found ${String(v6)}`);
    const value = address as bigint;
    const rest = value >> 32n === V4 >> 32n ? 32n - BigInt(v4) : 128n - BigInt(v6);
    return (value >> rest) << rest;
  },
};

/** Functions of IP addresses. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/ip-functions */
export const IP_FUNCTIONS: readonly ScalarFunction[] = [cidrMatch, ipPrefix, networkDirection];
