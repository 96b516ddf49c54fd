import { parseCidr, parseIpAddress, printIpAddress } from '../values/ip-address.js';
import type { PlainTest } from './condition.js';
import type { PlainDomain } from './domain.js';
import type { Scalar } from './scalar.js';
import { inBound } from './keyword-domain.js';

/** Addresses for documentation. */
const FILLERS: readonly string[] = ['192.0.2.1', '192.0.2.2', '2001:db8::1'];

/** IP addresses; tests may name blocks of them. */
export const addresses: PlainDomain = {
  candidates: (test) =>
    (test.kind === 'Exists' ? FILLERS : near(test, [0n, 1n, -1n])).filter((value) => addresses.holds(test, value)),
  holds: (test, value) => holds(test, value),
  neighbours: (test) => near(test, [-1n, 1n]),
  hasCase: false,
  fillers: FILLERS,
};

const GREATEST = (1n << 128n) - 1n;

function blockOf(text: string): { readonly from: bigint; readonly to: bigint } | undefined {
  const address = parseIpAddress(text);
  return address === undefined ? parseCidr(text) : { from: address, to: address };
}

function holds(test: PlainTest, value: Scalar): boolean {
  const address = parseIpAddress(String(value));
  if (address === undefined) return false;
  if (test.kind === 'Exists') return true;
  const block = test.kind === 'Like' ? undefined : blockOf(test.value);
  if (block === undefined) return false;
  if (test.kind === 'Bound') return inBound(test.operator, address < block.from ? -1 : address > block.to ? 1 : 0);
  return block.from <= address && address <= block.to;
}

function near(test: PlainTest, steps: readonly bigint[]): readonly string[] {
  const block = test.kind === 'Equals' || test.kind === 'Bound' ? blockOf(test.value) : undefined;
  if (block === undefined) return [];
  return steps
    .map((step) => (step > 0n ? block.to : block.from) + step)
    .filter((address) => address >= 0n && address <= GREATEST)
    .map(printIpAddress);
}
