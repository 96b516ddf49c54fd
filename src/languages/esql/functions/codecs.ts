import { type Cell, type Failure, argumentFailure } from '../cells.js';
import { TYPES } from '../types.js';
import { digest } from './digests.js';
import type { ScalarFunction } from './function.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63);
    text += b === undefined ? '=' : ALPHABET.charAt((bits >> 6) & 63);
    text += c === undefined ? '=' : ALPHABET.charAt(bits & 63);
  }
  return text;
}

/** As Java's basic decoder: no other characters, padding optional but right if it is there. */
function decodeBase64(text: string): Uint8Array | Failure {
  const body = text.replace(/={1,2}$/, '');
  const wrong = /[^A-Za-z0-9+/]/.exec(body);
  if (wrong) return argumentFailure(`Illegal base64 character ${wrong[0].charCodeAt(0).toString(16)}`);
  if (body.length === 1) return argumentFailure('Input byte[] should at least have 2 bytes for base64 bytes');
  if (body.length % 4 === 1) return argumentFailure('Last unit does not have enough valid bits');
  if (body.length !== text.length && text.length % 4 !== 0) {
    return argumentFailure('Input byte array has wrong 4-byte ending unit');
  }
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const char of body) {
    bits = (bits << 6) | ALPHABET.indexOf(char);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at] = (bits >> count) & 255;
      at += 1;
    }
  }
  return bytes;
}

function simple(
  name: string,
  summary: string,
  apply: (value: string) => Cell | Failure,
  example: readonly [string, unknown],
  since?: string,
): ScalarFunction {
  return {
    kind: 'scalar',
    name,
    ...(since !== undefined && { since }),
    summary,
    parameters: [{ name: 'string', type: TYPES.string }],
    returns: 'keyword',
    examples: [{ query: `ROW s = "${example[0]}" | EVAL y = ${name}(s)`, result: example[1] }],
    evaluate: () => (value) => apply(value as string),
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What a text was before it was encoded; bytes that are no text are none. */
function decodedText(bytes: Uint8Array): string | Failure {
  const text = fromUtf8(bytes);
  const isText = utf8(text).every((byte, at) => byte === bytes[at]);
  return isText ? text : argumentFailure('decoded value is not valid UTF-8, which is not supported yet');
}

const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function percentEncode(text: string, blank: string): string {
  let result = '';
  for (const byte of utf8(text)) {
    const char = String.fromCharCode(byte);
    if (byte < 128 && /[A-Za-z0-9._*-]/.test(char)) result += char;
    else if (char === ' ') result += blank;
    else result += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

function percentDecode(text: string): Cell | Failure {
  const bytes: number[] = [];
  const source = utf8(text);
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] ?? 0;
    if (byte === 0x2b) bytes.push(0x20);
    else if (byte === 0x25) {
      const digits = fromUtf8(source.subarray(at + 1, at + 3));
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        return argumentFailure('URLDecoder: Incomplete trailing escape (%) pattern');
      }
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else bytes.push(byte);
  }
  return fromUtf8(Uint8Array.from(bytes));
}

const hash: ScalarFunction = {
  kind: 'scalar',
  name: 'HASH',
  summary: 'Return the digest of a text in hexadecimal, by an algorithm such as "sha256".',
  parameters: [
    { name: 'algorithm', type: TYPES.string },
    { name: 'input', type: TYPES.string },
  ],
  returns: 'keyword',
  examples: [
    {
      query: 'ROW s = "a" | EVAL y = HASH("sha256", s)',
      result: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    },
  ],
  check: ({ constants: [algorithm], text }) =>
    typeof algorithm === 'string' && digest(algorithm) === undefined
      ? `invalid algorithm for [${text}]: ${algorithm} MessageDigest not available`
      : undefined,
  evaluate: () => (algorithm, input) =>
    digest(algorithm as string)?.(utf8(input as string)) ??
    argumentFailure(`${algorithm as string} MessageDigest not available`),
};

function digestOf(name: string, algorithm: string, result: string): ScalarFunction {
  return simple(
    name,
    `Return the ${name} digest of a text in hexadecimal.`,
    (value) => digest(algorithm)?.(utf8(value)) ?? null,
    ['a', result],
  );
}

/** Functions that encode, decode and digest texts. https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/string-functions */
export const CODEC_FUNCTIONS: readonly ScalarFunction[] = [
  hash,
  digestOf('MD5', 'md5', '0cc175b9c0f1b6a831c399e269772661'),
  digestOf('SHA1', 'sha-1', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'),
  digestOf('SHA256', 'sha-256', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'),
  simple('TO_BASE64', 'Encode a text in base64.', (value) => encodeBase64(utf8(value)), ['aé', 'YcOp']),
  simple(
    'FROM_BASE64',
    'Decode a text from base64.',
    (value) => {
      const bytes = decodeBase64(value);
      return bytes instanceof Uint8Array ? decodedText(bytes) : bytes;
    },
    ['YcOp', 'aé'],
  ),
  simple(
    'URL_ENCODE',
    'Encode a text for a form: a blank becomes +.',
    (value) => percentEncode(value, '+'),
    ['a b', 'a+b'],
    '9.2',
  ),
  simple(
    'URL_ENCODE_COMPONENT',
    'Encode a text for a URL: a blank becomes %20.',
    (value) => percentEncode(value, '%20'),
    ['a b', 'a%20b'],
    '9.2',
  ),
  simple('URL_DECODE', 'Decode a text from a URL.', percentDecode, ['a%20b', 'a b'], '9.2'),
];
