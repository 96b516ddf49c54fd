import type { Scalar } from '../cells.js';
import type { EsqlType } from '../types.js';
import { big } from './numbers.js';

const MASK = (1n << 64n) - 1n;

/** Scatters the bits of a 64-bit number. */
function mix64(value: bigint): bigint {
  let z = BigInt.asUintN(64, value);
  z = ((z ^ (z >> 32n)) * 0x4cd6944c5cc20b6dn) & MASK;
  z = ((z ^ (z >> 29n)) * 0xfc12c5b19d3259e9n) & MASK;
  return z ^ (z >> 32n);
}

const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;

function rotate(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & MASK;
}

function finalMix(value: bigint): bigint {
  let k = value;
  k = ((k ^ (k >> 33n)) * 0xff51afd7ed558ccdn) & MASK;
  k = ((k ^ (k >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK;
  return k ^ (k >> 33n);
}

function mixFirst(word: bigint): bigint {
  return (rotate((word * C1) & MASK, 31n) * C2) & MASK;
}

function mixSecond(word: bigint): bigint {
  return (rotate((word * C2) & MASK, 33n) * C1) & MASK;
}

/** The first half of MurmurHash3 (128 bits, x64, seed 0) of some bytes. */
function murmur3(bytes: Uint8Array): bigint {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / 16) * 16);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const blocks = Math.floor(bytes.length / 16);
  let [h1, h2] = [0n, 0n];
  for (let block = 0; block < blocks; block += 1) {
    h1 ^= mixFirst(view.getBigUint64(block * 16, true));
    h1 = ((rotate(h1, 27n) + h2) * 5n + 0x52dce729n) & MASK;
    h2 ^= mixSecond(view.getBigUint64(block * 16 + 8, true));
    h2 = ((rotate(h2, 31n) + h1) * 5n + 0x38495ab5n) & MASK;
  }
  if (bytes.length % 16 > 0) {
    h2 ^= mixSecond(view.getBigUint64(blocks * 16 + 8, true));
    h1 ^= mixFirst(view.getBigUint64(blocks * 16, true));
  }
  const length = BigInt(bytes.length);
  h1 ^= length;
  h2 ^= length;
  h1 = (h1 + h2) & MASK;
  h2 = (h2 + h1) & MASK;
  return (finalMix(h1) + finalMix(h2)) & MASK;
}

/** The hash that Elasticsearch's COUNT_DISTINCT takes of a value of a type. */
export function hashScalar(type: EsqlType): (value: Scalar) => bigint {
  switch (type) {
    case 'double': {
      const view = new DataView(new ArrayBuffer(8));
      return (value) => {
        view.setFloat64(0, value as number);
        return mix64(view.getBigUint64(0));
      };
    }
    case 'integer':
    case 'long':
    case 'unsigned_long':
    case 'datetime':
    case 'date_nanos':
      return (value) => mix64(big(value));
    case 'ip': {
      const view = new DataView(new ArrayBuffer(16));
      return (value) => {
        view.setBigUint64(0, (value as bigint) >> 64n);
        view.setBigUint64(8, (value as bigint) & MASK);
        return murmur3(new Uint8Array(view.buffer));
      };
    }
    default: {
      const encoder = new TextEncoder();
      return (value) => murmur3(encoder.encode(String(value)));
    }
  }
}
