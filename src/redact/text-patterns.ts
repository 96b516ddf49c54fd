import type { ValueKind } from './redaction-rules.js';

/** A form by which a value is known, wherever it stands; the first group that matched is the value, else the whole match. */
interface TextPattern {
  readonly kind: ValueKind;
  readonly pattern: RegExp;
  /** A text without it holds no such value: asked first, since it costs less. */
  readonly hint: string;
}

/** A value behind its name: in quotes up to the next one, else up to a space or sign; `\"` where JSON stands in a JSON text. */
const VALUE = String.raw`\\*["']?\s*[=:]\s*(?:\\*"([^"\r\n]{1,4096}?)\\*"|\\*'([^'\r\n]{1,4096}?)\\*'|\\*["']?([^\s"',;(){}\[\]&<>\\][^\s"',;(){}\[\]&<>]*))`;

/** What secrets are called, in texts. */
const SECRET_NAME = [
  'password',
  'passwd',
  'pwd',
  'passphrase',
  '(?:secret|access|account|private|api)[_-]?key',
  'secret[_-]?access[_-]?key',
  '(?:session|security|access|refresh|auth)[_-]?token',
  'client[_-]?secret',
].join('|');

/** Tokens that their issuers begin alike, so that they are found wherever they leak. */
const ISSUED: readonly (readonly [hint: string, pattern: string])[] = [
  ['gh', 'gh[pousr]_[A-Za-z0-9]{20,}'],
  ['github_pat_', String.raw`github_pat_\w{20,}`],
  ['glpat-', String.raw`glpat-[\w-]{16,}`],
  ['xox', String.raw`xox[abceoprs]-[\w-]{10,}`],
  ['hooks.slack.com', String.raw`(?<=hooks\.slack\.com/(?:services|workflows)/)[\w/]{20,}`],
  ['k_live_', '[rs]k_live_[A-Za-z0-9]{16,}'],
  ['aiza', String.raw`AIza[\w-]{30,}`],
  ['ya29.', String.raw`ya29\.[\w-]{20,}`],
  ['npm_', 'npm_[A-Za-z0-9]{30,}'],
  ['pypi-', String.raw`pypi-[\w-]{40,}`],
  ['sk-', String.raw`sk-[\w-]{24,}`],
  ['hvs.', String.raw`hvs\.[\w-]{20,}`],
  ['sg.', String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`],
  ['dop_v1_', 'dop_v1_[0-9a-f]{40,}'],
];

const PATTERNS: readonly TextPattern[] = [
  ...ISSUED.map(([hint, pattern]): TextPattern => ({
    kind: 'secret',
    hint,
    pattern: new RegExp(`(?<![A-Za-z0-9])${pattern}`, 'gu'),
  })),
  // Of variables and parameters (`GITHUB_TOKEN=…`, `?token=…`) only with `=`: behind `token: ` prose says what became of it.
  {
    kind: 'secret',
    hint: '=',
    pattern:
      /(?<![a-z0-9])(?:[\w-]{1,60}[_-])?(?:token|secret|passphrase)["']?=["']?(?![$%])([^\s"',;(){}[\]&<>]{6,})/giu,
  },
  { kind: 'secret', hint: ':', pattern: /["'](?:[\w-]{1,60}[_-])?(?:token|secret)["']\s*:\s*["']([^\s"']{6,})["']/giu },
  { kind: 'secret', hint: '=', pattern: /[?&](?:sig|signature|x-amz-signature|auth|key)=([^\s"'&]{8,})/giu },
  // Programs that take the password in a short option; elsewhere `-p` is a port or a path.
  {
    kind: 'secret',
    hint: '-p',
    pattern: /(?:mysql|mariadb)[\w.-]{0,30}\s(?:[^|;&]{0,400}?\s)?-p(?![\s=])["']?([^\s"']+)/giu,
  },
  { kind: 'secret', hint: 'sshpass', pattern: /sshpass(?:\.exe)?\s+-p\s*["']?([^\s"']+)/giu },
  {
    kind: 'secret',
    hint: 'curl',
    pattern: /curl(?:\.exe)?["']?\s(?:[^|;&]{0,400}?\s)?(?:-u|--user)[ =]?["']?[^\s:"']+:([^\s"']+)/giu,
  },
  { kind: 'secret', hint: 'user', pattern: /\bnet1?(?:\.exe)?["']?\s+user\s+[^\s/]+\s+["']?([^\s"'/*][^\s"']{3,})/giu },
  { kind: 'email', hint: '@', pattern: /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/giu },
  { kind: 'account', hint: 'arn:', pattern: /arn:aws[a-z-]{0,12}:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):/giu },
  {
    kind: 'user',
    hint: 'arn:',
    pattern:
      /arn:aws[a-z-]{0,12}:(?:iam|sts)::\d{12}:(?:(?:user|federated-user)\/(?:[^\s"',/]+\/)*|assumed-role\/[^\s"',/]+\/)(?!i-[0-9a-f]+\b)([^\s"',/)}\]]+)/giu,
  },
  { kind: 'account', hint: 'amazonaws.com', pattern: /(?<!\d)(\d{12})(?=\.[a-z0-9.-]{1,60}amazonaws\.com)/giu },
  { kind: 'account', hint: 'amazonaws.com/', pattern: /amazonaws\.com\/(\d{12})(?!\d)/giu },
  { kind: 'account', hint: 'account', pattern: /account_?-?(?:id)?["']?\s*[=:]\s*["']?(\d{12})(?!\d)/giu },
  { kind: 'access key', hint: 'a', pattern: /(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z0-9]{12,28})(?![A-Za-z0-9])/gu },
  {
    kind: 'identifier',
    hint: 'a',
    pattern: /(?<![A-Za-z0-9])((?:AIDA|AROA|AGPA|ANPA|AIPA)[A-Z0-9]{12,28})(?![A-Za-z0-9])/gu,
  },
  { kind: 'identifier', hint: 's-1-5-21-', pattern: /S-1-5-21(?:-\d{1,10}){3}/giu },
  { kind: 'user', hint: 'name', pattern: new RegExp(`(?:user_?name|role_?session_?name)${VALUE}`, 'giu') },
  {
    kind: 'user',
    hint: 's',
    pattern: /(?:[a-z]:[\\/]+users[\\/]+|(?<![a-z0-9_.])\/(?:home|users)\/)([^\\/\s"'<>|:*?;,)}\]]+)/giu,
  },
  { kind: 'secret', hint: '', pattern: new RegExp(`(?:${SECRET_NAME})${VALUE}`, 'giu') },
  {
    kind: 'secret',
    hint: '<',
    pattern: new RegExp(String.raw`<(?:${SECRET_NAME})(?:\s[^<>]{0,64})?>([^<>]{1,4096})<`, 'giu'),
  },
  {
    kind: 'secret',
    hint: '-',
    pattern:
      /(?<=\s|^)--?(?:password|passwd|passphrase|(?:access-?|auth-?)?token|(?:client-?)?secret|(?:api|secret|access)-?key)[ =]["']?([^\s"'-][^\s"']*)/giu,
  },
  { kind: 'secret', hint: 'bearer ', pattern: /bearer\s+([a-z0-9._~+/=-]{12,})/giu },
  {
    kind: 'secret',
    hint: 'authorization',
    pattern: /authorization\\*["']?\s*[=:]\s*\\*["']?(?:basic|apikey|token)\s+([a-z0-9+/=._~-]{4,})/giu,
  },
  {
    kind: 'secret',
    hint: 'cookie',
    pattern: /(?<![a-z])(?:set-)?cookie\\*["']?\s*:\s*\\*["']?([^\r\n"'\\]{4,4096})/giu,
  },
  // From the start of a word only: tried at each of many beginnings, time would grow with their square.
  { kind: 'secret', hint: 'eyj', pattern: /(?<![\w-])[\w-]{0,32}?(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/gu },
  { kind: 'secret', hint: '', pattern: /(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[\w+/=%-]{8,}/gu },
  {
    kind: 'secret',
    hint: 'private key-----',
    pattern: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?/gu,
  },
  // A token may stand alone before the host, and a password may hold the sign that ends it.
  { kind: 'user', hint: '://', pattern: /:\/\/([^\s/:@"'?#]{1,255})(?::[^\s/"']{0,255})?@/gu },
  { kind: 'secret', hint: '://', pattern: /:\/\/[^\s/:@"'?#]{0,255}:([^\s/"']{1,255})@/gu },
];

const ADDRESSES: readonly TextPattern[] = [
  { kind: 'address', hint: '.', pattern: /(?<![\d.]|(?<!\\)\\)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/gu },
  {
    kind: 'address',
    hint: ':',
    pattern: /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?(?![\w:])/giu,
  },
];

/** Fields where four numbers with dots are a version. */
const VERSIONS = /(?:version|release|kernel|user_?agent(?:\.\w+)?|build)$/iu;

/** A value found in a text. */
export interface FoundValue {
  readonly kind: ValueKind;
  readonly value: string;
}

/** The values in a text that are known by their form; `path` is the field, as some forms mean nothing in some fields. */
export function valuesInText(text: string, path: string): readonly FoundValue[] {
  const lower = text.toLowerCase();
  const patterns = VERSIONS.test(path) ? PATTERNS : [...PATTERNS, ...ADDRESSES];
  return patterns.flatMap(({ kind, pattern, hint }) => {
    if (!lower.includes(hint)) return [];
    return Array.from(text.matchAll(pattern), (match) => {
      const groups: readonly (string | undefined)[] = match.slice(1);
      return { kind, value: groups.find((group) => group !== undefined) ?? match[0] };
    });
  });
}
