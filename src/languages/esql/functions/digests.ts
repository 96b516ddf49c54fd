/** Message digests in hexadecimal: MD5, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512, so that HASH runs without a platform. */

function pad(bytes: Uint8Array, block: number, lengthBytes: number, littleEndian: boolean): DataView<ArrayBuffer> {
  const size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = BigInt(bytes.length) * 8n;
  view.setBigUint64(size - 8, bits, littleEndian);
  return view;
}

function rotateLeft(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const MD5_TABLE = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0);

function md5Step(at: number, b: number, c: number, d: number): [number, number] {
  if (at < 16) return [(b & c) | (~b & d), at];
  if (at < 32) return [(d & b) | (~d & c), (5 * at + 1) % 16];
  if (at < 48) return [b ^ c ^ d, (3 * at + 5) % 16];
  return [c ^ (b | ~d), (7 * at) % 16];
}

function md5(bytes: Uint8Array): string {
  const view = pad(bytes, 64, 8, true);
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0];
    for (let at = 0; at < 64; at += 1) {
      const [mixed, word] = md5Step(at, b, c, d);
      const sum = (a + mixed + (MD5_TABLE[at] ?? 0) + view.getInt32(block + word * 4, true)) | 0;
      const shift = MD5_SHIFTS[(at >> 4) * 4 + (at % 4)] ?? 0;
      [a, d, c, b] = [d, c, b, (b + rotateLeft(sum, shift)) | 0];
    }
    [a0, b0, c0, d0] = [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0];
  }
  const out = new DataView(new ArrayBuffer(16));
  [a0, b0, c0, d0].forEach((word, at) => {
    out.setInt32(at * 4, word, true);
  });
  return hex(out);
}

function sha1Step(at: number, b: number, c: number, d: number): [number, number] {
  if (at < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (at < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (at < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function sha1(bytes: Uint8Array): string {
  const view = pad(bytes, 64, 8, false);
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0].map((word) => word | 0);
  const words = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 80; at += 1) {
      words[at] =
        at < 16
          ? view.getInt32(block + at * 4)
          : rotateLeft((words[at - 3] ?? 0) ^ (words[at - 8] ?? 0) ^ (words[at - 14] ?? 0) ^ (words[at - 16] ?? 0), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let at = 0; at < 80; at += 1) {
      const [mixed, constant] = sha1Step(at, b, c, d);
      const next = (rotateLeft(a, 5) + mixed + e + constant + (words[at] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
    }
    state = [a, b, c, d, e].map((word, at) => (word + (state[at] ?? 0)) | 0);
  }
  const out = new DataView(new ArrayBuffer(20));
  state.forEach((word, at) => {
    out.setInt32(at * 4, word);
  });
  return hex(out);
}

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let value = 2n; found.length < count; value += 1n) {
    if (found.every((prime) => value % prime !== 0n)) found.push(value);
  }
  return found;
}

/** The first 64 bits of the fraction of a root, by integer Newton iteration. */
function rootFraction(value: bigint, degree: 2n | 3n): bigint {
  const scaled = value << (64n * degree);
  let root = 1n << 72n;
  for (;;) {
    const next = degree === 2n ? (root + scaled / root) / 2n : (2n * root + scaled / (root * root)) / 3n;
    if (next >= root) return root & MASK_64;
    root = next;
  }
}

const MASK_64 = (1n << 64n) - 1n;
const SHA2_TABLE = primes(80).map((prime) => rootFraction(prime, 3n));
const SHA2_START = primes(8).map((prime) => rootFraction(prime, 2n));
const SHA384_START = primes(16)
  .slice(8)
  .map((prime) => rootFraction(prime, 2n));

interface Sha2 {
  readonly bits: 32n | 64n;
  readonly rounds: number;
  readonly start: readonly bigint[];
  readonly rotations: readonly (readonly bigint[])[];
  readonly bytes: number;
}

const SMALL = { bits: 32n, rounds: 64, rotations: [[2n, 13n, 22n], [6n, 11n, 25n], [7n, 18n, 3n], [17n, 19n, 10n]] } as const; // prettier-ignore
const LARGE = { bits: 64n, rounds: 80, rotations: [[28n, 34n, 39n], [14n, 18n, 41n], [1n, 8n, 7n], [19n, 61n, 6n]] } as const; // prettier-ignore

type Mix = (value: bigint, amounts: readonly bigint[]) => bigint;

function read(words: readonly bigint[], at: number): bigint {
  return words[at] ?? 0n;
}

/** The words of one block, and those made from them. */
function schedule(view: DataView, block: number, { bits, rounds, rotations }: Sha2, small: Mix): bigint[] {
  const mask = (1n << bits) - 1n;
  const words: bigint[] = [];
  for (let at = 0; at < rounds; at += 1) {
    if (at < 16) words.push(bits === 64n ? view.getBigUint64(block + at * 8) : BigInt(view.getUint32(block + at * 4)));
    else {
      const early = small(read(words, at - 15), rotations[2] ?? []);
      const late = small(read(words, at - 2), rotations[3] ?? []);
      words.push((read(words, at - 16) + early + read(words, at - 7) + late) & mask);
    }
  }
  return words;
}

function compressed(
  state: readonly bigint[],
  words: readonly bigint[],
  { bits, rounds, rotations }: Sha2,
  big: Mix,
): bigint[] {
  const mask = (1n << bits) - 1n;
  let current = [...state];
  for (let at = 0; at < rounds; at += 1) {
    const at8 = (place: number): bigint => read(current, place);
    const choice = (at8(4) & at8(5)) ^ (~at8(4) & mask & at8(6));
    const majority = (at8(0) & at8(1)) ^ (at8(0) & at8(2)) ^ (at8(1) & at8(2));
    const constant = read(SHA2_TABLE, at) >> (64n - bits);
    const first = at8(7) + big(at8(4), rotations[1] ?? []) + choice + constant + read(words, at);
    const second = big(at8(0), rotations[0] ?? []) + majority;
    current = [(first + second) & mask, at8(0), at8(1), at8(2), (at8(3) + first) & mask, at8(4), at8(5), at8(6)];
  }
  return current;
}

function sha2(bytes: Uint8Array, variant: Sha2): string {
  const { bits } = variant;
  const mask = (1n << bits) - 1n;
  const width = Number(bits) / 8;
  const view = pad(bytes, width * 16, width * 2, false);
  const rotate = (value: bigint, by: bigint): bigint => ((value >> by) | (value << (bits - by))) & mask;
  const big = (value: bigint, [a = 0n, b = 0n, c = 0n]: readonly bigint[]): bigint =>
    rotate(value, a) ^ rotate(value, b) ^ rotate(value, c);
  const small = (value: bigint, [a = 0n, b = 0n, c = 0n]: readonly bigint[]): bigint =>
    rotate(value, a) ^ rotate(value, b) ^ (value >> c);
  let state = [...variant.start];
  for (let block = 0; block < view.byteLength; block += width * 16) {
    const words = schedule(view, block, variant, small);
    const next = compressed(state, words, variant, big);
    state = next.map((word, at) => (word + read(state, at)) & mask);
  }
  const text = state.map((word) => word.toString(16).padStart(width * 2, '0')).join('');
  return text.slice(0, variant.bytes * 2);
}

function hex(view: DataView): string {
  let text = '';
  for (let at = 0; at < view.byteLength; at += 1) text += view.getUint8(at).toString(16).padStart(2, '0');
  return text;
}

const START_256 = SHA2_START.map((word) => word >> 32n);
const START_224 = SHA384_START.map((word) => word & 0xffff_ffffn);

const ALGORITHMS: ReadonlyMap<string, (bytes: Uint8Array) => string> = new Map([
  ['md5', md5],
  ['sha', sha1],
  ['sha1', sha1],
  ['sha-1', sha1],
  ['sha-224', (bytes: Uint8Array) => sha2(bytes, { ...SMALL, start: START_224, bytes: 28 })],
  ['sha-256', (bytes: Uint8Array) => sha2(bytes, { ...SMALL, start: START_256, bytes: 32 })],
  ['sha-384', (bytes: Uint8Array) => sha2(bytes, { ...LARGE, start: SHA384_START, bytes: 48 })],
  ['sha-512', (bytes: Uint8Array) => sha2(bytes, { ...LARGE, start: SHA2_START, bytes: 64 })],
]);

/** The digest function of a Java algorithm name (`SHA-256`, `sha256`, `md5`); undefined if there is none. */
export function digest(algorithm: string): ((bytes: Uint8Array) => string) | undefined {
  const name = algorithm.toLowerCase();
  return ALGORITHMS.get(name) ?? ALGORITHMS.get(name.replace(/^sha(?=\d{3}$)/, 'sha-'));
}
